import CostFlows
import Sourcing

/// What is spent under a plan in one period, undiscounted money a year, by where it enters the flow of cost.
struct Spending {
  /// Where a payment enters: a node of the flow of cost, or a region that pays it whatever happens to goods.
  enum Entry {
    /// A node of the `CostFlow`; nil: it is stranded, and the region in which it is spent pays.
    case node(Int?)
    /// The region that pays.
    case payer(RegionIndex)
  }
  /// One payment.
  struct Item {
    var entry: Entry
    var spentIn: RegionIndex
    var category: BillCategory
    var amount: Double
  }

  private(set) var items: [Item] = []
  /// What changes hands under contracts with a price.
  private(set) var transfers: [ContractTransfer] = []

  /// All that is spent; contracts add what changes hands under them.
  init(_ view: PlanView, _ flow: CostFlow, in period: PeriodIndex) {
    addProducers(view, flow, period)
    addLanes(view, flow, period)
    for (index, stocks) in view.plan.stocks.indexed() {
      let stockpile = view.instance.stockpiles[index]
      let region = stockpile.region
      add(.payer(region), region, .holding, stockpile.holdingCost * stocks[period].level)
    }
    for it in view.plan.shortages(in: period) {
      let demand = view.instance.demands[
        region: it.region, commodity: it.commodity, period: period]
      add(.payer(it.region), it.region, .shortage, demand.shortageCost * it.quantity)
    }
    addContracts(view, flow, period)
  }

  private mutating func add(
    _ entry: Entry, _ region: RegionIndex, _ category: BillCategory, _ amount: Double
  ) {
    guard amount != 0 else { return }
    items.append(Item(entry: entry, spentIn: region, category: category, amount: amount))
  }

  private mutating func addProducers(_ view: PlanView, _ flow: CostFlow, _ period: PeriodIndex) {
    for (index, producer) in view.producers.all.indexed() {
      let (node, region) = (Entry.node(flow.producers[index]), producer.region)
      add(
        node, region, .production,
        producer.unitCost[period] * view.plan.activity[index][period])
      guard let project = producer.project else { continue }
      let capital = view.capital(of: project, in: period)
      add(node, region, .capital, capital.whole - capital.support)
      if let programme = view.instance.projects[project].programme {
        let payer = view.instance.programmes[programme].payer
        add(.payer(payer), region, .capital, capital.support)
      }
    }
  }

  private mutating func addLanes(_ view: PlanView, _ flow: CostFlow, _ period: PeriodIndex) {
    var transport = PlaceGrid(repeating: 0.0, in: view.instance)
    var tariff = transport
    for it in view.plan.flows(in: period) {
      let costs = view.laneCosts(it.key)
      transport[it.key.commodity, it.key.destination] += costs.transport * it.quantity
      tariff[it.key.commodity, it.key.destination] += costs.tariff * it.quantity
    }
    for (place, node) in flow.use.places {
      add(.node(node), place.region, .transport, transport[place])
      add(.node(node), place.region, .tariff, tariff[place])
    }
  }

  /// Under a contract with a price, the buyer's use of the commodity bears more or less than its cost, and the region
  /// where it was made gets the difference.
  private mutating func addContracts(_ view: PlanView, _ flow: CostFlow, _ period: PeriodIndex) {
    let contracts = view.instance.contracts
    guard contracts.contains(where: { $0.isPriced && $0.periods.contains(period) }) else { return }
    transfers = ContractTransfer.all(
      of: view, flow, flow.unitCosts(entering: entering(flow)), in: period)
    for transfer in transfers {
      let key = contracts[transfer.contract].flow(in: period)
      add(.node(flow.use[key.commodity, key.destination]), key.origin, .contract, transfer.amount)
      add(.payer(key.origin), key.origin, .contract, -transfer.amount)
    }
  }
}

extension Spending {
  /// What is spent at each node of the flow of cost, of all that is listed up to now; money a year.
  func entering(_ flow: CostFlow) -> [Double] {
    var entering = Array(repeating: 0.0, count: flow.chain.nodeCount)
    for item in items {
      if case .node(let node?) = item.entry { entering[node] += item.amount }
    }
    return entering
  }
}

extension PlanView {
  /// The annuities of the orders of a project in operation in a period, and the part of them that its programme pays,
  /// undiscounted money a year.
  fileprivate func capital(of index: ProjectIndex, in period: PeriodIndex) -> (
    whole: Double, support: Double
  ) {
    let project = instance.projects[index]
    let annuity = instance.horizon.annuity(lifeYears: project.lifeYears)
    var (whole, support) = (0.0, 0.0)
    for order in instance.horizon.indices
    where project.operates(in: period, orderedIn: order, horizon: instance.horizon) {
      let figures = OrderFigures(of: index, in: order, plan: plan, instance: instance)
      whole += annuity * figures.outlay
      support += annuity * figures.support
    }
    return (whole, support)
  }
}
