import Analysis
import ArgumentParser
import Formulation
import LinearProgramming
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

      With --checks the published figures of checks.csv are compared with the instance's own figures (its history, \
      final demand, capacity and prices) and with those of the plan without goals. That is the plan of the model \
      without its goals; without --model, that of a model that sets nothing. A figure beyond its tolerance has a \
      warning.

      Examples:

        plusone validate japan-rare-earths
        plusone validate japan-rare-earths --model reliance-cap --set cap=40%
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

  @Flag(
    help:
      "Compare the published figures of checks.csv with the instance and the plan without goals.")
  var checks = false

  @Option(
    help: ArgumentHelp(
      "With --checks: print a report (table), or one row per check (csv, json) (default: table).",
      valueName: "format"))
  var format: OutputFormat?

  @Option(
    help: ArgumentHelp(
      "With --checks: stop after this many seconds, above 0 and below 1e9 (default: no limit).",
      valueName: "seconds"), transform: seconds)
  var timeLimit: Double?

  func validate() throws {
    if model == nil, !parameters.settings.isEmpty {
      throw ValidationError("--set sets a parameter of a model: give --model too")
    }
    if !checks, format != nil || timeLimit != nil {
      throw ValidationError(
        "\(format == nil ? "--time-limit" : "--format") is about checks: give --checks too")
    }
    try requireTimeLimit(timeLimit)
  }

  func run() throws {
    try reportingErrors {
      let run = PlanningRun(timeLimit: timeLimit)
      let (tables, instance) = try Console.progress.step("reading the instance") {
        let folder = try ShippedFolders.inputs.instance(self.instance)
        return try ReadingLimit.ending(at: run.deadline) {
          try InstanceReader.readWithTables(folder: folder)
        }
      }
      let model = try model.map { try readModel($0, for: instance) }
      var warnings = try Console.progress.step("checking the instance") {
        let limit = run.deadline.butNotWithin(.seconds(1))
        try FreeMatter.check(instance, solver: limit.limiting(ChosenSolver.silent))
        let found = model.map(goalWarnings) ?? []
        return InstanceWarnings.find(in: instance, tables: tables) + found
      }
      let checked = checks ? try CheckedInstance(instance, model?.model, run) : nil
      warnings += checked?.warnings ?? []
      let lines =
        (warnings.map(\.description) + [summary(instance, warningCount: warnings.count)])
        .map { $0 + "\n" }.joined()
      guard let checked else { return try Console.write(lines) }
      try checked.write(after: lines, as: format ?? .table)
      try checked.throwIfWithoutPlan(explaining: explainCommand)
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

  /// Warnings about goals without effect.
  private func goalWarnings(of model: Model, in file: String) -> [Problem] {
    model.goals.compactMap { goal in
      GoalWarnings.idle(goal).map {
        Problem($0, file: file, line: goal.line, column: "goals", severity: .warning)
      }
    }
  }

  /// The command that finds out why there is no plan.
  private var explainCommand: String {
    let words = ["plusone explain", instance, "--model", model ?? "baseline"]
    return (words + parameters.settings.map { "--set '\($0.argument)'" }).joined(separator: " ")
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
