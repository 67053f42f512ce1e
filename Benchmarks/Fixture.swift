import Foundation
import GLPKSolver
import LinearProgramming
import Reporting
import Sourcing

/// One synthetic instance in a temporary folder, and what each phase leaves for the next one. Values are
/// made when first asked for, outside of what is measured.
final class Fixture {
  /// Optimum of the planning LP, found by `glpsol` on the exported LP; nil: not known, then the plain and
  /// the fast way of solving must agree.
  let expected: Double
  let size: SyntheticInstance.Size
  let folder: String
  let solver = GLPKSolver()

  init(_ size: String, expected: Double) throws {
    guard let size = SyntheticInstance.Size(size) else { throw WrongAnswer("no size: \(size)") }
    self.size = size
    self.expected = expected
    folder = NSTemporaryDirectory() + "plusone-benchmark-\(size)-\(ProcessInfo.processInfo.processIdentifier)"
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
      instance, try ModelReader.read(file: "\(folder)/model.yaml", instance: instance, settings: [:])
    )
  }

  private(set) lazy var question = Result { try read() }
  private(set) lazy var program = Result {
    let (instance, model) = try question.get()
    return PlanningProgram(instance: instance, model: model)
  }
  private(set) lazy var result = Result { try Planner(solver: solver).solve(program.get()) }
  private(set) lazy var tables = Result {
    PlanFolder(try result.get(), withoutGoals: nil, solver: solver.name)
  }

  func check(_ objective: Double) throws {
    guard abs(objective - expected) <= 1e-7 * abs(expected) else {
      throw WrongAnswer("\(size): the optimum is \(objective), not \(expected)")
    }
  }
}

struct WrongAnswer: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Throws unless a condition holds.
func require(_ condition: Bool, _ what: @autoclosure () -> String) throws {
  if !condition { throw WrongAnswer(what()) }
}
