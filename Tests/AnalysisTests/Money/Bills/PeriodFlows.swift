import Foundation
import Sourcing

/// How goods and money move in one period of a plan: nodes are producers, goods sent from a region and goods used in
/// a region.
struct PeriodFlows {
  /// Where money is spent.
  enum Place {
    /// At a node, from which it moves on.
    case node(Int)
    /// By somebody who pays it at once.
    case payer(RegionIndex)
  }
  typealias Spent = (place: Place, spending: Spending, amount: Double)

  private let instance: Instance
  private let period: PeriodIndex
  private let traded: [(key: FlowKey, quantity: Double)]
  /// For each node, the shares of its money that move on to other nodes.
  private(set) var moves: [[Int: Double]]
  /// For each node, the shares of its money that regions pay.
  private(set) var paid: [[RegionIndex: Double]]
  /// Units a year of the nodes of goods that are sent.
  private(set) var sent: [Int: Double] = [:]
  private(set) var spent: [Spent] = []

  func node(sent commodity: CommodityIndex, _ region: RegionIndex) -> Int {
    commodity.position * instance.regions.count + region.position
  }

  func node(used commodity: CommodityIndex, _ region: RegionIndex) -> Int {
    node(sent: commodity, region) + instance.regions.count * instance.commodities.count
  }

  func node(_ producer: ProducerIndex) -> Int {
    2 * instance.regions.count * instance.commodities.count + producer.position
  }

  init(_ instance: Instance, _ model: Model, _ plan: Plan, _ period: PeriodIndex) {
    self.instance = instance
    self.period = period
    let flows = plan.flows(in: period).map { ($0.key, $0.quantity) }
    traded = Self.withoutRoundOff(flows) {
      $0.0.commodity.position
    } size: {
      $0.1
    }
    .map { (key: $0.0, quantity: $0.1) }
    let producers = Producers(instance: instance, projects: model.projects)
    let count =
      2 * instance.regions.count * instance.commodities.count + producers.all.count
    moves = Array(repeating: [:], count: count)
    paid = Array(repeating: [:], count: count)
    let active = Self.withoutRoundOff(
      producers.all.indices.map { ($0, plan.activity[$0][period]) }
    ) {
      instance.processes[producers.all[$0.0].process].output.position
    } size: {
      $0.1
    }
    addTrade()
    addProducers(active, producers)
    addCapital(model, plan, active: Set(active.map(\.0)), producers)
    addUses(active, producers, plan)
  }

  /// The entries above 1e-9 of the largest of the same kind.
  private static func withoutRoundOff<Entry>(
    _ entries: [Entry], kind: (Entry) -> Int, size: (Entry) -> Double
  ) -> [Entry] {
    var largest: [Int: Double] = [:]
    for entry in entries { largest[kind(entry)] = max(largest[kind(entry)] ?? 0, size(entry)) }
    return entries.filter { size($0) > 1e-9 * (largest[kind($0)] ?? 0) }
  }

  // MARK: Goods that are sent

  private mutating func addTrade() {
    for (key, quantity) in traded {
      sent[node(sent: key.commodity, key.origin), default: 0] += quantity
    }
    for (key, quantity) in traded {
      let from = node(sent: key.commodity, key.origin)
      let to = node(used: key.commodity, key.destination)
      moves[from][to, default: 0] += quantity / (sent[from] ?? 1)
      let lane = instance.lanes[
        commodity: key.commodity, origin: key.origin, destination: key.destination, period: period]
      let price = instance.commodities[key.commodity].price[period]
      let costs = [
        ("transport", lane?.unitCost ?? 0), ("tariff", (lane?.tariff ?? 0) * price),
      ]
      for (category, cost) in costs {
        spent.append(
          (
            .node(to), Spending(region: key.destination, category: category), cost * quantity
          ))
      }
    }
  }

  /// What contracts take of the flow on each of their lanes, cut in proportion.
  func contracted(_ instance: Instance) -> [(key: FlowKey, contracts: [(Contract, Double)])] {
    traded.compactMap { key, quantity in
      let contracts = instance.contracts.filter {
        $0.commodity == key.commodity && $0.origin == key.origin
          && $0.destination == key.destination && $0.periods.contains(period)
      }
      let wanted = contracts.reduce(0) { $0 + $1.quantity }
      guard wanted > 0 else { return nil }
      let part = min(1, quantity / wanted)
      return (key, contracts.map { ($0, $0.quantity * part) })
    }
  }

