/// What a plan's money is spent on; shortage is the worth of what is not served.
public enum CostCategory: String, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
  case production, transport, tariff, holding, shortage, capital
}

/// Money by category.
public struct CostBreakdown: Sendable, Codable, Hashable {
  /// Σ unit cost of its producer × main output.
  public var production = 0.0
  /// Σ unit cost of its lane × flow.
  public var transport = 0.0
  /// Σ tariff × price of the commodity × flow.
  public var tariff = 0.0
  /// Σ holding cost × level at the end of the period.
  public var holding = 0.0
  /// Σ shortage cost × demand that is not served.
  public var shortage = 0.0
  /// Σ annuity × (capex × capacity + fixed cost) over all orders in operation.
  public var capital = 0.0

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case production, transport, tariff, holding, shortage, capital
  }

  /// No money at all.
  public init() {}

  /// Money of one category.
  public subscript(category: CostCategory) -> Double {
    get { self[keyPath: Self.place(of: category)] }
    set { self[keyPath: Self.place(of: category)] = newValue }
  }

  private static func place(of category: CostCategory) -> WritableKeyPath<Self, Double> {
    switch category {
    case .production: \.production
    case .transport: \.transport
    case .tariff: \.tariff
    case .holding: \.holding
    case .shortage: \.shortage
    case .capital: \.capital
    }
  }

  /// All categories together.
  public var total: Double { CostCategory.allCases.reduce(0) { $0 + self[$1] } }
}
