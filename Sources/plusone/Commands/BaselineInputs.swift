import ArgumentParser
import LinearProgramming
import Planning
import Sourcing
import Storage
import Tables

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

  /// Refuses an output in the folder of the stored plan, or in that of the plan that it is in.
  ///
  /// - Throws: `OutputFailure`.
  func checkOutside(_ output: String) throws {
    if let baseline { try OutputPlaces.check(output, outside: baseline) }
  }

  /// The stored plan without goals; nil if there is none to be read.
  ///
  /// - Throws: `InputProblems` if it is not for this instance and these options.
  func read(for instance: Instance, _ model: Model) throws -> StoredBaseline? {
    guard let baseline else { return nil }
    let stored = try Console.progress.step("reading the stored plan without goals") {
      try StoredBaseline(reading: baseline, for: instance, model)
    }
    if !stored.changes.isEmpty { try accept(stored.changes, isAllowed: allowChanged) }
    return stored
  }
}

/// A stored plan without goals for several models of one instance: it is read once, and each of its changes is reported
/// once.
struct BaselineOfModels {
  private let inputs: BaselineInputs
  private let instance: Instance
  private var stored: StoredBaseline?
  private var accepted: Set<String> = []

  init(_ inputs: BaselineInputs, for instance: Instance) {
    (self.inputs, self.instance) = (inputs, instance)
  }

  /// A model with what others keep of the stored plan, as far as it needs that.
  ///
  /// - Throws: `InputProblems` if the stored plan is not for this instance and the model's options.
  mutating func known(_ model: Model) throws -> Model {
    guard let stored else {
      stored = try inputs.read(for: instance, model)
      accepted = Set((stored?.changes ?? []).map(\.message))
      return stored?.known(model, in: instance) ?? model
    }
    let changes = stored.changes(for: model).filter { accepted.insert($0.message).inserted }
    if !changes.isEmpty { try accept(changes, isAllowed: inputs.allowChanged) }
    return stored.known(model, in: instance)
  }
}

extension StoredBaseline {
  /// A model with what others keep of this plan, if it needs that.
  func known(_ model: Model, in instance: Instance) -> Model {
    guard model.needsOthersTrade else { return model }
    var known = model
    known.othersTrade = OthersTrade(of: plan, instance, model)
    return known
  }
}
