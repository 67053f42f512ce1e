import ArgumentParser
import LinearProgramming
import Pages
import Reporting
import Scenarios
import Sourcing
import Storage

/// `plusone stress INSTANCE --model FILE`
struct Stress: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Test a plan under disruptions.",
    discussion: """
      Solves the model (or reads a stored plan) and simulates each disruption of the instance, month by month: flows \
      are as planned until they can be rerouted, and stocks are used so that the lost value of all regions is least. \
      The report has what each disruption costs home, in the best and in the worst case for home, and what it costs \
      the world; the shortages; and the months without a shortage. With one --disruption it also follows home month by \
      month.

      Examples:

        plusone stress japan-rare-earths --model baseline --period 2030
        plusone stress japan-rare-earths --model baseline --period 2030 \\
          --disruption heavy-export-ban --sharing own,pooled --members quad
        plusone stress japan-rare-earths-2020 --model baseline --allocation pro_rata
        plusone stress japan-rare-earths --plan plan

      A stored plan contains its model, its parameters and the assumptions that were moved; they are moved again. It is \
      an error if the instance, the model, a parameter or a place of an assumption has changed since; with \
      --allow-changed it is a warning.

      Exit status: 0 done; 2 there is no plan to test; 65 bad data; 66 an input is missing; 73 the output \
      cannot be written; 75 the time limit was reached first.
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a report (table), one row per region and commodity (csv), or all figures (json)."
  }

  @OptionGroup var plan: PlanToDisturb
  @OptionGroup var stress: StressInputs

  @Option(
    name: .customLong("disruption"),
    help: ArgumentHelp(
      "Simulate this disruption only; may be repeated (default: all).", valueName: "id"))
  var disruptions: [String] = []

  @Option(
    help:
      "Write the plan's tables, stress_home.csv, stress.csv, stress_months.csv and shared_draws.csv into this folder.",
    completion: .directory)
  var out: String?

  @OptionGroup var output: ReportOptions<Output>

  @OptionGroup var pages: PageOptions

  func run() throws {
    try reportingErrors {
      try out.map(plan.checkOutside)
      try out.map { try PlanFolder.check($0, inputs: plan.paths) }
      try pages.check(inputs: plan.paths, stored: plan.plan, out: out)
      var (runner, folder) = try stress.runner(plan, withFolder: out != nil, pages: pages)
      let chosen = try disruptions(of: runner.instance)
      var outcomes: [StressOutcome] = []
      var undisturbed: [StressOutcome] = []
      for sharing in try stress.arrangements(runner.instance, runner.options) {
        let run = try runner.runUnchecked(chosen, sharing: sharing, jobs: stress.jobs.count)
        undisturbed.append(run.undisturbed)
        outcomes += run.disrupted
      }
      let tables = StressTables(outcomes, instance: runner.instance)
      if let out {
        folder?.further = tables.all
        try Console.progress.step("writing the tables") {
          try folder?.write(to: out, inputs: plan.paths)
        }
        printError("wrote the plan's tables and \(tables.all.count) of the stress run to \(out)")
      }
      output.format.noteAssumptions(of: runner.instance)
      let report = StressReport(
        outcomes, undisturbed: undisturbed, runner: runner, showsMonths: chosen.count == 1)
      try pages.write(inputs: plan.paths) {
        Page(
          stress: outcomes, undisturbed: undisturbed, runner: runner, report: report,
          making: .now(
            of: runner.instance, runner.model,
            without: runner.model.parametersReplaced(in: runner.options)))
      }
      try output.show(
        report, csv: tables.markets,
        json: StressSummary(outcomes, undisturbed: undisturbed, runner: runner).json())
    }
  }

  private func disruptions(of instance: Instance) throws -> [Disruption] {
    if disruptions.isEmpty, instance.disruptions.isEmpty {
      printError("\(plan.instance) has no disruptions.csv, so there is nothing to simulate")
    }
    return try instance.disruptions(named: disruptions)
  }
}
