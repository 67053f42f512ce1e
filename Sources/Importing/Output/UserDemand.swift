import SourcingFiles

/// Demand that the user wrote: it stays as it is, and no stub is made for it. A row of a group, of a bloc, of `world`
/// or of `*` is about all that it names.
struct UserDemand {
  private struct Cell: Hashable {
    var commodity: String
    var region: String
    var period: String
  }

  /// `*` stands for all.
  private var cells: Set<Cell> = []
  private var commodities: Set<String> = []
  private var withStubs: Set<String> = []

  init(_ tables: TextTables) {
    guard let table = tables[.demands] else { return }
    let groups = Self.members(tables[.groups], of: "group", "commodity")
    let blocs = Self.members(tables[.blocs], of: "bloc", "region")
    for row in table.rows {
      let name = table.cell(row, "commodity")
      if table.cell(row, "source").hasPrefix(StubText.demand) {
        withStubs.insert(name)
        continue
      }
      let region = table.cell(row, "region")
      let period = table.cell(row, "period")
      for commodity in groups[name] ?? [name] {
        commodities.insert(commodity)
        for place in blocs[region] ?? [region] {
          cells.insert(
            Cell(
              commodity: commodity, region: place == "world" ? "*" : place,
              period: period.isEmpty ? "*" : period))
        }
      }
    }
  }

  private static func members(
    _ table: TextTable?, of set: String, _ member: String
  ) -> [String: [String]] {
    guard let table else { return [:] }
    var result: [String: [String]] = [:]
    for row in table.rows {
      result[table.cell(row, set), default: []].append(table.cell(row, member))
    }
    return result
  }

  /// Whether the user wrote rows of a commodity and the tables have no stub of it: then its whole demand is the user's.
  func isAll(of commodity: String) -> Bool {
    !withStubs.contains(commodity) && [commodity, "*"].contains(where: commodities.contains)
  }

  /// Whether a row of the user is about a place in all periods.
  func isAll(of place: TradeFacts.Place) -> Bool { covers(place, "*") }

  /// Whether a row of the user is about a place in a year, or in all periods.
  func covers(_ place: TradeFacts.Place, _ year: Int) -> Bool {
    covers(place, String(year)) || covers(place, "*")
  }

  private func covers(_ place: TradeFacts.Place, _ period: String) -> Bool {
    [place.commodity, "*"].contains { commodity in
      [place.region, "*"].contains { region in
        cells.contains(Cell(commodity: commodity, region: region, period: period))
      }
    }
  }
}
