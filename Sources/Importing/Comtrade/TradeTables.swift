import SourcingFiles
import Tables

/// Tables of an instance from flows: what the source tells, and stubs, marked as assumptions, for what a
/// plan needs beside it.
struct TradeTables {
  private let regional: RegionalFlows
  private let map: ImportMap
  private let target: ImportTarget
  private(set) var missing: [String] = []

  init(_ regional: RegionalFlows, map: ImportMap, target: ImportTarget) {
    self.regional = regional
    self.map = map
    self.target = target
    missing = [
      "demands.csv: what a region uses is taken to be what it imports; add what it makes for itself",
      "lanes.csv: unit_cost is the whole unit value at the border; once facilities have costs of their own, take them off",
    ]
    let stubs = commodities.filter(needsSupply)
    if !stubs.isEmpty {
      missing.append(
        "facilities.csv: exporters of \(stubs.joined(separator: ", ")) stand in for producers, at cost 0 and with the largest exports as capacity"
      )
    }
    missing.append(
      "tariffs, capacities of lanes, projects, stockpiles, disruptions: not in this source")
  }

  var all: [ImportedTable] {
    [regions, goods, processes, facilities, lanes, demands, history]
  }

  private var commodities: [String] {
    Array(Set(regional.flows.map(\.key.commodity))).sorted()
  }

  private func item(_ commodity: String) -> ImportMap.Item? {
    map.items.first { $0.commodity == commodity }
  }

  private func stubProcess(_ commodity: String) -> String { "supply_\(commodity)" }

  private func needsSupply(_ commodity: String) -> Bool {
    !target.hasProducer(of: commodity, besides: stubProcess(commodity))
  }

  // MARK: What the source tells

  private var regions: ImportedTable {
    regionTable(regional.regions.map { ($0, regional.regionNames[$0] ?? "") }, map: map)
  }

  private var goods: ImportedTable {
    var table = goodsTable()
    for commodity in commodities {
      guard let last = regional.years.last else { continue }
      let flows = regional.flows.filter { $0.key.commodity == commodity && $0.key.year == last }
      let quantity = flows.reduce(0) { $0 + $1.flow.quantity }
      let value = flows.reduce(0) { $0 + $1.flow.value }
      let price = quantity > 0 ? DecimalNumber.text(significant(value / quantity)) : ""
      table.add(
        commodity, item(commodity)?.name ?? "", (item(commodity)?.unit ?? .t).rawValue, price,
        "UN Comtrade: mean unit value of \(flows.count) flows of \(last), value over net weight, in \(target.money.words) a unit"
      )
    }
    return table
  }

  private var lanes: ImportedTable {
    var table = ImportedTable(
      .lanes, key: ["commodity", "origin", "destination", "period"],
      columns: ["commodity", "origin", "destination", "period", "unit_cost", "capacity", "source"],
      .mustAgree(["unit_cost"]))
    var latest: [RegionalFlows.Key: (key: RegionalFlows.Key, flow: RegionalFlows.Flow)] = [:]
    for entry in regional.flows {
      var key = entry.key
      key.year = 0
      // Flows come in order of years; a later one without a value does not hide an earlier one.
      if latest[key] == nil || entry.flow.unitValue != nil { latest[key] = entry }
    }
    for (key, entry) in latest.sorted(by: { $0.key < $1.key }) {
      let unitValue = entry.flow.unitValue
      let basis = "\(entry.key.year): value over net weight"
      table.add(
        key.commodity, key.origin, key.destination, "",
        DecimalNumber.text(significant(unitValue ?? 0)), "",
        unitValue == nil
          ? "assumption: no value reported, cost unknown; \(entry.flow.source)"
          : "\(entry.flow.source); \(basis), in place of the costs of production and transport (assumption:)"
      )
    }
    addClosedLanes(&table)
    return table
  }

  /// Demand is imports only, so what stands in for producers must not serve its own region.
  private func addClosedLanes(_ table: inout ImportedTable) {
    for commodity in commodities where needsSupply(commodity) {
      let flows = regional.flows.map(\.key).filter { $0.commodity == commodity }
      for region in Set(flows.map(\.origin)).intersection(flows.map(\.destination)).sorted() {
        table.add(
          commodity, region, region, "", "0", "0",
          "assumption: closed, since demand holds imports only and \(stubProcess(commodity)) exports only"
        )
      }
    }
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

  // MARK: Stubs

  private var processes: ImportedTable {
    var table = ImportedTable(
      .processes, key: ["process"], columns: ["process", "stage", "output", "source"],
      .mustAgreeAlways(["output"]))
    for commodity in commodities where needsSupply(commodity) {
      table.add(
        stubProcess(commodity), "supply", commodity,
        "assumption: one process for all production of the exporters; replace it by processes and recipes"
      )
    }
    return table
  }

  private var facilities: ImportedTable {
    var table = ImportedTable(
      .facilities, key: ["facility"],
      columns: ["facility", "process", "region", "capacity", "unit_cost", "source"],
      .mustAgree(["process", "region", "capacity"]))
    for commodity in commodities where needsSupply(commodity) {
      for region in regional.regions {
        let exports = regional.years.map { total(commodity, $0) { $0.origin == region } }
        guard let most = exports.max(), most > 0 else { continue }
        table.add(
          "\(commodity)_\(region)", stubProcess(commodity), region, DecimalNumber.text(most), "0",
          "assumption: capacity is the largest exports of a year in the files; costs are in the unit values of lanes"
        )
      }
    }
    return table
  }

  private var demands: ImportedTable {
    var table = ImportedTable(
      .demands, key: ["region", "commodity", "period"],
      columns: ["region", "commodity", "period", "quantity", "shortage_cost", "source"],
      .fillsGap("commodity"))
    for commodity in commodities {
      let price = regional.flows.filter { $0.key.commodity == commodity }
        .compactMap(\.flow.unitValue).max()
      let shortage = DecimalNumber.text(significant(10 * (price ?? 100)))
      for region in regional.regions {
        let imports = regional.years.map { total(commodity, $0) { $0.destination == region } }
        guard imports.contains(where: { $0 > 0 }), let last = imports.last else { continue }
        let note =
          "assumption: use is what is imported; shortage at ten times the highest unit value"
        table.add(region, commodity, "*", DecimalNumber.text(last), shortage, note)
        for (year, quantity) in zip(regional.years, imports).dropLast() {
          table.add(
            region, commodity, String(year), DecimalNumber.text(quantity), shortage, note)
        }
      }
    }
    return table
  }

  private func total(
    _ commodity: String, _ year: Int, _ isWanted: (RegionalFlows.Key) -> Bool
  ) -> Double {
    regional.flows.filter {
      $0.key.commodity == commodity && $0.key.year == year && isWanted($0.key)
    }.reduce(0) { $0 + $1.flow.quantity }
  }
}

/// Regions with their names; a country's id is its alpha-3 code.
func regionTable(_ regions: [(id: String, name: String)], map: ImportMap) -> ImportedTable {
  var table = ImportedTable(
    .regions, key: ["region"], columns: ["region", "name", "source"], .keepsOld)
  for region in regions {
    table.add(
      region.id, region.name,
      region.name.isEmpty ? "definition in \(fileName(map.file))" : "ISO 3166-1")
  }
  return table
}

func goodsTable() -> ImportedTable {
  ImportedTable(
    .commodities, key: ["commodity"], columns: ["commodity", "name", "unit", "price", "source"],
    .mustAgreeAlways(["unit"]))
}
