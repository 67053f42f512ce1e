import ArgumentParser
import Formulation
import LinearProgramming
import Pages
import Planning
import Reporting
import Sourcing
import Storage
import Tables

/// `plusone solve INSTANCE --model FILE`
struct Solve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the cheapest plan that meets a model's goals.",
    discussion: """
      The report has the goals, the cost of all regions and how much more it is than without goals, who pays it (the bill \
      of home and of other regions), what final use costs at the margin, the direct suppliers of home, new capacity, shortages, and the limits that raise the cost. With --out all tables are \
      written as CSV; the folder is written completely or not at all.

      With --worlds the same model is also planned in many worlds, in which the assumptions of the instance stand at random places \
      of their ranges. The report then has the range of each main figure, from its 5 % to its 95 % quantile. If the time limit \
      comes before all worlds are planned, the plan is written without ranges, and the exit status is 75.

      Example:

        plusone solve japan-rare-earths --model reliance-cap \\
          --set cap=50% --set by=2030 --out plan

      Exit status: 0 done; 2 no plan can meet the goals; 65 bad data; 66 an input is missing; 73 the output \
      cannot be written; 75 the time limit was reached first.
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a report (table), the flows: allocation.csv (csv), or summary.json (json)."
  }

  @OptionGroup var inputs: PlanningInputs
  @OptionGroup var base: BaselineInputs

  @Option(help: "Write the plan's tables into this folder.", completion: .directory)
  var out: String?

  @OptionGroup var output: ReportOptions<Output>
  @OptionGroup var pages: PageOptions

  @Flag(help: "Keep flows of 0, and flows below 1e-9 of the largest of their commodity and period.")
  var zeros = false

  @OptionGroup var worlds: WorldOptions
  @OptionGroup var limit: TimeLimitOption

  func run() throws {
    try reportingErrors {
      try out.map { try PlanFolder.check($0, inputs: inputs.paths) }
      try out.map { try base.checkOutside($0) }
      try pages.check(inputs: inputs.paths, stored: base.baseline, out: out)
      var times = Summary.Times()
      let started = ContinuousClock.now
      let run = PlanningRun(timeLimit: limit.timeLimit)
      let (nominal, instance, model) = try timed(&times.read) {
        try inputs.readWithNominal(until: run.deadline)
      }
      let sampled = try worlds.run(
        beside: nominal, moved: instance, model, inputs, until: run.deadline)
      let baseline = try base.read(for: instance, model)
      let pair = try timed(&times.solve) {
        try run.solvePair(instance, model, baseline: baseline?.plan)
      }
      times.build = pair.buildTime / .seconds(1)
      times.solve -= times.build
      let (result, withoutGoals) = (pair.plan, pair.comparison)
      noteMissing(pair)
      var folder = try Console.progress.step("working out the figures") {
        try timed(&times.extract) {
          try PlanFolder(
            result, withoutGoals: result.plan == nil ? nil : withoutGoals, solver: run.solverName,
            zeros: zeros)
        }
      }
      // The published figures are of the world as it is.
      let isNominal = instance.movedAssumptions.isEmpty
      if isNominal { folder.summary.checks = try run.checks(in: pair.withoutGoals) }
      if isNominal, folder.summary.checks == nil, !instance.checks.isEmpty,
        pair.withoutGoals?.plan != nil
      {
        printError("note: the checks against published figures were not worked out in time")
      }
      if let baseline, pair.comparison != nil { folder.withoutGoals = try baseline.folder() }
      if let changes = baseline?.changes, !changes.isEmpty {
        folder.summary.withoutGoals?.changesSince = changes.map(\.message)
      }
      if result.plan != nil, model.risk != nil {
        folder.summary.risk = try run.riskValue(result).map { Summary.Risk($0) }
        if folder.summary.risk == nil {
          printError(
            "note: the value of perfect information was not found in time; the summary does not have it"
          )
        }
      }
      if result.plan != nil { folder.summary.ranges = try sampled?.ranges(of: pair) }
      times.total = (ContinuousClock.now - started) / .seconds(1)
      folder.summary.times = times
      if result.plan != nil, let out {
        try Console.progress.step("writing the tables") {
          try folder.write(to: out, inputs: inputs.paths)
        }
        printError("wrote \(folder.allTables.count) tables and summary.json to \(out)")
      }
      let page = { (noPlan: MissingPlan?) in
        try pages.write(inputs: inputs.paths) {
          Page(
            plan: folder.summary, folder.tables, making: .now(of: instance, model), noPlan: noPlan,
            advice: instance.adviceOnRanges(hasWorlds: true))
        }
      }
      if result.plan != nil { try page(nil) }
      if result.plan != nil { output.format.noteAssumptions(of: instance) }
      try show(folder, hasPlan: result.plan != nil)
      if result.plan == nil {
        throw try inputs.noPlan(result, until: run.deadline, page: page)
      }
      if sampled != nil, folder.summary.ranges == nil { throw ExitStatus.timeLimit.code }
    }
  }

  /// Prints that the plan without goals is missing, if it is.
  private func noteMissing(_ pair: PlanPair) {
    guard pair.plan.plan != nil, pair.withoutGoals?.plan == nil else { return }
    printError("note: the plan without goals was not found in time; nothing is compared with it")
  }

  /// Prints the answer. Without a plan only the JSON text has one.
  private func show(_ folder: PlanFolder, hasPlan: Bool) throws {
    guard hasPlan || output.format == .json else { return }
    try output.show(
      TerminalReport(folder.summary), csv: folder.tables[.allocation], json: folder.summary.json())
  }
}
