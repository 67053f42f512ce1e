import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Reporting
import Sourcing
import SourcingFiles
import TestSupport

/// A case with known optimum, solved.
struct SolvedCase {
  let instance: Instance
  let model: Model
  let result: PlanningResult

  init(_ name: String) throws {
    instance = try InstanceReader.read(folder: TestPaths.case(name))
    model = try ModelReader.read(
      file: TestPaths.case(name) + "/model.yaml", instance: instance)
    result = try Planner(solver: GLPKSolver()).plan(instance, model)
  }

  var view: PlanView? {
    result.plan.map { PlanView(instance: instance, model: model, plan: $0, goals: result.goals) }
  }

  var folder: PlanFolder {
    PlanFolder(result, withoutGoals: nil, solver: GLPKSolver().name)
  }

  /// Every case that has a plan.
  static let feasible = TestPaths.caseNames.filter { $0 != "infeasible" }
}
