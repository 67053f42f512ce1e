import Sourcing

/// Where the money goes that home pays for goods: shares of the discounted sum over the horizon, by where it is spent.
///
/// Goods are those of home's final use and of its growing stocks, with all that was spent on them along the chain.
/// Tariffs, shortages and what contracts move beyond cost are not in it.
public struct Content: Sendable, Codable, Hashable {
  /// A part of the world. Each region counts in the first part that has it.
  public struct Part: Sendable, Codable, Hashable {
    /// What the part is: `home`; `partners`, `region` or `rival`, the parameter that names it; or `elsewhere`.
    public var part: String
    /// Id of the region or bloc; empty for `elsewhere`.
    public var bloc: String
    /// The share of the money that is spent there, from 0 to 1. All parts add up to 1.
    public var share: Double
    /// The same share in the plan without goals; nil if there is no such plan, or if home pays nothing for goods in it.
    public var shareWithoutGoals: Double?
    /// Whether some regions of the bloc count in a part before it, so that this part is the rest of the bloc.
    public var isRest: Bool

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case part, bloc, share
      case shareWithoutGoals = "share_without_goals"
      case isRest = "is_rest"
    }
  }

  /// Home, then the blocs that the parameters `partners`, `region` and `rival` name, then elsewhere, each only if it
  /// has regions that no part before it has; empty where home pays nothing for goods.
  public var parts: [Part]

  package enum CodingKeys: String, CodingKey, CaseIterable { case parts }

  /// The content of what home pays for goods under a plan.
  ///
  /// - Parameters:
  ///   - bills: the bills of the plan.
  ///   - withoutGoals: the bills of the plan without goals; nil if there is none.
  ///   - view: the plan, whose model or instance names the blocs.
  public init(_ bills: Bills, withoutGoals: Bills? = nil, of view: PlanView) {
    let instance = view.instance
    let blocs = Self.blocs(of: view)
    var blocOf = IndexedArray<Region, Int>(repeating: blocs.count, count: instance.regions.count)
    for (number, bloc) in blocs.enumerated().reversed() {
      for region in bloc.set.members { blocOf[region] = number }
    }
    let home = Set(instance.home.members)
    let shares = { (bills: Bills) -> [Double]? in
      var spent = Array(repeating: 0.0, count: blocs.count + 1)
      for (period, parts) in bills.parts.indexed() {
        for part in parts where home.contains(part.payer) && part.category.isContent {
          spent[blocOf[part.spentIn]] += bills.weight(period) * part.goods
        }
      }
      let total = spent.reduce(0, +)
      return total > 0 ? spent.map { $0 / total } : nil
    }
    guard let ofPlan = shares(bills) else {
      parts = []
      return
    }
    let others = withoutGoals.flatMap(shares)
    let names = blocs.map { ($0.name, $0.set.id) } + [("elsewhere", "")]
    parts = names.enumerated().compactMap { number, name in
      let counted = instance.regions.indices.filter { blocOf[$0] == number }
      guard !counted.isEmpty else { return nil }
      let isWhole = number == blocs.count || counted.count == Set(blocs[number].set.members).count
      return Part(
        part: name.0, bloc: name.1, share: ofPlan[number], shareWithoutGoals: others?[number],
        isRest: !isWhole)
    }
  }

  /// Home and the blocs that parameters name, each bloc once.
  private static func blocs(of view: PlanView) -> [(name: String, set: RegionSet)] {
    let named = Instance.contentParameters.compactMap { name in
      (view.model.parameters[name] ?? view.instance.parameters[name])
        .flatMap(view.instance.regionSet).map { (name: name, set: $0) }
    }
    return ([(name: "home", set: view.instance.home)] + named).uniqued(by: \.set.id)
  }
}

extension BillCategory {
  /// Whether it is spent on making and moving goods.
  fileprivate var isContent: Bool {
    switch self {
    case .production, .transport, .holding, .capital: true
    case .tariff, .shortage, .contract: false
    }
  }
}
