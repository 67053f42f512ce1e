import ArgumentParser
import LinearProgramming
import Planning
import Reporting
import Scenarios
import Sourcing
import Storage
import Tables

/// The arguments of commands that simulate disruptions, besides the instance and the model.
struct StressInputs: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The label of the period in which the disruptions start (default: the last period).",
      valueName: "label"))
  var period: String?

  @Option(
    help: ArgumentHelp(
      "Length of the window in months: how long a disruption is followed (default: the model's).",
      valueName: "count"))
  var months: Int?

  @Option(
    help: ArgumentHelp(
      "Who may use whose stockpile: one or more of own (no sharing), pooled, quota=SHARE and iep, separated by commas; "
        + "`plusone help stockpile` explains them. Append +max_min, as in pooled+max_min, to serve the "
        + "worst-served member first (default: the model's).",
      valueName: "rules"))
  var sharing: String?

  @Option(
    help: ArgumentHelp(
      "The bloc whose members share their stockpiles with each other (default: the model's).",
      valueName: "bloc"))
  var members: String?

  @Option(
    help: ArgumentHelp(
      "Who gets what a supplier has until flows can be rerouted: efficient (it goes where shortage costs most) or "
        + "pro_rata (a supplier that has too little cuts all its foreign customers by the same share) "
        + "(default: the model's).",
      valueName: "rule"))
  var allocation: String?

  @OptionGroup var jobs: JobsOption

  @OptionGroup var limit: TimeLimitOption

  func validate() throws {
    let horizons = StressOptions.horizons
    if let months, !horizons.contains(months) {
      throw ValidationError(
        "--months takes a whole number from \(horizons.lowerBound) to \(horizons.upperBound)")
    }
    if let allocation, StressOptions.Allocation(rawValue: allocation) == nil {
      throw ValidationError(
        "--allocation: unknown rule `\(allocation)`; the rules are "
          + StressOptions.Allocation.allCases.map(\.rawValue).joined(separator: " and "))
    }
    if let sharing { _ = try SharingRule.list(sharing) }
  }

  /// A runner for a plan, and the plan's folder if `withFolder`. If there is no plan to test, the page says so.
  func runner(_ plan: PlanToDisturb, withFolder: Bool = false, pages: PageOptions) throws -> (
    StressRunner, PlanFolder?
  ) {
    let plans = try plans(plan, withFolder: withFolder, comparing: false, pages: pages) { _ in }
    return (plans.runner, plans.folder)
  }

  /// The runners of a plan and of the plan without goals.
  struct Plans {
    /// Of the plan.
    var runner: StressRunner
    /// Of the plan without goals; nil if the model has no goals, or it is not known.
    var withoutGoals: StressRunner?
    /// The plan's folder, if it was asked for.
    var folder: PlanFolder?
  }

  /// Runners for a plan and the plan without goals.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - withFolder: whether to read the plan's folder.
  ///   - comparing: whether to read the plan without goals.
  ///   - pages: the page on which it is said that there is no plan to test.
  ///   - check: checks other arguments against the instance before anything is solved.
  func plans(
    _ plan: PlanToDisturb, withFolder: Bool, comparing: Bool = true, pages: PageOptions,
    check: (Instance) throws -> Void
  ) throws -> Plans {
    let deadline = Deadline(.limited(to: limit.timeLimit))
    let found = try plan.read(
      withFolder: withFolder, comparing: comparing, until: deadline, pages: pages
    ) { instance, model in
      _ = try period(in: instance)
      try check(instance)
    }
    var options = found.model.stress
    if let months { options.horizonMonths = months }
    if let rule = allocation.flatMap(StressOptions.Allocation.init) { options.allocation = rule }
    let start = try period(in: found.instance)
    let runner = { (plan: Plan, model: Model) in
      StressRunner(
        instance: found.instance, model: model, plan: plan, period: start, options: options,
        solver: deadline.limiting(ChosenSolver.solver))
    }
    return Plans(
      runner: runner(found.plan, found.model),
      withoutGoals: found.withoutGoals.map { runner($0, found.model.withoutGoals) },
      folder: found.folder)
  }

  private func period(in instance: Instance) throws -> PeriodIndex? {
    guard let period else { return nil }
    if let index = instance.period(named: period) { return index }
    throw ValidationError(
      "--period: unknown period `\(period)`; must be \(instance.horizon.namesInWords)")
  }

  /// The arrangements of the command line, or else the model's own.
  func arrangements(_ instance: Instance, _ options: StressOptions) throws -> [Sharing] {
    let bloc = try members.map { try instance.regionSet(named: $0, option: "--members") }
    guard let sharing else {
      var own = options.sharing
      own.members = bloc ?? own.members
      return [own]
    }
    let members = bloc ?? options.sharing.members
    return try SharingRule.list(sharing).map { rule in
      let sharing = Sharing(mode: rule.mode, members: members, fairness: rule.fairness)
      if members == nil, sharing.needsMembers {
        throw ValidationError("--sharing \(rule.word) needs --members, the bloc that shares")
      }
      return sharing
    }
  }
}
