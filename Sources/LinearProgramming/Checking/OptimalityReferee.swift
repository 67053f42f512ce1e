/// Checks without a solver whether a solution is optimal.
///
/// A point x is optimal for a linear program if it keeps all bounds and there are dual values y, with reduced costs d
/// = cost − Aᵀ·y, such that (minimising) a positive y or d occurs only at a lower bound and a negative one only at an
/// upper bound. The referee recomputes A·x, d and both objectives from the program, and measures each violation
/// relative to the size of the numbers in it, so that the units of the data do not matter. For a mixed-integer
/// program it checks the dual values of the LP with the integer columns fixed. Textbook: Bertsimas and Tsitsiklis,
/// *Introduction to Linear Optimization* (1997), chapter 4.
public struct OptimalityReferee: Sendable {
  /// The largest violation that is accepted, relative to the size of the numbers in it.
  public var tolerance: Double

  /// The smallest size that counts, as a share of the usual size of the column, row or cost
  /// (``LinearProgram/columnSize``).
  public var floor: Double

  /// A referee with this tolerance and floor.
  public init(tolerance: Double = 1e-6, floor: Double = 1e-3) {
    self.tolerance = tolerance
    self.floor = floor
  }

  /// The result of a check: the largest relative violation of each condition, 0 if it holds exactly.
  public struct Verdict: Sendable {
    /// A value beyond its column's bounds.
    public internal(set) var columnBound = Violation()
    /// An activity beyond its row's bounds.
    public internal(set) var rowBound = Violation()
    /// An integer column whose value is no whole number.
    public internal(set) var integrality = Violation()
    /// A reported reduced cost that is not cost − Aᵀ·y.
    public internal(set) var reducedCost = Violation()
    /// Dual feasibility: a reduced cost or dual value whose sign belongs to a missing bound.
    public internal(set) var dual = Violation()
    /// Complementary slackness: a reduced cost or dual value that is not 0 although its column or row is not at the
    /// bound of its sign. The violation is the smaller of the two, each relative to its size.
    public internal(set) var complementarity = Violation()
    /// The difference between the primal and the dual objective.
    public internal(set) var gap = Violation()
    /// The difference between the reported objective and that of the point.
    public internal(set) var objective = Violation()
    /// Why the vectors cannot be checked, such as a wrong length; nil if they can.
    public internal(set) var malformed: String?
    let tolerance: Double

    init(tolerance: Double) { self.tolerance = tolerance }

    private var figures: [(String, Violation)] {
      [
        ("the bounds of column", columnBound), ("the bounds of row", rowBound),
        ("the integrality of column", integrality), ("the reduced cost of column", reducedCost),
        ("dual feasibility at", dual), ("complementarity at", complementarity),
        ("the duality gap", gap), ("the reported objective", objective),
      ]
    }

    /// Whether no violation is above the tolerance.
    public var isAccepted: Bool { malformed == nil && figures.allSatisfy { holds($0.1) } }

    /// All violations above the tolerance as one sentence; nil if there are none.
    public var complaint: String? {
      if let malformed { return malformed }
      let worst = figures.filter { !holds($0.1) }
      guard !worst.isEmpty else { return nil }
      return worst.map { name, violation in
        "\(name)\(violation.place) is violated by \(violation.relative) (relative)"
      }.joined(separator: "; ")
    }

    // A comparison with NaN is false, so a violation that cannot be computed counts as too large.
    private func holds(_ violation: Violation) -> Bool { violation.relative <= tolerance }
  }

  /// The largest violation of one condition, and where it occurs.
  public struct Violation: Sendable {
    /// The violation divided by the size of the numbers in it.
    public private(set) var relative = 0.0
    /// The column or row, as text for a sentence; empty for the objective.
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

