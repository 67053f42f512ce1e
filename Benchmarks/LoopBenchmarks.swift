import Formulation
import GLPKSolver
import LinearProgramming
import Planning
import Scenarios
import Sourcing
import SourcingFiles

/// Many solves of one program: all disruptions of a plan, and a goal over a range of targets.
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
    Task("one solve", iterations: 5) {
      let (instance, model) = try fixture.question.get()
      try fixture.check(Planner(solver: fixture.solver).plan(instance, model).objective)
    },
    Task("frontier of \(caps.count) caps", iterations: 3) { try checkFrontier(fixture) },
  ]
}

/// Caps on reliance upon the rival, the loosest first.
private let caps = stride(from: 60, through: 15, by: -5).map { "\($0)%" }

/// Each point of the frontier has the cost of a separate solve.
private func checkFrontier(_ fixture: Fixture) throws {
  let range = ParameterRange(name: "cap", from: 0.6, to: 0.15, isPercent: true)
  let frontier = try FrontierRunner(solver: fixture.solver).run(
    fixture.question.get().0, over: range, steps: caps.count, model: fixture.model(cap:))
  try require(frontier.steps.map(\.text) == caps, "one point a cap")
  let known = try fixture.costs(caps)
  for (step, right) in zip(frontier.steps, known) {
    let cost = step.objective ?? .nan
    try require(abs(cost - right) <= 1e-7 * right, "cost \(cost) at \(step.text), not \(right)")
  }
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

/// The loop finds the same lost values as separate solves.
private func check(_ losses: [Double], _ fixture: Fixture, _ jobs: Int) throws {
  try require(losses.count == fixture.size.regions * 3 / 2, "one loss a disruption")
  let known = try fixture.losses.get()
  for (loss, right) in zip(losses, known) {
    try require(abs(loss - right) <= 1e-6 * max(1, right), "lost value \(loss), not \(right)")
  }
}
