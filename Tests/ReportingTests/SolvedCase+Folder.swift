import CaseSupport
import GLPKSolver
import Planning
import Sourcing
import Storage

extension SolvedCase {
  var folder: PlanFolder {
    get throws { try PlanFolder(result, withoutGoals: nil, solver: GLPKSolver().name) }
  }

  /// The folder with the plan without goals beside the plan, as `solve` writes it for a model with goals.
  var comparedFolder: PlanFolder {
    get throws {
      try PlanFolder(result, withoutGoals: withoutGoals, solver: GLPKSolver().name)
    }
  }

  /// The plan for the same model without its goals.
  var withoutGoals: PlanningResult {
    get throws {
      try Planner(solver: GLPKSolver()).plan(instance, model.withoutGoals)
    }
  }
}
