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
      with each assumption at its low and at its high end.

      --assumptions shows what each row of assumptions.csv moves: how many cells, and their numbers in the table, at \
      the low end and at the high end. It also says where a moved number has no effect, such as a capacity of \
      facilities.csv that capacities.csv replaces. With --format csv or json there is one row for each cell, and \
      warnings are on standard error.

      Examples:

        plusone validate japan-rare-earths
        plusone validate japan-rare-earths --model reliance-cap --set cap=40%
        plusone validate japan-rare-earths --assumptions
        plusone validate japan-rare-earths --assumptions --format csv

      Exit status: 0 no errors, with or without warnings; 65 bad data; 66 a file is missing; 73 standard output \
      cannot be written.
      """)

  @Argument(help: InputHelp.instance, completion: .instance)
  var instance: String

  @Option(
    help: ArgumentHelp("Check this model too: a YAML file, or a name.", valueName: "model"),
    completion: .model)
  var model: String?

  @OptionGroup var parameters: ParameterOptions

  @Flag(help: "Also show what the assumptions of the instance move.")
  var assumptions = false

  @Option(
    help:
      "With --assumptions: print a report (table), or one row for each cell that moves (csv, json)."
  )
  var format: OutputFormat?

  func validate() throws {
    if format != nil, !assumptions {
      throw ValidationError("--format is the form of what --assumptions shows: give that too")
    }
    if model == nil, !parameters.settings.isEmpty {
      throw ValidationError("--set sets a parameter of a model: give --model too")
    }
  }

  func run() throws {
    try reportingErrors {
      let (tables, instance) = try Console.progress.step("reading the instance") {
        try InstanceReader.readWithTables(
          folder: ShippedFolders.inputs.instance(self.instance))
      }
      let warnings = try Console.progress.step("checking the instance") {
        try FreeMatter.check(instance, solver: ChosenSolver.silent)
        try checkEnds(of: instance, tables)
        let found = try model.map { try goalWarnings(of: $0, over: instance) } ?? []
        return InstanceWarnings.find(in: instance, tables: tables) + found
      }
      let verdict = summary(instance, warningCount: warnings.count)
      let text = (warnings.map(\.description) + [verdict]).map { $0 + "\n" }.joined()
      let overview = assumptions ? AssumptionOverview(of: instance, tables: tables) : nil
      switch (overview, format ?? .table) {
      case (nil, _): try Console.write(text)
      case (let overview?, .table):
        try Console.write(text + "\n")
        try Console.write(AssumptionReport(overview, width: Console.width).lines)
      case (let overview?, let format):
        Console.tell(escaped(text))
        if format == .csv { try Console.write(overview.table) }
        if format == .json { try Console.write(overview.table.json()) }
      }
    }
  }

  /// Checks the instance with each assumption at both ends, with free matter where recipes move.
  private func checkEnds(of instance: Instance, _ tables: InstanceTables) throws {
    try tables.checkEnds(of: instance.assumptions) { place, instance in
      guard place.assumption.edits.contains(where: { $0.table == InstanceTable.recipes.rawValue })
      else { return [] }
      do {
        try FreeMatter.check(instance, solver: ChosenSolver.silent)
        return []
      } catch let problems as InputProblems {
        return problems.problems
      } catch {
        let file = instance.folder + "/" + InstanceTable.recipes.fileName
        return [Problem("cannot be checked: \(error)", file: file)]
      }
    }
  }

  /// Warnings about goals without effect.
  private func goalWarnings(of model: String, over instance: Instance) throws -> [Problem] {
    let path = try ShippedFolders.inputs.model(model)
    let model = try ModelReader.read(
      file: path, instance: instance, settings: parameters.settings.byName)
    return model.goals.compactMap { goal in
      GoalWarnings.idle(goal).map {
        Problem($0, file: path, line: goal.line, column: "goals", severity: .warning)
      }
    }
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
