import Benchmark
import LinearProgramming
import Scenarios
import Sourcing

/// Many solves of one program: disruptions of a plan.
func loops(of fixture: Fixture, jobs: Int) -> BenchmarkSuite {
  BenchmarkSuite(name: "M loops", settings: TimeUnit(.ms), Iterations(3)) { suite in
    for stages in [1, 3] {
      suite.benchmark("stress, 30 losses, \(stages == 1 ? "lost value" : "all stages")") {
        let result = try fixture.result.get()
        guard let plan = result.plan else { throw WrongAnswer("no plan") }
        let instance = result.program.instance
        var runner = StressRunner(
          instance: instance, model: result.program.model, plan: plan, solver: fixture.solver)
        runner.findsMarketLimits = false
        let outcome = try runner.run(
          instance.disruptions, sharing: Sharing(), jobs: jobs)
        try require(outcome.disrupted.count == 30, "disruptions")
        try require(outcome.undisturbed.lostValue <= outcome.disrupted[0].lostValue, "loss")
      }
    }
  }
}
