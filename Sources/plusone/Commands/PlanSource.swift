import ArgumentParser
import LinearProgramming
import Pages
import Planning
import Scenarios
import Sourcing
import SourcingFiles
import Storage
import Tables

/// A plan of an instance: made now by a model, or stored with the model that it was made with.
struct PlanSource: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      InputHelp.model
        + " It is needed without --plan; a stored plan has its own, which must be the same.",
      valueName: "model"),
    completion: .model)
  var model: String?

  @OptionGroup var parameters: ParameterOptions
  @OptionGroup var assumptions: AssumptionOptions

  @Option(
    help: "Read this stored plan, a folder that `solve --out` wrote, instead of solving the model.",
    completion: .directory)
  var plan: String?

  @Flag(
    help:
      "Use a stored plan although the instance, the model or a parameter has changed, with a warning."
  )
  var allowChanged = false

  /// Whether a plan is asked for.
  var isGiven: Bool { model != nil || plan != nil }

  func validate() throws {
    if allowChanged, plan == nil {
      throw ValidationError("--allow-changed needs a stored plan: give --plan FOLDER too")
    }
  }

  /// The options that are given.
  var given: [String] {
    [
      model.map { _ in "--model" }, plan.map { _ in "--plan" },
      parameters.settings.isEmpty ? nil : "--set", assumptions.settings.isEmpty ? nil : "--assume",
    ].compactMap(\.self)
  }

  /// The file of the model that is read, if one is named. No output may overwrite it.
  var paths: [String] { model.map { [modelPath($0)] } ?? [] }

  /// Refuses an output in the folder of the stored plan.
  ///
  /// - Throws: `OutputFailure`.
  func checkOutside(_ output: String) throws {
    if let plan { try OutputPlaces.check(output, outside: plan) }
  }

  /// The instance with the assumptions of the command line at their places, where no plan is asked for.
  func instance(_ instance: String, until limit: Deadline) throws -> Instance {
    let nominal = try NominalInstance(reading: instance, until: limit)
    return try nominal.moved(
      to: assumptions.places(over: [:], in: nominal.instance), until: limit)
  }

  /// The plan, the instance and model that it was made with, and its folder.
  struct Answer {
    var instance: Instance
    var model: Model
    var plan: Plan
    /// The plan without goals; nil if the model has no goals, it is not known, or it was not asked for.
    var withoutGoals: Plan?
    var folder: PlanFolder?
  }

  /// - Parameters:
  ///   - instance: folder or name of the instance.
  ///   - withFolder: whether to read the plan's tables and summary too.
  ///   - comparing: whether to read the plan without goals beside a stored plan too.
  ///   - limit: the time at which reading and solving end.
  ///   - pages: the page on which it is said that there is no plan to test.
  ///   - check: checks other arguments against the instance before anything is solved.
  func read(
    _ instance: String, withFolder: Bool, comparing: Bool = false, until limit: Deadline,
    pages: PageOptions,
    check: (Instance, Model) throws -> Void
  ) throws -> Answer {
    let nominal = try NominalInstance(reading: instance, until: limit)
    if let plan {
      return try stored(
        StoredPlan(reading: plan), nominal, withFolder: withFolder, comparing: comparing,
        until: limit, check: check)
    }
    let (moved, model) = try nominal.moved(by: assumptions, until: limit) {
      try readModel(for: $0)
    }
    parameters.warnOfUnused(by: model, in: moved)
    try check(moved, model)
    return try planned(
      moved, model, of: instance, withFolder: withFolder, until: limit, pages: pages)
  }

  private func readModel(for instance: Instance) throws -> Model {
    try ModelReader.read(
      file: ShippedFolders.inputs.model(model ?? ""), instance: instance,
      settings: parameters.settings.byName)
  }

  // MARK: A stored plan

  private func stored(
    _ stored: StoredPlan, _ nominal: NominalInstance, withFolder: Bool, comparing: Bool,
    until limit: Deadline, check: (Instance, Model) throws -> Void
  ) throws -> Answer {
    let read = { (instance: Instance) in
      try self.model == nil
        ? stored.model(for: instance, settings: parameters.settings.byName)
        : readModel(for: instance)
    }
    // Names of the model may be missing in a changed instance; the change is reported first.
    var reading = Result { try read(nominal.instance) }
    let instance = try moved(nominal, as: stored, (try? reading.get()), until: limit)
    if !instance.movedAssumptions.isEmpty { reading = Result { try read(instance) } }
    let changes = [
      stored.change(in: instance),
      (try? reading.get()).flatMap(stored.change(in:)).map(withAdvice),
    ].compactMap(\.self)
    if !changes.isEmpty { try accept(changes, isAllowed: allowChanged) }
    let model = try reading.get()
    parameters.warnOfUnused(by: model, in: instance)
    try check(instance, model)
    return Answer(
      instance: instance, model: model,
      plan: try Console.progress.step("reading the stored plan") {
        try stored.plan(for: instance, model, isUnchanged: changes.isEmpty)
      },
      withoutGoals: comparing
        ? try storedWithoutGoals(stored, instance, model, isUnchanged: changes.isEmpty) : nil,
      folder: withFolder ? try stored.folder() : nil)
  }

  /// The plan without goals in the folder of a stored plan; nil if the model has no goals, or it is not there.
  private func storedWithoutGoals(
    _ stored: StoredPlan, _ instance: Instance, _ model: Model, isUnchanged: Bool
  ) throws -> Plan? {
    guard !model.goals.isEmpty else { return nil }
    guard stored.hasPlanWithoutGoals else {
      printError(
        "note: \(stored.path) has no plan without goals to compare with; `solve --out` stores it with the plan"
      )
      return nil
    }
    let other = try StoredBaseline(reading: stored.path, for: instance, model)
    // It is that of an earlier `--baseline`, or what has changed since is allowed for both plans.
    guard other.changes.isEmpty || !isUnchanged,
      other.plan.sizeProblem(for: instance, model) == nil
    else {
      printError(
        "note: the plan without goals in \(stored.path) is one of other data or options, so it is not compared"
      )
      return nil
    }
    return other.plan
  }

  /// The instance with its assumptions at the places of the stored plan; with a changed model at those of the model.
  /// Those of the command line go before both.
  private func moved(
    _ nominal: NominalInstance, as stored: StoredPlan, _ model: Model?, until limit: Deadline
  ) throws -> Instance {
    var given = stored.assumptions
    if let model, stored.change(in: model) != nil { given = model.assumptions }
    let places = try assumptions.places(over: given, in: nominal.instance)
    let instance = try nominal.moved(to: places, until: limit)
    if !stored.assumptions.isEmpty, stored.change(in: instance) == nil {
      printError("note: the instance is moved as for the stored plan")
    }
    return instance
  }

  /// The problem of a model that is not the plan's, with what to do if it was given beside the plan.
  private func withAdvice(_ problem: Problem) -> Problem {
    guard !allowChanged, model != nil || !parameters.settings.isEmpty else { return problem }
    var advised = problem
    advised.message +=
      "; --plan has its own model and parameters: leave out --model and --set, or give the same --set"
    return advised
  }

  // MARK: A new plan

  private func planned(
    _ instance: Instance, _ model: Model, of path: String, withFolder: Bool, until limit: Deadline,
    pages: PageOptions
  ) throws -> Answer {
    let run = PlanningRun(until: limit)
    // As `solve` does it: of several optimal plans, the one that it stores.
    let pair = try run.solvePair(instance, model, baseline: nil)
    let result = pair.plan
    guard let plan = result.plan else {
      guard result.termination == .infeasible else {
        throw NoOptimum("the plan to test", result.termination)
      }
      noteAssumptions(of: instance)
      try pages.write(inputs: instancePaths(path) + paths) {
        Page(
          noPlanToTest: instance, model, result.termination, making: .now(of: instance, model))
      }
      printError(
        "plusone: there is no plan to test: the model is \(result.termination.rawValue); try "
          + "`plusone explain \(path) --model \(self.model ?? "")\(assumptions.arguments)`"
      )
      throw ExitStatus.noPlan.code
    }
    return Answer(
      instance: instance, model: model, plan: plan, withoutGoals: pair.comparison?.plan,
      folder: withFolder
        ? try PlanFolder(result, withoutGoals: pair.comparison, solver: run.solverName) : nil)
  }
}

/// Prints the changes since a plan was stored as warnings, if they are allowed.
///
/// - Throws: `InputProblems` if they are not.
func accept(_ changes: [Problem], isAllowed: Bool) throws(InputProblems) {
  guard isAllowed else {
    throw InputProblems(
      changes.map {
        var problem = $0
        problem.message +=
          "; solve again, or use the old plan anyway with --allow-changed"
        return problem
      })
  }
  printProblems(
    changes.map {
      var warning = $0
      warning.severity = .warning
      warning.message += "; the old plan is evaluated with what is given now"
      return warning
    })
}
