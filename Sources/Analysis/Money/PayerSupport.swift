/// What one payer pays for the orders of a plan.
public struct PayerSupport: Sendable, Codable, Hashable {
  /// Id of the region that pays.
  public var payer: String
  /// Σ support of the orders whose programme it pays, undiscounted money.
  public var support: Double

  package enum CodingKeys: String, CodingKey, CaseIterable { case payer, support }

  /// What a payer pays.
  ///
  /// - Parameters:
  ///   - payer: id of the region.
  ///   - support: undiscounted money.
  public init(payer: String, support: Double) {
    self.payer = payer
    self.support = support
  }

  /// The support of some orders by payer, sorted by the id of the payer. Orders without a programme have none.
  public static func all(of orders: [PlacedOrder]) -> [PayerSupport] {
    var sums: [String: Double] = [:]
    for order in orders {
      if let payer = order.payer { sums[payer, default: 0] += order.support }
    }
    return sums.sorted { $0.key < $1.key }.map { PayerSupport(payer: $0.key, support: $0.value) }
  }

  /// The support of two plans by payer, sorted by the id of the payer.
  ///
  /// - Parameters:
  ///   - plan: of the plan.
  ///   - withoutGoals: of the plan without goals.
  public static func compared(_ plan: [PayerSupport], withoutGoals: [PayerSupport])
    -> [(payer: String, support: PlanDifference)]
  {
    Set((plan + withoutGoals).map(\.payer)).sorted().map { payer in
      let ofPayer = { (list: [PayerSupport]) in list.filter { $0.payer == payer } }
      return (payer, PlanDifference(ofPayer(plan), ofPayer(withoutGoals), \.support))
    }
  }
}
