import Sourcing

/// The output of each process in each region in one period of a plan.
struct WorldOutput {
  private let instance: Instance
  /// Main output by process and region, units a year.
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

  /// A node's share of the output of all regions of its stage (for a whole region, of the stage in which the share is
  /// largest), and Σ share²·risk of that stage over all regions; nil if the risk of a region with output is not
  /// given.
  ///
  /// - Parameter processes: the processes that count.
  func shareAndRisk(of node: ChainNode, among processes: Set<ProcessIndex>) -> (
    share: Double, concentrationRisk: Double?
  ) {
    let stages = Set(processes.map { instance.processes[$0].stage }).sorted()
    let found = stages.filter { node.stage ?? $0 == $0 }.map { stage in
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
    return found.max { $0.share < $1.share } ?? (0, nil)
  }
}
