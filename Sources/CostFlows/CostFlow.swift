package import Sourcing

/// How cost goes through the chain in one period, at average cost: from producers to what they ship, from there to
/// where it is used, and on with what is made of it, until it ends in use of a region for itself (final use, or stocks
/// that grow).
///
/// A producer's cost goes to its outputs in proportion to out(q,k)·price_k (`Instance.costShares(of:in:)`). The cost
/// of a commodity that is shipped from a region goes with its flows in proportion to f[k,i,j], so that what is
/// discarded makes the rest dearer. The cost of a commodity that arrives in a region goes to its uses in proportion to
/// in(q,k)·x and D − u + net puts; what is drawn from a stock was paid for when it went in. Cost is *stranded* where
/// nothing is shipped of a product that bears it, and in loops from which nothing reaches final use.
package struct CostFlow: Sendable {
  /// What is shipped from each place; nil where nothing is, or nothing of it reaches final use.
  package let supply: PlaceGrid<Int?>
  /// What is used in each place; nil where nothing is, or nothing of it reaches final use.
  package let use: PlaceGrid<Int?>
  /// Each producer; nil if it makes nothing, or nothing of what it makes reaches final use.
  package let producers: IndexedArray<Producers.Producer, Int?>
  /// What is shipped from each place, units a year.
  package let shipped: PlaceGrid<Double>
  /// The regions with use for themselves, the final states of the chain; the state after them is that of stranded cost.
  package let payers: [RegionIndex]
  /// How cost goes from node to node; its final states are the ``payers``, then ``stranded``.
  package let chain: AbsorbingChain
  /// The flows that count: above 1e-9 of the largest quantity of their commodity.
  package var flows: [Plan.Flow] { counted.flows }
  let counted: CountedQuantities
  let instance: Instance

  /// The state in which stranded cost ends.
  package var stranded: Int { payers.count }

  /// The flow of cost in a plan.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - producers: those of the plan, in the order of its activity.
  ///   - instance: its instance.
  ///   - period: the period.
  package init(_ plan: Plan, _ producers: Producers, _ instance: Instance, in period: PeriodIndex) {
    counted = CountedQuantities(plan, producers, instance, period)
    var graph = CostGraph(counted, producers, instance, period)
    graph.keepWhatReachesUse()
    (supply, use, self.producers) = (graph.supply, graph.use, graph.producers)
    (shipped, payers, self.instance) = (graph.shipped, graph.payers, instance)
    chain = AbsorbingChain(graph.edges)
  }

  /// ship(i,k), the unit cost of what is shipped from each place: the money that passes it ÷ what is shipped, money a
  /// unit; nil where nothing is shipped that reaches use.
  ///
  /// - Parameter entering: what is spent at each node, undiscounted money a year.
  package func unitCosts(entering: [Double]) -> PlaceGrid<Double?> {
    let passing = chain.throughput(of: entering)
    var costs = PlaceGrid<Double?>(repeating: nil, in: instance)
    for (place, node) in supply.places {
      if let node { costs[place] = passing[node] / shipped[place] }
    }
    return costs
  }

  /// h(j,k): the part of what is used in each place, from 0 to 1, that ends in final use or growing stocks of some
  /// regions; 0 where nothing is used, or nothing of it reaches final use.
  ///
  /// - Parameter isMeant: whether a region is one of them.
  package func partsOfUse(endingIn isMeant: (RegionIndex) -> Bool) -> PlaceGrid<Double> {
    let shares = chain.shares(weighing: payers.map { isMeant($0) ? 1 : 0 } + [0])
    var parts = PlaceGrid(repeating: 0.0, in: instance)
    for (place, node) in use.places {
      if let node { parts[place] = shares[node] }
    }
    return parts
  }
}