  /// Checks a solution that is claimed to be optimal.
  ///
  /// - Complexity: O(columns + rows + terms).
  public func examine(_ solution: Solution, of program: LinearProgram) -> Verdict {
    var verdict = Verdict(tolerance: tolerance)
    guard solution.values.count == program.columnCount,
      solution.rowDuals.count == program.rowCount,
      solution.reducedCosts.count == program.columnCount
    else {
      verdict.malformed = "the solution does not have one value per column and one dual per row"
      return verdict
    }
    guard solution.values.allSatisfy(\.isFinite), solution.rowDuals.allSatisfy(\.isFinite) else {
      verdict.malformed = "the solution has values that are not finite"
      return verdict
    }
    let figures = Recomputation(of: solution, in: program, floor: floor)
    checkPrimal(figures, &verdict)
    checkDual(figures, &verdict)
    return verdict
  }

  /// Checks only the point of a solution: bounds, rows, integrality and objective.
  public func examinePoint(_ solution: Solution, of program: LinearProgram) -> Verdict {
    var verdict = Verdict(tolerance: tolerance)
    guard solution.values.count == program.columnCount, solution.values.allSatisfy(\.isFinite)
    else {
      verdict.malformed = "the solution does not have one finite value per column"
      return verdict
    }
    var pointOnly = solution
    pointOnly.rowDuals = [Double](repeating: 0, count: program.rowCount)
    pointOnly.reducedCosts = program.cost
    checkPrimal(Recomputation(of: pointOnly, in: program, floor: floor), &verdict)
    return verdict
  }

  private func checkPrimal(_ figures: Recomputation, _ verdict: inout Verdict) {
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

  private func checkDual(_ figures: Recomputation, _ verdict: inout Verdict) {
    let (program, solution) = (figures.program, figures.solution)
    var sum = DualObjective(figures)
    for c in solution.values.indices {
      let d = figures.reduced[c]
      verdict.reducedCost.note(
        abs(d - solution.reducedCosts[c]), scale: figures.costScale[c], at: " \(c)")
      if figures.isInteger[c] {
        sum.dualObjective += d * solution.values[c]
      } else {
        sum.add(
          d, noise: figures.costScale[c], value: solution.values[c],
          scale: floor * program.size(of: c), lower: program.columnLower[c],
          upper: program.columnUpper[c], at: " column \(c)", &verdict)
      }
    }
    for r in solution.rowDuals.indices where solution.rowDuals[r] != 0 {
      sum.add(
        solution.rowDuals[r], noise: figures.dualScale(r), value: figures.activity[r],
        scale: figures.rowScale[r], lower: program.rowLower[r], upper: program.rowUpper[r],
        at: " row \(r)", &verdict)
    }
    verdict.gap.note(abs(figures.objective - sum.dualObjective), scale: sum.scale, at: "")
  }
}

/// The dual objective Σ y·(bound of its sign) + Σ d·(bound of its sign) + constant, and the checks of its terms.
private struct DualObjective {
  let isMinimising: Bool
  var dualObjective: Double
  /// The largest number in the primal and the dual objective.
  var scale: Double

  init(_ figures: Recomputation) {
    isMinimising = figures.program.sense == .minimise
    dualObjective = figures.program.constant
    scale = figures.objectiveScale
  }

  /// Adds one dual value or reduced cost times its bound, and checks dual feasibility and complementary slackness.
  /// Minimising, a positive dual value belongs to the lower bound; maximising, to the upper bound.
  ///
  /// - Parameters:
  ///   - noise: the size with which the dual value is compared.
  ///   - scale: the smallest size that counts for the value.
  mutating func add(
    _ dual: Double, noise: Double, value: Double, scale leastValue: Double, lower: Double,
    upper: Double, at place: @autoclosure () -> String,
    _ verdict: inout OptimalityReferee.Verdict
  ) {
    guard dual != 0 else { return }
    // Round-off of numbers that cancelled. Multiplied by a distant bound it would look large.
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
    // Nothing to check at the bound; at the bound 0 the distance is 0/0.
    guard distance > 0 else { return }
    verdict.complementarity.note(min(distance, abs(dual) / noise), scale: 1, at: place())
  }
}
