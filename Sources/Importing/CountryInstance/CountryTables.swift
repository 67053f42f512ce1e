import Tables

/// The tables of an instance of a country and its goods, as texts.
struct CountryTables {
  let question: CountryQuestion
  let base: Int
  let flows: [(key: CountryFlows.Key, flow: CountryFlows.Flow)]
  let regions: CountryRegions
  let balances: GoodBalances
  let costs: LaneCosts
  let sources: CountrySources
  /// The tons of each good between countries in all years of the files.
  let trade: [String: [Int: Double]]
  let names: [String: String]
  let descriptions: [String: String]

  /// How much more than its output of a year a producer can make.
  static let spare = 1.1
  /// How many years, up to the base year, are history. Costs are discounted to the first of them, so it must not depend
  /// on how many files there are; and unit values of long ago say little of today's.
  static let historyYears = 5
  /// How many years after the base year are planned.
  static let plannedYears = 10

  /// Years with flows that plans are told of.
  var toldYears: [Int] { balances.years.filter { $0 <= base } }
  /// Years with flows that plans are not told of.
  var withheldYears: [Int] { balances.years.filter { $0 > base } }
  /// All periods.
  var periods: ClosedRange<Int> {
    (balances.years.first ?? base)...max(base + Self.plannedYears, balances.years.last ?? base)
  }
  /// The periods after the base year.
  var laterYears: ClosedRange<Int> { base + 1...periods.upperBound }
  var goods: [String] { question.goods.map(\.id) }
  /// The good of which the rival has the largest share of home's imports in the base year, the first one of several; the
  /// first good without a rival.
  var focus: String {
    let sizes = goods.map { good in
      (good, shares(good).first { $0.origin == regions.rival }?.share ?? 0)
    }
    let largest = sizes.map(\.1).max() ?? 0
    return sizes.first { $0.1 == largest }?.0 ?? ""
  }
  /// Regions with trade or production, home first, the rest of the world last.
  var regionIDs: [String] {
    let used = Set(balances.places.map(\.region))
    return (regions.countries + [CountryRegions.rest]).filter {
      used.contains($0) || $0 == question.home || $0 == regions.rival
    }
  }

  func name(_ region: String) -> String {
    region == CountryRegions.rest
      ? "Rest of the world" : names[region] ?? Country.coded(region)?.name ?? region
  }

  func codes(_ good: String) -> String {
    question.goods.first { $0.id == good }?.codes.joined(separator: "+") ?? good
  }

  /// All tables by file name.
  var all: [String: String] {
    [
      "regions.csv": regionTable.text, "commodities.csv": goodTable.text,
      "processes.csv": processTable.text, "recipes.csv": recipeTable,
      "facilities.csv": facilityTable.text, "capacities.csv": capacityTable,
      "stockpiles.csv": stockpileTable.text, "lanes.csv": laneTable.text,
      "demands.csv": demandTable.text,
      "history.csv": flowTable(toldYears).text,
      "observed.csv": withheldYears.isEmpty ? nil : flowTable(withheldYears).text,
      "projects.csv": projects.isEmpty ? nil : projectTable.text,
      "disruptions.csv": disruptionTable.isEmpty ? nil : disruptionTable.text,
      "checks.csv": checkTable.text, "assumptions.csv": assumptionTable,
      "sources.csv": sources.table,
    ].compactMapValues(\.self)
  }

  private var regionTable: PlainTable {
    var table = PlainTable("region", "name")
    for id in regionIDs {
      let note = id == CountryRegions.rest ? "all countries that have no row" : "ISO 3166-1"
      table.add(id, name(id), basis: .definition, note: note)
    }
    return table
  }

  private var goodTable: PlainTable {
    var table = PlainTable("commodity", "name", "unit", "price")
    for good in goods {
      let count = costs.medians[good]?.count ?? 0
      table.add(
        good, descriptions[good] ?? "HS \(codes(good))", "t", numberText(costs.median(good)),
        basis: .derived, source: sources.trade("k=\(codes(good))"),
        note:
          "the median unit value of \(count) \(count == 1 ? "lane" : "lanes"), weighted by trade")
    }
    return table
  }

