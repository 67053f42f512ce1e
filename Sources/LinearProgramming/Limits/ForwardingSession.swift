/// A session that passes on to another one whatever it does not answer itself.
package protocol ForwardingSession: SolverSession {
  var session: any SolverSession { get }
}

extension ForwardingSession {
  package var program: LinearProgram { session.program }

  package func setBounds(_ column: Column, lower: Double, upper: Double) throws(SolverError) {
    try session.setBounds(column, lower: lower, upper: upper)
  }

  package func setBounds(_ row: Row, lower: Double, upper: Double) throws(SolverError) {
    try session.setBounds(row, lower: lower, upper: upper)
  }

  package func setCost(_ column: Column, _ value: Double) throws(SolverError) {
    try session.setCost(column, value)
  }

  package func addRow(_ expression: LinearExpression, lower: Double, upper: Double)
    throws(SolverError) -> Row
  {
    try session.addRow(expression, lower: lower, upper: upper)
  }

  package func start(from basis: Basis?) throws(SolverError) { try session.start(from: basis) }
}
