import ArgumentParser
import Planning
import Sourcing
import Storage

/// A stored plan without goals, which is used instead of one that is found now.
struct BaselineInputs: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take the plan without goals, which others_keep refers to, from this folder that `solve --out` wrote.",
      valueName: "folder"),
    completion: .directory)
  var baseline: String?

  @Flag(
    help:
      "Use a stored plan although the instance or an option of the model has changed, with a warning."
  )
  var allowChanged = false

  func validate() throws {
    if allowChanged, baseline == nil {
      throw ValidationError("--allow-changed needs a stored plan: give --baseline FOLDER too")
    }
  }

  /// Refuses an output in the folder of the stored plan.
  ///
  /// - Throws: `OutputFailure`.
  func checkOutside(_ output: String) throws {
    if let baseline { try StoredPlan.check(output: output, outside: baseline) }
  }

  /// The stored plan without goals; nil if there is none to be read.
  ///
  /// - Throws: `InputProblems` if it is not for this instance and these options.
  func read(for instance: Instance, _ model: Model) throws -> StoredBaseline? {
    guard let baseline else { return nil }
    let stored = try StoredBaseline(reading: baseline, for: instance, model)
    if !stored.changes.isEmpty { try accept(stored.changes, isAllowed: allowChanged) }
    return stored
  }

  /// The model with what others keep of the stored plan; the model itself without one, or where it needs none.
  func known(_ model: Model, for instance: Instance) throws -> Model {
    guard model.needsOthersTrade, let plan = try read(for: instance, model)?.plan else {
      return model
    }
    var known = model
    known.othersTrade = OthersTrade(of: plan, instance, model)
    return known
  }
}
