/// Judges, without any solver, whether a solution is what it claims to be.
///
/// A point is optimal for a linear program if it keeps all bounds and there are duals y, with reduced
/// costs d = cost − Aᵀ·y, such that every nonzero y or d stands at a bound it pulls against. The
/// referee computes activities, reduced costs and both objective values anew, from the program alone,
/// and measures each violation against the size of the numbers that went into it, so that thousands of
/// tonnes and shares of a percent are held to the same standard. In a mixed-integer program, duals are
/// judged with the integers fixed at their values.
public struct OptimalityReferee: Sendable {
  /// Greatest violation allowed, relative to the size of the numbers involved.
  public var tolerance: Double

  /// The least size that numbers count as, as a share of what is usual for their column or row
  /// (``LinearProgram/columnSize``, ``LinearProgram/typicalCost``).
  public var floor: Double

  public init(tolerance: Double = 1e-6, floor: Double = 1e-3) {
    self.tolerance = tolerance
    self.floor = floor
  }

  /// What the referee found. Each figure is a relative violation, 0 at best.
  public struct Verdict: Sendable {
    /// A value beyond its column's bounds.
    public internal(set) var columnBound = Violation()
    /// An activity beyond its row's bounds.
    public internal(set) var rowBound = Violation()
    /// An integer column that is not whole.
    public internal(set) var integrality = Violation()
    /// A reported reduced cost that is not cost − Aᵀ·y.
    public internal(set) var reducedCost = Violation()
    /// A reduced cost, or row dual, that pulls where there is no bound.
    public internal(set) var dual = Violation()
    /// A reduced cost, or row dual, that is not 0 while its column or row is away from the bound it pulls against: the
    /// smaller of both, each beside its own size.
    public internal(set) var complementarity = Violation()
    /// Primal objective against dual objective.
    public internal(set) var gap = Violation()
    /// The reported objective against the point's.
    public internal(set) var objective = Violation()
    /// What makes the solution no solution at all, such as vectors of the wrong length.
    public internal(set) var malformed: String?
    let tolerance: Double

    init(tolerance: Double) { self.tolerance = tolerance }

    private var figures: [(String, Violation)] {
      [
        ("the bounds of column", columnBound), ("the bounds of row", rowBound),
        ("the wholeness of column", integrality), ("the reduced cost of column", reducedCost),
        ("dual feasibility at", dual), ("complementarity at", complementarity),
        ("the duality gap", gap), ("the reported objective", objective),
      ]
    }

    public var isAccepted: Bool { malformed == nil && figures.allSatisfy { holds($0.1) } }

    /// What is wrong, in one sentence; nil if nothing is.
    public var complaint: String? {
      if let malformed { return malformed }
      let worst = figures.filter { !holds($0.1) }
      guard !worst.isEmpty else { return nil }
      return worst.map { name, violation in
        "\(name)\(violation.place) is violated by \(violation.relative) (relative)"
      }.joined(separator: "; ")
    }

    // False for NaN, so that figures which cannot be computed are refused.
    private func holds(_ violation: Violation) -> Bool { violation.relative <= tolerance }
  }

  /// The worst violation of one kind, and where it is.
  public struct Violation: Sendable {
    public private(set) var relative = 0.0
    public private(set) var place = ""

    mutating func note(_ amount: Double, scale: Double, at place: @autoclosure () -> String) {
      guard !(amount <= 0) else { return }
      let relative = scale > 0 ? amount / scale : amount
      if !(relative <= self.relative) {
        self.relative = relative
        self.place = place()
      }
    }
  }

  /// Judges a solution that claims to be optimal.
  ///
  /// - Complexity: O(columns + rows + terms).
  public func examine(_ solution: Solution, of program: LinearProgram) -> Verdict {
    var verdict = Verdict(tolerance: tolerance)
    guard solution.values.count == program.columnCount,
      solution.rowDuals.count == program.rowCount,
      solution.reducedCosts.count == program.columnCount
    else {
      verdict.malformed = "the solution has not one value a column and one dual a row"
      return verdict
    }
    guard solution.values.allSatisfy(\.isFinite), solution.rowDuals.allSatisfy(\.isFinite) else {
      verdict.malformed = "the solution has values that are not finite"
      return verdict
    }
    let figures = Recomputation(of: solution, in: program, floor: floor)
    judgePrimal(figures, &verdict)
    judgeDual(figures, &verdict)
    return verdict
  }

