import ArgumentParser
import Reporting
import Scenarios
import Sourcing
import Storage

/// `plusone stress INSTANCE --model FILE`
struct Stress: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "See what a plan is worth when supply is cut.",
    discussion: """
      Solves the plan (or takes a stored one), lets each disruption of the instance happen to it and finds the \
      best that could still be done in the months after: what goes unserved, what that costs, how long stocks \
      last, who is exposed. With a single --disruption home is followed month by month.

      Examples:

        plusone stress instances/japan-rare-earths --model models/baseline.yaml
        plusone stress instances/japan-rare-earths --model models/baseline.yaml \\
          --disruption embargo-2010 --sharing own,pooled --members quad
        plusone stress instances/japan-rare-earths --plan plan

      A stored plan brings its model and parameters along. If the instance, the model or a parameter has changed \
      since, that is an error; --allow-changed goes on with a warning.

      Exit status: 0 done; 2 there is no plan to disturb; 65 bad data; 66 an input is missing; 73 the output \
      cannot be written; 75 the time limit came first.
      """)

  @OptionGroup var plan: PlanToDisturb
  @OptionGroup var stress: StressInputs

  @Option(
    name: .customLong("disruption"),
    help: ArgumentHelp("Only this disruption; may be given again and again.", valueName: "id"))
  var disruptions: [String] = []

  @Option(
    help: "Write the plan's tables and stress.csv, stress_months.csv and shared_draws.csv here.",
    completion: .directory)
  var out: String?

  @Option(help: "Print a report (table), the markets (csv) or all figures (json).")
  var format: OutputFormat = .table

  func run() throws {
    try reportingErrors {
      try out.map(plan.checkOutside)
      try out.map { try PlanFolder.check($0, inputs: plan.paths) }
      var (runner, folder) = try stress.runner(plan, withFolder: out != nil)
      let chosen = try disruptions(of: runner.instance)
      var outcomes: [StressOutcome] = []
      var undisturbed: [StressOutcome] = []
      for sharing in try stress.arrangements(runner.instance, runner.options) {
        let run = try runner.run(chosen, sharing: sharing, jobs: stress.jobCount)
        undisturbed.append(run.undisturbed)
        outcomes += run.disrupted
      }
      let tables = StressTables(outcomes, instance: runner.instance)
      if let out {
        folder?.stress = tables.all
        try folder?.write(to: out, inputs: plan.paths)
        printError("wrote the plan's tables and \(tables.all.count) of the stress run to \(out)")
      }
      switch format {
      case .table:
        try Console.write(
          StressReport(
            outcomes, undisturbed: undisturbed, runner: runner, showsMonths: chosen.count == 1
          ).lines)
      case .csv: try Console.write(tables.markets)
      case .json:
        try Console.write(
          StressSummary(outcomes, undisturbed: undisturbed, runner: runner).json())
      }
    }
  }

  private func disruptions(of instance: Instance) throws -> [Disruption] {
    if disruptions.isEmpty, instance.disruptions.isEmpty {
      printError("\(plan.instance) has no disruptions.csv: nothing to disturb the plan with")
    }
    return try instance.disruptions(named: disruptions)
  }
}
