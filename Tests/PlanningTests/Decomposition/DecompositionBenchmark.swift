import CaseSupport
import Formulation
import Foundation
import GLPKSolver
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// Twenty disruptions in one plan of Japan's rare earths, decomposed and in one LP. Run by `PLUSONE_BENCHMARK=1 swift
/// test --filter DecompositionBenchmark`.
struct DecompositionBenchmark {
  static let isWanted = ProcessInfo.processInfo.environment["PLUSONE_BENCHMARK"] != nil

  @Test("20 disruptions in one plan", .enabled(if: isWanted))
  func twentyDisruptions() throws {
    var instance = try InstanceReader.read(folder: TestPaths.instance("japan-rare-earths"))
    let disruptions = instance.regions.indices.flatMap { region in
      [0.0, 0.5].map { factor in
        Disruption(
          id: "\(instance.regions[region].id)-\(factor)",
          effects: [
            .init(kind: .production, regions: [region], factor: factor, months: factor == 0 ? 3 : 9)
          ], probability: 0.03)
      }
    }
    instance.disruptions = Table(disruptions.prefix(20))
    let model = try ModelReader.read(
      file: TestPaths.model("risk-averse"), instance: instance, settings: [:])
    var objectives: [Double] = []
    for decomposition in [Decomposition.always, .never] {
      let started = ContinuousClock.now
      let result = try Planner(solver: GLPKSolver(), decomposition: decomposition)
        .plan(instance, model)
      print(
        "20 disruptions,", decomposition, ContinuousClock.now - started,
        "\(result.program.rowKeys.count) rows, \(result.iterations) iterations")
      objectives.append(result.objective)
    }
    #expect(isClose(objectives[0], objectives[1]))
  }
}
