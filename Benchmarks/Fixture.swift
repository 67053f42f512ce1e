import Formulation
import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Reporting
import Scenarios
import Sourcing
import SourcingFiles
import Storage

/// One synthetic instance in a temporary folder, and the result of each phase for the next one. Each value is made when
/// it is first used, before time is measured.
final class Fixture {
  /// Optimum of the planning LP, as other solvers found it on the exported LP.
  let optimum: Double
  let size: SyntheticInstance.Size
  let folder: String
  let solver = GLPKSolver()

  init(_ size: String, optimum: Double) throws {
    guard let size = SyntheticInstance.Size(size) else { throw WrongAnswer("no size: \(size)") }
    self.size = size
    self.optimum = optimum
    let process = ProcessInfo.processInfo.processIdentifier
    folder = NSTemporaryDirectory() + "plusone-benchmark-\(size)-\(process)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (file, text) in SyntheticInstance(size: size, seed: 1).files(name: "benchmark") {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(file)"))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func read() throws -> (Instance, Model) {
    let instance = try InstanceReader.read(folder: folder)
    try FreeMatter.check(instance, solver: solver)
    return (
      instance,
      try ModelReader.read(file: "\(folder)/model.yaml", instance: instance, settings: [:])
    )
  }

  private(set) lazy var question = Result { try read() }
  private(set) lazy var program = Result {
    let (instance, model) = try question.get()
    return PlanningProgram(instance: instance, model: model)
  }
  private(set) lazy var result = Result { try Planner(solver: solver).solve(program.get()) }
  private(set) lazy var tables = Result {
    try PlanFolder(result.get(), withoutGoals: nil, solver: solver.name)
  }

  /// Lost value of each disruption, from its own stress LP, solved without a basis.
  private(set) lazy var losses = Result {
    let result = try result.get()
    guard let plan = result.plan else { throw WrongAnswer("no plan") }
    let instance = result.program.instance
    var losses: [Double] = []
    for disruption in instance.disruptions {
      let stress = StressProgram(
        instance: instance, model: result.program.model, plan: plan,
        period: instance.horizon.last, options: StressOptions())
      var program = stress.program
      let bounds = stress.bounds(
        under: DisruptionFactors(instance: instance, disruption: disruption))
      for (column, upper) in bounds.columnUpper {
        program.setBounds(column, lower: 0, upper: upper)
      }
      for (row, lower, upper) in bounds.rows { program.setBounds(row, lower: lower, upper: upper) }
      for column in 0..<program.columnCount { program.setCost(Column(column), 0) }
      for term in stress.lostValue(in: Array(instance.regions.indices)).terms {
        program.setCost(term.column, term.coefficient)
      }
      losses.append(try solver.solve(program).objective)
    }
    return losses
  }

  /// The model with another cap on reliance upon the rival.
  func model(cap: String) throws -> Model {
    let text = try String(contentsOfFile: "\(folder)/model.yaml", encoding: .utf8)
      .replacing("at_most: 30%", with: "at_most: \(cap)")
    return try ModelReader.read(
      bytes: Array(text.utf8), file: "model.yaml", instance: question.get().0, settings: [:])
  }

  /// The cost with each cap, solved separately by the plain method, and only once.
  func costs(_ caps: [String]) throws -> [Double] {
    if knownCosts.isEmpty {
      let planner = Planner(solver: solver, strategy: .plain)
      knownCosts = try caps.map { try planner.plan(question.get().0, model(cap: $0)).objective }
    }
    return knownCosts
  }
  private var knownCosts: [Double] = []

  func check(_ objective: Double) throws {
    guard abs(objective - optimum) <= 1e-7 * abs(optimum) else {
      throw WrongAnswer("\(size): the optimum is \(objective), not \(optimum)")
    }
  }
}

struct WrongAnswer: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Throws if a condition does not hold.
func require(_ condition: Bool, _ what: @autoclosure () -> String) throws {
  if !condition { throw WrongAnswer(what()) }
}
