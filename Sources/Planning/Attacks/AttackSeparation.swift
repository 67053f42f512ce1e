package import Formulation
import Interdiction
package import LinearProgramming
import Sourcing

/// Finds attacks that break the goals of a program which must hold under any of them.
struct AttackSeparation {
  private let goals: [AttackGoal]
  private let solver: any Solver

  /// A goal counts as broken if more than this share of its demand is lacking.
  private static let tolerance = 1e-7
  /// The most attacks on one goal that are added at once.
  private static let most = 4

  init(_ goals: [AttackGoal], solver: any Solver) {
    (self.goals, self.solver) = (goals, solver)
  }

  /// Whether no goal is against any attack.
  var isEmpty: Bool { goals.isEmpty }

  /// The attacks whose windows are in the rows of the program.
  var written: KnownAttacks {
    var written = KnownAttacks()
    for goal in goals {
      for attack in goal.inOrder(goal.written) { written.add(attack, on: goal.cell) }
    }
    return written
  }

  /// The windows to begin with: without an attack, and under attacks that are known to matter in a similar program. Those
  /// in the rows of the program are left out.
  func first(from known: KnownAttacks) -> [Recourse] {
    goals.flatMap { goal in
      let similar = known[goal.cell].filter { !$0.targets.isEmpty && goal.allows($0) }
      return ([Attack()] + similar).filter { !goal.written.contains($0) }.map(goal.recourse)
    }
  }

  /// The windows of the worst attacks that break a goal at a point, and are not known yet. If there are none, it is
  /// proven that no attack breaks a goal by more than the tolerance, or by more than known attacks do.
  ///
  /// - Parameters:
  ///   - point: a value for each column of the program.
  ///   - known: attacks that are not asked for.
  ///   - leftOut: a goal that need not hold.
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  func violated(at point: [Double], knowing known: KnownAttacks, except leftOut: GoalIndex? = nil)
    throws -> [Recourse]
  {
    try goals.filter { $0.cell.goal != leftOut }.flatMap { goal -> [Recourse] in
      let allowed = goal.bound.map { point[$0.index] } ?? 0
      return try goal.worstAttacks(
        at: point, above: allowed + Self.tolerance * goal.demand, top: Self.most,
        except: Set(known[goal.cell]).union(goal.written), solver
      ).map(goal.recourse)
    }
  }
}

extension PlanningProgram {
  /// Attacks that break a goal at a point and whose windows are not in the rows; none if no attack breaks one by more
  /// than 1e-7 of its demand.
  ///
  /// - Parameters:
  ///   - point: a value for each column of the program.
  ///   - solver: solves the windows.
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  package func attacksNotWritten(at point: [Double], solver: any Solver) throws -> KnownAttacks {
    var found = KnownAttacks()
    for goal in attackGoals where !goal.written.contains(Attack()) {
      found.add(Attack(), on: goal.cell)
    }
    let separation = AttackSeparation(attackGoals, solver: solver)
    for recourse in try separation.violated(at: point, knowing: KnownAttacks()) {
      if case .attack(let attack, let cell) = recourse.subject { found.add(attack, on: cell) }
    }
    return found
  }
}

extension AttackGoal {
  /// The attacks of one size under which a point lacks most of what the goal asks for, the worst first; only those under
  /// which it lacks more than a quantity. It is the first size at which some of them are not known. If there is none, no
  /// attack lacks more than a known one of its size.
  ///
  /// - Parameters:
  ///   - point: a value for each column of the program.
  ///   - floor: the quantity.
  ///   - top: the most attacks, with those that are known.
  ///   - known: attacks that are left out.
  fileprivate func worstAttacks(
    at point: [Double], above floor: Double, top: Int, except known: Set<Attack>,
    _ solver: any Solver
  ) throws -> [Attack] {
    let sizes = window.sizesToAsk(upTo: cuts).filter { $0 > 0 }
    guard !sizes.isEmpty else { return [] }
    var program = undisturbed.program(at: point)
    // Below 0 the violation is what is served beyond the goal. It tells how much an attack may still take away.
    program.setBounds(violation, lower: -demand, upper: .infinity)
    let search = InterdictionSearch(
      InterdictionProblem(
        program, targets: window.interdicted, weights: window.weights,
        resolution: 1e-9 * demand), solver: solver)
    for size in sizes {
      let ranking = try search.ranking(
        of: size, top: top, above: floor)
      guard ranking.isProven else { throw NoOptimum("the attacks that break a goal", .timeLimit) }
      let new = ranking.attacks.map { attack($0.targets) }.filter { !known.contains($0) }
      if !new.isEmpty { return new }
    }
    return []
  }

  private func attack(_ targets: [Int]) -> Attack {
    Attack(inOrder: targets.map { window.targets[$0] })
  }

  /// Attacks by the number of their targets, then by their names.
  fileprivate func inOrder(_ attacks: Set<Attack>) -> [Attack] {
    let places = Dictionary(uniqueKeysWithValues: window.targets.enumerated().map { ($1, $0) })
    return attacks.map { (attack: $0, places: $0.targets.map { places[$0] ?? .max }) }.sorted {
      $0.places.count != $1.places.count
        ? $0.places.count < $1.places.count : $0.places.lexicographicallyPrecedes($1.places)
    }.map(\.attack)
  }
}
