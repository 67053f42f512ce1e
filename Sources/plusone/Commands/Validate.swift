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
      that this instance gives to its parameters.

      Examples:

        plusone validate japan-rare-earths
        plusone validate japan-rare-earths --model reliance-cap --set cap=40%
        plusone validate japan-rare-earths --provenance

      --provenance says where the figures come from: for each table how many rows are published, derived, fitted or \
      assumed (the column basis), how much they are worth, which sources of sources.csv rows cite and which none does, \
      and which assumed figures no range moves. With --format csv or json only this is printed: the rows by table and \
      basis, or all of it.

      Exit status: 0 no errors, with or without warnings; 65 bad data; 66 a file is missing; 73 standard output \
      cannot be written.
      """)

  @Argument(help: InputHelp.instance, completion: .instance)
  var instance: String

  @Option(
    help: ArgumentHelp("Check this model too: a YAML file, or a name.", valueName: "model"),
    completion: .model)
  var model: String?

  @Flag(
    help: "Say where the figures come from: rows by basis, their value, and the use of sources.")
  var provenance = false

  @Option(
    help:
      "With --provenance: print a report (table), the rows by table and basis (csv), or all of it (json)."
  )
  var format: OutputFormat = .table

  @OptionGroup var parameters: ParameterOptions

  func validate() throws {
    if model == nil, !parameters.settings.isEmpty {
      throw ValidationError("--set sets a parameter of a model: give --model too")
    }
    if format != .table, !provenance {
      throw ValidationError("--format \(format.rawValue) is for --provenance: give it too")
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
        let found = try model.map { try goalWarnings(of: $0, over: instance) } ?? []
        return InstanceWarnings.find(in: instance, tables: tables) + found
      }
      if format == .table {
        let lines = warnings.map(\.description) + [summary(instance, warningCount: warnings.count)]
        try Console.write(lines.map { $0 + "\n" }.joined())
      }
      if provenance { try show(Provenance(of: tables, instance), of: instance) }
    }
  }

  private func show(_ provenance: Provenance, of instance: Instance) throws {
    switch format {
    case .table:
      try Console.write(ProvenanceReport(provenance, of: instance, width: Console.width).lines)
    case .csv: try Console.write(.provenance(provenance))
    case .json: try Console.write(ProvenanceAnswer(provenance, of: instance).json())
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
