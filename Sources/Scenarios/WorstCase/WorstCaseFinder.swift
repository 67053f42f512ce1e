import Analysis
import Formulation
import Interdiction
import LinearProgramming
import Parallel
import Planning
public import Sourcing

/// Finds the attacks that cost most under a plan.
///
/// Few attacks are all solved. Of many, a part is solved and all others are bounded (`InterdictionSearch`). Under
/// `iep` and `max_min`, whose rules depend on the disruption, all are solved.
public struct WorstCaseFinder: Sendable {
  /// The plan, the period and the window.
  public let runner: StressRunner
  /// What the adversary can do.
  public let budget: AttackBudget
  /// Whose loss counts.
  public let measure: WorstCase.Measure
  /// What can be cut, in the order of the names.
  public let targets: [AttackTarget]
  /// At most so many attacks of a size are all solved: to bound them takes as long.
  var few = 100
  private let window: AttackedWindow
  /// The window with each month by itself, for what home loses.
  private let stress: StressProgram
  /// The window in which the attacks are sought.
  private let searched: StressProgram

  /// A finder.
  ///
  /// - Parameters:
  ///   - runner: the plan, the period and the window.
  ///   - budget: what the adversary can do, at least one cut.
  ///   - measure: whose loss counts.
  ///   - sharing: who may use whose stockpiles; that of the runner's options if not given.
  /// - Throws: `ValueProblems` if something of them is wrong; `NoOptimum` if the time limit comes before the window's
  ///   program is written.
  public init(
    runner: StressRunner, budget: AttackBudget, measure: WorstCase.Measure = .world,
    sharing: Sharing? = nil
  ) throws {
    var runner = runner
    runner.options.sharing = sharing ?? runner.options.sharing
    try runner.check([], [runner.options.sharing])
    try runner.instance.validate(budget)
    self.runner = runner
    self.budget = budget
    self.measure = measure
    targets = budget.targets(
      in: runner.instance, projects: runner.model.projects, plan: runner.plan,
      period: runner.period)
    stress = try StressProgram(
      instance: runner.instance, model: runner.model, plan: runner.plan, period: runner.period,
      options: runner.options, until: runner.solver.deadline)
    searched = try StressProgram(
      instance: runner.instance, model: runner.model, plan: runner.plan, period: runner.period,
      options: runner.options,
      mergingMonthsUnder: [DisruptionFactors(instance: runner.instance, disruption: nil)],
      until: runner.solver.deadline)
    window = searched.attacked(targets, lostValueIn: Set(Self.counted(measure, runner.instance)))
  }

  private static func counted(_ measure: WorstCase.Measure, _ instance: Instance) -> [RegionIndex] {
    switch measure {
    case .world: Array(instance.regions.indices)
    case .home: instance.home.members
    }
  }

  private var counted: [RegionIndex] { Self.counted(measure, runner.instance) }

  /// The worst attacks.
  ///
  /// - Parameters:
  ///   - top: how many attacks with the most cuts are wanted.
  ///   - jobs: the number of threads. Results do not depend on it.
  /// - Throws: `NoOptimum` if the time limit comes before the window without a cut is solved; `SolverError`.
  public func find(top: Int = 10, jobs: Int = 1) throws -> WorstCase {
    let problem = problem
    var searcher = runner
    searcher.solver = Self.searchDeadline(before: runner.solver.deadline)
      .limiting(runner.solver)
    let ranker: any AttackRanker =
      runner.options.sharing.dependsOnPlan
      ? AllAttacks(problem, runner: searcher, targets: targets, measure: measure, jobs: jobs)
      : FewOrBounded(
        search: InterdictionSearch(problem, solver: searcher.solver, jobs: jobs), few: few)
    return try worst(of: problem, by: ranker, top: top, jobs: jobs)
  }

