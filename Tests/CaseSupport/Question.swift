import Foundation
import GLPKSolver
import LinearProgramming
public import Planning
public import Sourcing
import SourcingFiles
import TestSupport

/// A random instance on which models are solved.
public struct Question {
  public let instance: Instance

  public init(seed: UInt64, isLumpy: Bool = false) throws {
    instance = try withTemporaryFolder { folder in
      try write(RandomInstance.files(seed: seed, isLumpy: isLumpy), to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
  }

  /// A model with the given goals, each written as a YAML mapping in braces.
  public func model(_ goals: [String], _ further: String = "") throws -> Model {
    let text = "name: test\n\(further)\ngoals: [\(goals.joined(separator: ", "))]\n"
    return try ModelReader.read(bytes: Array(text.utf8), file: "test.yaml", instance: instance)
  }

  public func plan(_ goals: [String], _ further: String = "") throws -> PlanningResult {
    try Planner(solver: GLPKSolver()).plan(instance, model(goals, further))
  }

  /// The optimum; nil if there is no plan.
  public func cost(_ goals: [String], _ further: String = "") throws -> Double? {
    let result = try plan(goals, further)
    return result.termination == .optimal ? result.objective : nil
  }

  public static func reliance(_ cap: Double, _ further: String = "") -> String {
    "{kind: reliance, upon: R1, commodity: oxide, at_most: \(cap), by: last\(further)}"
  }

  public static func service(_ share: Double) -> String {
    "{kind: service, commodity: oxide, at_least: \(share)}"
  }
}
