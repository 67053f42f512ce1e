import Benchmark
import Foundation
import LinearProgramming
import Reporting
import Sourcing

/// Each phase of a plan by itself, on one synthetic instance.
func phases(of fixture: Fixture, named name: String, solves: Int) -> BenchmarkSuite {
  BenchmarkSuite(name: name, settings: TimeUnit(.ms)) { suite in
    suite.benchmark("read") { try require(fixture.read().0.regions.count > 2, "regions") }
    suite.benchmark("build") {
      let (instance, model) = try fixture.question.get()
      let program = PlanningProgram(instance: instance, model: model)
      let whole = try fixture.program.get().program
      try require(program.program.termCount == whole.termCount, "terms")
    }
    suite.benchmark("load") {
      let program = try fixture.program.get().program
      let columns = try fixture.solver.withSession(program) { $0.program.columnCount }
      try require(columns == program.columnCount, "columns")
    }
    suite.benchmark("solve", settings: Iterations(solves)) {
      let program = try fixture.program.get()
      try fixture.check(Planner(solver: fixture.solver).solve(program).objective)
    }
    suite.benchmark("extract") {
      let folder = PlanFolder(
        try fixture.result.get(), withoutGoals: nil, solver: fixture.solver.name)
      try require(folder.summary.objective != nil, "objective")
    }
    suite.benchmark("write") {
      var folder = try fixture.tables.get()
      let path = "\(fixture.folder)/plan"
      try folder.write(to: path)
      try require(FileManager.default.fileExists(atPath: "\(path)/allocation.csv"), "allocation")
    }
  }
}
