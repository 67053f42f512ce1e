import Reporting
public import Sourcing
public import Tables

/// A stored plan without goals, from which `others_keep` takes flows.
public struct StoredBaseline: Sendable {
  /// The plan without goals.
  public var plan: Plan
  /// What has changed since it was made: the instance, or options of the model. Empty if nothing has.
  public var changes: [Problem]
  private let stored: StoredPlan
  /// The problem of the instance; nil if it has not changed.
  private let changeOfInstance: Problem?
  /// The model that it was made with, without goals.
  private let made: Model

  /// Its tables, its summary without times, and the model that it was made with, to be stored with another plan.
  ///
  /// - Throws: as `StoredPlan.folder()`.
  public func folder() throws(InputProblems) -> PlanFolder {
    var folder = try stored.folder()
    folder.model = stored.modelSource
    folder.summary.times = nil
    folder.withoutGoals = nil
    return folder
  }

  /// What has changed since it was made, for a model.
  ///
  /// - Parameter model: a model whose options it must have; its goals do not matter.
  public func changes(for model: Model) -> [Problem] {
    [changeOfInstance, model.changedOptions(since: made, in: stored)].compactMap(\.self)
  }

  /// Reads the plan without goals in a plan's folder: that in its folder `without_goals`, or the plan itself if its
  /// model has no goals.
  ///
  /// - Parameters:
  ///   - path: path of a folder that `plusone solve --out` wrote.
  ///   - instance: the instance for which it is read.
  ///   - model: the model whose options it must have; its goals do not matter.
  /// - Throws: `InputProblems` if there is no plan without goals, or if its files are damaged or name things that the
  ///   instance does not have.
  public init(reading path: String, for instance: Instance, _ model: Model) throws(InputProblems) {
    let inner = "\(path)/\(PlanFolder.withoutGoalsFolder)"
    stored = try StoredPlan(reading: FileKind.of(inner) == .folder ? inner : path)
    changeOfInstance = stored.change(in: instance)
    // Names of its model may be missing in a changed instance; the change is reported first.
    let made: Model
    do throws(InputProblems) { made = try stored.model(for: instance) } catch {
      guard changeOfInstance != nil else { throw error }
      made = model.withoutGoals
    }
    guard made.goals.isEmpty else {
      throw InputProblems([
        Problem(
          "found a plan with goals and no folder \(PlanFolder.withoutGoalsFolder) in its folder; name the folder "
            + "of a plan without goals, or solve again with --out", file: stored.summaryPath)
      ])
    }
    self.made = made
    changes = [changeOfInstance, model.changedOptions(since: made, in: stored)].compactMap(\.self)
    plan = try stored.plan(for: instance, made, isUnchanged: changes.isEmpty)
  }
}

extension Model {
  /// The problem of options that differ from those of a stored plan; nil if none does.
  fileprivate func changedOptions(since made: Model, in stored: StoredPlan) -> Problem? {
    let options = optionsThatDiffer(from: made)
    guard !options.isEmpty else { return nil }
    return Problem(
      "this plan without goals was made with other options (\(options.joined(separator: ", ")))",
      file: stored.summaryPath)
  }

  /// The keys of the options that differ between two models, but for those that only goals and stress runs use.
  func optionsThatDiffer(from other: Model) -> [String] {
    let options: [(key: String, value: (Model) -> String)] = [
      ("history", { "\($0.history)" }), ("max_decline", { "\($0.maxDecline ?? 1)" }),
      ("projects, programmes", { "\($0.projects.sorted())" }),
      ("stockpiles", { "\($0.stockpiles)" }), ("objective", { "\($0.objective)" }),
      ("risk", { "\($0.risk.map { "\($0)" } ?? "")" }),
      ("stress", { $0.risk == nil ? "" : "\($0.stress)" }),
    ]
    return options.filter { $0.value(self) != $0.value(other) }.map(\.key)
  }
}
