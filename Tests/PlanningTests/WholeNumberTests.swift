import Foundation
import GLPKSolver
import LinearProgramming
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@testable import Formulation
@testable import Planning

/// Whole numbers together with cones and with several stages of the objective.
struct WholeNumberTests {
  static let stages = "objective: [{minimise: shortage, tolerance: 5%}, {minimise: cost}]\n"

  static func question(seed: UInt64, _ keys: String = "") throws -> (Instance, Model) {
    let size = try #require(SyntheticInstance.Size(regions: 5, stages: 2, periods: 2))
    let instance = try withTemporaryFolder { folder in
      let files = SyntheticInstance(size: size, seed: seed).files(name: "random")
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
    let text = """
      name: whole
      \(keys)goals:
        - {kind: plus_one, commodity: good2, beyond: R2, sources: 2, each_at_least: 12%, by: first}
        - {kind: hhi, commodity: good2, at_most: 0.36, by: first}

      """
    return (
      instance,
      try ModelReader.read(bytes: Array(text.utf8), file: "model.yaml", instance: instance)
    )
  }

  /// The least optimum over all values of the integer columns, each fixed before anything is solved.
  private func leastOfAllChoices(_ instance: Instance, _ model: Model) throws -> Double? {
    let program = PlanningProgram(instance: instance, model: model)
    let columns = program.program.integerColumns.map { Column(Int($0)) }
    var best: Double?
    // Two of the sources in each of two periods.
    for choice in 0..<(1 << columns.count) where choice.nonzeroBitCount == 4 {
      var fixed = program
      for (place, column) in columns.enumerated() {
        let value = Double(choice >> place & 1)
        fixed.keyed.setBounds(column, lower: value, upper: value)
      }
      let result = try Planner(solver: GLPKSolver(), strategy: .plain).solve(fixed)
      guard result.termination == .optimal else { continue }
      best = min(best ?? .infinity, result.objective)
    }
    return best
  }

  @Test(
    "a plan with cones and whole numbers is the best of all choices", arguments: [1, 2, 3, 4, 5, 6])
  func bestOfAllChoices(seed: UInt64) throws {
    let (instance, model) = try Self.question(seed: seed)
    let known = try #require(try leastOfAllChoices(instance, model))
    for strategy in [StartStrategy.plain, .periods] {
      let result = try Planner(solver: GLPKSolver(), strategy: strategy).plan(instance, model)
      #expect(result.termination == .optimal)
      #expect(abs(result.objective - known) <= 1e-6 * abs(known))
    }
  }

  @Test(
    "the best point known at a time limit is told, and keeps all cones", arguments: ["", stages])
  func limit(keys: String) throws {
    let (instance, model) = try Self.question(seed: 1, keys)
    let honest = ScriptedSolver(GLPKSolver())
    let whole = try Planner(solver: honest, strategy: .plain).plan(instance, model)
    let optimum = try #require(whole.plan == nil ? nil : whole.objective)
    var told = 0
    for last in honest.requests.indices {
      let solver = ScriptedSolver(GLPKSolver()) { $0.number < last ? .honest : .ends(.timeLimit) }
      let result = try Planner(solver: solver, strategy: .plain).plan(instance, model)
      #expect(result.termination == .timeLimit && result.plan == nil)
      guard result.solution.primalStatus == .feasible else { continue }
      told += 1
      let values = result.solution.values
      #expect(CutRounds().areKept(result.program.cones, at: values))
      for index in result.program.program.integerColumns {
        #expect(abs(values[Int(index)] - values[Int(index)].rounded()) < 1e-9)
      }
      if result.stageValues.count == model.objective.count - 1 {
        #expect(result.solution.objective >= optimum - 1e-6 * abs(optimum))
      }
    }
    // Without stages the first point that keeps the cone may be the last request.
    #expect(told > 0 || keys.isEmpty, "of \(honest.requests.count)")
  }
}
