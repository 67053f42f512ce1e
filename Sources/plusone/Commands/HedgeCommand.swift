import ArgumentParser
import LinearProgramming
import Pages
import Reporting
import Sourcing
import SourcingFiles
import Storage
import Studies
import Tables

/// `plusone hedge STUDY.yaml --option NAME --until P`
struct HedgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hedge",
    abstract: "Find what to order now if it is not known which world will come.",
    discussion: """
      A plan is best for one world. But capacity must be ordered before it is known whether demand grows, costs rise or a \
      ban comes. This command finds orders that are good in many worlds: the instance as it is, the variations of a study, \
      and its sampled worlds (`worlds` in the file). Orders up to --until are the same in all worlds. Everything else, also \
      later orders, each world decides by itself.

      - --minimise regret: the orders whose largest regret is least. The regret of a world is what it costs with the \
      orders, beyond the cost of its own best plan. It needs no probabilities.
      - --minimise expected: the orders whose expected cost is least. A variation of the study may have a `probability`; \
      worlds without one share the rest equally.

      Both are found with proof. The report has the orders, what they cost in each world, with `expected` the value of \
      knowing (what it is worth to know the world before ordering), the value of waiting (how much worse it is if later orders are the same in \
      all worlds too), and how the own orders of each option of the study would have fared. --explain names the few worlds \
      that decide. A world without a plan of its own is left out and named.

      Examples:

        plusone hedge japan-rare-earths-2020 --option below-50-by-2025 --until 2022 --explain
        plusone hedge japan-rare-earths-2020 --option below-50-by-2025 --until 2022 \\
          --minimise expected --format csv

      Exit status: 0 done; 2 no world has a plan, or no orders are possible in all worlds (the report names worlds that \
      cannot share orders); 65 bad data, or a model whose costs cannot be compared; 66 an input is missing; 73 the output \
      cannot be written; 75 the time limit was reached first. If orders were found by then, the report has the best ones, \
      and how much better others can be at most.
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a report (table), one row per order (csv), or everything (json)."
  }

  @Argument(help: StudyPath.help, completion: .instance)
  var study: String

  @Option(
    help: ArgumentHelp(
      "The option of the study whose model is planned; it may be left out if there is only one.",
      valueName: "name"), completion: .studyOption)
  var option: String?

  @Option(
    help: ArgumentHelp(
      "The last period whose orders are the same in all worlds: a label, first, last, or none.",
      valueName: "label"))
  var until: String

  @Option(
    help: ArgumentHelp(
      "What is least: regret (the largest one over all worlds) or expected (the expected cost).",
      valueName: "criterion"))
  var minimise = CriterionArgument.regret

  @Flag(help: "Name the few worlds that decide about the largest regret.")
  var explain = false

  @Option(
    help: "Write hedge.csv, regrets.csv, hedge_options.csv and hedge_waiting.csv into this folder.",
    completion: .directory)
  var out: String?

  @OptionGroup var output: ReportOptions<Output>

  @OptionGroup var pages: PageOptions

  @OptionGroup var jobs: JobsOption
  @OptionGroup var limit: TimeLimitOption

  private static let kind = OutputFolder.Kind("hedge")

  func validate() throws {
    if explain, minimise == .expected {
      throw ValidationError(
        "--explain names the worlds that decide about the largest regret; in the expected cost all worlds count. Give "
          + "--explain or --minimise expected")
    }
  }

  func run() throws {
    try reportingErrors {
      let deadline = Deadline(.limited(to: limit.timeLimit))
      // Many solves at the same time: only their number is shown.
      let solver = ChosenSolver.silent
      let study = try Console.progress.step("reading the study and its instance") {
        try StudyReader.read(
          file: try StudyPath.file(of: self.study), solver: solver, inputs: ShippedFolders.inputs)
      }
      let paths = study.paths + instancePaths(study.instanceFolder)
      try out.map { try OutputFolder.check($0, Self.kind, inputs: paths) }
      try pages.check(inputs: paths, out: out)
      for warning in study.warnings { printError(warning.description) }
      let question = try question(of: study)
      if study.variations.count == 1, study.worlds == nil {
        printError(
          "warning: the study has no variations and samples no worlds, so the instance as it is is the only world"
        )
      }
      let result = try HedgeFinder(
        question, solver: deadline.limiting(solver), jobs: jobs.count, progress: Console.progress
      ).find(explaining: explain)
      let tables = HedgeTables(result)
      if let out, case .found = result {
        try OutputFolder.write(to: out, Self.kind, inputs: paths) { folder in
          for table in tables.all { try folder.write(table) }
        }
        printError("wrote \(tables.all.count) tables to \(out)")
      }
      noteLeftOut(result)
      let report = HedgeReport(result, of: question, explaining: explain)
      try pages.write(inputs: paths) { page(of: result, question, report) }
      try output.show(
        report, csv: tables.orders, json: HedgeSummary(result, of: question).json())
      try end(result)
    }
  }

  /// What the options ask of a study.
  ///
  /// - Throws: `ValidationError` if it has no such option or period.
  private func question(of study: Study) throws -> HedgeQuestion {
    HedgeQuestion(
      study: study, option: try place(in: study),
      until: try period(of: study.variations[0].instance), criterion: minimise.criterion)
  }

  private func place(in study: Study) throws -> Int {
    let names = study.options.map(\.name)
    guard let option else {
      guard names.count == 1 else {
        throw ValidationError(
          "the study has \(names.count) options; choose one by --option: \(names.joined(separator: ", "))"
        )
      }
      return 0
    }
    if let place = names.firstIndex(of: option) { return place }
    throw ValidationError(
      "--option: unknown option `\(option)` of the study \(study.name)\(nearestHint(to: option, among: names))"
    )
  }

  private func period(of instance: Instance) throws -> PeriodIndex? {
    if let index = instance.period(named: until) { return index }
    guard until != "none" else { return nil }
    throw ValidationError(
      "--until: unknown period `\(until)`; must be \(instance.horizon.namesInWords), or none")
  }

  private func page(
    of result: HedgeResult, _ question: HedgeQuestion, _ report: HedgeReport
  ) -> Page {
    let study = question.study
    switch result {
    case .found(let hedge):
      return Page(hedge: hedge, report: report, making: .now(of: study, hedge.model))
    case .noCommonOrders, .noPlan:
      return Page(noHedge: result, of: question, report: report, making: .now(of: study))
    }
  }

  /// Names the worlds that are left out, where nothing else does.
  private func noteLeftOut(_ result: HedgeResult) {
    guard output.format == .csv, case .found(let hedge) = result, !hedge.leftOut.isEmpty else {
      return
    }
    let names = WordList.text(hedge.leftOut.map(\.name), atMost: 12)
    printError("note: left out, since they have no plan of their own: \(names)")
  }

  /// - Throws: the exit status of an answer that is not what was asked for.
  private func end(_ result: HedgeResult) throws {
    switch result {
    case .found(let hedge):
      guard !hedge.isComplete(explaining: explain) else { return }
      throw output.format.ending(
        with: .timeLimit,
        for: hedge.isProven
          ? "the time limit was reached before everything was worked out; the orders are proven to be the best ones."
          : "the time limit was reached before the orders were proven to be the best ones.")
    case .noCommonOrders(let worlds, _):
      throw output.format.ending(
        with: .noPlan,
        for: "no orders are possible in all worlds; these cannot share orders: "
          + WordList.text(worlds, atMost: 12))
    case .noPlan:
      throw output.format.ending(with: .noPlan, for: "no world has a plan of its own.")
    }
  }
}

/// What `--minimise` takes.
enum CriterionArgument: String, ExpressibleByArgument, CaseIterable {
  case regret, expected

  var criterion: HedgeQuestion.Criterion {
    switch self {
    case .regret: .regret
    case .expected: .expected
    }
  }
}
