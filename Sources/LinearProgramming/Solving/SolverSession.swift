/// A loaded program that can be changed between solves. Each solve starts from the last basis, if the solver has bases,
/// and gives the same optimum as a solve of a new copy of ``program``.
///
/// A change with an index that does not exist, or with a number that must be finite and is not, throws
/// ``SolverError/invalidProgram(_:)`` and changes nothing. The session can be used again after a solve that threw an
/// error or was stopped. All methods throw ``SolverError/libraryFailure(_:)`` after its end or on another thread.
public protocol SolverSession: AnyObject {
  /// The program after all changes so far.
  var program: LinearProgram { get }

  /// Sets both bounds of a column.
  func setBounds(_ column: Column, lower: Double, upper: Double) throws(SolverError)
  /// Sets both bounds of a row.
  func setBounds(_ row: Row, lower: Double, upper: Double) throws(SolverError)
  /// Sets the objective coefficient of a column.
  func setCost(_ column: Column, _ value: Double) throws(SolverError)
  /// Adds the constraint `lower ≤ expression ≤ upper` over existing columns: a cut, a lazy row, a stage of the
  /// objective.
  @discardableResult
  func addRow(_ expression: LinearExpression, lower: Double, upper: Double) throws(SolverError)
    -> Row
  /// Sets the basis from which the next solve starts; nil: the solver chooses.
  func start(from basis: Basis?) throws(SolverError)
  /// Solves the program as it is now.
  ///
  /// - Throws: ``SolverError``.
  func solve(_ options: SolveOptions) throws(SolverError) -> Solution
}
