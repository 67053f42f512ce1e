import Analysis
import ArgumentParser
import Formulation
import LinearProgramming
import Reporting
import Scenarios
import Sourcing
import SourcingFiles
import Tables

/// `plusone validate DIR`
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check an instance, and list all errors and warnings with file and line.",
    discussion: """
      Errors are what no command accepts. Warnings are what is allowed but suspicious. No errors means that the \
      tables are consistent, not that the figures are true. With --model the model is checked too, with the values \
      that this instance gives to its parameters. Where the instance has assumptions.csv, all rules are also checked \
      with each assumption at its low and at its high end. With --assume, or with a model that moves assumptions, the \
      moved tables are checked too, and warnings are about them.

      --assumptions shows what each row of assumptions.csv moves: how many cells, and their numbers in the table, at \
      the low end and at the high end. It also says where a moved number has no effect, such as a capacity of \
      facilities.csv that capacities.csv replaces.

      --provenance says where the figures come from: for each table how many rows are published, derived, fitted or \
      assumed (the column basis), how much they are worth, which sources of sources.csv rows cite and which none does, \
      and which assumed figures no range moves.

      --checks compares the published figures of checks.csv with the instance's own figures (its history, final \
      demand, capacity and prices) and with those of the plan without goals. That is the plan of the model without its \
      goals; without --model, that of a model that sets nothing. A figure beyond its tolerance has a warning.

      With --format csv or json only one of these is printed, and warnings are on standard error.

      Examples:

        plusone validate japan-rare-earths
        plusone validate japan-rare-earths --model reliance-cap --set cap=40%
        plusone validate japan-rare-earths --assumptions
        plusone validate japan-rare-earths --assume lace_premium=high
        plusone validate japan-rare-earths --provenance
        plusone validate japan-rare-earths --checks --model baseline

      Exit status: 0 no errors, with or without warnings; 2 no plan to compare with; 65 bad data; 66 a file is \
      missing; 73 standard output cannot be written; 75 the time limit was reached first.
      """)

  @Argument(help: InputHelp.instance, completion: .instance)
  var instance: String

  @Option(
    help: ArgumentHelp("Check this model too: a YAML file, or a name.", valueName: "model"),
    completion: .model)
  var model: String?

  @OptionGroup var parameters: ParameterOptions
  @OptionGroup var assumed: AssumptionOptions

  @Flag(help: "Show what the assumptions of the instance move.")
  var assumptions = false

  @Flag(
    help: "Say where the figures come from: rows by basis, their value, and the use of sources.")
  var provenance = false

  @Flag(
    help:
      "Compare the published figures of checks.csv with the instance and the plan without goals.")
  var checks = false

  @Option(
    help: ArgumentHelp(
      "The form of what is shown besides: a report (table), or rows (csv, json) (default: table).",
      valueName: "format"))
  var format: OutputFormat?

  @Flag(help: MarkdownHelp.text)
  var markdown = false

  @Option(
    help: ArgumentHelp(
      "With --checks: stop after this many seconds, above 0 and below 1e9 (default: no limit).",
      valueName: "seconds"), transform: seconds)
  var timeLimit: Double?

  func validate() throws {
    if model == nil, !parameters.settings.isEmpty {
      throw ValidationError("--set sets a parameter of a model: give --model too")
    }
    let shown = [assumptions, provenance, checks].filter { $0 }.count
    if let format, shown == 0 || shown > 1 && format != .table {
      throw ValidationError(
        "--format \(format.rawValue) is the form of what --assumptions, --provenance or --checks shows: give one of them"
      )
    }
    if markdown, shown == 0 {
      throw ValidationError(
        "--markdown is the form of what --assumptions, --provenance or --checks shows: give one of them"
      )
    }
    if markdown, let format { try requireReport(format) }
    if timeLimit != nil, !checks {
      throw ValidationError("--time-limit is about checks: give --checks too")
    }
    try requireTimeLimit(timeLimit)
  }

  func run() throws {
    try reportingErrors {
      let run = PlanningRun(timeLimit: timeLimit)
      let nominal = try NominalInstance(reading: self.instance, until: run.deadline)
      var model = try model.map { try readModel($0, for: nominal.instance) }
      let places = try assumed.places(
        over: model?.model.assumptions ?? [:], in: nominal.instance)
      let (tables, instance) = try nominal.movedTables(to: places, until: run.deadline)
      if !instance.movedAssumptions.isEmpty {
        model = try self.model.map { try readModel($0, for: instance) }
      }
      var warnings = try Console.progress.step("checking the instance") {
        let limit = run.deadline.butNotWithin(.seconds(1))
        try checkEnds(
          of: nominal.instance, nominal.tables, limit.limiting(ChosenSolver.silent))
        let found = model.map { goalWarnings(of: $0.model, in: $0.file, instance) } ?? []
        return InstanceWarnings.find(in: instance, tables: tables) + found
      }
      let checked = checks ? try CheckedInstance(instance, model?.model, run) : nil
      warnings += checked?.warnings ?? []
      let texts =
        warnings.map(\.description) + [summary(instance, warningCount: warnings.count)]
        + [AssumptionText.sentence(instance.movedAssumptions)].compactMap(\.self)
      let lines = texts.map { $0 + "\n" }.joined()
      switch format ?? .table {
      case .table where markdown:
        try Console.write(ReportDocument(paragraphs: texts), asMarkdown: true)
      case .table: try Console.write(lines)
      case .csv, .json: Console.tell(escaped(lines))
      }
      if assumptions {
        try show(AssumptionOverview(of: nominal.instance, tables: nominal.tables))
      }
      if provenance { try show(provenance(of: instance, tables), of: instance) }
      if let checked {
        try checked.write(as: format ?? .table, isMarkdown: markdown)
        try checked.throwIfWithoutPlan(explaining: explainCommand)
      }
    }
  }

  /// Checks the instance with each assumption at both ends, with free matter where recipes move.
  private func checkEnds(
    of instance: Instance, _ tables: InstanceTables, _ solver: some Solver
  ) throws {
    try tables.checkEnds(of: instance.assumptions) { place, instance in
      guard place.assumption.moves(.recipes) else { return [] }
      do {
        try FreeMatter.check(instance, solver: solver)
        return []
      } catch let problems as InputProblems {
        return problems.problems
      } catch {
        let file = instance.folder + "/" + InstanceTable.recipes.fileName
        return [Problem("cannot be checked: \(error)", file: file)]
      }
    }
  }

  private func show(_ overview: AssumptionOverview) throws {
    switch format ?? .table {
    case .table:
      try Console.write("\n")
      try Console.write(AssumptionReport(overview), asMarkdown: markdown)
    case .csv: try Console.write(overview.table)
    case .json: try Console.write(overview.table.json())
    }
  }

  private func provenance(of instance: Instance, _ tables: InstanceTables) -> Provenance {
    let moved = tables.movedRows(by: instance.assumptions)
    return Provenance(of: tables, instance, moves: moved.contains)
  }

  private func show(_ provenance: Provenance, of instance: Instance) throws {
    switch format ?? .table {
    case .table:
      if markdown { try Console.write("\n") }
      try Console.write(ProvenanceReport(provenance, of: instance), asMarkdown: markdown)
    case .csv: try Console.write(.provenance(provenance))
    case .json: try Console.write(ProvenanceAnswer(provenance, of: instance).json())
    }
  }

  /// A model, with its file for messages.
  private func readModel(_ model: String, for instance: Instance) throws -> (
    model: Model, file: String
  ) {
    let path = try ShippedFolders.inputs.model(model)
    let read = try ModelReader.read(
      file: path, instance: instance, settings: parameters.settings.byName)
    return (read, path)
  }

  /// Warnings about goals without effect, and about goals against attacks where nothing can be cut.
  private func goalWarnings(of model: Model, in file: String, _ instance: Instance) -> [Problem] {
    model.goals.compactMap { goal in
      (GoalWarnings.idle(goal) ?? GoalWarnings.uncut(goal, in: instance, model)).map {
        Problem($0, file: file, line: goal.line, column: "goals", severity: .warning)
      }
    }
  }

  /// The command that finds out why there is no plan.
  private var explainCommand: String {
    let words = ["plusone explain", instance, "--model", model ?? "baseline"]
    return (words + parameters.settings.map { "--set '\($0.argument)'" }).joined(separator: " ")
      + assumed.arguments
  }

  private func summary(_ instance: Instance, warningCount: Int) -> String {
    let counts = [
      (instance.regions.count, "region"), (instance.commodities.count, "commodity"),
      (instance.horizon.count, "period"), (instance.facilities.count, "facility"),
      (instance.projects.count, "project"), (instance.disruptions.count, "disruption"),
    ]
    let sizes = counts.map { count, noun in "\(count) \(count == 1 ? noun : plural(noun))" }
    let verdict = warningCount == 1 ? "1 warning" : "\(warningCount) warnings"
    return "\(instance.name): \(sizes.joined(separator: ", ")); 0 errors, \(verdict)"
  }

  private func plural(_ noun: String) -> String {
    noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
  }
}
