import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("Reusable policies")
struct PolicyTests {
  private static let japan = Result {
    try InstanceReader.read(folder: TestPaths.instance("japan-rare-earths"))
  }

  @Test(
    "each policy has a plan for Japan's rare earths that meets its goals",
    arguments: [
      "baseline", "china-plus-one", "diversified", "least-exposure", "onshoring", "reliance-cap",
      "stock-cover", "stubborn-partners", "trusted-chain",
    ])
  func hasPlan(name: String) throws {
    let instance = try Self.japan.get()
    let model = try ModelReader.read(file: TestPaths.model(name), instance: instance)
    let result = try Planner(solver: GLPKSolver()).plan(instance, model)
    #expect(result.termination == .optimal)
    for outcome in result.goals where !model.goals[outcome.goal].isSoft {
      #expect(
        outcome.slack >= -1e-5 * max(1, abs(outcome.target)),
        "\(model.goals[outcome.goal].name)")
    }
  }
}
