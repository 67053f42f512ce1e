import Foundation
import Outputs
public import Reporting
public import Sourcing
import SourcingFiles
public import Tables

/// A plan in a folder that `plusone solve --out` wrote.
public struct StoredPlan: Sendable {
  /// Path of its folder.
  public let path: String
  let record: PlanRecord

  /// Reads the summary and compares the files with their list of sizes and hashes. A plan of an earlier version has
  /// no list.
  ///
  /// - Throws: `InputProblems`, with each file that is missing, cut or changed.
  public init(reading path: String) throws(InputProblems) {
    self.path = path
    do throws(InputProblems) { record = try PlanRecord.read(path) } catch {
      throw error.explained(by: path, as: .plan)
    }
  }

  var summaryPath: String { "\(path)/\(PlanFolder.summaryFile)" }

  // MARK: What it was made with

  /// The model that the plan was made with, read again for an instance.
  ///
  /// - Parameters:
  ///   - instance: the instance for which the model is read.
  ///   - settings: values of parameters that go before those that the plan was made with.
  /// - Throws: `InputProblems`, also for a plan that was stored without its model.
  public func model(for instance: Instance, settings: [String: String] = [:])
    throws(InputProblems) -> Model
  {
    let file = modelPath
    let bytes: [UInt8]
    do throws(FileFailure) { bytes = try contents(ofFile: file, limit: FileLimit.text) } catch {
      let why = error == .missing ? ": the plan was stored without its model" : ""
      throw InputProblems(
        [Problem("\(error)\(why); give its --model", file: file)], reason: error.reason)
    }
    let values = (record.settings ?? [:]).merging(settings) { $1 }
    var model = try ModelReader.read(bytes: bytes, file: file, instance: instance, settings: values)
    // A model that does not name itself is called by its file, which had another name then.
    model.name = record.model.name
    guard isWithoutGoals else { return model }
    model = model.withoutGoals
    model.title = record.model.title
    return model
  }

  /// Whether its folder has the plan without goals too.
  public var hasPlanWithoutGoals: Bool {
    FileKind.of("\(path)/\(PlanFolder.withoutGoalsFolder)") == .folder
  }

  /// Whether it is the plan without goals in the folder of another plan.
  private var isWithoutGoals: Bool { Self.isInPlan(path) }

  /// Whether a folder is that of the plan without goals in the folder of another plan.
  static func isInPlan(_ path: String) -> Bool {
    // The path may be `.`, or a link.
    (try? OutputPath(path).name) == PlanFolder.withoutGoalsFolder
      && FileKind.of("\(path)/../\(PlanFolder.summaryFile)") == .file
  }

  /// The file of its model. A plan without goals that was made with the plan has the same model as the plan.
  private var modelPath: String {
    let own = "\(path)/\(PlanFolder.modelFile)"
    return isWithoutGoals && FileKind.of(own) == nil ? "\(path)/../\(PlanFolder.modelFile)" : own
  }

  /// What its model was read from; nil if it was stored without it.
  var modelSource: ModelSource? { modelSource(in: modelPath) }

  private func modelSource(in file: String) -> ModelSource? {
    (try? contents(ofFile: file, limit: FileLimit.text)).map {
      ModelSource(bytes: $0, settings: record.settings ?? [:])
    }
  }

  /// The problem of an instance that differs from that of the plan; nil if it does not.
  public func change(in instance: Instance) -> Problem? {
    guard instance.contentHash != record.instance.hash else { return nil }
    let text = changedAssumptions(in: instance).map { ": \($0)" } ?? ""
    return Problem("the instance has changed since this plan was made\(text)", file: summaryPath)
  }

  /// The place z of each assumption that was moved for the plan, by id.
  public var assumptions: [String: Double] { record.assumptions ?? [:] }

  private func changedAssumptions(in instance: Instance) -> String? {
    let (was, now) = (assumptions, instance.movedAssumptions)
    let changed = Set(was.keys).union(now.keys).sorted().filter { was[$0] != now[$0] }
    guard !changed.isEmpty else { return nil }
    return changed.map { id in
      "assumption `\(id)` was \(AssumptionText.place(was[id])), is \(AssumptionText.place(now[id]))"
    }.joined(separator: "; ")
  }

  /// The problem of a model or parameters that differ from those of the plan; nil if they do not.
  public func change(in model: Model) -> Problem? {
    guard model.contentHash != record.model.hash else { return nil }
    let text = changedParameters(in: model).map { ": \($0)" } ?? ""
    return Problem("the model has changed since this plan was made\(text)", file: summaryPath)
  }

  private func changedParameters(in model: Model) -> String? {
    let names = Set(record.parameters.keys).union(model.parameters.keys).sorted()
    let changed = names.filter { record.parameters[$0] != model.parameters[$0] }
    guard !changed.isEmpty else { return nil }
    return changed.map { name in
      let was = record.parameters[name].map { "`\($0)`" } ?? "not set"
      let now = model.parameters[name].map { "`\($0)`" } ?? "not set"
      return "parameter `\(name)` was \(was), is \(now)"
    }.joined(separator: "; ")
  }

  // MARK: What it holds

  /// The plan, read from its tables.
  ///
  /// - Parameters:
  ///   - instance: the instance of the plan.
  ///   - model: the model of the plan.
  ///   - isUnchanged: whether instance and model are those that the plan was made with: then its quantities and costs
  ///     must add up to its summary.
  /// - Throws: `InputProblems` with file and line of everything that the instance or model does not know, or
  ///   with what does not add up.
  public func plan(for instance: Instance, _ model: Model, isUnchanged: Bool = true)
    throws(InputProblems) -> Plan
  {
    let log = ProblemLog()
    let reader = StoredPlanReader(folder: path, instance: instance, model: model, log: log)
    let plan = reader.plan()
    try log.throwIfAny()
    if isUnchanged {
      PlanSums(plan, instance, model).check(against: record, in: path, log)
      try log.throwIfAny()
    }
    return plan
  }

  /// The summary, from which reports are made.
  ///
  /// - Throws: `InputProblems` where an earlier version wrote less than a report needs, or its tables do not
  ///   add up.
  public func summary() throws(InputProblems) -> Summary {
    let log = ProblemLog()
    StoredCosts(folder: path, log).check(against: record, log)
    try log.throwIfAny()
    do {
      let bytes = try contents(ofFile: summaryPath, limit: FileLimit.record)
      return try JSONDecoder().decode(Summary.self, from: Data(bytes))
    } catch {
      throw InputProblems([
        Problem(
          "this is not the summary of a stored plan as this version writes it; solve again",
          file: summaryPath)
      ])
    }
  }

  /// Tables and summary, to be shown or written again, with the plan without goals that is in its folder.
  ///
  /// - Throws: as ``summary()``; also if a table cannot be read.
  public func folder() throws(InputProblems) -> PlanFolder {
    let problems = ProblemLog()
    let tables = PlanTables(stored: path, problems: problems)
    try problems.throwIfAny()
    var folder = PlanFolder(
      tables: tables, summary: try summary(),
      model: modelSource(in: "\(path)/\(PlanFolder.modelFile)"))
    let inner = "\(path)/\(PlanFolder.withoutGoalsFolder)"
    if FileKind.of(inner) == .folder {
      folder.withoutGoals = try StoredPlan(reading: inner).folder()
    }
    return folder
  }
}
