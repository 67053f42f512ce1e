import CostFlows
public import Sourcing

/// Who pays for a plan: every unit of money of its cost, where it is spent, for what, and which region pays it.
///
/// Each period is computed by itself, in undiscounted money a year. Cost follows the goods at average cost (`CostFlow`
/// has the rules), as value added is traced in input–output accounts of many regions. The bill of region j is
///
///     Σ_k use(j,k)·(D − u + net puts of its stockpiles) + its holding and shortages
///       + its programmes' shares of capital + stranded cost that is spent in j
///       + what it pays or gets under contracts with a price
///
/// where use(j,k) is the unit cost of k used in j. All bills together are the cost of the period. Penalties and the
/// cost of risk are not in them. Bills belong to one plan: equally cheap plans may have others.
///
/// Source of the method: R. E. Miller and P. D. Blair, "Input–Output Analysis", 2nd edition, 2009, chapters 3 and 6.
public struct Bills: Sendable {
  /// What one region pays in one period for one category that is spent in one region.
  public struct Part: Sendable, Hashable {
    /// Who pays.
    public var payer: RegionIndex
    /// Where it is spent.
    public var spentIn: RegionIndex
    /// For what.
    public var category: BillCategory
    /// The part for goods: for the final use and the growing stocks of the payer, undiscounted money a year.
    public var goods = 0.0
    /// The rest: holding, shortages, programmes, stranded cost, and what the payer gets (below 0) under contracts.
    public var other = 0.0

    /// goods + other, undiscounted money a year.
    public var amount: Double { goods + other }
  }

  /// What is paid in each period, by payer, place of spending, category; parts that are 0 are left out.
  public let parts: PerPeriod<[Part]>
  /// What changes hands under contracts with a price in each period.
  public let transfers: PerPeriod<[ContractTransfer]>
  private let horizon: Horizon

  /// Computes the bills of a plan.
  ///
  /// - Complexity: O(flows · regions) in each period, more where the chain has loops.
  public init(_ view: PlanView) {
    horizon = view.instance.horizon
    let periods = horizon.indices.map { period in
      let flow = CostFlow(view.plan, view.producers, view.instance, in: period)
      let spending = Spending(view, flow, in: period)
      let billed = BilledPeriod(spending, flow, regionCount: view.instance.regions.count)
      return (parts: billed.parts, transfers: spending.transfers)
    }
    parts = PerPeriod(periods.map(\.parts))
    transfers = PerPeriod(periods.map(\.transfers))
  }

  /// Bills made of parts, in any order, without transfers.
  init(parts: PerPeriod<[Part]>, horizon: Horizon) {
    (self.parts, self.horizon) = (parts, horizon)
    transfers = PerPeriod(horizon.indices.map { _ in [] })
  }

  /// The factor from money a year in a period to discounted money: discount(t)·years(t).
  func weight(_ period: PeriodIndex) -> Double { horizon.weight(period) }

  /// The bill of some regions in a period, undiscounted money a year.
  public func bill(of payers: [RegionIndex], in period: PeriodIndex) -> Double {
    let counts = Set(payers)
    return parts[period].reduce(0) { counts.contains($1.payer) ? $0 + $1.amount : $0 }
  }

  /// The bill of some regions over the horizon, discounted: Σ_t discount(t)·years(t)·bill(t), money.
  public func bill(of payers: [RegionIndex]) -> Double {
    horizon.indices.reduce(0) { $0 + horizon.weight($1) * bill(of: payers, in: $1) }
  }

  /// The bill of each region over the horizon, discounted money; regions that pay nothing are left out.
  public var byPayer: [RegionIndex: Double] {
    var bills: [RegionIndex: Double] = [:]
    for (period, parts) in parts.indexed() {
      var sums: [RegionIndex: Double] = [:]
      for part in parts { sums[part.payer, default: 0] += part.amount }
      for (payer, sum) in sums { bills[payer, default: 0] += horizon.weight(period) * sum }
    }
    return bills
  }

  /// The tariffs on what arrives in some regions, whoever pays them, over the horizon: discounted money.
  public func tariffs(spentIn regions: [RegionIndex]) -> Double {
    let counts = Set(regions)
    return sum { $0.category == .tariff && counts.contains($0.spentIn) }
  }

  /// The cost of shortages in the bill of some regions over the horizon: discounted money.
  public func shortages(of payers: [RegionIndex]) -> Double {
    let counts = Set(payers)
    return sum { $0.category == .shortage && counts.contains($0.payer) }
  }

  /// The sum of some parts over the horizon, discounted money.
  private func sum(of isCounted: (Part) -> Bool) -> Double {
    horizon.indices.reduce(0) { sum, period in
      let annual = parts[period].reduce(0) { isCounted($1) ? $0 + $1.amount : $0 }
      return sum + horizon.weight(period) * annual
    }
  }
}
