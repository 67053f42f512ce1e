import SourcingFiles

/// Demand that the user wrote: it stays as it is. Rows of groups count for the commodities in them.
struct UserDemand {
  /// Commodities with such rows only: their whole demand is the user's. `*` stands for all.
  private(set) var commodities: Set<String> = []
  private(set) var places: Set<TradeFacts.Place> = []

  init(_ tables: TextTables) {
    guard let table = tables[.demands] else { return }
    let groups = Self.groups(tables[.groups])
    var withStubs: Set<String> = []
    for row in table.rows {
      let commodity = table.cell(row, "commodity")
      if table.cell(row, "source").hasPrefix(StubText.demand) {
        withStubs.insert(commodity)
        continue
      }
      for commodity in groups[commodity] ?? [commodity] {
        commodities.insert(commodity)
        places.insert(TradeFacts.Place(commodity: commodity, region: table.cell(row, "region")))
      }
    }
    commodities.subtract(withStubs)
  }

  private static func groups(_ table: TextTable?) -> [String: [String]] {
    guard let table else { return [:] }
    var result: [String: [String]] = [:]
    for row in table.rows {
      result[table.cell(row, "group"), default: []].append(table.cell(row, "commodity"))
    }
    return result
  }
}
