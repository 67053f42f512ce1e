import ArgumentParser
import LinearProgramming
import Pages
import Reporting
import Scenarios
import Sourcing
import SourcingFiles
import Storage
import Tables

/// `plusone backtest INSTANCE --model FILE`
struct BackTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Compare plans made with what was known in earlier periods with what happened later.",
    discussion: """
      For each period with observed flows (history.csv, and observed.csv, of which no other command tells a plan) that also \
      has some in a later period, the model is planned as it would have been then: it knows the flows up to that period, and \
      capacities, unit costs, prices, lanes with their tariffs, quotas and contracts stay as they were. Only demand is known. \
      With --hindsight all but the flows is known.

      The report says how far the plans' shares of origins are from those observed 1, 2, 3 … periods later: the mean \
      absolute error in percentage points, for each commodity and destination. Beside it are the errors of two naive \
      forecasts: shares stay, and shares follow their trend. A plan that is worse than shares that stay is said to be so. \
      The plans are those of the model as it is, with its goals; what happened has had no such goals, so the natural model \
      is baseline.

      Example:

        plusone backtest japan-rare-earths --model baseline

      Exit status: 0 done, also where a plan is worse than the forecasts; 2 there is no plan in any of the periods; 65 bad \
      data, or no flows to compare; 66 an input is missing; 73 the output cannot be written; 75 the time limit was \
      reached first.
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a report (table), the mean errors (csv), or everything (json)."
  }

  @OptionGroup var inputs: PlanningInputs

  @Option(
    help: ArgumentHelp(
      "The first period in which a plan is made (default: the first with observed flows).",
      valueName: "label"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "The last period in which a plan is made (default: the last that has observed flows after it).",
      valueName: "label"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      "Compare at most so many periods later, such as 1 (default: all).", valueName: "count"))
  var ahead: Int?

  @Flag(
    help:
      "Let the plans know all but the flows: later capacities, prices, lanes, quotas and contracts are as they came."
  )
  var hindsight = false

  @Option(
    help: "Write backtest.csv and backtest_errors.csv into this folder.", completion: .directory)
  var out: String?

  @OptionGroup var output: ReportOptions<Output>

  @OptionGroup var pages: PageOptions

  @OptionGroup var jobs: JobsOption

  @OptionGroup var limit: TimeLimitOption

  private static let kind = OutputFolder.Kind("back-test")

  func validate() throws {
    if let ahead, ahead < 1 { throw ValidationError("--ahead takes a whole number from 1") }
  }

  func run() throws {
    try reportingErrors {
      try out.map { try OutputFolder.check($0, Self.kind, inputs: inputs.paths) }
      try pages.check(inputs: inputs.paths, out: out)
      let options = SolveOptions.limited(to: limit.timeLimit)
      let deadline = Deadline(options)
      let (instance, model) = try inputs.read(until: deadline)
      let terms = try terms(in: instance)
      let runner = BackTestRunner(solver: deadline.limiting(ChosenSolver.solver), options: options)
      let test = try runner.run(instance, terms, jobs: jobs.count) {
        try inputs.readModel(for: $0)
      }
      let tables = BackTestTables(test, of: instance)
      let hasPlan = test.attempts.contains(where: \.hasPlan)
      if let out, hasPlan {
        try OutputFolder.write(to: out, Self.kind, inputs: inputs.paths) { folder in
          for table in tables.all { try folder.write(table) }
        }
        printError("wrote \(tables.all.count) tables to \(out)")
      }
      output.format.noteAssumptions(of: instance)
      let report = BackTestReport(test, of: instance, model)
      try pages.write(inputs: inputs.paths) {
        Page(
          backTest: test, of: instance, model, report: report,
          making: .now(of: instance, model))
      }
      try output.show(
        report, csv: tables.errors,
        json: BackTestSummary(test, of: instance).json())
      if !hasPlan {
        throw output.format.ending(
          with: .noPlan,
          for: "\(inputs.model) has no plan with what was known in any of the periods.")
      }
    }
  }

  /// The terms that the options give.
  ///
  /// - Throws: `ValidationError` for an unknown period or a range without flows to compare; `InputProblems` if the
  ///   instance has no flows to compare.
  private func terms(in instance: Instance) throws -> BackTest.Terms {
    let terms = BackTest.Terms(
      from: try period(from, of: instance, "--from"), to: try period(to, of: instance, "--to"),
      ahead: ahead, hindsight: hindsight)
    if let first = terms.from, let last = terms.to, last < first {
      throw ValidationError("--to \(to ?? "") is before --from \(from ?? "")")
    }
    guard BackTestRunner.periods(of: instance, terms).isEmpty else { return terms }
    let possible = BackTestRunner.periods(of: instance, BackTest.Terms())
    guard possible.isEmpty else {
      let labels = possible.map { instance.horizon[$0].label }.joined(separator: ", ")
      let within = ahead.map { " and are within --ahead \($0)" } ?? ""
      throw ValidationError(
        "--from and --to leave no period with observed flows that others follow\(within); plans can be made in \(labels)"
      )
    }
    throw InputProblems([
      Problem(
        "there is nothing to compare: history.csv and observed.csv together must have flows of one commodity into "
          + "one region in two periods or more",
        file: instance.folder + "/" + InstanceTable.observed.fileName)
    ])
  }

  private func period(_ label: String?, of instance: Instance, _ option: String) throws
    -> PeriodIndex?
  {
    guard let label else { return nil }
    if let index = instance.period(named: label) { return index }
    throw ValidationError(
      "\(option): unknown period `\(label)`; must be \(instance.horizon.namesInWords)")
  }
}