  /// Judges only the point of a solution: bounds, rows, wholeness and objective value.
  public func examinePoint(_ solution: Solution, of program: LinearProgram) -> Verdict {
    var verdict = Verdict(tolerance: tolerance)
    guard solution.values.count == program.columnCount, solution.values.allSatisfy(\.isFinite)
    else {
      verdict.malformed = "the solution has not one finite value a column"
      return verdict
    }
    var pointOnly = solution
    pointOnly.rowDuals = [Double](repeating: 0, count: program.rowCount)
    pointOnly.reducedCosts = program.cost
    judgePrimal(Recomputation(of: pointOnly, in: program, floor: floor), &verdict)
    return verdict
  }

  private func judgePrimal(_ figures: Recomputation, _ verdict: inout Verdict) {
    let (program, x) = (figures.program, figures.solution.values)
    for c in x.indices {
      let (lower, upper) = (program.columnLower[c], program.columnUpper[c])
      let beyond = max(lower - x[c], x[c] - upper)
      if beyond > 0 {
        verdict.columnBound.note(
          beyond, scale: max(floor * program.size(of: c), abs(x[c])), at: " \(c)")
      }
    }
    for index in program.integerColumns {
      let c = Int(index)
      verdict.integrality.note(abs(x[c] - x[c].rounded()), scale: 1, at: " \(c)")
    }
    for r in figures.activity.indices {
      let activity = figures.activity[r]
      let beyond = max(program.rowLower[r] - activity, activity - program.rowUpper[r])
      if beyond > 0 { verdict.rowBound.note(beyond, scale: figures.rowScale[r], at: " \(r)") }
    }
    let reported = figures.solution.objective
    verdict.objective.note(
      reported.isFinite ? abs(reported - figures.objective) : .infinity,
      scale: figures.objectiveScale, at: "")
  }

  private func judgeDual(_ figures: Recomputation, _ verdict: inout Verdict) {
    let (program, solution) = (figures.program, figures.solution)
    var pull = Pull(figures)
    for c in solution.values.indices {
      let d = figures.reduced[c]
      verdict.reducedCost.note(
        abs(d - solution.reducedCosts[c]), scale: figures.costScale[c], at: " \(c)")
      if figures.isWhole[c] {
        pull.dualObjective += d * solution.values[c]
      } else {
        pull.weigh(
          d, noise: figures.costScale[c], value: solution.values[c],
          scale: floor * program.size(of: c), lower: program.columnLower[c],
          upper: program.columnUpper[c], at: " column \(c)", &verdict)
      }
    }
    for r in solution.rowDuals.indices where solution.rowDuals[r] != 0 {
      pull.weigh(
        solution.rowDuals[r], noise: figures.dualScale(r), value: figures.activity[r],
        scale: figures.rowScale[r], lower: program.rowLower[r], upper: program.rowUpper[r],
        at: " row \(r)", &verdict)
    }
    verdict.gap.note(abs(figures.objective - pull.dualObjective), scale: pull.scale, at: "")
  }
}

/// Weighs duals against the bounds they pull at.
private struct Pull {
  let isMinimising: Bool
  var dualObjective: Double
  /// Size of the numbers in the primal and the dual objective.
  var scale: Double

  init(_ figures: Recomputation) {
    isMinimising = figures.program.sense == .minimise
    dualObjective = figures.program.constant
    scale = figures.objectiveScale
  }

  /// Minimising, a positive dual pulls against the lower bound; maximising, against the upper one.
  ///
  /// - Parameters:
  ///   - noise: size of the dual.
  ///   - scale: least size of the value.
  mutating func weigh(
    _ dual: Double, noise: Double, value: Double, scale leastValue: Double, lower: Double,
    upper: Double, at place: @autoclosure () -> String,
    _ verdict: inout OptimalityReferee.Verdict
  ) {
    guard dual != 0 else { return }
    // Rounding leaves a trace of what has cancelled; beside a bound far away it would look like much.
    if abs(dual) <= 1e-12 * noise {
      dualObjective += dual * value
      return
    }
    let bound = (dual > 0) == isMinimising ? lower : upper
    guard bound.isFinite else {
      verdict.dual.note(abs(dual), scale: noise, at: place())
      dualObjective += dual * value
      return
    }
    dualObjective += dual * bound
    scale = max(scale, abs(dual * bound))
    let distance = abs(value - bound) / max(leastValue, abs(value), abs(bound))
    // A value at the bound 0 has no size of its own: 0/0.
    guard distance > 0 else { return }
    verdict.complementarity.note(min(distance, abs(dual) / noise), scale: 1, at: place())
  }
}
