import ArgumentParser
import Foundation
import LinearProgramming
import Sourcing
import SourcingFiles
import Tables

/// The instance, the model and its parameters: arguments of every planning command.
struct PlanningInputs: ParsableArguments {
  @Argument(help: InputHelp.instance, completion: .instance)
  var instance: String

  @Option(help: ArgumentHelp("\(InputHelp.model)", valueName: "model"), completion: .model)
  var model: String

  @OptionGroup var parameters: ParameterOptions
  @OptionGroup var assumptions: AssumptionOptions

  /// The folder and the files that are read. No output may overwrite them.
  var paths: [String] { instancePaths(instance) + [modelPath(model)] }

  /// Reads and checks both files. Assumptions of the model and of the command line are moved.
  func read(until deadline: Deadline = .none) throws -> (Instance, Model) {
    let nominal = try NominalInstance(reading: instance, until: deadline)
    let (data, model) = try nominal.moved(by: assumptions, until: deadline) {
      try readModel(for: $0)
    }
    parameters.warnOfUnused(by: model, in: data)
    return (data, model)
  }

  /// Reads and checks the model, with further parameters set.
  func readModel(for data: Instance, with further: [String: String] = [:]) throws -> Model {
    let values = parameters.settings.byName.merging(further) { $1 }
    return try ModelReader.read(
      file: ShippedFolders.inputs.model(model), instance: data, settings: values)
  }
}

/// What the arguments for an instance and a model take.
enum InputHelp {
  static let instance: ArgumentHelp =
    "The instance: a folder, or a name such as japan-rare-earths; `plusone list` shows the names."
  static let model =
    "The model: a YAML file, or a name such as reliance-cap; `plusone list` shows the names."
}

/// The folder of an instance, which may be given by name, and its tables. No output may overwrite them. That there is
/// no such instance is reported where it is read.
func instancePaths(_ instance: String) -> [String] {
  let instance = (try? ShippedFolders.inputs.instance(instance)) ?? instance
  let names = ["instance.yaml"] + InstanceTable.allCases.map(\.fileName)
  return [instance] + names.map { "\(instance)/\($0)" }
}

/// The file of a model, which may be given by name.
func modelPath(_ model: String) -> String {
  (try? ShippedFolders.inputs.model(model)) ?? model
}

/// Values of a model's parameters.
struct ParameterOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Set a parameter of the model; may be repeated (default: its value in the instance, else in the model). "
        + "`plusone list INSTANCE --model MODEL` explains the parameters.",
      valueName: "name=value"), transform: ParameterSetting.parse)
  var settings: [ParameterSetting] = []

  func validate() throws {
    for (place, setting) in settings.enumerated() {
      let first = settings[..<place].first { $0.name == setting.name }
      guard let first else { continue }
      throw ValidationError(
        "--set gives `\(setting.name)` twice, `\(shortened(first.value))` and `\(shortened(setting.value))`; give it once"
      )
    }
  }

  /// Prints a warning for each parameter that is set but that the model does not use.
  ///
  /// - Parameter varied: a parameter that the command sets to several values.
  func warnOfUnused(by model: Model, in instance: Instance, varied: String? = nil) {
    let names = Set(settings.byName.keys).union(varied.map { [$0] } ?? [])
    for name in model.untaken(names) {
      let owner = instance.parameters[name] == nil ? "the model" : "the instance"
      printError("warning: `\(name)` is a parameter of \(owner) that this model does not use")
    }
  }
}

/// A value of a parameter of a model: `--set name=value`.
struct ParameterSetting {
  let name: String
  let value: String

  /// The setting that a text is.
  ///
  /// - Throws: `ValidationError` if it has no name or no value.
  static func parse(_ text: String) throws -> ParameterSetting {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw ValidationError("write the name of a parameter, = and its value, such as cap=40%")
    }
    return ParameterSetting(name: parts[0], value: parts[1])
  }

  /// The argument as on a command line.
  var argument: String { "\(name)=\(value)" }
}

extension [ParameterSetting] {
  /// Values by name.
  var byName: [String: String] {
    reduce(into: [:]) { $0[$1.name] = $1.value }
  }
}

/// The formats of results.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json
}