  private func worst(
    of problem: InterdictionProblem, by ranker: any AttackRanker, top: Int, jobs: Int
  ) throws -> WorstCase {
    let undisturbed = try ranker.optimum(of: [])
    let windows = try ifInTime { try runner.homeWindows(stress) }
    if let found = windows?.undisturbed { try check(undisturbed, Attack(), found) }
    let largest = window.largestAttack(of: budget.cuts)
    var best: InterdictionRanking.Attack?
    var (bound, isProven) = (undisturbed, true)
    var worst: [(cuts: Int, best: InterdictionRanking.Attack?, bound: Double, isProven: Bool)] = []
    var last: InterdictionRanking?
    for cuts in stride(from: 1, through: largest, by: 1) {
      let wanted = cuts == largest ? max(1, top) : 1
      let ranking = try ranker.ranking(of: cuts, top: wanted, count: problem.attackCount(of: cuts))
      // Of equal ones that with more targets.
      let least = (best?.optimum ?? -.infinity) - problem.resolution
      if let first = ranking.attacks.first, first.optimum >= least { best = first }
      bound = max(bound, ranking.isProven ? best?.optimum ?? bound : ranking.bound)
      isProven = isProven && ranking.isProven
      last = ranking
      worst.append((cuts, best, max(bound, best?.optimum ?? bound), isProven))
    }
    let ranked = (last?.attacks ?? []).prefix(top)
    // The headline first: the time may not be enough for all.
    let outcomes = try outcomes(
      of: worst.reversed().compactMap(\.best) + ranked, ranker, windows, jobs: jobs)
    let count = problem.attackCount(of: largest)
    return WorstCase(
      measure: measure, budget: budget, targets: targets, largestAttack: largest,
      attackCount: count < .max ? count : nil, solved: ranker.evaluations,
      undisturbed: withoutRoundOff(undisturbed), undisturbedHome: windows?.undisturbed.home,
      demandValue: demandValue,
      worst: worst.map {
        let outcome = $0.best.flatMap { outcomes[$0.targets] }
        // Both are one number, up to round-off.
        let bound = $0.isProven ? outcome?.loss ?? $0.bound : max($0.bound, outcome?.loss ?? 0)
        return WorstCase.Worst(
          cuts: $0.cuts, outcome: outcome, bound: withoutRoundOff(bound), isProven: $0.isProven)
      }, top: ranked.compactMap { outcomes[$0.targets] },
      topBound: withoutRoundOff(last?.bound ?? undisturbed))
  }

  /// The attacks with what they cost home and what each target costs alone. After the time limit these are not worked
  /// out any more.
  private func outcomes(
    of attacks: [InterdictionRanking.Attack], _ ranker: any AttackRanker,
    _ windows: StressWindows<HomeLoss>?, jobs: Int
  ) throws -> [[Int]: WorstCase.Outcome] {
    let ranked = Dictionary(attacks.map { ($0.targets, $0.optimum) }) { first, _ in first }
    let chosen = attacks.map(\.targets).uniqued()
    let named = chosen.map { Attack(inOrder: $0.map { targets[$0] }) }
    let homes = try ifInTime { try windows?.losses(under: named, jobs: jobs) } ?? nil
    var outcomes: [[Int]: WorstCase.Outcome] = [:]
    for (place, attack) in chosen.enumerated() {
      // A ranked attack need not be solved yet: its rank is known to within round-off.
      let loss = try ifInTime { try ranker.optimum(of: attack) } ?? ranked[attack] ?? .nan
      let found = homes?[place]
      if let found { try check(loss, named[place], found) }
      let singles = try ifInTime { try attack.map { try ranker.optimum(of: [$0]) } }
      outcomes[attack] = WorstCase.Outcome(
        attack: named[place], loss: withoutRoundOff(loss),
        singleLosses: singles?.map(withoutRoundOff), home: found?.home)
    }
    return outcomes
  }

  /// - Throws: `SolverError` if the loss that the search found is not that of a stress run.
  private func check(_ loss: Double, _ attack: Attack, _ found: HomeLoss) throws {
    let known = measure == .world ? found.world : found.home.lostLeast
    guard abs(known - loss) > 1e-6 * max(loss, 1e-3 * demandValue) else { return }
    throw SolverError.refuted(
      "the loss under `\(attack.name(in: runner.instance))` is \(loss) in the search and \(known) "
        + "in a stress run")
  }

  private func withoutRoundOff(_ loss: Double) -> Double {
    StressOutcome.Home.withoutRoundOff(loss, ofDemand: demandValue)
  }

  /// When the search ends: before the time limit, so that home's figures under the attacks that were found can still be
  /// worked out. A fifth of the time is kept, at most 10 s.
  static func searchDeadline(before end: Deadline) -> Deadline {
    guard let left = end.timeLeft else { return .none }
    var options = SolveOptions.standard
    options.timeLimit = left - min(left / 5, .seconds(10))
    return Deadline(options)
  }

  private var problem: InterdictionProblem {
    var program = searched.undisturbed
    for index in 0..<program.columnCount { program.setCost(Column(index), 0) }
    for term in searched.lostValue(in: counted).terms {
      program.setCost(term.column, term.coefficient)
    }
    return InterdictionProblem(
      program, targets: window.interdicted, weights: window.weights, ceiling: demandValue,
      resolution: 1e-9 * demandValue)
  }

  /// Everything that counts, each unit at its shortage cost, over the window.
  private var demandValue: Double {
    let instance = runner.instance
    return counted.reduce(0) { sum, region in
      instance.commodities.indices.reduce(sum) {
        let demand = instance.demands[region: region, commodity: $1, period: runner.period]
        return $0 + demand.quantity * demand.shortageCost
      }
    } * Double(runner.options.horizonMonths) / 12
  }
}
