import Sourcing

/// What home pays one region above cost under contracts with a price, over the horizon: discounted money, part of
/// home's bill. Below 0: home pays less than cost.
public struct ContractPayment: Sendable, Codable, Hashable {
  /// Id of the region in which the seller is.
  public var region: String
  /// What home pays it above cost in its goods, discounted money.
  public var amount: Double
  /// The same in the plan without goals; nil if there is no such plan.
  public var amountWithoutGoals: Double?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case region, amount
    case amountWithoutGoals = "amount_without_goals"
  }

  /// What home pays the regions outside it in one of the plans, by id of the region.
  ///
  /// - Parameters:
  ///   - bills: the bills of the plan and of the plan without goals.
  ///   - instance: their instance.
  static func all(_ bills: BillComparison, of instance: Instance) -> [ContractPayment] {
    let home = instance.home.members
    let amounts = bills.plan.contractPayments(of: home)
    let others = bills.withoutGoals?.contractPayments(of: home)
    return Set(amounts.keys).union((others ?? [:]).keys).subtracting(home)
      .map { region in
        ContractPayment(
          region: instance.regions[region].id, amount: amounts[region] ?? 0,
          amountWithoutGoals: others.map { $0[region] ?? 0 })
      }
      .sorted { $0.region < $1.region }
  }

  /// What home gets from other regions above cost: T of the contracts of its sellers minus what home's own regions pay
  /// of it. Discounted money; its bill is less by that.
  static func revenue(of home: [RegionIndex], in bills: Bills) -> Double {
    let amounts = bills.contractPayments(of: home)
    return -home.reduce(0) { $0 + (amounts[$1] ?? 0) }
  }
}

extension Bills {
  /// The category `contract` of the bills of some regions over the horizon, by the region in which it is spent:
  /// discounted money. Regions without any are left out.
  func contractPayments(of payers: [RegionIndex]) -> [RegionIndex: Double] {
    let counts = Set(payers)
    var amounts: [RegionIndex: Double] = [:]
    for (period, parts) in parts.indexed() {
      for part in parts where part.category == .contract && counts.contains(part.payer) {
        amounts[part.spentIn, default: 0] += weight(period) * part.amount
      }
    }
    return amounts
  }
}
