/// The parts of the cost of a plan. The properties of ``CostBreakdown`` have their formulas.
public enum CostCategory: String, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
  /// Unit costs of producers.
  case production
  /// Unit costs of lanes.
  case transport
  /// Tariffs on flows.
  case tariff
  /// Costs of holding stock.
  case holding
  /// Worth of demand that is not served.
  case shortage
  /// Annuities of the orders in operation.
  case capital
}

/// Money by category. Whose money, and whether it is discounted, is said where the value is used; the formulas
/// are those of one year of period t, in the letters of `docs/formulation.md`.
public struct CostBreakdown: Sendable, Codable, Hashable {
  /// Σ_q c(q,t)·x[q,t] over all producers.
  public var production = 0.0
  /// Σ unit cost of the lane × f[k,i,j,t] over all flows.
  public var transport = 0.0
  /// Σ tariff of the lane × price(k,t) × f[k,i,j,t] over all flows.
  public var tariff = 0.0
  /// Σ_w hold(w)·S[w,t], with the levels at the end of the period.
  public var holding = 0.0
  /// Σ_{j,k} σ(j,k,t)·u[j,k,t]. Nobody pays this money: it is the worth of demand that is not
  /// served.
  public var shortage = 0.0
  /// Σ_p annuity(p)·(capex(p)·b[p,s] + fixed(p)·y[p,s]) over all orders (p, s) in operation in t.
  public var capital = 0.0

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case production, transport, tariff, holding, shortage, capital
  }

  /// 0 in every category.
  public init() {}

  /// The money of one category.
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

  /// The sum of all categories.
  public var total: Double { CostCategory.allCases.reduce(0) { $0 + self[$1] } }
}
