/// A solver all of whose solves end by one deadline: those that come later, or do not get done, stop at the
/// time limit. For questions of many solves that know no time limit themselves.
public struct DeadlineSolver: Solver {
  private let solver: any Solver
  private let deadline: Deadline

  public init(_ solver: any Solver, deadline: Deadline) {
    self.solver = solver
    self.deadline = deadline
  }

  public var name: String { solver.name }
  public var capabilities: SolverCapabilities { solver.capabilities }
  public var tuning: SolverTuning { solver.tuning }

  public func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
    throws(SolverError) -> Solution
  {
    guard !deadline.isOver else { return Solution(termination: .timeLimit) }
    return try solver.solve(program, options: deadline.apply(to: options), from: basis)
  }

  public func withSession<Answer>(
    _ program: LinearProgram, _ body: (any SolverSession) throws -> Answer
  ) throws -> Answer {
    try solver.withSession(program) { try body(DeadlineSession(session: $0, deadline: deadline)) }
  }
}

private final class DeadlineSession: SolverSession {
  private let session: any SolverSession
  private let deadline: Deadline

  init(session: any SolverSession, deadline: Deadline) {
    self.session = session
    self.deadline = deadline
  }

  var program: LinearProgram { session.program }

  func setBounds(_ column: Column, lower: Double, upper: Double) throws(SolverError) {
    try session.setBounds(column, lower: lower, upper: upper)
  }

  func setBounds(_ row: Row, lower: Double, upper: Double) throws(SolverError) {
    try session.setBounds(row, lower: lower, upper: upper)
  }

  func setCost(_ column: Column, _ value: Double) throws(SolverError) {
    try session.setCost(column, value)
  }

  func addRow(_ expression: LinearExpression, lower: Double, upper: Double) throws(SolverError)
    -> Row
  {
    try session.addRow(expression, lower: lower, upper: upper)
  }

  func start(from basis: Basis?) throws(SolverError) { try session.start(from: basis) }

  func solve(_ options: SolveOptions) throws(SolverError) -> Solution {
    guard !deadline.isOver else { return Solution(termination: .timeLimit) }
    return try session.solve(deadline.apply(to: options))
  }
}
