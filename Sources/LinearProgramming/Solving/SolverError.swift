/// A wrong use or a failure of a solver.
public enum SolverError: Error, Sendable, Equatable {
  /// The program, a change of it or a basis is not valid: one sentence per mistake.
  case invalidProgram([String])
  /// The solver cannot solve programs of this kind. The text follows the word "it".
  case unsupported(String)
  /// The solver library failed, with its message.
  case libraryFailure(String)
  /// No attempt gave a result that passed its check; the text says what was wrong with each.
  case refuted(String)
}

extension SolverError: CustomStringConvertible {
  /// What went wrong, and what the user can do.
  public var description: String {
    switch self {
    case .invalidProgram(let problems):
      """
      this is not a linear program: \(problems.joined(separator: "; "))
      This is a mistake of the program that built it, not of the data: please report it.
      """
    case .unsupported(let lack):
      """
      this solver cannot solve the program: it \(lack)
      Choose another solver, or remove the part of the model that needs this.
      """
    case .libraryFailure(let message):
      """
      the solver failed: \(message)
      Solving again may help; if not, export the program and try another solver.
      """
    case .refuted(let complaint):
      """
      no answer of the solver passed its check: \(complaint)
      Numbers of very different sizes are the usual cause: look for very high costs and very small units.
      """
    }
  }
}
