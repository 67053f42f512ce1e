/// Why a solver stopped.
public enum Termination: String, Sendable {
  /// An optimum was found and proven.
  case optimal
  /// There is no feasible point.
  case infeasible
  /// The objective improves without limit.
  case unbounded
  /// The time limit came first.
  case timeLimit = "time-limit"
  /// The iteration limit came first.
  case iterationLimit = "iteration-limit"
  /// Another thread cancelled the solve.
  case cancelled
}

/// What is known about the primal or the dual point of a solution.
public enum PointStatus: String, Sendable {
  /// There is no point.
  case none
  /// The point is feasible.
  case feasible
  /// There is no feasible point.
  case infeasible
}

/// The result of one solve. Its status has three parts: why the solve ended, the status of the primal point, and the
/// status of the dual point. Vectors are in the program's order and units, and empty if there is no point.
public struct Solution: Sendable {
  /// Why the solve ended.
  public var termination: Termination
  /// Whether ``values`` is a feasible point.
  public var primalStatus: PointStatus
  /// Whether ``rowDuals`` and ``reducedCosts`` are dual feasible.
  public var dualStatus: PointStatus

  /// The objective Σ cost·x + constant; NaN if there is no point.
  public var objective: Double
  /// For a MIP the proven bound on the objective; for an LP the objective itself; NaN if unknown.
  public var bound: Double

  /// x, one value per column.
  public var values: [Double]
  /// A·x, one value per row.
  public var activities: [Double]
  /// The dual value d(objective)/d(right-hand side) of each row. For a MIP: of the LP with the integer columns fixed at
  /// their values.
  public var rowDuals: [Double]
  /// The reduced cost, cost − Aᵀ·rowDuals, of each column. For a MIP: as for ``rowDuals``.
  public var reducedCosts: [Double]

  /// The final basis; for a MIP the basis of its relaxation, from which the next solve starts.
  public var basis: Basis?
  /// Simplex iterations of the solve.
  public var iterations: Int
  /// The proof that the program is infeasible; nil if only branching proves it.
  public var certificate: InfeasibilityCertificate?
  /// Whether `.infeasible` is only a claim of branch and cut, because the proof by branching would be too large.
  public var isUnproven = false

  /// A result; what is left out is absent.
  public init(
    termination: Termination, primalStatus: PointStatus = .none, dualStatus: PointStatus = .none,
    objective: Double = .nan, bound: Double = .nan, values: [Double] = [],
    activities: [Double] = [], rowDuals: [Double] = [], reducedCosts: [Double] = [],
    basis: Basis? = nil, iterations: Int = 0, certificate: InfeasibilityCertificate? = nil
  ) {
    self.termination = termination
    self.primalStatus = primalStatus
    self.dualStatus = dualStatus
    self.objective = objective
    self.bound = bound
    self.values = values
    self.activities = activities
    self.rowDuals = rowDuals
    self.reducedCosts = reducedCosts
    self.basis = basis
    self.iterations = iterations
    self.certificate = certificate
  }

  /// Whether an optimum was found.
  public var isOptimal: Bool { termination == .optimal }
  /// The same result without its point.
  package var withoutPoint: Solution {
    Solution(
      termination: termination, primalStatus: primalStatus == .infeasible ? .infeasible : .none,
      bound: bound, basis: basis, iterations: iterations, certificate: certificate)
  }
  /// The value of a column.
  public subscript(column: Column) -> Double { values[column.index] }
}
