import LinearProgramming
public import Sourcing

/// The map of chokepoints (N-1): the stress run of every region outside M that makes something upstream of K, and of
/// every stage there, each with all production of the node × 0 for the whole window. Demand stays as it is.
public struct ChokepointMap: Sendable {
  /// The plan, the period and the window.
  public let runner: StressRunner
  /// M, the regions whose supply is examined.
  public let of: RegionSet
  /// K, the commodity or group whose supply is examined.
  public let commodity: CommodityGroup
  /// The period of ``Chokepoint/today``.
  private let firstPeriod = PeriodIndex.first
  private let producers: Producers
  /// The processes that make K or something upstream of it.
  private let chain: Set<ProcessIndex>

  /// A map of chokepoints of a commodity or group in some regions.
  ///
  /// - Parameters:
  ///   - runner: the plan, the period and the window.
  ///   - of: the regions whose supply is examined, ascending.
  ///   - commodity: the commodity or group whose supply is examined, its members ascending.
  /// - Throws: `ValueProblems`: what is wrong with the instance or the model, or an index that the instance lacks.
  public init(runner: StressRunner, of: RegionSet, commodity: CommodityGroup) throws(ValueProblems)
  {
    try runner.instance.validateChokepoints(runner.model, of: of, commodity)
    self.runner = runner
    self.of = of
    self.commodity = commodity
    let instance = runner.instance
    producers = Producers(instance: instance, projects: runner.model.projects)
    let upstream = instance.upstream(of: Set(commodity.members))
    chain = Set(
      instance.processes.indices.filter { index in
        instance.processes[index].outputs.contains { upstream.contains($0.commodity) }
      })
  }

  private var instance: Instance { runner.instance }

  /// Every node with its figures, sorted by planned lost value, the largest first, then by region and stage.
  ///
  /// - Parameters:
  ///   - sharing: the sharing arrangement.
  ///   - jobs: the number of threads. Results do not depend on it.
  /// - Throws: as ``StressRunner/run(_:sharing:jobs:)``.
  public func chokepoints(sharing: Sharing, jobs: Int = 1) throws -> [Chokepoint] {
    try runner.check([], [sharing])
    let (today, planned) = try runner.solver.progress.step(
      "losses of regions and stages in two periods", parts: 2 * nodes.count
    ) { step in
      (
        try figures(in: firstPeriod, sharing: sharing, jobs: jobs, step),
        try figures(in: runner.period, sharing: sharing, jobs: jobs, step)
      )
    }
    let points = zip(nodes, zip(today, planned)).map { node, figures in
      Chokepoint(
        node: node, timeToRecover: timeToRecover(of: node), today: figures.0, planned: figures.1)
    }
    return points.enumerated().sorted { a, b in
      let (first, second) = (a.element.planned.lostValue, b.element.planned.lostValue)
      // Lost values that differ by rounding only count as equal.
      if abs(first - second) > 1e-6 * max(first, second) { return first > second }
      return a.offset < b.offset
    }.map(\.element)
  }

  // MARK: Nodes

  /// The regions outside M with a facility or an allowed project that makes K or something upstream of it, and each
  /// of their stages.
  public var nodes: [ChainNode] {
    instance.regions.indices.filter { !of.members.contains($0) }.flatMap { region in
      let stages = Set(
        producers.inRegion[region].map { producers.all[$0].process }.filter(chain.contains)
          .map { instance.processes[$0].stage }
      ).sorted()
      guard !stages.isEmpty else { return [ChainNode]() }
      return [ChainNode(region: region)] + stages.map { ChainNode(region: region, stage: $0) }
    }
  }

  /// The loss of a node as a disruption that lasts the whole window.
  private func loss(of node: ChainNode) -> Disruption {
    let months = runner.options.horizonMonths
    let effect = { (process: ProcessIndex?) in
      Disruption.Effect(
        kind: .production, regions: [node.region], process: process, factor: 0, months: months)
    }
    let processes = node.stage.map { stage in
      instance.processes.indices.filter { instance.processes[$0].stage == stage }
    }
    return Disruption(
      id: name(of: node), effects: processes.map { $0.map { effect($0) } } ?? [effect(nil)])
  }

  private func name(of node: ChainNode) -> String {
    let region = instance.regions[node.region].id
    return node.stage.map { "\(region)/\($0)" } ?? region
  }

  private func timeToRecover(of node: ChainNode) -> Int {
    let months = instance.disruptions.flatMap(\.effects).filter { effect in
      guard effect.kind == .production, effect.regions.contains(node.region) else { return false }
      guard let stage = node.stage, let process = effect.process else { return true }
      return instance.processes[process].stage == stage
    }.map(\.months).max()
    let horizon = runner.options.horizonMonths
    return min(months ?? horizon, horizon)
  }

  // MARK: Figures

  private func figures(
    in period: PeriodIndex, sharing: Sharing, jobs: Int, _ step: WorkStep
  ) throws -> [Chokepoint.Figures] {
    var runner = runner
    runner.period = period
    let (regions, commodities) = (of.members, commodity.members)
    let (undisturbed, losses) = try runner.inWindows(
      nodes.map(loss(of:)), sharing: sharing, jobs: jobs, step,
      undisturbed: { try $0.leastLostValue(nil, $1) },
      disrupted: { window, loss, terms, _ in
        try window.losses(from: loss, terms, of: regions, commodities)
      })
    let lostUndisturbed = StressOutcome.Home.withoutRoundOff(
      undisturbed, ofDemand: demandValue(in: period))
    let output = WorldOutput(
      instance: instance, producers: producers, plan: runner.plan, period: period)
    return zip(nodes, losses).map { node, found in
      let part = output.shareAndRisk(of: node, among: chain)
      return Chokepoint.Figures(
        lostValue: found.world, lostUndisturbed: lostUndisturbed,
        homeLostLeast: found.home.lostLeast,
        homeLostMost: found.home.lostMost,
        hasDemandHere: instance.hasDemand(in: of, for: commodity.members, period),
        lostValueHere: found.here,
        timeToSurvive: found.timeToSurvive,
        timeToSurviveProRata: found.timeToSurviveProRata,
        share: part.share, concentrationRisk: part.concentrationRisk)
    }
  }

  /// The value of all demand over a window: each unit at its shortage cost, money.
  private func demandValue(in period: PeriodIndex) -> Double {
    let demands = instance.regions.indices.flatMap { region in
      instance.commodities.indices.map {
        instance.demands[region: region, commodity: $0, period: period]
      }
    }
    return demands.reduce(0) { $0 + $1.quantity * $1.shortageCost }
      * Double(runner.options.horizonMonths) / 12
  }
}
