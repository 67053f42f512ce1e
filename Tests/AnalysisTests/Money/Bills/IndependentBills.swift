import Sourcing

/// Where money is spent, and on what.
struct Spending: Hashable {
  var region: RegionIndex
  var category: String
}

/// The bills of one period, computed a second time. It shares no code with the program and goes the other way: not
/// from goods to what they cost, but from money to who pays it in the end. Each producer, each good sent from a
/// region and each good used in a region is a node. Money that arrives at a node moves on in proportion to where
/// the goods go, until it reaches a payer. With T the shares that move on and R those that reach payers, the shares
/// that reach payers in the end are (I − T)⁻¹·R. Money that reaches nobody is paid where it was spent.
struct IndependentBills {
  /// Annual money, undiscounted: what each region pays for what is spent somewhere.
  private(set) var bills: [RegionIndex: [Spending: Double]] = [:]
  /// What each contract with a price moves: its part of the flow, the price, the cost of a unit.
  private(set) var transfers: [String: (quantity: Double, price: Double, cost: Double)] = [:]
  private let flows: PeriodFlows

  /// A price that a contract may have, and the least price.
  typealias ContractTerms = (price: Double?, floor: Double?)

  /// - Parameter terms: the prices of a contract.
  init?(
    _ instance: Instance, _ model: Model, _ plan: Plan, period: PeriodIndex,
    terms: (Contract) -> ContractTerms = { _ in (nil, nil) }
  ) {
    flows = PeriodFlows(instance, model, plan, period)
    var spent = flows.spent
    guard let paths = MoneyPaths(flows) else { return nil }
    let unitCosts = paths.unitCosts(of: spent, flows)
    for (key, quantity) in flows.contracted(instance) {
      let cost = unitCosts[flows.node(sent: key.commodity, key.origin)] ?? 0
      for (contract, taken) in quantity {
        let (price, floor) = terms(contract)
        guard price != nil || floor != nil else { continue }
        let paid = max(price ?? cost, floor ?? -.infinity)
        let transfer = taken * (paid - cost)
        transfers[contract.id] = (taken, paid, cost)
        let spending = Spending(region: key.origin, category: "contract")
        spent.append((.node(flows.node(used: key.commodity, key.destination)), spending, transfer))
        spent.append((.payer(key.origin), spending, -transfer))
      }
    }
    for (place, spending, amount) in spent {
      switch place {
      case .payer(let payer): bills[payer, default: [:]][spending, default: 0] += amount
      case .node(let node):
        var left = 1.0
        for payer in instance.regions.indices {
          let share = paths.share(of: node, paidBy: payer)
          guard share > 0 else { continue }
          bills[payer, default: [:]][spending, default: 0] += share * amount
          left -= share
        }
        bills[spending.region, default: [:]][spending, default: 0] += left * amount
      }
    }
  }

  /// Annual money that a region pays.
  func bill(of payer: RegionIndex) -> Double { bills[payer, default: [:]].values.reduce(0, +) }
}

/// The ways that money takes from each node to the payers.
private struct MoneyPaths {
  /// (I − T)⁻¹ over the nodes from which money reaches a payer.
  private let inverse: DenseMatrix
  /// The place of a node among them.
  private let place: [Int: Int]
  private let reached: [[RegionIndex: Double]]

  init?(_ flows: PeriodFlows) {
    var isLive = flows.paid.map { !$0.isEmpty }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (node, next) in flows.moves.enumerated() where !isLive[node] {
        guard next.keys.contains(where: { isLive[$0] }) else { continue }
        isLive[node] = true
        hasChanged = true
      }
    }
    let live = isLive.indices.filter { isLive[$0] }
    let place = Dictionary(uniqueKeysWithValues: live.enumerated().map { ($1, $0) })
    var matrix = DenseMatrix(identity: live.count)
    for node in live {
      for (next, share) in flows.moves[node] {
        guard let row = place[node], let column = place[next] else { continue }
        matrix[row, column] -= share
      }
    }
    guard let inverse = matrix.inverse else { return nil }
    self.inverse = inverse
    self.place = place
    reached = live.map { flows.paid[$0] }
  }

  /// The part of a node's money that a region pays.
  func share(of node: Int, paidBy payer: RegionIndex) -> Double {
    guard let row = place[node] else { return 0 }
    return reached.enumerated().reduce(0) {
      $0 + inverse[row, $1.offset] * ($1.element[payer] ?? 0)
    }
  }

  /// The money that passes a node of goods that are sent, divided by how much is sent.
  func unitCosts(of spent: [PeriodFlows.Spent], _ flows: PeriodFlows) -> [Int: Double] {
    var costs: [Int: Double] = [:]
    for (node, quantity) in flows.sent {
      guard let column = place[node] else { continue }
      let money = spent.reduce(0.0) { sum, entry in
        guard case .node(let from) = entry.place, let row = place[from] else { return sum }
        return sum + entry.amount * inverse[row, column]
      }
      costs[node] = money / quantity
    }
    return costs
  }
}
