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
    let scopes = (0..<table.rowCount).map { row in
      CellScope(
        regions: regions.map { self.regions(text(table, row, $0)) } ?? [0],
        commodities: self.commodities(text(table, row, commodities)),
        periods: periods(text(table, row, "period")))
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
              (region * instance.commodities.count + commodity) * instance.horizon.count + period
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
    var regions: [Int]
    var commodities: [Int]
    var periods: [Int]
  }

  private func text(_ table: CSVTable, _ row: Int, _ column: String) -> String {
    table.column(column).map { table.text(row: row, column: $0) } ?? ""
  }

  private func regions(_ name: String) -> [Int] {
    if name == "*" { return instance.regions.indices.map(\.position) }
    return instance.regionSet(name)?.members.map(\.position) ?? []
  }

  private func commodities(_ name: String) -> [Int] {
    if name == "*" { return instance.commodities.indices.map(\.position) }
    return instance.commodityGroup(name)?.members.map(\.position) ?? []
  }

  private func periods(_ name: String) -> [Int] {
    if name.isEmpty || name == "*" { return instance.horizon.indices.map(\.position) }
    return instance.horizon.index(of: name).map { [$0.position] } ?? []
  }
}
