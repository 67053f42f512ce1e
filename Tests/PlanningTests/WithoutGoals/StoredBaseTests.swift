import CaseSupport
import GLPKSolver
import Planning
import Sourcing
import TestSupport
import Testing

/// A plan without goals that was found before has the objective that it was found with.
struct StoredBaseTests {
  @Test(
    "it has the values of all stages, with its losses in disruptions",
    arguments: [
      "", "objective: [{minimise: shortage}, {minimise: cost}]",
      "objective: [{minimise: cost}, {minimise: loss}]",
    ], [Decomposition.always, .never])
  func stages(objective: String, decomposition: Decomposition) throws {
    var lossy = 0
    // A small weight leaves losses in the plan, a large one makes them matter.
    for weight in [0.01, 1, 100] {
      for seed in UInt64(1)...8 {
        let question = try DisruptedQuestion(seed: seed)
        let model = try question.model(
          DisruptedQuestion.risk(alpha: 0.8, weight: weight, expected: weight), objective)
        let planner = Planner(solver: GLPKSolver(), decomposition: decomposition)
        let found = try planner.plan(question.instance, model)
        let plan = try #require(found.plan)
        let known = try planner.result(of: plan, question.instance, model)
        #expect(known.stageValues.count == found.stageValues.count)
        for (value, wanted) in zip(known.stageValues, found.stageValues) {
          // A later stage may use the tolerance of an earlier one.
          #expect(abs(value - wanted) <= 1.1e-6 * max(1, abs(wanted)), "\(value), \(wanted)")
        }
        #expect(isClose(known.cost, found.cost))
        let beyond =
          objective.contains("loss")
          ? found.objective : found.objective - found.cost
        lossy += beyond > 1e-5 * found.cost ? 1 : 0
      }
    }
    #expect(lossy > 3, "without losses the objective is the cost: \(lossy)")
  }
}
