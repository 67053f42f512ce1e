import Foundation
import TestSupport
import Testing

/// Every shipped instance with every reusable model, as users run them.
@Suite("Shipped instances", .serialized)
struct InstanceTests {
  private static let instances = [
    "batteries", "critical-minerals", "japan-rare-earths", "japan-rare-earths-2020",
    "pharmaceuticals", "semiconductors",
  ]
  /// The two models with disruptions take long; each is solved on one instance.
  private static let long = ["resilient", "risk-averse"]
  private static let models = TestPaths.modelNames.filter { !long.contains($0) }

  @Test("all instances and models are tested")
  func all() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: TestPaths.package.appending(path: "instances").path)
    #expect(folders.filter { !$0.contains(".") }.sorted() == Self.instances)
    #expect(Self.models.count >= 8 && Set(Self.long).isSubset(of: TestPaths.modelNames))
  }

  private func solve(_ instance: String, _ model: String) throws -> RunResult {
    try runPlusOne(["solve", TestPaths.instance(instance), "--model", TestPaths.model(model)])
  }

  @Test("each instance has a plan for every model", arguments: instances, models)
  func plan(instance: String, model: String) throws {
    let result = try solve(instance, model)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("Total cost"))
  }

  @Test(
    "two instances have a plan that weighs disruptions",
    arguments: zip(["pharmaceuticals", "batteries"], long))
  func disruptions(instance: String, model: String) throws {
    let result = try solve(instance, model)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test(
    "each instance is valid and can be stressed, and its copy is valid and has a plan",
    arguments: instances)
  func copy(instance: String) throws {
    let original = TestPaths.instance(instance)
    try withTemporaryFolder { scratch in
      let check = try runPlusOne(["validate", original])
      #expect(check.status == 0 && check.output.contains("0 errors"), "\(check.output)")
      let made = try runPlusOne(["new", "mine", "--from", original], in: scratch)
      #expect(made.status == 0, "\(made.errors)")
      let copied = try runPlusOne(["validate", "mine"], in: scratch)
      #expect(copied.status == 0 && copied.output.contains("mine: "), "\(copied.output)")
      let baseline = TestPaths.model("baseline")
      let plan = try runPlusOne(["solve", "mine", "--model", baseline], in: scratch)
      #expect(plan.status == 0 && plan.output.contains("Total cost"), "\(plan.errors)")
      let stress = try runPlusOne(
        ["stress", "mine", "--model", baseline, "--format", "json"], in: scratch)
      #expect(
        stress.status == 0 && stress.output.contains("\"time_to_survive\""), "\(stress.errors)")
    }
  }
}
