import Importing

/// How dependent an importer is on others for a good, in one year: the three indicators of the European Commission.
///
///     CDI1 = Σ_i (m_i / Σ_i m_i)²                over origins i outside the importer, limit 0.4
///     CDI2 = Σ_i m_i / (Σ_i m_i + intra-trade)   limit 0.5; 1 for one country
///     CDI3 = Σ_i m_i / (exports + intra-trade)   limit 1; passes without exports
///
/// m_i are imports from i, in US dollars or tons; intra-trade is what members sell each other. The good is dependent if all three are above their limits. Source: European
/// Commission, Strategic dependencies and capacities, SWD(2021) 352.
public struct Dependence: Sendable, Hashable {
  /// The three indicators on one basis. Each is nil if the data do not have it.
  public struct Indices: Sendable, Hashable {
    /// Value or tons.
    public let basis: TradeBasis
    /// The concentration of imports, HHI, above 0 to 1.
    public let cdi1: Double?
    /// The part of all imports that comes from outside, 0 to 1.
    public let cdi2: Double?
    /// Imports from outside for each unit that is exported; nil also if nothing is exported.
    public let cdi3: Double?
    /// Whether nothing is exported, so that ``cdi3`` passes.
    public let hasNoExports: Bool

    /// An indicator by its kind; nil for a kind that is none of the three.
    public func amount(_ kind: Indicator.Kind) -> Double? {
      switch kind {
      case .cdi1: cdi1
      case .cdi2: cdi2
      case .cdi3: cdi3
      default: nil
      }
    }

    /// Whether an indicator is above its limit; nil: not known.
    public func passes(_ kind: Indicator.Kind) -> Bool? {
      if kind == .cdi3, hasNoExports { return cdi1 == nil ? nil : true }
      guard let amount = amount(kind), let limit = Dependence.limit(of: kind) else { return nil }
      return Limits.exceeds(amount, limit)
    }

    /// Whether all three are above their limits; nil: not known.
    public var isDependent: Bool? {
      let found = Dependence.kinds.map(passes)
      if found.contains(false) { return false }
      return found.contains(nil) ? nil : true
    }
  }

  /// The three indicators, in order.
  public static let kinds: [Indicator.Kind] = [.cdi1, .cdi2, .cdi3]

  /// The limit of an indicator; nil for a kind that is none of the three.
  public static func limit(of kind: Indicator.Kind) -> Double? {
    switch kind {
    case .cdi1: Limits.cdi1
    case .cdi2: Limits.cdi2
    case .cdi3: Limits.cdi3
    default: nil
    }
  }

  /// The year.
  public let window: TradeWindow
  /// Whether the files have every period of the year.
  public let isComplete: Bool
  /// By value.
  public let value: Indices
  /// By weight.
  public let tons: Indices

  /// The indicators of a good.
  ///
  /// - Parameters:
  ///   - trade: the trade of the good.
  ///   - window: the year.
  public init(_ trade: GoodTrade, in window: TradeWindow) {
    self.init(YearOfTrade(trade, in: window))
  }

  init(_ year: YearOfTrade) {
    window = year.window
    isComplete = year.isComplete
    value = Indices(year, on: .value)
    tons = Indices(year, on: .tons)
  }

  /// The indicators on a basis.
  public subscript(basis: TradeBasis) -> Indices { basis == .value ? value : tons }

  /// Whether the good is dependent on either basis.
  public var isDependent: Bool { value.isDependent == true || tons.isDependent == true }
}

extension Dependence.Indices {
  init(_ year: YearOfTrade, on basis: TradeBasis) {
    let shares = year.shares(on: basis)
    let outside = shares.concentration == nil ? nil : shares.total
    let intra = year.intraTrade.map { $0.known(on: basis) } ?? 0
    let sold = year.allExports.map { $0.known(on: basis) } ?? 0
    self.basis = basis
    cdi1 = shares.concentration
    cdi2 = outside.flatMap { outside in intra.map { outside / (outside + $0) } }
    cdi3 = outside.flatMap { outside in sold.flatMap { $0 > 0 ? outside / $0 : nil } }
    hasNoExports = sold == 0
  }
}
