package import Formulation
package import LinearProgramming
import Parallel

/// The L-shaped method with one cut per recourse in each round (multi-cut). At the point of the master LP, each
/// recourse is solved in parallel, each from its own last basis. If the point's bound for a recourse function V is
/// below V, the tangent of V is a cut.
///
/// Cuts are first computed half-way between the master's point and the last point at which cuts were computed, which
/// needs fewer rounds. Only if none of them cuts off the master's point, cuts are computed at that point itself
/// (in-out separation). Van Slyke and Wets, *SIAM Journal on Applied Mathematics* 17 (1969); Birge and Louveaux,
/// *European Journal of Operational Research* 34 (1988); Ben-Ameur and Neto, *Networks* 49 (2007).
package final class RecourseCuts {
  /// The result of a separation.
  package enum Answer {
    /// The cuts that the point breaks. If there are none, its bound for each recourse function is right.
    case cuts([RecourseCut])
    /// A recourse has no optimum, for this reason.
    case stopped(Termination)
  }

  private struct Tangent: Sendable {
    var recourse: Int
    var solution: Solution
    var cut: RecourseCut
  }

  private let recourses: [Recourse]
  private let solver: any Solver
  private var bases: [Basis?]
  private var inside: [Double]?
  private var known: Set<Rates> = []
  /// The positions of the recourses that are used at present.
  package var active: [Int]
  /// All cuts found so far. They are valid for every plan.
  package private(set) var found: [RecourseCut] = []
  /// Simplex iterations of all recourses.
  package private(set) var iterations = 0
  /// Rounds so far.
  package private(set) var rounds = 0

  /// A cut is broken if its expression is above this share of V (or of its unit).
  static let tolerance = 1e-8
  /// The largest error of the bound for V, as a share of V, at a point that the last cuts did not change.
  static let roundOff = 1e-6
  static let mostRounds = 300
  /// The largest `RecourseProgram.costSpread` for which cuts are exact enough: they are rounded to 2⁻³⁴ of the largest
  /// coefficient.
  static let mostSpread = 1e7
  private let hasModerateCosts: Bool

  /// Cuts for these recourses; all are active.
  package init(_ recourses: [Recourse], solver: any Solver) {
    self.recourses = recourses
    self.solver = solver
    bases = Array(repeating: nil, count: recourses.count)
    active = Array(recourses.indices)
    hasModerateCosts = recourses.allSatisfy { $0.program.costSpread <= Self.mostSpread }
  }

  /// The cuts of the active recourses that a point of the master breaks.
  ///
  /// - Parameters:
  ///   - solution: the master's solution.
  ///   - options: the options of the recourses' solves.
  ///   - isLast: whether the last cuts did not change the point. It is then only checked.
  /// - Throws: `SolverError`; `DecompositionStalled` after too many rounds, if costs differ too much, or if the last
  ///   point's bound for a recourse function is too low.
  package func separate(_ solution: Solution, _ options: SolveOptions, isLast: Bool = false) throws
    -> Answer
  {
    guard !active.isEmpty else { return .cuts([]) }
    guard hasModerateCosts else { throw DecompositionStalled() }
    if isLast { return try checked(solution.values, options) }
    rounds += 1
    if rounds > Self.mostRounds { throw DecompositionStalled() }
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

  /// No cuts, if the point's bound for each recourse function is right within ``roundOff``.
  private func checked(_ point: [Double], _ options: SolveOptions) throws -> Answer {
    let tangents = try self.tangents(at: point, options)
    if let open = tangents.first(where: { !$0.solution.isOptimal }) {
      return .stopped(open.solution.termination)
    }
    let isKept = tangents.allSatisfy { excess($0, at: point) <= size(of: $0) * Self.roundOff }
    guard isKept else { throw DecompositionStalled() }
    return .cuts([])
  }

  /// The scale for differences of a recourse function: the larger of its unit and |V|.
  private func size(of tangent: Tangent) -> Double {
    max(recourses[tangent.recourse].unit, abs(tangent.solution.objective))
  }

  /// V of each active recourse at a point, in their order; nil if a recourse has no optimum.
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

  /// Whether no earlier cut of the recourse has the same coefficients. There is only one tangent of V with given
  /// coefficients, so a second one would differ by round-off only.
  private func isNew(_ cut: RecourseCut) -> Bool {
    let rates = Rates(
      recourse: cut.recourse,
      terms: cut.expression.terms.map { [$0.coefficient, Double($0.column.index)] })
    return known.insert(rates).inserted
  }

  private struct Rates: Hashable {
    var recourse: Int
    var terms: [[Double]]
  }

  /// By how much a point breaks a cut.
  private func excess(_ tangent: Tangent, at point: [Double]) -> Double {
    tangent.cut.expression.value(at: point)
  }

  private func tangents(at point: [Double], _ options: SolveOptions) throws -> [Tangent] {
    var options = options
    options.method = .dual
    options.progress = nil
    let (fixed, recourses, bases, solver) = (options, recourses, bases, solver)
    let tangents = try inParallel(active) { index in
      let recourse = recourses[index]
      let solution = try solver.solve(
        recourse.program.program(at: point), options: fixed, from: bases[index])
      return Tangent(
        recourse: index, solution: solution, cut: recourse.cut(index, at: point, solution))
    }
    for tangent in tangents {
      iterations += tangent.solution.iterations
      self.bases[tangent.recourse] = tangent.solution.basis ?? bases[tangent.recourse]
    }
    return tangents
  }
}

extension Recourse {
  /// The cut `V(z*) + Σ g·(z − z*) − bound ≤ 0`, and the rates at which higher targets move its right-hand side.
  fileprivate func cut(_ index: Int, at point: [Double], _ solution: Solution) -> RecourseCut {
    var cut = RecourseCut(recourse: index, expression: LinearExpression(), sensitivities: [])
    guard solution.isOptimal else { return cut }
    cut.expression = program.cut(at: point, solution)
    if let bound { cut.expression.add(-1, bound) }
    cut.sensitivities = targets.map { target in
      let rate = target.rows.reduce(0) { $0 + program.dual(of: $1.row, in: solution) * $1.rate }
      return (target.constraint, -rate)
    }
    return cut
  }
}
