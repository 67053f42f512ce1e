import Formulation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// A time limit is kept while programs are written, too.
struct DeadlineTests {
  private static func question(_ name: String) throws -> (Instance, Model) {
    let instance = try InstanceReader.read(folder: TestPaths.case(name))
    let model = try ModelReader.read(
      file: TestPaths.case(name) + "/model.yaml", instance: instance)
    return (instance, model)
  }

  private static func over() -> Deadline {
    var options = SolveOptions()
    options.timeLimit = .zero
    return Deadline(options)
  }

  @Test(
    "a program that is not finished in time is an error",
    arguments: ["plain", "goal-resilience", "risk"])
  func halfWritten(name: String) throws {
    let (instance, model) = try Self.question(name)
    let error = #expect(throws: NoOptimum.self) {
      try PlanningProgram(instance: instance, model: model, until: Self.over())
    }
    #expect(error?.termination == .timeLimit)
    let whole = try PlanningProgram(instance: instance, model: model, until: .none)
    let plain = PlanningProgram(instance: instance, model: model)
    #expect(whole.program.rowCount == plain.program.rowCount)
  }

  @Test("a plan without time for its program ends at the time limit")
  func noTime() throws {
    let (instance, model) = try Self.question("goal-resilience")
    let solver = ScriptedSolver(GLPKSolver())
    let result = try Planner(solver: Self.over().limiting(solver)).plan(instance, model)
    #expect(result.termination == .timeLimit && result.plan == nil)
    #expect(solver.requests.isEmpty)
  }

  @Test("of two limits, the earlier one counts")
  func nested() {
    var options = SolveOptions()
    options.timeLimit = .seconds(1000)
    let inner = Self.over().limiting(GLPKSolver())
    #expect(Deadline(options).limiting(inner).deadline.isOver)
    #expect(GLPKSolver().deadline.timeLeft == nil)
    #expect(Deadline.none.butNotWithin(.seconds(1)).timeLeft == nil)
    #expect(!Self.over().butNotWithin(.seconds(1000)).isOver)
  }
}
