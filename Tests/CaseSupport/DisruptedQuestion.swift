import Foundation
import GLPKSolver
public import Planning
public import Sourcing
import SourcingFiles
import TestSupport

/// A random instance with disruptions, and models with goals or risk that depend on them.
public struct DisruptedQuestion {
  public let instance: Instance

  public init(seed: UInt64, isLumpy: Bool = false) throws {
    instance = try withTemporaryFolder { folder in
      var files = RandomInstance.files(seed: seed, isLumpy: isLumpy)
      files["disruptions.csv"] = RandomDisruptions.file(seed: seed)
      try write(files, to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
  }

  public init(instance: Instance) { self.instance = instance }

  /// A model from lines of YAML.
  public func model(_ lines: String...) throws -> Model {
    let text = (["name: test", "stockpiles: free"] + lines).joined(separator: "\n") + "\n"
    return try ModelReader.read(bytes: Array(text.utf8), file: "test.yaml", instance: instance)
  }

  public func plan(_ model: Model, _ decomposition: Decomposition = .automatic) throws
    -> PlanningResult
  {
    try Planner(solver: GLPKSolver(), decomposition: decomposition).plan(instance, model)
  }

  public static func resilience(_ service: Double, _ further: String = "") -> String {
    "goals: [{kind: resilience, against: all, of: R0, commodity: oxide, at_least: \(service)\(further)}]"
  }

  public static func risk(
    alpha: Double = 0.9, weight: Double = 1, expected: Double = 1, of: String = "world"
  ) -> String {
    "risk: {against: all, of: \(of), in: last, expected: \(expected), "
      + "cvar: {alpha: \(alpha), weight: \(weight)}}"
  }
}
