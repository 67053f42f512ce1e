import Scenarios
import Sourcing

/// A row of the table of markets with shortages.
struct MarketRow {
  let outcome: StressOutcome
  let market: StressOutcome.Market

  /// All markets with shortages, those of home first in each outcome.
  static func all(_ outcomes: [StressOutcome], home: RegionSet) -> [MarketRow] {
    outcomes.flatMap { outcome in
      let rows = outcome.markets.filter { $0.shortage > 0 }
        .map { MarketRow(outcome: outcome, market: $0) }
      return rows.filter { home.contains($0) } + rows.filter { !home.contains($0) }
    }
  }

  /// The rows that matter most, in their order: those of home, then those with the largest lost value.
  static func mostImportant(_ rows: [MarketRow], home: RegionSet, limit: Int) -> [MarketRow] {
    guard rows.count > limit else { return rows }
    let order = rows.indices.sorted { a, b in
      let (first, second) = (home.contains(rows[a]), home.contains(rows[b]))
      if first != second { return first }
      let (lost, other) = (rows[a].market.lostValue, rows[b].market.lostValue)
      return lost == other ? a < b : lost > other
    }
    return order.prefix(limit).sorted().map { rows[$0] }
  }
}

extension RegionSet {
  fileprivate func contains(_ row: MarketRow) -> Bool { members.contains(row.market.region) }
}
