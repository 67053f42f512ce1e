package import Formulation
package import LinearProgramming
import Parallel
package import Sourcing

/// The L-shaped method with a cut for each disruption (multi-cut). The master program gives a plan z. Each recourse is
/// solved at z, all of them in parallel, each from its own last basis. Where V(z) is more than the master's column
/// for it, the tangent of V at z becomes a cut.
///
/// Cuts are first taken at the point half-way between z and the last such point, which takes fewer rounds. Only where
/// these do not cut z off are they taken at z itself ("in-out" separation: Ben-Ameur and Neto, Networks 49
/// (2007)). Van Slyke and Wets, SIAM Journal on Applied Mathematics 17 (1969); Birge and Louveaux, European Journal of
/// Operational Research 34 (1988).
///
/// Where z breaks no cut, the worst attacks at z are sought for each goal against any attack (``AttackSeparation``). The
/// windows of those that break the goal are recourses too from then on. So a point that is returned was searched whole.
package final class RecourseCuts {
  /// The result of a separation.
  package enum Answer {
    /// Cuts that the point breaks. None: the master's columns have the values of all recourses.
    case cuts([RecourseCut])
    /// A recourse has no optimum, for this reason.
    case stopped(Termination)
  }

  private struct Tangent: Sendable {
    var recourse: Int
    var solution: Solution
    var cut: RecourseCut
  }

  /// Those of the program, then those of the attacks that were found.
  private(set) var recourses: [Recourse]
  /// The number of recourses of the program.
  let given: Int
  let attacks: AttackSeparation
  private let solver: any Solver
  private var bases: [Basis?]
  private var inside: [Double]?
  private var known: Set<Rates> = []
  /// Places of the program's recourses that are solved. Those of attacks always are.
  package var active: [Int]
  /// A goal that need not hold under attacks; nil: all must.
  package var leftOut: GoalIndex?
  /// All cuts found so far; each holds for every plan.
  package private(set) var found: [RecourseCut] = []
  /// Simplex iterations of all recourses.
  package private(set) var iterations = 0
  /// Rounds so far.
  package private(set) var rounds = 0

  /// A cut is broken if its expression is above this share of V (or of its unit).
  static let tolerance = 1e-8
  /// By how much a recourse's value may exceed the master's column where no cut moves the point, relative.
  static let roundOff = 1e-6
  static let mostRounds = 300
  /// The largest ratio of a recourse's costs; cuts are exact to 2⁻³⁴ of the largest coefficient.
  static let mostSpread = 1e7
  private let hasModerateCosts: Bool

  /// Cuts for the recourses of a program, and for the attacks on its goals; all are active.
  ///
  /// - Parameter known: cuts of these recourses, and bases to start from.
  package convenience init(
    _ program: PlanningProgram, solver: any Solver, from known: KnownRecourses = KnownRecourses()
  ) {
    self.init(program.recourses, program.attackGoals, solver: solver, from: known)
  }

  /// Cuts for some recourses, and for attacks on some goals; all are active.
  package init(
    _ given: [Recourse], _ goals: [AttackGoal] = [], solver: any Solver,
    from known: KnownRecourses = KnownRecourses()
  ) {
    recourses = given
    self.given = given.count
    attacks = AttackSeparation(goals, solver: solver)
    self.solver = solver
    active = Array(recourses.indices)
    hasModerateCosts =
      recourses.allSatisfy { $0.program.costSpread <= Self.mostSpread }
      && goals.allSatisfy { $0.undisturbed.costSpread <= Self.mostSpread }
    recourses += attacks.first(from: known.attacks)
    bases = recourses.map { recourse in
      known.bases[recourse.subject].flatMap { recourse.program.fits($0) ? $0 : nil }
    }
    found = known.cuts.filter(isNew)
  }

  /// What a solve with the same recourses can start from.
  package var knownRecourses: KnownRecourses {
    var known = KnownRecourses()
    for (recourse, basis) in zip(recourses, bases) { known.bases[recourse.subject] = basis }
    known.cuts = found
    known.attacks = attacksFound
    return known
  }

  /// Places of the recourses that are solved: the active ones and those of attacks.
  private var solved: [Int] {
    active
      + (given..<recourses.count).filter { place in
        guard let leftOut, case .attack(_, let cell) = recourses[place].subject else { return true }
        return cell.goal != leftOut
      }
  }

  /// The cuts of the active recourses that a solution of the master program breaks.
  ///
  /// - Parameter isLast: the last cuts did not move the point: it is only checked.
  /// - Throws: `DecompositionStalled` after too many rounds, if costs differ too much for cuts, or if the last point
  ///   is below the value of a recourse.
  package func separate(_ solution: Solution, _ options: SolveOptions, isLast: Bool = false) throws
    -> Answer
  {
    guard !solved.isEmpty || !attacks.isEmpty else { return .cuts([]) }
    guard hasModerateCosts else { throw stalled }
    let answer =
      try isLast ? checked(solution.values, options) : broken(by: solution, options)
    guard case .cuts(let known) = answer, known.isEmpty else { return answer }
    let new: [Recourse]
    do {
      new = try attacks.violated(
        at: solution.values, knowing: attacksFound, except: leftOut)
    } catch let stopped as NoOptimum where stopped.termination.isLimit {
      return .stopped(stopped.termination)
    }
    guard !new.isEmpty else { return answer }
    recourses += new
    bases += new.map { _ in nil }
    let tangents = try cuts(at: solution.values, breaking: solution.values, options)
    if case .cuts(let cuts) = tangents, cuts.isEmpty { throw stalled }
    return tangents
  }

  private var stalled: DecompositionStalled { DecompositionStalled(attacks: attacksFound) }

  /// The cuts of known recourses that a solution breaks.
  private func broken(by solution: Solution, _ options: SolveOptions) throws -> Answer {
    rounds += 1
    if rounds > Self.mostRounds { throw stalled }
    let proposed = solution.values
    if let last = inside, last.count == proposed.count {
      let middle = zip(last, proposed).map { ($0 + $1) / 2 }
      inside = middle
      let answer = try cuts(at: middle, breaking: proposed, options)
      if case .cuts(let cuts) = answer, cuts.isEmpty {} else { return answer }
    }
    inside = proposed
    return try cuts(at: proposed, breaking: proposed, options)
  }

  /// No cuts, if the master's columns have the values of all recourses within round-off.
  private func checked(_ point: [Double], _ options: SolveOptions) throws -> Answer {
    let tangents = try self.tangents(at: point, options)
    if let open = tangents.first(where: { !$0.solution.isOptimal }) {
      return .stopped(open.solution.termination)
    }
    let isKept = tangents.allSatisfy { excess($0, at: point) <= size(of: $0) * Self.roundOff }
    guard isKept else { throw stalled }
    return .cuts([])
  }

  /// The size that differences of a recourse's values are compared with.
  private func size(of tangent: Tangent) -> Double {
    max(recourses[tangent.recourse].unit, abs(tangent.solution.objective))
  }

  /// V of every active recourse at a point, in their order, then of the windows of attacks; nil if a limit came first.
  package func values(at point: [Double], _ options: SolveOptions) throws -> [Double]? {
    let tangents = try self.tangents(at: point, options)
    guard tangents.allSatisfy(\.solution.isOptimal) else { return nil }
    return tangents.map(\.solution.objective)
  }

  private func cuts(at point: [Double], breaking proposed: [Double], _ options: SolveOptions) throws
    -> Answer
  {
    let tangents = try self.tangents(at: point, options)
    if let open = tangents.first(where: { !$0.solution.isOptimal }) {
      return .stopped(open.solution.termination)
    }
    let broken = tangents.filter { tangent in
      excess(tangent, at: proposed) > size(of: tangent) * Self.tolerance
    }.map(\.cut).filter(isNew)
    found += broken
    return .cuts(broken)
  }

  /// Whether no cut of the recourse has the same rates. V has only one tangent with given rates, so another would
  /// differ by round-off only.
  private func isNew(_ cut: RecourseCut) -> Bool {
    let rates = Rates(
      subject: cut.subject,
      terms: cut.expression.terms.map { [$0.coefficient, Double($0.column.index)] })
    return known.insert(rates).inserted
  }

  private struct Rates: Hashable {
    var subject: RecourseSubject
    var terms: [[Double]]
  }

  /// By how much the tangent is above the master's column at a point.
  private func excess(_ tangent: Tangent, at point: [Double]) -> Double {
    tangent.cut.expression.value(at: point)
  }

  private func tangents(at point: [Double], _ options: SolveOptions) throws -> [Tangent] {
    var options = options
    options.method = .dual
    options.progress = nil
    let (fixed, recourses, bases, solver) = (options, recourses, bases, solver)
    let tangents = try inParallel(solved) { index in
      let recourse = recourses[index]
      let solution = try solver.solve(
        recourse.program.program(at: point, closing: recourse.closed), options: fixed,
        from: bases[index])
      return Tangent(
        recourse: index, solution: solution, cut: recourse.cut(at: point, solution))
    }
    for tangent in tangents {
      iterations += tangent.solution.iterations
      self.bases[tangent.recourse] = tangent.solution.basis ?? bases[tangent.recourse]
    }
    return tangents
  }
}

extension Recourse {
  /// V(z*) + Σ_n γ_n·(z_n − z*_n) − bound ≤ 0, with the rates at which higher targets move the right-hand side.
  fileprivate func cut(at point: [Double], _ solution: Solution) -> RecourseCut {
    var cut = RecourseCut(subject: subject, expression: LinearExpression(), sensitivities: [])
    guard solution.isOptimal else { return cut }
    cut.expression = program.cut(at: point, solution, closing: closed)
    if let bound { cut.expression.add(-1, bound) }
    cut.sensitivities = targets.map { target in
      let rate = target.rows.reduce(0) { $0 + program.dual(of: $1.row, in: solution) * $1.rate }
      return (target.constraint, -rate)
    }
    return cut
  }
}
