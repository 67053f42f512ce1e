import ArgumentParser
import Formulation
import LinearProgramming
import Scenarios
import Sourcing
import SourcingFiles

/// The instance, the model and its parameters: arguments of every planning command.
struct PlanningInputs: ParsableArguments {
  @Argument(help: "The instance's folder.", completion: .directory)
  var instance: String

  @Option(help: "The model: a YAML file, such as models/reliance-cap.yaml.", completion: .file())
  var model: String

  @OptionGroup var parameters: ParameterOptions

  /// The folder and the files that are read. No output may overwrite them.
  var paths: [String] { instancePaths(instance) + [model] }

  /// Reads and checks both files.
  func read(until deadline: Deadline = .none) throws -> (Instance, Model) {
    let data = try readInstance(until: deadline)
    let model = try readModel(for: data)
    parameters.warnOfUnused(by: model, in: data)
    return (data, model)
  }

  /// Reads and checks the instance.
  func readInstance(until deadline: Deadline = .none) throws -> Instance {
    try checkedInstance(instance, until: deadline)
  }

  /// Reads and checks the model, with further parameters set.
  func readModel(for data: Instance, with further: [String: String] = [:]) throws -> Model {
    let values = parameters.settings.byName.merging(further) { $1 }
    return try ModelReader.read(file: model, instance: data, settings: values)
  }
}

/// Reads an instance and checks that no loop of its processes makes goods from nothing.
func checkedInstance(_ folder: String, until deadline: Deadline = .none) throws -> Instance {
  let data = try ReadingLimit.ending(at: deadline) { try InstanceReader.read(folder: folder) }
  let limit = deadline.butNotWithin(.seconds(1))
  try FreeMatter.check(data, solver: limit.limiting(ChosenSolver.solver))
  return data
}

/// The folder of an instance and its tables. No output may overwrite them.
func instancePaths(_ instance: String) -> [String] {
  let names = ["instance.yaml"] + InstanceTable.allCases.map(\.fileName)
  return [instance] + names.map { "\(instance)/\($0)" }
}

/// Values of a model's parameters.
struct ParameterOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Set a parameter of the model; may be repeated (default: its value in the instance, else in the model).",
      valueName: "name=value"))
  var settings: [ParameterSetting] = []

  /// Prints a warning for each parameter that is set but that the model does not use.
  func warnOfUnused(by model: Model, in instance: Instance) {
    for name in settings.byName.keys.sorted() where !model.parametersTaken.contains(name) {
      let owner = instance.parameters[name] == nil ? "the model" : "the instance"
      printError("warning: `\(name)` is a parameter of \(owner) that this model does not use")
    }
  }
}

/// A value of a parameter of a model: `--set name=value`.
struct ParameterSetting: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    (name, value) = (String(parts[0]), String(parts[1]))
  }

  /// The argument as on a command line.
  var argument: String { "\(name)=\(value)" }
}

extension [ParameterSetting] {
  /// Values by name; of several with one name the last.
  var byName: [String: String] {
    reduce(into: [:]) { $0[$1.name] = $1.value }
  }
}

/// The formats of results.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json
}
