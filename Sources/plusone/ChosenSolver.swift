import GLPKSolver
import LinearProgramming

/// The solver that every command uses. Only this file names a backend.
enum ChosenSolver {
  /// Reports the progress of its solves, which the console shows.
  static let solver: any Solver = ReportingSolver(silent, to: Console.progress)
  /// Reports nothing: for many independent questions at the same time, of which only the number is shown.
  static let silent: any Solver = GLPKSolver()
}
