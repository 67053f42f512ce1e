import ArgumentParser
import Foundation
import Sourcing
import Tables

/// Places of assumptions: `--assume rival-cost=high`.
struct AssumptionOptions: ParsableArguments {
  @Option(
    name: .customLong("assume"),
    help: ArgumentHelp(
      "Move an assumption of the instance to low, to high, or to a number from -1 (low) over 0 (as in the tables) to 1 "
        + "(high); may be repeated (default: its place in the model, else 0). `plusone list INSTANCE` shows the "
        + "assumptions.",
      valueName: "id=place"),
    completion: .assumption, transform: AssumptionSetting.parse)
  var settings: [AssumptionSetting] = []

  func validate() throws {
    for (place, setting) in settings.enumerated() {
      guard let first = settings[..<place].first(where: { $0.id == setting.id }) else { continue }
      throw ValidationError(
        "--assume gives `\(setting.id)` twice, `\(shortened(first.text))` and `\(shortened(setting.text))`; give it once"
      )
    }
  }

  /// The place of each assumption: that of the command line, else the given one.
  ///
  /// - Parameters:
  ///   - given: the places that hold without the option, by id.
  ///   - instance: the instance of the assumptions.
  /// - Throws: `ValidationError` for an id that the instance does not have.
  func places(over given: [String: Double], in instance: Instance) throws -> [String: Double] {
    let known = instance.assumptions.map(\.id)
    for setting in settings where !known.contains(setting.id) {
      let hint =
        known.isEmpty
        ? "; the instance has no assumptions.csv"
        : nearestHint(to: setting.id, among: known)
          + "; `plusone list \(instance.folder)` shows all"
      throw ValidationError("--assume: unknown assumption `\(shortened(setting.id))`\(hint)")
    }
    return settings.reduce(into: given) { $0[$1.id] = $1.z }
  }

  /// Ids of the assumptions to which the command line or a model gives a place, also where it is 0. They stay there.
  ///
  /// - Parameter model: the model.
  func given(with model: Model) -> Set<String> {
    Set(settings.map(\.id)).union(model.assumptions.keys)
  }

  /// The options as on a command line, each with a blank before it.
  var arguments: String { settings.map { " --assume \($0.id)=\($0.text)" }.joined() }
}

/// The place of an assumption: `--assume id=place`.
struct AssumptionSetting {
  let id: String
  /// The place as it was given.
  let text: String
  /// The place as a number.
  let z: Double

  /// The setting that a text is.
  ///
  /// - Throws: `ValidationError` if it has no id, or no place that an assumption can have.
  static func parse(_ text: String) throws -> AssumptionSetting {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw ValidationError(
        "write the id of an assumption, = and low, high or a number, such as growth=high")
    }
    return AssumptionSetting(id: parts[0], text: parts[1], z: try place(parts[1]))
  }

  private static func place(_ text: String) throws -> Double {
    let range = Assumption.range
    switch text {
    case "low": return range.lowerBound
    case "high": return range.upperBound
    default: break
    }
    let wanted =
      "must be low, high, or a number from -1 (low) over 0 (as in the tables) to 1 (high)"
    do throws(DecimalNumber.Malformation) {
      let z = try DecimalNumber.parse(text)
      if range.contains(z) { return z }
    } catch {
      throw ValidationError("found `\(shortened(text))`; \(wanted)")
    }
    throw ValidationError("found `\(shortened(text))`; \(wanted)")
  }
}
