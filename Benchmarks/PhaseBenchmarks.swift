import Analysis
import Formulation
import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Reporting
import Sourcing
import Storage

/// Each phase of a plan by itself, on one synthetic instance.
func phases(of fixture: Fixture, solves: Int) -> [Task] {
  [
    Task("read") { try require(fixture.read().0.regions.count > 2, "regions") },
    Task("build") {
      let (instance, model) = try fixture.question.get()
      let program = PlanningProgram(instance: instance, model: model)
      let whole = try fixture.program.get().program
      try require(program.program.termCount == whole.termCount, "terms")
    },
    Task("load") {
      let program = try fixture.program.get().program
      let columns = try fixture.solver.withSession(program) { $0.program.columnCount }
      try require(columns == program.columnCount, "columns")
    },
    Task("solve", iterations: solves) {
      let program = try fixture.program.get()
      try fixture.check(Planner(solver: fixture.solver).solve(program).objective)
    },
    Task("solve, built anew", iterations: solves) {
      let (instance, model) = try fixture.question.get()
      try fixture.check(Planner(solver: fixture.solver).plan(instance, model).objective)
    },
    Task("solve, with and without goals", iterations: solves) {
      let (instance, model) = try fixture.question.get()
      let pair = try Planner(solver: fixture.solver).planPair(instance, model)
      try fixture.check(pair.plan.objective)
      try require(pair.withoutGoals?.plan != nil, "the plan without goals")
    },
    Task("bills") {
      guard let view = PlanView(try fixture.result.get()) else { throw WrongAnswer("no plan") }
      let regions = Array(view.instance.regions.indices)
      let (sum, cost) = (Bills(view).bill(of: regions), PlanCosts(view).wholeHorizon.total)
      try require(abs(sum - cost) <= 1e-9 * cost, "bills")
    },
    Task("extract") {
      let folder = try PlanFolder(
        fixture.result.get(), withoutGoals: nil, solver: fixture.solver.name)
      try require(folder.summary.objective != nil, "objective")
    },
    Task("write") {
      var folder = try fixture.tables.get()
      let path = "\(fixture.folder)/plan"
      try folder.write(to: path)
      try require(FileManager.default.fileExists(atPath: "\(path)/allocation.csv"), "allocation")
    },
  ]
}
