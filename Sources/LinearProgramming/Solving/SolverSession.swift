/// A loaded program that is changed in place between solves; each solve starts from the last basis, if
/// the solver has bases, and answers as a solve of ``program`` built anew would.
///
/// A change that names a column or row that does not exist, or has a number that is not finite where it
/// must be, throws ``SolverError/invalidProgram(_:)`` and changes nothing. After a solve that threw or
/// was stopped the session may be used again. Used after its end, or on another thread, it throws.
public protocol SolverSession: AnyObject {
  /// The program as it stands after the changes so far.
  var program: LinearProgram { get }

  func setBounds(_ column: Column, lower: Double, upper: Double) throws(SolverError)
  func setBounds(_ row: Row, lower: Double, upper: Double) throws(SolverError)
  func setCost(_ column: Column, _ value: Double) throws(SolverError)
  /// Adds a constraint over existing columns (a cut, a lazy row, a later objective stage).
  @discardableResult
  func addRow(_ expression: LinearExpression, lower: Double, upper: Double) throws(SolverError)
    -> Row
  /// The basis that the next solve starts from; nil: the solver's own choice.
  func start(from basis: Basis?) throws(SolverError)
  func solve(_ options: SolveOptions) throws(SolverError) -> Solution
}
