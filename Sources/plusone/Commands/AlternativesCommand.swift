import ArgumentParser
import LinearProgramming
import Pages
import Planning
import Reporting
import Scenarios
import Sourcing
import Storage

/// `plusone alternatives INSTANCE --model FILE --within '50% of policy'`
struct AlternativesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alternatives",
    abstract: "Compare the plans that cost almost as little as the cheapest plan.",
    discussion: """
      Looks at all plans that meet the goals and cost at most --within more than the cheapest one. For every project \
      the report has the smallest and largest capacity ordered, and whether these plans build it always, sometimes \
      or never (in csv and json: must, option, never). Beside it stands what plans without the goals build that cost \
      as little more than the cheapest of them, so you see what is built because of the goals. For every origin it \
      has the smallest and largest share of home's supply of the focus commodity in the last period.

      Example:

        plusone alternatives japan-rare-earths-2020 --model reliance-cap \\
          --set commodity=dytb_oxide --within '50% of policy'

      Exit status: 0 done; 2 no plan can meet the goals; 65 bad data; 66 an input is missing; 75 the time \
      limit was reached first.
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a report (table), one row per range (csv), or everything (json)."
  }

  @OptionGroup var inputs: PlanningInputs
  @OptionGroup var base: BaselineInputs

  @Option(
    help: ArgumentHelp(
      "How much more a plan may cost than the cheapest, for all regions together and discounted: money in the unit of "
        + "the instance (20), a share of the extra cost of the goals (50% of policy) or of the total cost "
        + "(5% of total, or just 5%, the default).",
      valueName: "allowance"),
    completion: .list(AllowanceArgument.examples), transform: AllowanceArgument.parse)
  var within = AllowanceArgument.standard

  @OptionGroup var output: ReportOptions<Output>
  @OptionGroup var pages: PageOptions

  @OptionGroup var limit: TimeLimitOption

  func run() throws {
    try reportingErrors {
      try pages.check(inputs: inputs.paths, stored: base.baseline)
      let options = SolveOptions.limited(to: limit.timeLimit)
      let deadline = Deadline(options)
      let (instance, model) = try inputs.read(until: deadline)
      try within.check(for: model)
      if let note = within.note(in: instance.currency) { printError(note) }
      let baseline = try base.read(for: instance, model)
      let solver = deadline.limiting(ChosenSolver.solver)
      let planner = Planner(solver: solver, options: options, decomposition: .never)
      let pair = try planner.planPair(instance, model, baseline: baseline?.plan)
      let result = pair.plan
      guard result.plan != nil else {
        throw try inputs.noPlan(result, until: deadline) { noPlan in
          try pages.write(inputs: inputs.paths) {
            Page(noPlan, of: instance, model, making: .now(of: instance, model))
          }
        }
      }
      let finder = AlternativesFinder(solver: solver, options: options)
      let found = try finder.find(
        around: result, within: within.allowance,
        withoutGoals: comparison(of: pair, model, baseline))
      let report = AlternativesReport(found, of: instance, model)
      try pages.write(inputs: inputs.paths) {
        Page(
          alternatives: found, of: instance, model,
          making: .now(of: instance, model),
          advice: instance.adviceOnRanges(hasWorlds: false))
      }
      output.format.noteAssumptions(of: instance)
      try output.show(report, csv: report.table, json: report.json())
    }
  }

  /// The plan without goals, beside which the alternatives stand; nil: it is found now. The costs of plans near a
  /// stored plan are compared with its own, so it must be the optimum of what is given now.
  private func comparison(of pair: PlanPair, _ model: Model, _ baseline: StoredBaseline?)
    -> PlanningResult?
  {
    guard let baseline, !model.goals.isEmpty else { return pair.comparison }
    let isOptimum = baseline.changes.isEmpty && model.risk == nil
    if !isOptimum {
      printError(
        "note: alternatives without goals are those to a plan that is found now; others_keep refers to the "
          + "stored plan")
    }
    return isOptimum ? pair.comparison : nil
  }
}
