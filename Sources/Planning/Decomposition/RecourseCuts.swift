package import Formulation
package import LinearProgramming
import Parallel

/// The L-shaped method with one cut a disruption (multi-cut): at the plan that the master LP proposes, each
/// recourse is solved from its own last basis, all of them in parallel, and gives the tangent of its
/// function there if the plan takes that for less than it is.
///
/// Cuts are taken half-way between the proposed plan and the last such point, which is steadier than at
/// the proposal itself; only where those leave the proposal uncut is it looked at ("in-out" separation:
/// Ben-Ameur and Neto, Networks 49 (2007)). Van Slyke and Wets, SIAM Journal on Applied Mathematics 17
/// (1969); Birge and Louveaux, European Journal of Operational Research 34 (1988).
package final class RecourseCuts {
  package enum Answer {
    /// Cuts that the point breaks; none: every recourse is worth what the point takes it for.
    case cuts([RecourseCut])
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
  /// Places of the recourses that count at present.
  package var active: [Int]
  /// Everything found so far, valid for every plan.
  package private(set) var found: [RecourseCut] = []
  package private(set) var iterations = 0
  package private(set) var rounds = 0

  static let tolerance = 1e-8
  /// By how much a point that no cut moves any more may be wrong of a recourse.
  static let roundOff = 1e-6
  static let mostRounds = 300
  /// Most that a recourse's costs may differ by; cuts are exact to 2⁻³⁴ of the largest.
  static let mostSpread = 1e7
  private let isSound: Bool

  package init(_ recourses: [Recourse], solver: any Solver) {
    self.recourses = recourses
    self.solver = solver
    bases = Array(repeating: nil, count: recourses.count)
    active = Array(recourses.indices)
    isSound = recourses.allSatisfy { $0.program.costSpread <= Self.mostSpread }
  }

  /// What the active recourses have to say of a point of the master.
  ///
  /// - Parameter isLast: the last cuts did not move the point, so that more would not; it is only checked.
  /// - Throws: `DecompositionStalled` after too many rounds, where costs differ too much for cuts, or where the last point takes a recourse for less
  ///   than it is.
  package func separate(_ solution: Solution, _ options: SolveOptions, isLast: Bool = false) throws
    -> Answer
  {
    guard !active.isEmpty else { return .cuts([]) }
    guard isSound else { throw DecompositionStalled() }
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

  /// No cuts, where a point takes every recourse for what it is but for round-off.
  private func checked(_ point: [Double], _ options: SolveOptions) throws -> Answer {
    let tangents = try self.tangents(at: point, options)
    if let open = tangents.first(where: { !$0.solution.isOptimal }) {
      return .stopped(open.solution.termination)
    }
    let isKept = tangents.allSatisfy { excess($0, at: point) <= size(of: $0) * Self.roundOff }
    guard isKept else { throw DecompositionStalled() }
    return .cuts([])
  }

  /// What differences between values of a recourse are measured by.
  private func size(of tangent: Tangent) -> Double {
    max(recourses[tangent.recourse].unit, abs(tangent.solution.objective))
  }

  /// V of every active recourse at a point, in their order; nil where a limit came first.
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

  /// Whether no cut of the recourse has the same rates: V has one tangent with given rates, so that another
  /// adds nothing but round-off.
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

  /// By how much a point takes a recourse for less than its tangent says.
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
  /// `V(z*) + Σ g·(z − z*) − bound ≤ 0`, with the rates at which targets tighten it.
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
