import Formulation
import LinearProgramming
import Sourcing

/// How the first solve of a planning LP begins.
public enum StartStrategy: Sendable {
  /// By size and structure: period by period where that pays.
  case automatic
  /// Period by period wherever the structure allows it, whatever the size.
  case periods
  /// From the solver's own basis.
  case plain
}

extension PlanningProgram {
  /// Whether the program's core is solved first, period by period: where there are several periods, and where
  /// no stress window is written into the rows. By itself that pays from a size on that the solver tells, and
  /// with a solver that goes on from a basis.
  func startsByPeriod(_ strategy: StartStrategy, with solver: any Solver) -> Bool {
    switch strategy {
    case .plain: return false
    case .automatic where program.columnCount < solver.tuning.columnsWorthSplitting: return false
    case .automatic where !solver.capabilities.contains(.bases): return false
    case .automatic, .periods: break
    }
    return instance.horizon.count > 1 && (!recourses.isEmpty || !hasStressWindows)
  }

  private var hasStressWindows: Bool { Decomposition.windowCount(instance, model) > 0 }

  /// Whether there is no more to the program than its core (``CoreSolve``).
  var isItsCore: Bool {
    guard model.objective.count == 1, case .cost = model.objective[0].quantity else { return false }
    return !program.isMixedInteger && cones.isEmpty && recourses.isEmpty
  }
}
