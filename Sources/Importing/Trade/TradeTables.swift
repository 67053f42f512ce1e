import SourcingFiles
import Tables

/// Tables of an instance with what flows tell. Stubs for the rest of a plan are made from all rows of the folder:
/// ``TradeStubs``.
struct TradeTables {
  private let regional: RegionalFlows
  private let map: ImportMap

  init(_ regional: RegionalFlows, map: ImportMap) {
    self.regional = regional
    self.map = map
  }

  /// What the source lacks, one sentence each.
  static let missing = [
    "demands.csv: what a region uses is taken to be what it imports; add what it makes for itself",
    "lanes.csv: unit_cost is the whole unit value at the border; once facilities have costs of their own, take them off",
    "tariffs, capacities of lanes, projects, stockpiles, disruptions: not in this source",
  ]

  var all: [ImportedTable] {
    [regions, goods, lanes, .demands(.keepsOld), history]
  }

  private var commodities: [String] {
    Array(Set(regional.flows.map(\.key.commodity))).sorted()
  }

  /// The first commodity of the map that has flows.
  var focus: String? {
    let found = Set(commodities)
    return map.items.first { found.contains($0.commodity) }?.commodity
  }

  private var regions: ImportedTable {
    regionTable(regional.regions.map { ($0, regional.regionNames[$0] ?? "") }, map: map)
  }

  private var goods: ImportedTable {
    var table = goodsTable()
    for commodity in commodities {
      let item = map.items.first { $0.commodity == commodity }
      table.add(
        commodity, item?.name ?? "", (item?.unit ?? .t).rawValue, "",
        "\(regional.dataset.rawValue): no value reported, \(StubText.noPrice)")
    }
    return table
  }

  /// The unit value of a lane is that of the latest year that has a value.
  private var lanes: ImportedTable {
    var table = ImportedTable.lanes(.newestCounts(["unit_cost"], figure: "unit_cost"))
    var latest: [TradeFacts.Lane: (year: Int, flow: RegionalFlows.Flow)] = [:]
    for (key, flow) in regional.flows {
      let lane = TradeFacts.Lane(
        commodity: key.commodity, origin: key.origin, destination: key.destination)
      let old = latest[lane]
      let isLater = old.map { $0.year < key.year || $0.flow.unitValue == nil } ?? true
      if old == nil || (flow.unitValue != nil && isLater) { latest[lane] = (key.year, flow) }
    }
    for (lane, entry) in latest.sorted(by: { $0.key < $1.key }) {
      let value = entry.flow.unitValue.map(significant)
      let source =
        value.map { value in
          let words = Vintage(year: entry.year, publisher: nil, value: value).words("unit value")
          return
            "\(entry.flow.source); \(words), value over net weight, in place of the costs of production and transport (assumption:)"
        } ?? StubText.withoutValue
      table.add(
        lane.commodity, lane.origin, lane.destination, "", value.map(DecimalNumber.text) ?? "", "",
        source)
    }
    return table
  }

  private var history: ImportedTable {
    var table = ImportedTable(
      .history, key: ["commodity", "origin", "destination", "period"],
      columns: ["commodity", "origin", "destination", "period", "quantity", "source"],
      .mustAgree(["quantity"]))
    for (key, flow) in regional.flows {
      table.add(
        key.commodity, key.origin, key.destination, String(key.year),
        DecimalNumber.text(flow.quantity), flow.source)
    }
    return table
  }
}

/// Regions with their names; a country's id is its alpha-3 code. A country that ISO 3166-1 does not have today is from
/// the list of a release of BACI.
func regionTable(_ regions: [(id: String, name: String)], map: ImportMap) -> ImportedTable {
  var table = ImportedTable(
    .regions, key: ["region"], columns: ["region", "name", "source"], .keepsOld)
  for region in regions {
    table.add(
      region.id, region.name,
      region.name.isEmpty
        ? "definition in \(map.file.lastPathPart)"
        : Country.coded(region.id) == nil ? "BACI, list of countries" : "ISO 3166-1")
  }
  return table
}

func goodsTable() -> ImportedTable {
  ImportedTable(
    .commodities, key: ["commodity"], columns: ["commodity", "name", "unit", "price", "source"],
    .mustAgreeAlways(["unit"]))
}
