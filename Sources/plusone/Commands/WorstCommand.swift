import ArgumentParser
import LinearProgramming
import Pages
import Planning
import Reporting
import Scenarios
import Sourcing
import Storage

/// `plusone worst INSTANCE --model FILE`
struct WorstCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worst",
    abstract: "Find the few cuts that would hurt most.")

  @OptionGroup var plan: PlanToDisturb
  @OptionGroup var stress: StressInputs

  @Option(help: ArgumentHelp("The most targets that are cut at once.", valueName: "count"))
  var cuts = 2

  @Option(help: ArgumentHelp("What one cut takes away.", valueName: "kinds"))
  var targets = "regions"

  @Option(help: ArgumentHelp("The region or bloc in which targets lie.", valueName: "bloc"))
  var by: String?

  @Option(help: ArgumentHelp("Whose loss counts: world or home.", valueName: "whose"))
  var measure = "world"

  @Option(help: ArgumentHelp("How many attacks are listed.", valueName: "count"))
  var top = 10

  @OptionGroup var pages: PageOptions

  func run() throws {
    try reportingErrors {
      let (runner, _) = try stress.runner(plan, pages: pages)
      let kinds = Set(
        targets.split(separator: ",").compactMap { AttackTarget.Kind(rawValue: String($0)) })
      let budget = AttackBudget(
        cuts: cuts, kinds: kinds,
        by: try by.map { try runner.instance.regionSet(named: $0, option: "--by") })
      let finder = try WorstCaseFinder(
        runner: runner, budget: budget, measure: WorstCase.Measure(rawValue: measure) ?? .world,
        sharing: try stress.arrangements(runner.instance, runner.options).first)
      let start = ContinuousClock.now
      let found = try finder.find(top: top, jobs: stress.jobs.count)
      let without =
        try runner.model.goals.isEmpty ? nil : withoutGoals(runner, budget, finder.measure)
      try pages.write(inputs: plan.paths) {
        Page(
          worst: ComparedWorstCases(plan: found, withoutGoals: without), finder: finder,
          report: NoReport(),
          making: .now(
            of: runner.instance, runner.model,
            without: runner.model.parametersReplaced(in: runner.options)))
      }
      printError(
        "\(found.targets.count) targets, \(found.attackCount) attacks, solved \(found.solved) in \(ContinuousClock.now - start)"
      )
      for worst in found.worst {
        printError(
          "\(worst.cuts): \(worst.outcome?.attack.name(in: runner.instance) ?? "-") \(worst.outcome?.loss ?? .nan) \(worst.isProven) \(worst.bound) synergy \(worst.outcome?.synergy(beyond: found.undisturbed) ?? .nan) home \(worst.outcome?.home?.lostLeast ?? .nan)-\(worst.outcome?.home?.lostMost ?? .nan)"
        )
      }
      for (rank, it) in found.top.enumerated() {
        printError("#\(rank + 1) \(it.attack.name(in: runner.instance)) \(it.loss)")
      }
    }
  }

  private func withoutGoals(
    _ runner: StressRunner, _ budget: AttackBudget, _ measure: WorstCase.Measure
  ) throws -> WorstCase? {
    let run = PlanningRun(until: runner.solver.deadline)
    guard
      let plan = try run.solvePair(runner.instance, runner.model, baseline: nil).comparison?.plan
    else { return nil }
    let other = StressRunner(
      instance: runner.instance, model: runner.model, plan: plan, period: runner.period,
      options: runner.options, solver: runner.solver)
    return try WorstCaseFinder(runner: other, budget: budget, measure: measure).find(top: 1)
  }
}

private struct NoReport: BlockReport {
  var blocks: [ReportBlock] { [] }
}
