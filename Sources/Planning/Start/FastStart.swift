import Formulation
import LinearProgramming
import Sourcing

/// How the first solve of a planning LP starts. The optimum is the same.
public enum StartStrategy: Sendable {
  /// Period by period if the program is large enough (`SolverTuning.columnsWorthSplitting`), else as `plain`.
  case automatic
  /// Period by period if the structure allows it, whatever the size.
  case periods
  /// From a basis that the solver chooses.
  case plain
}

extension PlanningProgram {
  /// Whether the program's core is solved first, period by period. This needs several periods, and no rows of stress
  /// windows in the program. `automatic` also needs a minimum number of columns and a solver that starts from a given
  /// basis.
  func startsByPeriod(_ strategy: StartStrategy, with solver: any Solver) -> Bool {
    switch strategy {
    case .plain: return false
    case .automatic where program.columnCount < solver.tuning.columnsWorthSplitting: return false
    case .automatic where !solver.capabilities.contains(.bases): return false
    case .automatic, .periods: break
    }
    return instance.horizon.count > 1 && windows.isEmpty
  }

  /// Whether the program is its own core (``CoreSolve``): one objective, the cost; no integer columns, cones, recourses
  /// or goals against any attack.
  var isItsCore: Bool {
    guard model.objective.count == 1, case .cost = model.objective[0].quantity else { return false }
    return !program.isMixedInteger && cones.isEmpty && recourses.isEmpty && attackGoals.isEmpty
  }
}
