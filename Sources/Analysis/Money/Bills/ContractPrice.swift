package import Sourcing

/// What is paid for the units of a contract with a price in one period, with the names of a stored plan.
public struct ContractPrice: Sendable, Codable, Hashable {
  /// Id of the contract.
  public var contract: String
  /// Id of its commodity.
  public var commodity: String
  /// Id of the region in which the goods are made, which gets the difference between price and cost.
  public var origin: String
  /// Id of the region in which the goods are used.
  public var destination: String
  /// Label of the period.
  public var period: String
  /// The contract's part of the flow, units a year.
  public var quantity: Double
  /// What is paid for a unit where it is shipped, money.
  public var price: Double
  /// What a unit costs on average where it is shipped, without what contracts move, money.
  public var averageCost: Double
  /// quantity·(price − average cost), undiscounted money a year; below 0 if the price is below cost.
  public var aboveCost: Double

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case contract, commodity, origin, destination, period, quantity, price
    case averageCost = "average_cost"
    case aboveCost = "above_cost"
  }

  /// Those of a plan, by period, then in the order of contracts.
  ///
  /// - Parameters:
  ///   - bills: the bills of the plan.
  ///   - instance: its instance.
  ///   - isMeant: whether a contract counts.
  package static func all(
    _ bills: Bills, of instance: Instance, where isMeant: (Contract) -> Bool = { _ in true }
  ) -> [ContractPrice] {
    bills.transfers.indexed().flatMap { period, transfers in
      transfers.compactMap { transfer in
        let contract = instance.contracts[transfer.contract]
        guard isMeant(contract) else { return nil }
        return ContractPrice(
          contract: contract.id, commodity: instance.commodities[contract.commodity].id,
          origin: instance.regions[contract.origin].id,
          destination: instance.regions[contract.destination].id,
          period: instance.horizon[period].label, quantity: transfer.quantity,
          price: transfer.price, averageCost: transfer.averageCost, aboveCost: transfer.amount)
      }
    }
  }
}
