import GLPKSolver
import LinearProgramming
import Scenarios
import Sourcing

/// Many solves of one program: the disruptions of a plan, a goal over a range of targets.
func loops(of fixture: Fixture, jobs: Int) -> [Task] {
  [
    Task("30 losses, lost value", iterations: 3) {
      let outcome = try runner(fixture).lostValues(
        fixture.question.get().0.disruptions, sharing: Sharing(), jobs: jobs)
      try check(outcome, fixture, jobs)
    },
    Task("30 losses, all stages", iterations: 3) {
      let outcome = try runner(fixture).run(
        fixture.question.get().0.disruptions, sharing: Sharing(), jobs: jobs)
      try check(outcome.disrupted.map(\.lostValue), fixture, jobs)
    },
  ]
}

private func runner(_ fixture: Fixture) throws -> StressRunner {
  let result = try fixture.result.get()
  guard let plan = result.plan else { throw WrongAnswer("no plan") }
  var runner = StressRunner(
    instance: result.program.instance, model: result.program.model, plan: plan,
    solver: fixture.solver)
  runner.findsMarketLimits = false
  return runner
}

/// Both ways through the stress window find the same losses.
private func check(_ losses: [Double], _ fixture: Fixture, _ jobs: Int) throws {
  try require(losses.count == fixture.size.regions * 3 / 2, "one loss a disruption")
  let known = try fixture.losses.get()
  for (loss, right) in zip(losses, known) {
    try require(abs(loss - right) <= 1e-6 * max(1, right), "lost value \(loss), not \(right)")
  }
}
