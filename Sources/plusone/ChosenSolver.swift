import GLPKSolver
import LinearProgramming

/// The solver that every command uses: the one place of the program that names a backend.
enum ChosenSolver {
  static let solver: any Solver = GLPKSolver()
}
