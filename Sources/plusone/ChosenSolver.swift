import GLPKSolver
import LinearProgramming

/// The solver that every command uses. Only this file names a backend.
enum ChosenSolver {
  static let solver: any Solver = GLPKSolver()
}
