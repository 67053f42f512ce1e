import Sourcing

/// Who makes how much of what in one period of a plan.
struct WorldOutput {
  private let instance: Instance
  /// Main output by process and region.
  private var made: IndexedArray<Process, IndexedArray<Region, Double>>

  init(instance: Instance, producers: Producers, plan: Plan, period: PeriodIndex) {
    self.instance = instance
    made = IndexedArray(
      repeating: IndexedArray(repeating: 0, count: instance.regions.count),
      count: instance.processes.count)
    for (index, producer) in producers.all.indexed() {
      made[producer.process][producer.region] += plan.activity[index][period]
    }
  }

  /// A node's share of the world's output of its stage (of its largest stage for a whole region), and
  /// Σ share²·risk of that stage over all regions, nil where a maker's risk is not given.
  func standing(of node: ChainNode, among processes: Set<ProcessIndex>) -> (
    share: Double, concentrationRisk: Double?
  ) {
    let stages = Set(processes.map { instance.processes[$0].stage }).sorted()
    let standings = stages.filter { node.stage ?? $0 == $0 }.map { stage in
      let output = instance.regions.indices.map { region in
        processes.filter { instance.processes[$0].stage == stage }.sorted()
          .reduce(0) { $0 + made[$1][region] }
      }
      return (
        share: PlanShares.shares(of: output)[node.region.position],
        concentrationRisk: PlanShares.concentrationRisk(
          of: output, risk: instance.regions.map(\.risk))
      )
    }
    return standings.max { $0.share < $1.share } ?? (0, nil)
  }
}
