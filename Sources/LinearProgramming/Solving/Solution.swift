/// Why a solver stopped.
public enum Termination: String, Sendable {
  case optimal
  case infeasible
  case unbounded
  case timeLimit = "time-limit"
  case iterationLimit = "iteration-limit"
  case cancelled
}

/// What is known of the point that came back.
public enum PointStatus: String, Sendable {
  case none, feasible, infeasible
}

/// The answer to one solve. Status is three questions: why it stopped, what the primal point is, what
/// the dual point is. Vectors are in the program's own order and units; empty where there is no point.
public struct Solution: Sendable {
  public var termination: Termination
  public var primalStatus: PointStatus
  public var dualStatus: PointStatus

  /// Objective value in the program's own sense, its constant included; NaN where there is no point.
  public var objective: Double
  /// For a MIP the proven bound on the objective; for an LP the objective itself.
  public var bound: Double

  /// x, one a column.
  public var values: [Double]
  /// A·x, one a row.
  public var activities: [Double]
  /// d(objective)/d(right-hand side), one a row. Of a MIP: with the integers fixed at their values.
  public var rowDuals: [Double]
  /// cost − Aᵀ·rowDuals, one a column. Of a MIP: with the integers fixed at their values.
  public var reducedCosts: [Double]

  /// The final basis; of a MIP: that of its relaxation, where a next solve starts well.
  public var basis: Basis?
  public var iterations: Int
  /// Of an infeasible program: the proof; nil where it takes branching to show that no whole point exists.
  public var certificate: InfeasibilityCertificate?
  /// Of an infeasible mixed-integer program: whether that is only what branch and cut says, and too large to prove.
  public var isUnproven = false

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

  public var isOptimal: Bool { termination == .optimal }
  public subscript(column: Column) -> Double { values[column.index] }
}
