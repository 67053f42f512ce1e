import ArgumentParser
import EarlyWarning
import Importing
import LinearProgramming
import Pages
import Planning
import Reporting
import Scenarios
import Sourcing
import Storage
import Tables

/// `plusone watch DATA… [--map MAP] [--instance INSTANCE --model MODEL]`
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "See in trade statistics what has moved, and what it would cost.",
    discussion: """
      Reads files of UN Comtrade (months or years) or of BACI and looks at the imports of one country, region or bloc: how \
      much depends on few suppliers, what has fallen, what has become dear, who is new and who is gone. What goes beyond the \
      limits is an alert. A map says which HS codes are which commodities (`plusone help import comtrade`); without one each \
      code is a good of its own.

      With --instance and --model, or with a stored plan, each alert is priced: if the fall goes on for --months, when does \
      home have its first shortage, what does it lose, with the plan and without its goals, and what meets the fall. The class \
      of an alert says how soon to act: A first shortage in less than 3 months (look weekly), B less than 6 (fortnightly), C \
      later (monthly), D none (quarterly; with monthly data monthly).

      Examples:

        plusone watch BACI_HS92_*.csv --countries country_codes_V202401b.csv --for JPN
        plusone watch BACI_HS92_*.csv --countries country_codes_V202401b.csv --map map.yaml \\
          --instance japan-rare-earths --model baseline --out seen

      A map.yaml:

        home: JPN
        commodities:
          - {commodity: ndpr_metal, hs: 280530, unit: t}
          - {commodity: ndpr_oxide, hs: [284610, 284690], unit: t}

      Exit status: 0 there is no alert of class A or B; 3 there is one, so that a scheduled job can tell somebody, and \
      everything is printed and written before; 2 the model has no plan; 64 wrong usage; 65 bad data; 66 an input is missing; \
      73 the output cannot be written; 75 the time limit was reached first.
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a report (table), one row per alert (csv), or everything (json)."
  }

  @OptionGroup var trade: TradeOptions

  @Option(
    help: ArgumentHelp(
      "Price alerts by a plan of this instance: a folder, or a name such as japan-rare-earths. It also has the regions, blocs and home that --for takes, and what is known of their stability.",
      valueName: "instance"), completion: .instance)
  var instance: String?

  @OptionGroup var plan: PlanSource

  @OptionGroup var window: AlertWindow

  @Option(
    help: "Write alerts.csv, indicators.csv, imports.csv and watch.json into this folder.",
    completion: .directory)
  var out: String?

  @OptionGroup var output: ReportOptions<Output>

  @OptionGroup var pages: PageOptions

  @OptionGroup var jobs: JobsOption
  @OptionGroup var limit: TimeLimitOption

  private static let kind = OutputFolder.Kind("watch")

  func validate() throws {
    guard instance == nil else {
      let needing = window.given + (plan.parameters.settings.isEmpty ? [] : ["--set"])
      guard let first = needing.first, !plan.isGiven else { return }
      throw ValidationError(
        "\(first) is about the plan that prices alerts: give --model or --plan too")
    }
    if let first = (plan.given + window.given).first {
      throw ValidationError("\(first) needs the instance of the plan: give --instance too")
    }
  }

  private var paths: [String] {
    trade.paths + (instance.map(instancePaths) ?? []) + plan.paths
  }

  func run() throws {
    try reportingErrors {
      try out.map(plan.checkOutside)
      try out.map { try OutputFolder.check($0, Self.kind, inputs: paths) }
      try pages.check(inputs: paths, stored: plan.plan, out: out)
      let seen = try look()
      let tables = WatchTables(seen.watch)
      let summary = WatchSummary(seen.watch)
      if let out {
        try OutputFolder.write(to: out, Self.kind, inputs: paths) { folder in
          for table in tables.all { try folder.write(table) }
          try folder.write(try summary.json(), as: "watch.json")
        }
        printError("wrote \(tables.all.count) tables and watch.json to \(out)")
      }
      if let instance = seen.instance { output.format.noteAssumptions(of: instance) }
      let report = WatchReport(seen.watch)
      try pages.write(inputs: paths) {
        Page(
          watch: seen.watch, of: seen.instance, seen.model, report: report, making: making(seen))
      }
      try output.show(report, csv: tables.alerts, json: try summary.json())
      if seen.watch.isUrgent {
        throw output.format.ending(
          with: .alert, for: WatchAnswer(seen.watch).text)
      }
    }
  }

  // MARK: Looking

  /// What was seen, and by which plan it was priced.
  private struct Seen {
    var watch: Watch
    var instance: Instance?
    var model: Model?
  }

  private func look() throws -> Seen {
    let deadline = Deadline(.limited(to: limit.timeLimit))
    guard let instance else { return Seen(watch: try trade.find(nil, jobs: jobs.count)) }
    guard plan.isGiven else {
      let found = try plan.instance(instance, until: deadline)
      return Seen(watch: try trade.find(found, jobs: jobs.count), instance: found)
    }
    var found: Watch?
    // What the files tell is found before anything is solved, so that their mistakes come first.
    let answer = try plan.read(
      instance, withFolder: false, comparing: true, until: deadline, pages: pages
    ) { instance, _ in
      _ = try window.period(in: instance)
      found = try trade.find(instance, jobs: jobs.count)
    }
    let watch = try found ?? trade.find(answer.instance, jobs: jobs.count)
    let pricer = try pricer(answer, until: deadline)
    let priced = try Console.progress.step("pricing \(watch.alerts.count) alerts") {
      try watch.priced(by: pricer, jobs: jobs.count)
    }
    return Seen(watch: priced, instance: answer.instance, model: answer.model)
  }

  /// Prices alerts by a plan, in windows of --months.
  private func pricer(_ answer: PlanSource.Answer, until deadline: Deadline) throws -> AlertPricer {
    let runner = { (plan: Plan, model: Model) in
      StressRunner(
        instance: answer.instance, model: model, plan: plan,
        solver: deadline.limiting(ChosenSolver.solver))
    }
    return AlertPricer(
      plan: runner(answer.plan, answer.model),
      withoutGoals: answer.withoutGoals.map { runner($0, answer.model.withoutGoals) },
      months: window.months ?? AlertWindow.usualMonths,
      period: try window.period(in: answer.instance))
  }

  private func making(_ seen: Seen) -> Page.Making {
    seen.instance.map { .now(of: $0, seen.model) } ?? .now(inputs: [], solver: nil)
  }
}
