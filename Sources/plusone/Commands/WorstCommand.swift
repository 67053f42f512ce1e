import ArgumentParser
import LinearProgramming
import Pages
import Reporting
import Scenarios
import Sourcing
import Storage

/// `plusone worst INSTANCE --model FILE`
struct WorstCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worst",
    abstract: "Find the few cuts that would hurt most.",
    discussion: """
      Disruptions in a table are those that somebody thought of. This command asks what an adversary could do who may cut \
      --cuts targets outside home, all at once and for the whole window (--months). It looks at every such attack and \
      finds the one that costs most, with proof. The report has the worst attack for each number of cuts up to --cuts: \
      its loss, what home loses in the best and in the worst case, what each target alone would cost, and the synergy: \
      what the cuts cost together beyond that. Then it lists the --top worst attacks. If the model has goals, the worst \
      attack on the plan without goals stands beside it.

      A loss is the least lost value that the attack leaves: of all regions (--measure world), or of home alone \
      (--measure home). The latter is the best case for home, because the world serves it first.

      Targets are written region:CHN, stage:CHN/separation and exports:CHN/dytb_oxide.

      Examples:

        plusone worst japan-rare-earths-2020 --model baseline
        plusone worst japan-rare-earths-2020 --model baseline \\
          --targets stages,exports --by CHN --cuts 3
        plusone worst japan-rare-earths --plan plan --measure home

      Exit status: 0 done; 2 there is no plan to attack; 65 bad data; 66 an input is missing; 73 the output \
      cannot be written; 75 the time limit was reached first. If an attack was found by then, the report \
      has the best one found, and how much worse one can be at most.
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a report (table), one row per attack (csv), or all figures (json)."
  }

  @OptionGroup var plan: PlanToDisturb
  @OptionGroup var attack: AttackOptions
  @OptionGroup var stress: StressInputs

  @Option(
    help: ArgumentHelp(
      "Whose loss counts: world (all regions) or home (home alone, if the world serves it first).",
      valueName: "whose"))
  var measure = MeasureArgument.world

  @Option(
    help: ArgumentHelp(
      "How many of the worst attacks with the most cuts are listed: from 1.", valueName: "count"))
  var top = 10

  @Option(
    help: "Write the plan's tables, worst.csv and worst_curve.csv into this folder.",
    completion: .directory)
  var out: String?

  @OptionGroup var output: ReportOptions<Output>

  @OptionGroup var pages: PageOptions

  func validate() throws {
    if top < 1 { throw ValidationError("--top takes a whole number from 1") }
    if let sharing = stress.sharing { _ = try onlyRule(of: SharingRule.list(sharing)) }
  }

  func run() throws {
    try reportingErrors {
      try out.map(plan.checkOutside)
      try out.map { try PlanFolder.check($0, inputs: plan.paths) }
      try pages.check(inputs: plan.paths, stored: plan.plan, out: out)
      var tested = try stress.plans(plan, withFolder: out != nil, pages: pages) { instance in
        _ = try attack.budget(in: instance)
      }
      let finder = try finder(tested.runner)
      let compared = try ComparedWorstCases(
        of: finder, withoutGoals: try tested.withoutGoals.map(self.finder), top: top,
        jobs: stress.jobs.count)
      let runner = finder.runner
      let tables = WorstTables(compared, runner: runner)
      if let out {
        tested.folder?.further = tables.all
        try Console.progress.step("writing the tables") {
          try tested.folder?.write(to: out, inputs: plan.paths)
        }
        printError("wrote the plan's tables, worst.csv and worst_curve.csv to \(out)")
      }
      output.format.noteAssumptions(of: runner.instance)
      let report = WorstCaseReport(compared, runner: runner)
      try pages.write(inputs: plan.paths) {
        Page(
          worst: compared, finder: finder, report: report,
          making: .now(
            of: runner.instance, runner.model,
            without: runner.model.parametersReplaced(in: runner.options)))
      }
      try output.show(
        report, csv: tables.attacks, json: WorstSummary(compared, runner: runner).json())
      if !compared.isComplete {
        throw output.format.ending(
          with: .timeLimit,
          for: "the time limit was reached before the worst attacks were proven and worked out.")
      }
    }
  }

  private func finder(_ runner: StressRunner) throws -> WorstCaseFinder {
    try WorstCaseFinder(
      runner: runner, budget: try attack.budget(in: runner.instance), measure: measure.measure,
      sharing: onlyRule(of: try stress.arrangements(runner.instance, runner.options)))
  }

  private func onlyRule<Rule>(of rules: [Rule]) throws -> Rule {
    guard rules.count == 1, let rule = rules.first else {
      throw ValidationError("worst takes one rule of --sharing")
    }
    return rule
  }
}
