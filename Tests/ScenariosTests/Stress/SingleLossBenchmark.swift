import Formulation
import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Scenarios
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// Thirty single losses of a synthetic plan of 20 regions and 4 stages, 12 months each, compared with `glpsol` on the
/// same stress LPs, each written to a file and solved without a basis. Run by `PLUSONE_BENCHMARK=1 swift test
/// --filter SingleLossBenchmark`.
struct SingleLossBenchmark {
  static let isWanted = ProcessInfo.processInfo.environment["PLUSONE_BENCHMARK"] != nil

  @Test("30 single losses are timed against glpsol", .enabled(if: isWanted))
  func thirtyLosses() throws {
    let (instance, model) = try question()
    let plan = try #require(try Planner(solver: GLPKSolver()).plan(instance, model).plan)
    var runner = StressRunner(
      instance: instance, model: model, plan: plan, solver: GLPKSolver())
    runner.findsMarketLimits = false
    let losses = Array(instance.disruptions.prefix(30))
    var lost: [Double] = []
    for jobs in [1, 2] {
      let started = ContinuousClock.now
      lost = try runner.lostValues(losses, sharing: Sharing(), jobs: jobs)
      print("\(losses.count) losses, \(jobs) threads:", ContinuousClock.now - started)
    }
    let stress = StressProgram(
      instance: instance, model: model, plan: plan, period: instance.horizon.last,
      options: model.stress)
    try withTemporaryFolder { folder in
      var total = Duration.zero
      for (place, disruption) in losses.enumerated() {
        let file = folder.appending(path: "\(place).lp")
        try text(of: stress, under: disruption).write(to: file, atomically: true, encoding: .utf8)
        let started = ContinuousClock.now
        let objective = try glpsol(file)
        total += ContinuousClock.now - started
        #expect(abs(objective - lost[place]) <= 1e-5 * max(1, lost[place]))
      }
      print("the same by glpsol, one by one:", total)
    }
  }

  private func question() throws -> (Instance, Model) {
    let size = try #require(SyntheticInstance.Size("20x4x10"))
    return try withTemporaryFolder { folder in
      let files = SyntheticInstance(size: size, seed: 1).files(name: "benchmark")
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      let instance = try InstanceReader.read(folder: folder.path)
      return (
        instance,
        try ModelReader.read(file: "\(folder.path)/model.yaml", instance: instance, settings: [:])
      )
    }
  }

  private func text(of stress: StressProgram, under disruption: Disruption) -> String {
    var program = stress.program
    let factors = DisruptionFactors(instance: stress.instance, disruption: disruption)
    let bounds = stress.bounds(under: factors)
    for (column, upper) in bounds.columnUpper { program.setBounds(column, lower: 0, upper: upper) }
    for (row, lower, upper) in bounds.rows { program.setBounds(row, lower: lower, upper: upper) }
    for term in stress.lostValue(in: Array(stress.instance.regions.indices)).terms {
      program.setCost(term.column, term.coefficient)
    }
    var text = ""
    program.write(as: .lp, to: &text)
    return text
  }

  private func glpsol(_ file: URL) throws -> Double {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["glpsol", "--lp", file.path, "--write", "\(file.path).out"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let lines = try String(contentsOfFile: "\(file.path).out", encoding: .utf8).split(
      separator: "\n")
    let status = try #require(lines.first { $0.hasPrefix("s ") }).split(separator: " ")
    return try #require(Double(status[status.count - 1]))
  }
}
