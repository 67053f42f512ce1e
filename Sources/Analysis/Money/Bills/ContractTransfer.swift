import CostFlows
import Sourcing

/// What changes hands beyond cost on one lane in a period under contracts with a price.
struct ContractTransfer {
  /// The lane.
  var flow: FlowKey
  /// T = Σ quantity·(P − ship(i,k)) over the contracts of the lane, undiscounted money a year; below 0 if the price is
  /// below cost. P = max(price, floor), or max(floor, ship(i,k)) if the contract has only a floor.
  var amount: Double

  /// The transfers of a period, by commodity, origin, destination. Of the flow on a lane each contract has its
  /// quantity; if the contracts together are more than the flow, all have less in proportion.
  ///
  /// - Parameters:
  ///   - view: the plan.
  ///   - flow: its flow of cost in the period.
  ///   - unitCosts: ship(i,k), computed without contracts; nil where nothing is shipped.
  ///   - period: the period.
  static func all(
    of view: PlanView, _ flow: CostFlow, _ unitCosts: PlaceGrid<Double?>, in period: PeriodIndex
  ) -> [ContractTransfer] {
    let quantities = Dictionary(
      flow.flows.map { ($0.key, $0.quantity) }, uniquingKeysWith: +)
    let contracts = Dictionary(
      grouping: view.instance.contracts.filter { $0.periods.contains(period) },
      by: { $0.flow(in: period) })
    return contracts.sorted { $0.key < $1.key }.compactMap { key, contracts in
      guard let flow = quantities[key], let cost = unitCosts[key.commodity, key.origin] else {
        return nil
      }
      let agreed = contracts.reduce(0) { $0 + $1.quantity }
      guard agreed > 0 else { return nil }
      let kept = min(1, flow / agreed)
      let amount = contracts.reduce(0.0) { sum, contract in
        guard let price = contract.price(atCost: cost) else { return sum }
        return sum + kept * contract.quantity * (price - cost)
      }
      return ContractTransfer(flow: key, amount: amount)
    }
  }
}
