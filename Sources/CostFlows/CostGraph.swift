import Sourcing

/// The nodes and edges of a ``CostFlow``: places that ship, places that use, and producers.
struct CostGraph {
  private(set) var supply: PlaceGrid<Int?>
  private(set) var use: PlaceGrid<Int?>
  private(set) var producers: IndexedArray<Producers.Producer, Int?>
  private(set) var shipped: PlaceGrid<Double>
  private(set) var payers: [RegionIndex] = []
  private(set) var edges: [[AbsorbingChain.Edge]] = []

  private let counted: CountedQuantities
  private let all: Producers
  private let instance: Instance
  private let period: PeriodIndex

  init(
    _ counted: CountedQuantities, _ producers: Producers, _ instance: Instance,
    _ period: PeriodIndex
  ) {
    (self.counted, all, self.instance, self.period) = (counted, producers, instance, period)
    supply = PlaceGrid(repeating: nil, in: instance)
    use = PlaceGrid(repeating: nil, in: instance)
    self.producers = producers.all.mapped { _ in nil }
    shipped = PlaceGrid(repeating: 0, in: instance)
    let used = countNodes()
    let states = countPayers()
    edges = Array(repeating: [], count: edges.count)
    addFlows()
    addUses(used, states)
    addOutputs()
  }

  /// Numbers the nodes and adds up what is shipped and used.
  ///
  /// - Returns: what is used in each place, units a year.
  private mutating func countNodes() -> PlaceGrid<Double> {
    var used = counted.ownUse
    var arrives = PlaceGrid(repeating: false, in: instance)
    for flow in counted.flows {
      shipped[flow.key.commodity, flow.key.origin] += flow.quantity
      arrives[flow.key.commodity, flow.key.destination] = true
    }
    for (index, activity) in counted.activity.indexed() where activity > 0 {
      let producer = all.all[index]
      used.add(instance.processes[producer.process].inputs, in: producer.region, times: activity)
      producers[index] = newNode()
    }
    for (place, quantity) in shipped.places where quantity > 0 { supply[place] = newNode() }
    for (place, arrives) in arrives.places where arrives { use[place] = newNode() }
    return used
  }

  private mutating func newNode() -> Int {
    edges.append([])
    return edges.count - 1
  }

  /// The regions that use something for themselves.
  ///
  /// - Returns: the number of each of them among the final states.
  private mutating func countPayers() -> IndexedArray<Region, Int?> {
    var states = IndexedArray<Region, Int?>(repeating: nil, count: instance.regions.count)
    for region in instance.regions.indices {
      let uses = instance.commodities.indices.contains { counted.ownUse[$0, region] > 0 }
      guard uses else { continue }
      states[region] = payers.count
      payers.append(region)
    }
    return states
  }

  private mutating func addFlows() {
    for flow in counted.flows {
      guard let from = supply[flow.key.commodity, flow.key.origin],
        let to = use[flow.key.commodity, flow.key.destination]
      else { continue }
      edges[from].append(.init(target: to, weight: flow.quantity))
    }
  }

  private mutating func addUses(_ used: PlaceGrid<Double>, _ states: IndexedArray<Region, Int?>) {
    for (index, activity) in counted.activity.indexed() {
      guard let producer = producers[index] else { continue }
      let region = all.all[index].region
      for input in instance.processes[all.all[index].process].inputs {
        guard let node = use[input.commodity, region] else { continue }
        edges[node].append(.init(target: producer, weight: input.quantity * activity))
      }
    }
    for (place, node) in use.places {
      guard let node else { continue }
      let own = counted.ownUse[place]
      if own > 0, let state = states[place.region] {
        edges[node].append(.init(target: edges.count + state, weight: own))
      }
      // What arrives and is not used.
      if !(used[place] > 0) { strand(node, 1) }
    }
  }

  /// The cost of a producer goes to its outputs by their value.
  private mutating func addOutputs() {
    for index in all.all.indices {
      guard let node = producers[index] else { continue }
      let producer = all.all[index]
      for (commodity, share) in instance.costShares(of: producer.process, in: period) {
        if let product = supply[commodity, producer.region] {
          edges[node].append(.init(target: product, weight: share))
        } else {
          strand(node, share)
        }
      }
    }
  }

  private mutating func strand(_ node: Int, _ weight: Double) {
    edges[node].append(.init(target: edges.count + payers.count, weight: weight))
  }

  /// Removes the nodes from which no cost reaches use; what leads to them is stranded.
  mutating func keepWhatReachesUse() {
    let (count, stranded) = (edges.count, edges.count + payers.count)
    var sources = Array(repeating: [Int](), count: count)
    var open: [Int] = []
    var reaches = Array(repeating: false, count: count)
    for node in 0..<count {
      for edge in edges[node] {
        if edge.target < count {
          sources[edge.target].append(node)
        } else if edge.target < stranded, !reaches[node] {
          reaches[node] = true
          open.append(node)
        }
      }
    }
    while let node = open.popLast() {
      for source in sources[node] where !reaches[source] {
        reaches[source] = true
        open.append(source)
      }
    }
    var number = Array(repeating: nil as Int?, count: count)
    var kept = 0
    for node in 0..<count where reaches[node] {
      number[node] = kept
      kept += 1
    }
    renumber(number, kept)
  }

  private mutating func renumber(_ number: [Int?], _ kept: Int) {
    let (old, stranded) = (edges.count, kept + payers.count)
    edges = edges.indices.filter { number[$0] != nil }.map { node in
      edges[node].map { edge in
        let target = edge.target < old ? number[edge.target] ?? stranded : edge.target - old + kept
        return .init(target: target, weight: edge.weight)
      }
    }
    let renumbered = { (node: Int?) in node.flatMap { number[$0] } }
    producers = producers.mapped(renumbered)
    for (place, node) in supply.places { supply[place] = renumbered(node) }
    for (place, node) in use.places { use[place] = renumbered(node) }
  }
}
