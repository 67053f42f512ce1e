import ArgumentParser
import LinearProgramming
import Planning
import Scenarios
import Sourcing
import SourcingFiles
import Storage
import Tables

/// The plan that is disturbed: made now by a model, or stored, with the model that it was made with.
struct PlanToDisturb: ParsableArguments {
  @Argument(help: "The instance's folder.", completion: .directory)
  var instance: String

  @Option(
    help: ArgumentHelp(
      "The model: a YAML file of goals and options. A stored plan has its own; one given must be the same.",
      valueName: "file"),
    completion: .file())
  var model: String?

  @OptionGroup var parameters: ParameterOptions

  @Option(
    help: "Disturb this stored plan (a folder that `solve --out` wrote) instead of solving.",
    completion: .directory)
  var plan: String?

  @Flag(
    help:
      "Go on where instance or model have changed since the stored plan was made, with a warning.")
  var allowChanged = false

  func validate() throws {
    if model == nil, plan == nil {
      throw ValidationError("give a --model to plan with, or --plan, the folder of a stored plan")
    }
    if allowChanged, plan == nil {
      throw ValidationError("--allow-changed is about a stored plan: give --plan")
    }
  }

  /// The folder and the files that are read, which no output may overwrite.
  var paths: [String] { instancePaths(instance) + (model.map { [$0] } ?? []) }

  /// Refuses an output in the folder of the stored plan, which would spoil it.
  ///
  /// - Throws: `OutputFailure`.
  func checkOutside(_ output: String) throws {
    if let plan { try StoredPlan.check(output: output, outside: plan) }
  }

  /// The plan with what it was made with, and its folder.
  struct Answer {
    var instance: Instance
    var model: Model
    var plan: Plan
    var folder: PlanFolder?
  }

  /// - Parameters:
  ///   - withFolder: whether the plan's tables and summary are wanted too.
  ///   - limit: when to end, with the reading and the solve, where it takes one.
  ///   - check: what else the command line says of the instance, checked before anything is solved.
  func read(
    withFolder: Bool, until limit: Deadline, check: (Instance, Model) throws -> Void
  ) throws -> Answer {
    let instance = try checkedInstance(instance, until: limit)
    if let plan {
      return try stored(StoredPlan(reading: plan), instance, withFolder: withFolder, check: check)
    }
    let model = try readModel(for: instance)
    try check(instance, model)
    return try planned(instance, model, until: limit)
  }

  private func readModel(for instance: Instance) throws -> Model {
    try ModelReader.read(
      file: model ?? "", instance: instance, settings: parameters.settings.byName)
  }

  // MARK: A stored plan

  private func stored(
    _ stored: StoredPlan, _ instance: Instance, withFolder: Bool,
    check: (Instance, Model) throws -> Void
  ) throws -> Answer {
    // A changed instance may not even know the names of the model: that it has changed is said first.
    let reading = Result {
      try self.model == nil
        ? stored.model(for: instance, settings: parameters.settings.byName)
        : readModel(for: instance)
    }
    let changes = [
      stored.change(in: instance), (try? reading.get()).flatMap(stored.change(in:)),
    ].compactMap(\.self)
    if !changes.isEmpty { try accept(changes) }
    let model = try reading.get()
    try check(instance, model)
    return Answer(
      instance: instance, model: model,
      plan: try stored.plan(for: instance, model, isUnchanged: changes.isEmpty),
      folder: withFolder ? try stored.folder() : nil)
  }

  /// Warns of what has changed where that is allowed.
  private func accept(_ changes: [Problem]) throws(InputProblems) {
    guard allowChanged else {
      throw InputProblems(
        changes.map {
          var problem = $0
          problem.message +=
            "; solve again, or disturb the old plan all the same with --allow-changed"
          return problem
        })
    }
    printProblems(
      changes.map {
        var warning = $0
        warning.severity = .warning
        warning.message += "; the figures put the old plan into what is given now"
        return warning
      })
  }

  // MARK: A new plan

  private func planned(_ instance: Instance, _ model: Model, until limit: Deadline) throws -> Answer
  {
    var run = PlanningRun(until: limit)
    let result = try run.solve(run.program(instance, model), for: instance, model)
    guard let plan = result.plan else {
      guard result.termination == .infeasible else {
        throw NoOptimum("the plan to disturb", result.termination)
      }
      printError(
        "plusone: no plan to disturb: the model ended with `\(result.termination.rawValue)`; try "
          + "`plusone explain \(self.instance) --model \(self.model ?? "")`")
      throw ExitStatus.noPlan.code
    }
    return Answer(
      instance: instance, model: model, plan: plan,
      folder: PlanFolder(result, withoutGoals: nil, solver: run.solverName, zeros: false))
  }
}
