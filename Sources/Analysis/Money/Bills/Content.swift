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

    package enum CodingKeys: String, CodingKey, CaseIterable { case part, bloc, share }
  }

  /// Home, then the blocs that the parameters `partners`, `region` and `rival` name, then elsewhere; empty where
  /// home pays nothing for goods.
  public var parts: [Part]

  package enum CodingKeys: String, CodingKey, CaseIterable { case parts }

  /// The content of what home pays for goods under a plan.
  ///
  /// - Parameters:
  ///   - bills: the bills of the plan.
  ///   - view: the plan, whose model or instance names the blocs.
  public init(_ bills: Bills, of view: PlanView) {
    let (instance, horizon) = (view.instance, view.instance.horizon)
    let blocs = Self.blocs(of: view)
    var blocOf = IndexedArray<Region, Int>(repeating: blocs.count, count: instance.regions.count)
    for (number, bloc) in blocs.enumerated().reversed() {
      for region in bloc.set.members { blocOf[region] = number }
    }
    let home = Set(instance.home.members)
    var spent = Array(repeating: 0.0, count: blocs.count + 1)
    for period in horizon.indices {
      for part in bills.parts[period]
      where home.contains(part.payer) && part.category.isContent {
        spent[blocOf[part.spentIn]] += horizon.weight(period) * part.goods
      }
    }
    let total = spent.reduce(0, +)
    guard total > 0 else {
      parts = []
      return
    }
    let names = blocs.map { ($0.name, $0.set.id) } + [("elsewhere", "")]
    parts = zip(names, spent).map { Part(part: $0.0, bloc: $0.1, share: $1 / total) }
  }

  /// Home and the blocs that parameters name, each bloc once.
  private static func blocs(of view: PlanView) -> [(name: String, set: RegionSet)] {
    let named = ["partners", "region", "rival"].compactMap { name in
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
