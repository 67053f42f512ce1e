/// A session that forwards to another session all calls that it does not implement itself.
package protocol ForwardingSession: SolverSession {
  /// The session to which calls are forwarded.
  var session: any SolverSession { get }
}

extension ForwardingSession {
  /// The program of ``session``.
  package var program: LinearProgram { session.program }

  /// Forwards to ``session``.
  package func setBounds(_ column: Column, lower: Double, upper: Double) throws(SolverError) {
    try session.setBounds(column, lower: lower, upper: upper)
  }

  /// Forwards to ``session``.
  package func setBounds(_ row: Row, lower: Double, upper: Double) throws(SolverError) {
    try session.setBounds(row, lower: lower, upper: upper)
  }

  /// Forwards to ``session``.
  package func setCost(_ column: Column, _ value: Double) throws(SolverError) {
    try session.setCost(column, value)
  }

  /// Forwards to ``session``.
  package func addRow(_ expression: LinearExpression, lower: Double, upper: Double)
    throws(SolverError) -> Row
  {
    try session.addRow(expression, lower: lower, upper: upper)
  }

  /// Forwards to ``session``.
  package func start(from basis: Basis?) throws(SolverError) { try session.start(from: basis) }
}
