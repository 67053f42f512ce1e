import Formulation
import Interdiction
import LinearProgramming
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

  /// The windows to begin with: without an attack, and under attacks that are known to matter in a similar program.
  func first(from known: [(place: Int, attack: Attack)]) -> [Recourse] {
    goals.flatMap { goal in
      let similar = known.filter { $0.place == goal.place && goal.allows($0.attack) }.map(\.attack)
      let attacks = [Attack()] + similar.filter { !$0.targets.isEmpty }
      return attacks.map(goal.recourse)
    }
  }

  /// The windows of the worst attacks that break a goal at a point, and are not known yet. If there are none, it is
  /// proven that no attack breaks a goal by more than the tolerance.
  ///
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  func violated(at point: [Double], knowing known: [(place: Int, attack: Attack)]) throws
    -> [Recourse]
  {
    try goals.flatMap { goal -> [Recourse] in
      let had = Set(known.filter { $0.place == goal.place }.map(\.attack))
      let allowed = goal.bound.map { point[$0.index] } ?? 0
      let worst = try goal.worstAttacks(
        at: point, above: allowed + Self.tolerance * goal.demand, top: Self.most, solver)
      return worst.map { goal.attack($0) }.filter { !had.contains($0) }.map(goal.recourse)
    }
  }
}

extension AttackGoal {
  /// The attacks under which a point lacks most of what the goal asks for, the worst first; only those under which it
  /// lacks more than a quantity.
  fileprivate func worstAttacks(
    at point: [Double], above floor: Double, top: Int, _ solver: any Solver
  ) throws -> [[Int]] {
    var program = undisturbed.program(at: point)
    // Below 0 the violation is what is served beyond the goal. It tells how much an attack may still take away.
    program.setBounds(violation, lower: -demand, upper: .infinity)
    let search = InterdictionSearch(
      InterdictionProblem(
        program, targets: window.interdicted, weights: window.weights,
        resolution: 1e-9 * demand), solver: solver)
    for size in window.sizesToAsk(upTo: cuts) where size > 0 {
      let ranking = try search.ranking(of: size, top: top, above: floor)
      guard ranking.isProven else { throw NoOptimum("the attacks that break a goal", .timeLimit) }
      if !ranking.attacks.isEmpty { return ranking.attacks.map(\.targets) }
    }
    return []
  }

  fileprivate func attack(_ targets: [Int]) -> Attack {
    Attack(inOrder: targets.map { window.targets[$0] })
  }
}
