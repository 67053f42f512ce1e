import ArgumentParser
import Formulation
import Scenarios
import Sourcing
import SourcingFiles

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
  var settings: [ParameterSetting] = []

  /// The folder and the file that are read, which no output may overwrite.
  var paths: [String] { [instance, model] }

  /// Reads and checks both files.
  func read() throws -> (Instance, Model) {
    let data = try readInstance()
    return (data, try readModel(for: data))
  }

  /// Reads and checks the instance.
  func readInstance() throws -> Instance { try checkedInstance(instance) }

  /// Reads and checks the model, with further parameters set.
  func readModel(for data: Instance, with further: [String: String] = [:]) throws -> Model {
    let values = settings.byName.merging(further) { $1 }
    return try ModelReader.read(file: model, instance: data, settings: values)
  }
}

/// Reads an instance and sees that nothing in it makes matter from nothing.
func checkedInstance(_ folder: String) throws -> Instance {
  let data = try InstanceReader.read(folder: folder)
  try FreeMatter.check(data, solver: ChosenSolver.solver)
  return data
}

/// A value for a parameter of a model, as `--set name=value` gives it.
struct ParameterSetting: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    (name, value) = (String(parts[0]), String(parts[1]))
  }

  /// As it is written on a command line.
  var argument: String { "\(name)=\(value)" }
}

extension [ParameterSetting] {
  /// Values by name; the last one counts.
  var byName: [String: String] {
    reduce(into: [:]) { $0[$1.name] = $1.value }
  }
}

/// How a result is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json
}
