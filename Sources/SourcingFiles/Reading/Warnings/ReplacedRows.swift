import Sourcing
import Tables

extension WarningFinder {
  /// Rows of `demands.csv` and `prices.csv` that later rows with other names replace whole, such as a row of one year
  /// before a row of every year. One warning a table. Rows with the same names are ``repeatedRows()``.
  func replacedRows() -> [Problem] {
    [
      replacedRows(of: .demands, regions: "region", commodities: "commodity"),
      replacedRows(of: .prices, regions: nil, commodities: "commodity"),
    ].compactMap(\.self)
  }

  private func replacedRows(
    of name: InstanceTable, regions: String?, commodities: String
  ) -> Problem? {
    guard let table = tables.tables[name] else { return nil }
    let names = RowScopes(table, in: instance)
    let scopes = (0..<table.rowCount).map { row in
      CellScope(
        regions: regions.map { names.regions(row, $0) } ?? [RegionIndex(0)],
        commodities: names.commodities(row, commodities), periods: names.periods(row))
    }
    var covered = [Bool](
      repeating: false,
      count: max(1, instance.regions.count) * instance.commodities.count * instance.horizon.count)
    var later: Set<CellScope> = []
    var replaced: [Int] = []
    for row in scopes.indices.reversed() {
      let scope = scopes[row]
      var hasEffect = false
      for region in scope.regions {
        for commodity in scope.commodities {
          for period in scope.periods {
            let cell =
              (region.position * instance.commodities.count + commodity.position)
              * instance.horizon.count + period.position
            if !covered[cell] { hasEffect = true }
            covered[cell] = true
          }
        }
      }
      if !later.insert(scope).inserted { continue }
      if !hasEffect { replaced.append(row) }
    }
    guard let first = replaced.last else { return nil }
    let count = replaced.count == 1 ? "1 row has" : "\(replaced.count) rows have"
    return Problem(
      "\(count) no effect, this is the first: later rows replace it (put rows with `*`, blocs and groups first)",
      file: table.file, line: table.line(of: first), severity: .warning)
  }

  /// The cells of a table that a row is about.
  private struct CellScope: Hashable {
    var regions: [RegionIndex]
    var commodities: [CommodityIndex]
    var periods: [PeriodIndex]
  }
}
