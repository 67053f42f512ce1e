package import LinearProgramming
package import Sourcing

extension StressBlock {
  /// The columns of the window that a target's cut closes.
  ///
  /// - Parameters:
  ///   - target: what is cut.
  ///   - instance: the instance of the plan.
  ///   - producers: the producers of the plan.
  package func columns(
    closedBy target: AttackTarget, in instance: Instance, _ producers: Producers
  ) -> [Column] {
    switch target {
    case .region(let region):
      activities.filter { producers.all[$0.producer].region == region }.map(\.column)
    case .stage(let stage, let region):
      activities.filter {
        let producer = producers.all[$0.producer]
        return producer.region == region && instance.processes[producer.process].stage == stage
      }.map(\.column)
    case .exports(let commodity, let region):
      flows.filter {
        $0.key.origin == region && $0.key.commodity == commodity && $0.key.isInternational
      }.map(\.column)
        + sharedDraws.filter {
          let stockpile = instance.stockpiles[$0.stockpile]
          return stockpile.region == region && stockpile.commodity == commodity
            && $0.destination != region
        }.map(\.column)
    }
  }
}
