/// Misuse or failure of a solver.
public enum SolverError: Error, Sendable, Equatable {
  /// The program is not one: what is wrong, in a sentence each.
  case invalidProgram([String])
  /// The solver cannot solve programs of this kind: what it lacks, in words that follow "it".
  case unsupported(String)
  /// The solver library failed: what it said.
  case libraryFailure(String)
  /// An answer claimed to be optimal, infeasible or unbounded did not pass its proof.
  case refuted(String)
}

extension SolverError: CustomStringConvertible {
  /// What went wrong, then what to do about it.
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
      Choose another solver, or leave out what asks for it.
      """
    case .libraryFailure(let message):
      """
      the solver failed: \(message)
      Solving again may help; if not, export the program and try another solver.
      """
    case .refuted(let complaint):
      """
      the solver's answer is wrong, so there is none: \(complaint)
      Numbers of very different sizes are the usual cause: look for huge penalties and tiny units.
      """
    }
  }
}