  // MARK: Producers

  private mutating func addProducers(
    _ active: [(ProducerIndex, Double)], _ producers: Producers
  ) {
    for (index, activity) in active {
      let producer = producers.all[index]
      spent.append(
        (
          .node(node(index)), Spending(region: producer.region, category: "production"),
          producer.unitCost[period] * activity
        ))
      let process = instance.processes[producer.process]
      var worth: [CommodityIndex: Double] = [:]
      for output in process.outputs {
        worth[output.commodity, default: 0] +=
          output.quantity * instance.commodities[output.commodity].price[period]
      }
      var total = worth.values.reduce(0, +)
      if total == 0 { (worth, total) = ([process.output: 1], 1) }
      for (good, value) in worth where value > 0 {
        let next = node(sent: good, producer.region)
        // Of goods that nobody sends on, the money stops here.
        if sent[next] != nil { moves[node(index)][next] = value / total }
      }
    }
  }

  private mutating func addCapital(
    _ model: Model, _ plan: Plan, active: Set<ProducerIndex>, _ producers: Producers
  ) {
    for (index, producer) in producers.all.indexed() {
      guard let order = producer.project else { continue }
      let project = instance.projects[order]
      let rate = instance.horizon.discountRate
      var annuity = 1 / project.lifeYears
      if rate != 0 {
        annuity = rate / (1 - pow(1 + rate, -project.lifeYears))
      }
      var capital = 0.0
      for ordered in instance.horizon.indices {
        let ready = Double(instance.horizon[ordered].start) + project.leadYears
        let now = Double(instance.horizon[period].start)
        guard ready <= now, now < ready + project.lifeYears else { continue }
        capital += annuity * project.capex * plan.orders[order][ordered]
        if plan.isOrdered[order][ordered] { capital += annuity * project.fixedCost }
      }
      let spending = Spending(region: producer.region, category: "capital")
      var left = 1.0
      if let programme = project.programme.map({ instance.programmes[$0] }) {
        left -= programme.share
        spent.append((.payer(programme.payer), spending, programme.share * capital))
      }
      let place: Place = active.contains(index) ? .node(node(index)) : .payer(producer.region)
      spent.append((place, spending, left * capital))
    }
  }

  // MARK: Goods that are used

  private mutating func addUses(
    _ active: [(ProducerIndex, Double)], _ producers: Producers, _ plan: Plan
  ) {
    var uses: [Int: [(to: Place, quantity: Double)]] = [:]
    for (index, activity) in active {
      let producer = producers.all[index]
      for input in instance.processes[producer.process].inputs {
        uses[node(used: input.commodity, producer.region), default: []].append(
          (.node(node(index)), input.quantity * activity))
      }
    }
    var short: [Int: Double] = [:]
    for shortage in plan.shortages where shortage.period == period {
      short[node(used: shortage.commodity, shortage.region)] = shortage.quantity
      let demand = instance.demands[
        region: shortage.region, commodity: shortage.commodity, period: period]
      spent.append(
        (
          .payer(shortage.region), Spending(region: shortage.region, category: "shortage"),
          demand.shortageCost * shortage.quantity
        ))
    }
    for commodity in instance.commodities.indices {
      for region in instance.regions.indices {
        let demand = instance.demands[region: region, commodity: commodity, period: period].quantity
        let place = node(used: commodity, region)
        let served = demand - (short[place] ?? 0)
        if served > 1e-9 * demand { uses[place, default: []].append((.payer(region), served)) }
      }
    }
    for (index, stock) in plan.stocks.indexed() {
      let stockpile = instance.stockpiles[index]
      let put = stock[period].put - stock[period].draw
      if put > 1e-9 * stockpile.capacity {
        uses[node(used: stockpile.commodity, stockpile.region), default: []].append(
          (.payer(stockpile.region), put))
      }
      spent.append(
        (
          .payer(stockpile.region), Spending(region: stockpile.region, category: "holding"),
          stockpile.holdingCost * stock[period].level
        ))
    }
    for (from, targets) in uses {
      let total = targets.reduce(0) { $0 + $1.quantity }
      for (to, quantity) in targets where total > 0 {
        switch to {
        case .node(let next): moves[from][next, default: 0] += quantity / total
        case .payer(let region): paid[from][region, default: 0] += quantity / total
        }
      }
    }
  }
}
