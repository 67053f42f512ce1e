import CostFlows
public import Sourcing

/// What is paid for the units of one contract with a price in one period, and what they cost.
///
/// Of the flow on its lane a contract has its quantity; if the contracts of the lane together are more than the flow,
/// all have less in proportion. T = quantity·(P − ship(i,k)) is paid by those who use the goods beyond what these
/// cost, and the region in which they were made gets it.
public struct ContractTransfer: Sendable, Hashable {
  /// The contract.
  public var contract: ContractIndex
  /// Its part of the flow, units a year.
  public var quantity: Double
  /// P, what is paid for a unit where it is shipped, money: max(price, floor), or max(floor, ship(i,k)) if the contract
  /// has only a floor.
  public var price: Double
  /// ship(i,k), computed without contracts: what a unit costs on average where it is shipped, money.
  public var averageCost: Double

  /// T, undiscounted money a year; below 0 if the price is below cost.
  public var amount: Double { quantity * (price - averageCost) }

  /// The transfers of a period, in the order of the contracts. Contracts without price and floor have none; nor have
  /// those of which nothing is shipped, or nothing reaches final use: there all cost is paid where it is spent.
  ///
  /// - Parameters:
  ///   - view: the plan.
  ///   - flow: its flow of cost in the period.
  ///   - unitCosts: ship(i,k), computed without contracts; nil where nothing is shipped.
  ///   - period: the period.
  static func all(
    of view: PlanView, _ flow: CostFlow, _ unitCosts: PlaceGrid<Double?>, in period: PeriodIndex
  ) -> [ContractTransfer] {
    let contracts = view.instance.contracts
    let open = contracts.indices.filter { contracts[$0].periods.contains(period) }
    var agreed: [FlowKey: Double] = [:]
    for index in open {
      agreed[contracts[index].flow(in: period), default: 0] += contracts[index].quantity
    }
    let quantities = Dictionary(flow.flows.map { ($0.key, $0.quantity) }, uniquingKeysWith: +)
    return open.compactMap { index in
      let (contract, key) = (contracts[index], contracts[index].flow(in: period))
      guard contract.quantity > 0, let all = agreed[key], let flows = quantities[key],
        flow.use[key.commodity, key.destination] != nil,
        let cost = unitCosts[key.commodity, key.origin], let price = contract.price(atCost: cost)
      else { return nil }
      return ContractTransfer(
        contract: index, quantity: min(1, flows / all) * contract.quantity, price: price,
        averageCost: cost)
    }
  }
}
