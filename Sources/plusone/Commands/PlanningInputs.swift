import ArgumentParser
import GLPKSolver
import Sourcing

/// The instance, the model and its parameters, as every planning command takes them.
struct PlanningInputs: ParsableArguments {
  @Argument(help: "The instance's folder.", completion: .directory)
  var instance: String

  @Option(help: "The model: a YAML file of goals and options.", completion: .file())
  var model: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Sets a parameter of the model; may be given again and again.", valueName: "name=value"))
  var settings: [String] = []

  func validate() throws {
    for setting in settings
    where (setting.firstIndex(of: "=") ?? setting.startIndex) == setting.startIndex {
      throw ValidationError("--set takes name=value, such as --set cap=50%, not '\(setting)'")
    }
  }

  /// Values by name; the last one counts.
  var parameters: [String: String] {
    settings.reduce(into: [:]) { values, setting in
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      values[String(parts[0])] = String(parts[1])
    }
  }

  /// Reads and checks both files.
  func read() throws -> (Instance, Model) {
    let data = try readInstance()
    return (data, try readModel(for: data))
  }

  /// Reads and checks the instance.
  func readInstance() throws -> Instance {
    let data = try InstanceReader.read(folder: instance)
    try FreeMatter.check(data, solver: GLPKSolver())
    return data
  }

  /// Reads and checks the model, with further parameters set.
  func readModel(for data: Instance, with further: [String: String] = [:]) throws -> Model {
    let settings = parameters.merging(further) { $1 }
    return try ModelReader.read(file: model, instance: data, settings: settings)
  }
}

/// How a result is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json
}
