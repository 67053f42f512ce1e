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

  /// A runner for a plan, and the plan's folder where it is wanted.
  func runner(_ plan: PlanToDisturb, withFolder: Bool = false) throws -> (
    StressRunner, PlanFolder?
  ) {
    let limit = Deadline(.limited(to: timeLimit))
    let found = try plan.read(withFolder: withFolder, until: limit) { instance, _ in
      _ = try period(in: instance)
    }
    var options = found.model.stress
    if let months { options.horizonMonths = months }
    return (
      StressRunner(
        instance: found.instance, model: found.model, plan: found.plan,
        period: try period(in: found.instance), options: options,
        solver: limit.limiting(ChosenSolver.solver)), found.folder
    )
  }

  private func period(in instance: Instance) throws -> PeriodIndex? {
    guard let period else { return nil }
    if let index = instance.period(named: period) { return index }
    let known = instance.horizon.periods.map(\.label)
    throw ValidationError(
      "--period: unknown period `\(period)`\(nearestHint(to: period, among: known))")
  }

  /// The arrangements asked for, or the model's own.
  func arrangements(_ instance: Instance, _ options: StressOptions) throws -> [Sharing] {
    let bloc = try members.map { try instance.regionSet(named: $0, option: "--members") }
    guard let sharing else {
      var own = options.sharing
      own.members = bloc ?? own.members
      return [own]
    }
    return try sharing.split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard !word.isEmpty else {
        throw ValidationError("--sharing: found a blank mode in `\(sharing)`")
      }
      return try arrangement(String(word), members: bloc ?? options.sharing.members)
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