  // MARK: Flows

  /// The observed flows of some years, and what stays in a region where anything is used.
  private func flowTable(_ years: [Int]) -> PlainTable {
    var table = PlainTable("commodity", "origin", "destination", "period", "quantity")
    let wanted = Set(years)
    let origins = flows.reduce(into: [GoodBalances.Place: String]()) { origins, entry in
      let place = GoodBalances.Place(good: entry.key.good, region: entry.key.destination)
      origins[place] = origins[place] ?? entry.key.origin
    }
    for (key, flow) in flows where wanted.contains(key.year) {
      let cells = (key.good, key.origin, key.destination, String(key.year), numberText(flow.tons))
      let source = sources.trade(flow.first)
      if flow.estimated > 0 {
        table.add(
          cells.0, cells.1, cells.2, cells.3, cells.4, basis: .assumption, source: source,
          note:
            "\(shortText(100 * flow.estimated / flow.tons)) % of it has a value and no weight: estimated with the mean unit value of the year"
        )
      } else if flow.count > 1 {
        table.add(
          cells.0, cells.1, cells.2, cells.3, cells.4, basis: .derived, source: source,
          note: "the sum of \(flow.count) flows between countries; the line is the first of them")
      } else {
        table.add(cells.0, cells.1, cells.2, cells.3, cells.4, basis: .published, source: source)
      }
    }
    for place in balances.places {
      for year in years {
        let balance = balances.balance(place, year)
        if balance.imports == 0, balance.own == 0, let origin = origins[place] {
          table.add(
            place.good, origin, place.region, String(year), "0", basis: .derived,
            source: sources.trade("k=\(codes(place.good)) \(place.region) \(year)"),
            note: "no row: 0 from all origins, or too little to matter")
        }
        guard balance.own > 0 else { continue }
        table.add(
          place.good, place.region, place.region, String(year), numberText(balance.own),
          basis: .derived, source: cited(place, year),
          note:
            "production \(shortText(balance.production)) - exports \(shortText(balance.exports))"
        )
      }
    }
    return table
  }

  /// The statistics of a place: trade, and mines where the good has some.
  func cited(_ place: GoodBalances.Place, _ year: Int) -> String {
    let trade = sources.trade("k=\(codes(place.good)) \(place.region) \(year)")
    guard case .mines(let entry)? = balances.making[place.good] else { return trade }
    return trade + "; " + sources.mines("\(entry.mineral) \(place.region) \(year)")
  }

  private var demandTable: PlainTable {
    var table = PlainTable("region", "commodity", "period", "quantity", "shortage_cost")
    for place in balances.places {
      let isUsed = periods.contains { balances.balance(place, $0).use > 0 }
      guard isUsed else { continue }
      for year in periods {
        let data = balances.dataYear(year)
        let balance = balances.balance(place, year)
        let quantity = sumText(use(place, data))
        let cost = numberText(costs.shortage(place.good))
        let arithmetic =
          "imports \(shortText(balance.imports)) + production \(shortText(balance.production)) - exports \(shortText(balance.exports))"
          + (balance.otherSupply > 0
            ? "; exports beyond that are other supply" : "")
        if data == year {
          table.add(
            place.region, place.good, String(year), quantity, cost, basis: .derived,
            source: cited(place, year),
            note: "\(arithmetic). Assumed: a shortage costs ten times the median unit value")
        } else {
          table.add(
            place.region, place.good, String(year), quantity, cost, basis: .assumption,
            source: cited(place, data), note: "as in \(data): \(arithmetic)")
        }
      }
    }
    return table
  }

  /// Use in a year with data: the sum of the flows that arrive as the tables have them, without what leaves again.
  private func use(_ place: GoodBalances.Place, _ year: Int) -> Double {
    let balance = balances.balance(place, year)
    let use = balance.imports - balance.reexports + significant(balance.own)
    // What differences of large numbers leave.
    return balance.own > 0 || use > 1e-6 * balance.imports ? use : 0
  }
}
