public import Analysis
import GLPKSolver
public import Planning
public import Sourcing
import SourcingFiles
import TestSupport

/// A case with a known optimum, solved.
public struct SolvedCase: Sendable {
  public let instance: Instance
  public let model: Model
  public let result: PlanningResult

  public init(_ name: String) throws {
    instance = try InstanceReader.read(folder: TestPaths.case(name))
    model = try ModelReader.read(
      file: TestPaths.case(name) + "/model.yaml", instance: instance)
    result = try Planner(solver: GLPKSolver()).plan(instance, model)
  }

  public var view: PlanView? {
    PlanView(result)
  }

  /// Every case that has a plan.
  public static let feasible = TestPaths.caseNames.filter { $0 != "infeasible" }
}
