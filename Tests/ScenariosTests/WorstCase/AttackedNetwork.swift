import CaseSupport
import GLPKSolver
import Planning
import TestSupport
import Testing

@testable import Scenarios
@testable import Sourcing

/// A planned random network and what an adversary can do to it, drawn from a seed: every second one has stocks that are
/// shared, the others projects and two or three periods.
struct AttackedNetwork {
  var runner: StressRunner
  var budget: AttackBudget
  var measure: WorstCase.Measure

  private static let kinds: [Set<AttackTarget.Kind>] = [
    [.regions], [.stages], [.exports], [.regions, .exports], [.stages, .exports],
    [.regions, .stages],
  ]

  init(seed: Int) throws {
    let (instance, model) = try Self.question(seed)
    let plan = try #require(try Planner(solver: GLPKSolver()).plan(instance, model).plan)
    var options = StressOptions(horizonMonths: 3 + seed % 2, rerouteMonths: 2)
    if let bloc = instance.blocs.first, seed.isMultiple(of: 2) {
      options.sharing = Sharing(mode: seed % 4 == 0 ? .pooled : .quota(0.3), members: bloc)
    }
    if seed.isMultiple(of: 7) { options.allocation = .proRata }
    runner = StressRunner(
      instance: instance, model: model, plan: plan, options: options, solver: GLPKSolver())
    runner.findsMarketLimits = false
    let kinds = Self.kinds[seed / 2 % Self.kinds.count]
    budget = AttackBudget(cuts: kinds.count > 1 ? 2 : 1 + seed % 3, kinds: kinds)
    measure = seed.isMultiple(of: 5) ? .home : .world
  }

  private static func question(_ seed: Int) throws -> (Instance, Model) {
    if seed.isMultiple(of: 2) {
      let network = StockedNetwork(seed: seed)
      var instance = network.instance
      // Stocks of members outside home can be cut off.
      if seed.isMultiple(of: 3) { instance.home = RegionSet(id: "R1", members: [1]) }
      return (instance, network.model)
    }
    let question = try DisruptedQuestion(seed: UInt64(seed))
    return (question.instance, try question.model())
  }

  /// - Parameter few: at most so many attacks of a size are all solved; otherwise as many as usual.
  func worst(top: Int = 4, jobs: Int = 1, few: Int? = nil) throws -> WorstCase {
    var finder = try WorstCaseFinder(runner: runner, budget: budget, measure: measure)
    finder.few = few ?? finder.few
    return try finder.find(top: top, jobs: jobs)
  }
}

/// The losses of all attacks, each by a stress run of its own on a disruption that is written down here.
struct AllLosses {
  /// A thing to cut: its name, and the effects of its cut.
  struct Cut {
    var name: String
    var effects: [Disruption.Effect]

    /// Whether another cut takes all of it away.
    func isInside(_ other: Cut) -> Bool {
      other.name.hasPrefix("region:") && name.contains(":\(other.name.dropFirst(7))/")
    }
  }

  let cuts: [Cut]
  /// By the names of the cuts in their order.
  private(set) var losses: [[String]: Double] = [:]
  let undisturbed: Double

  init(_ network: AttackedNetwork, upTo count: Int? = nil) throws {
    let runner = network.runner
    cuts = Self.cuts(network)
    var attacks: [[Cut]] = [[]]
    for size in 0..<(count ?? network.budget.cuts) {
      for attack in attacks where attack.count == size {
        attacks += cuts.filter { cut in
          attack.last.map { $0.name < cut.name } ?? true
            && attack.allSatisfy { !cut.isInside($0) && !$0.isInside(cut) }
        }.map { attack + [$0] }
      }
    }
    let disruptions = attacks.enumerated().map { place, attack in
      Disruption(id: "attack \(place)", effects: attack.flatMap(\.effects))
    }
    let sharing = runner.options.sharing
    let found =
      switch network.measure {
      case .world: try runner.lostValues(disruptions, sharing: sharing)
      case .home: try runner.run(disruptions, sharing: sharing).disrupted.map(\.home.lostLeast)
      }
    undisturbed = found[0]
    for (attack, loss) in zip(attacks, found) { losses[attack.map(\.name)] = loss }
  }

  /// The losses of all attacks with so many cuts, the largest first.
  func sorted(_ count: Int) -> [Double] {
    losses.filter { $0.key.count == count }.values.sorted(by: >)
  }

  /// The largest loss of any attack with at most so many cuts; nil if there is none with a cut.
  func largest(_ count: Int) -> Double? {
    losses.filter { (1...count).contains($0.key.count) }.values.max()
  }

  /// Both networks make an ore, and a good from it; whether anybody needs them decides what is a target.
  private static func cuts(_ network: AttackedNetwork) -> [Cut] {
    let (runner, instance) = (network.runner, network.runner.instance)
    let months = runner.options.horizonMonths
    let isDemanded = { (good: CommodityIndex) in
      instance.regions.indices.contains { region in
        instance.horizon.indices.contains {
          instance.demands[region: region, commodity: good, period: $0].quantity > 0
        }
      }
    }
    var makers = instance.facilities.map { ($0.process, $0.region) }
    makers += runner.model.projects.map {
      (instance.projects[$0].process, instance.projects[$0].region)
    }
    var found: [String: [Disruption.Effect]] = [:]
    for (process, region) in makers where !instance.home.members.contains(region) {
      guard isDemanded(instance.processes[process].output) || isDemanded(1) else { continue }
      let (id, stage) = (instance.regions[region].id, instance.processes[process].stage)
      let lost = Disruption.Effect(
        kind: .production, regions: [region], factor: 0, months: months)
      if network.budget.kinds.contains(.regions) { found["region:\(id)"] = [lost] }
      if network.budget.kinds.contains(.stages) {
        var part = lost
        part.process = process
        found["stage:\(id)/\(stage)"] = [part]
      }
    }
    for flow in runner.plan.flowsAboveRoundOff(in: runner.period)
    where network.budget.kinds.contains(.exports) && flow.key.origin != flow.key.destination
      && !instance.home.members.contains(flow.key.origin)
    {
      let (origin, good) = (flow.key.origin, flow.key.commodity)
      found["exports:\(instance.regions[origin].id)/\(instance.commodities[good].id)"] = [
        .init(kind: .exports, regions: [origin], commodities: [good], factor: 0, months: months)
      ]
    }
    return found.map { Cut(name: $0.key, effects: $0.value) }.sorted { $0.name < $1.name }
  }
}
