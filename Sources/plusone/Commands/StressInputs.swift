import ArgumentParser
import Foundation
import LinearProgramming
import Planning
import Reporting
import Scenarios
import Sourcing
import Storage
import Tables

/// What the commands that disturb a plan take beside the instance and the model.
struct StressInputs: ParsableArguments {
  @Option(
    help: "Disturb this stored plan (a folder that `solve --out` wrote) instead of solving.",
    completion: .directory)
  var plan: String?

  @Option(
    help: ArgumentHelp(
      "The period in which the disruptions start (default: the last).", valueName: "label"))
  var period: String?

  @Option(help: ArgumentHelp("Months of the window (default: the model's).", valueName: "count"))
  var months: Int?

  @Option(
    help: ArgumentHelp(
      "Who may draw on whose stockpile, one or more of own, pooled, quota=SHARE, iep, separated by commas; "
        + "+max_min after one puts the worst-served first (default: the model's).",
      valueName: "modes"))
  var sharing: String?

  @Option(help: ArgumentHelp("The bloc that shares its stockpiles.", valueName: "bloc"))
  var members: String?

  @Option(
    help: ArgumentHelp("Solve on so many threads (default: all cores).", valueName: "count"))
  var jobs: Int?

  @Option(help: ArgumentHelp("Give up after so many seconds.", valueName: "seconds"))
  var timeLimit: Double?

  func validate() throws {
    try requireTimeLimit(timeLimit)
    if let months, months < 1 || months > 1200 {
      throw ValidationError("--months takes a whole number from 1 to 1200")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a whole number from 1") }
  }

  var jobCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  /// A runner for the stored plan, or for one solved now.
  ///
  /// - Parameter withFolder: whether the plan's tables and summary are wanted too. A stored plan needs no
  ///   summary to be disturbed.
  func runner(_ inputs: PlanningInputs, withFolder: Bool = false) throws -> (
    StressRunner, PlanFolder?
  ) {
    let limit = Deadline(.limited(to: timeLimit))
    let (instance, model) = try inputs.read(until: limit)
    let tau = try period(in: instance)
    var options = model.stress
    if let months { options.horizonMonths = months }
    let (plan, folder) = try planned(instance, model, inputs, withFolder, until: limit)
    return (
      StressRunner(
        instance: instance, model: model, plan: plan, period: tau, options: options,
        solver: limit.limiting(ChosenSolver.solver)), folder
    )
  }

  private func period(in instance: Instance) throws -> PeriodIndex? {
    guard let period else { return nil }
    if let index = instance.period(named: period) { return index }
    let known = instance.horizon.periods.map(\.label)
    throw ValidationError(
      "--period: unknown period `\(period)`\(nearestHint(to: period, among: known))")
  }

  private func planned(
    _ instance: Instance, _ model: Model, _ inputs: PlanningInputs, _ withFolder: Bool,
    until limit: Deadline
  ) throws -> (Plan, PlanFolder?) {
    if let plan {
      return (
        try PlanFolder.read(plan, instance: instance, model: model),
        withFolder ? try PlanFolder.read(plan) : nil
      )
    }
    var run = PlanningRun(until: limit)
    let result = try run.solve(run.program(instance, model), for: instance, model)
    guard let solved = result.plan else {
      guard result.termination == .infeasible else {
        throw NoOptimum("the plan to disturb", result.termination)
      }
      printError(
        "plusone: no plan to disturb: the model ended with `\(result.termination.rawValue)`; try "
          + "`plusone explain \(inputs.instance) --model \(inputs.model)`")
      throw ExitStatus.noPlan.code
    }
    return (solved, PlanFolder(result, withoutGoals: nil, solver: run.solverName, zeros: false))
  }

  /// The arrangements asked for, or the model's own.
  func arrangements(_ instance: Instance, _ options: StressOptions) throws -> [Sharing] {
    let bloc = try members.map { try instance.regionSet(named: $0, option: "--members") }
    guard let sharing else {
      var own = options.sharing
      own.members = bloc ?? own.members
      return [own]
    }
    return try sharing.split(separator: ",").map { word in
      try arrangement(String(word), members: bloc ?? options.sharing.members)
    }
  }

  private func arrangement(_ word: String, members: RegionSet?) throws -> Sharing {
    var sharing = Sharing(members: members)
    var mode = word
    if mode.hasSuffix("+max_min") {
      sharing.fairness = .maxMin
      mode.removeLast("+max_min".count)
    }
    switch mode {
    case "own": sharing.mode = .own
    case "pooled": sharing.mode = .pooled
    case "iep": sharing.mode = .iep
    case _ where mode.hasPrefix("quota="):
      guard let share = ShareArgument(argument: String(mode.dropFirst("quota=".count))) else {
        throw ValidationError("--sharing: `\(word)` needs a share, such as quota=30%")
      }
      sharing.mode = .quota(share.value)
    default:
      throw ValidationError(
        "--sharing: unknown mode `\(word)`; the modes are own, pooled, quota=SHARE and iep")
    }
    if members == nil, sharing.mode != .own || sharing.fairness == .maxMin {
      throw ValidationError("--sharing \(word) needs --members, the bloc that shares")
    }
    return sharing
  }
}
