package import Sourcing

extension CostFlow {
  /// All links of the chain, so that
  ///
  /// - what enters goods of a region adds up to what leaves them, in units and in money;
  /// - the cost that enters a process, and what is spent there, is the cost that leaves it.
  ///
  /// Cost on a link to what reaches no use is 0; the node before it has the cost as `stranded`. Facilities and projects
  /// with the same process in the same region are one node. Use here is final use and growing stocks.
  ///
  /// - Parameters:
  ///   - entering: what is spent at each node, undiscounted money a year.
  ///   - isMeant: whether use of a region counts for ``ChainLink/meantQuantity`` and ``ChainLink/meantCost``.
  ///   - producers: those of the plan, in the order of its activity.
  ///   - period: the period.
  /// - Complexity: O(links).
  package func links(
    entering: [Double], endingIn isMeant: @escaping (RegionIndex) -> Bool, _ producers: Producers,
    in period: PeriodIndex
  ) -> [ChainLink] {
    let ends = chain.shares(weighing: payers.map { isMeant($0) ? 1 : 0 } + [0])
    var sums = LinkSums(
      passing: chain.throughput(of: entering), entering: entering, ends: ends, isMeant: isMeant)
    let made = addProcesses(to: &sums, producers, period)
    addFlows(to: &sums)
    addUses(to: &sums, producers)
    for (place, quantity) in made.places where quantity - shipped[place] > 1e-7 * quantity {
      sums.add(
        ChainLink(
          kind: .discarded, commodity: place.commodity, origin: place.region,
          quantity: quantity - shipped[place], cost: 0,
          meantQuantity: (quantity - shipped[place]) * (supply[place].map { ends[$0] } ?? 0),
          meantCost: 0))
    }
    return sums.links
  }

  private func addFlows(to sums: inout LinkSums) {
    for flow in counted.flows {
      let (from, to) = (
        Place(region: flow.key.origin, commodity: flow.key.commodity),
        Place(region: flow.key.destination, commodity: flow.key.commodity)
      )
      sums.add(
        .flow, from.commodity, from: from.region, to: to.region, quantity: flow.quantity,
        node: supply[from], share: flow.quantity / shipped[from], target: use[to],
        strandedAt: ChainLink(
          kind: .stranded, commodity: from.commodity, origin: from.region, cost: 0, meantCost: 0))
    }
  }

  /// What goes into processes and comes out of them, and what is spent there.
  ///
  /// - Returns: what is made in each place, units a year.
  private func addProcesses(
    to sums: inout LinkSums, _ all: Producers, _ period: PeriodIndex
  ) -> PlaceGrid<Double> {
    var made = PlaceGrid(repeating: 0.0, in: instance)
    for (index, activity) in counted.activity.indexed() where activity > 0 {
      let (producer, node) = (all.all[index], producers[index])
      let (process, region) = (instance.processes[producer.process], producer.region)
      let stranded = ChainLink(
        kind: .stranded, process: producer.process, origin: region, destination: region, cost: 0,
        meantCost: 0)
      if let node {
        sums.spend(
          at: node,
          ChainLink(
            kind: .spent, process: producer.process, origin: region, destination: region, cost: 0,
            meantCost: 0))
      }
      let shares = Dictionary(
        instance.costShares(of: producer.process, in: period).map { ($0.commodity, $0.share) },
        uniquingKeysWith: +)
      for output in process.outputs {
        let place = Place(region: region, commodity: output.commodity)
        made[place] += output.quantity * activity
        sums.add(
          .output, output.commodity, producer.process, from: region, to: region,
          quantity: output.quantity * activity, node: node,
          share: shares[output.commodity] ?? 0, target: supply[place], strandedAt: stranded)
      }
    }
    return made
  }

  /// What is used in each place, and what is spent on its way there.
  private func addUses(to sums: inout LinkSums, _ all: Producers) {
    var inputs = PlaceGrid(repeating: 0.0, in: instance)
    for (index, activity) in counted.activity.indexed() where activity > 0 {
      inputs.add(
        instance.processes[all.all[index].process].inputs, in: all.all[index].region,
        times: activity)
    }
    var meantInputs = PlaceGrid(repeating: 0.0, in: instance)
    for (index, activity) in counted.activity.indexed() where activity > 0 {
      let (producer, target) = (all.all[index], producers[index])
      for input in instance.processes[producer.process].inputs {
        let place = Place(region: producer.region, commodity: input.commodity)
        let quantity = input.quantity * activity
        meantInputs[place] += quantity * (target.map { sums.ends[$0] } ?? 0)
        sums.add(
          .input, input.commodity, producer.process, from: place.region, to: place.region,
          quantity: quantity, node: use[place],
          share: quantity / (inputs[place] + counted.ownUse[place]), target: target,
          strandedAt: ChainLink(
            kind: .stranded, commodity: place.commodity, destination: place.region, cost: 0,
            meantCost: 0))
      }
    }
    for (place, node) in use.places {
      if let node {
        sums.spend(
          at: node,
          ChainLink(
            kind: .spent, commodity: place.commodity, destination: place.region, cost: 0,
            meantCost: 0))
      }
      addOwnUse(at: place, inputs: inputs[place], meantInputs: meantInputs[place], to: &sums)
    }
  }

  /// Final use, and what stocks take and give. What is drawn serves all uses alike, as what arrives does.
  private func addOwnUse(
    at place: Place, inputs: Double, meantInputs: Double, to sums: inout LinkSums
  ) {
    let (served, taken, own) = (
      counted.served[place], counted.stored[place], counted.ownUse[place]
    )
    let whole = own > 0 ? own / (inputs + own) : 0
    let finalPart = served + taken > 0 ? served / (served + taken) : 0
    if served > 0 { sums.addFinal(.use, place, served, node: use[place], share: whole * finalPart) }
    if taken > 0 {
      sums.addFinal(.stored, place, taken, node: use[place], share: whole * (1 - finalPart))
    }
    let drawn = counted.drawn[place]
    guard drawn > 0 else { return }
    // Where nothing arrives, all that is used was drawn.
    let meant =
      use[place].map { drawn * sums.ends[$0] }
      ?? meantInputs + (sums.isMeant(place.region) ? own : 0)
    sums.add(
      ChainLink(
        kind: .drawn, commodity: place.commodity, origin: place.region, destination: place.region,
        quantity: drawn, cost: 0, meantQuantity: meant, meantCost: 0))
  }
}
