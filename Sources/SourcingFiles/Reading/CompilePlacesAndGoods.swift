import Sourcing
import Tables

extension InstanceCompiler {
  // MARK: Regions and blocs

  func readRegions() {
    if let reader = reader(.regions) {
      let (id, name) = (reader.column("region"), reader.freeColumn("name"))
      let (latitude, longitude) = (reader.column("latitude"), reader.column("longitude"))
      let risk = reader.column("risk")
      for row in reader.rows {
        let region = newIdentifier(id, row, regions.count, &regionNames)
        let place = (latitude.optional(row), longitude.optional(row), risk.optional(row))
        guard let region else { continue }
        if region == "world" {
          id.report("`world` is the bloc of all regions; give the region another id", row: row)
        }
        regions.append(
          Region(
            id: region, name: name?.text(row) ?? "", latitude: place.0, longitude: place.1,
            risk: place.2))
      }
      if reader.rows.isEmpty, !tables.damaged.contains(.regions) {
        log.add("the table has no rows; name at least one region", file: tables.path(.regions))
      }
    }
    if regions.isEmpty || tables.damaged.contains(.regions) { regionNames.isIncomplete = true }
    regionSets = regions.indices.map { RegionSet(id: regions[$0].id, members: [$0]) }
    readBlocs()
    regionSets += blocs
    regionSets.append(RegionSet(id: "world", members: Array(regions.indices)))
    let isIncomplete = regionNames.isIncomplete || tables.damaged.contains(.blocs)
    for (position, set) in regionSets.enumerated() {
      _ = regionSetNames.insert(set.id, position)
      _ = anyRegionNames.insert(set.id, position)
    }
    _ = anyRegionNames.insert("*", regionSets.count - 1)
    regionSetNames.isIncomplete = isIncomplete
    anyRegionNames.isIncomplete = isIncomplete
  }

  private func readBlocs() {
    guard let reader = reader(.blocs) else { return }
    let id = reader.column("bloc")
    var member = references(reader, "region")
    let sets = readSets(reader, id, &member) { name, _, first in
      guard first == nil else { return nil }
      if name == "world" { return "`world` is all regions already; give the bloc another id" }
      return regionNames[name] == nil ? nil : "`\(name)` is a region; a bloc needs another id"
    }
    blocs = sets.map { RegionSet(id: $0.id, members: $0.members) }
  }

  /// Reads a table of sets with one row a member. `objection` says what speaks against a set's id
  /// or a new member of it; the member's position comes with the first one's.
  private func readSets(
    _ reader: TableReader, _ id: TableColumn, _ member: inout ReferenceColumn,
    objection: (_ name: String, _ member: Int?, _ first: Int?) -> String?
  ) -> [(id: String, members: [Int])] {
    var order: [String] = []
    var members: [String: Set<Int>] = [:]
    var first: [String: Int] = [:]
    for row in reader.rows {
      let name = id.identifier(row)
      let position = member.required(row)
      guard let name else { continue }
      let isNew = members[name] == nil
      if isNew { order.append(name) }
      if isNew || position != nil,
        let objection = objection(name, position, isNew ? nil : first[name])
      {
        id.report(objection, row: row)
      }
      if first[name] == nil { first[name] = position }
      members[name, default: []].formUnion(position.map { [$0] } ?? [])
    }
    return order.map { ($0, members[$0, default: []].sorted()) }
  }

  // MARK: Commodities, groups and prices

  func readCommodities() {
    if let reader = reader(.commodities) {
      let (id, unit) = (reader.column("commodity"), reader.column("unit"))
      let price = reader.column("price")
      for row in reader.rows {
        let commodity = newIdentifier(id, row, commodities.count, &commodityNames)
        let (unitText, value) = (unit.text(row), price.number(row))
        guard let commodity else { continue }
        commodities.append(
          Commodity(
            id: commodity, unit: unitText ?? "",
            price: Array(repeating: value, count: horizon.count)))
      }
      if reader.rows.isEmpty, !tables.damaged.contains(.commodities) {
        log.add(
          "the table has no rows; name at least one commodity", file: tables.path(.commodities))
      }
    }
    if commodities.isEmpty || tables.damaged.contains(.commodities) {
      commodityNames.isIncomplete = true
    }
    commoditySets = commodities.indices.map {
      CommodityGroup(id: commodities[$0].id, members: [$0])
    }
    readGroups()
    commoditySets += groups
    let isIncomplete = commodityNames.isIncomplete || tables.damaged.contains(.groups)
    for (position, set) in commoditySets.enumerated() {
      _ = commoditySetNames.insert(set.id, position)
      _ = anyCommodityNames.insert(set.id, position)
    }
    _ = anyCommodityNames.insert("*", commoditySets.count)
    commoditySets.append(CommodityGroup(id: "*", members: Array(commodities.indices)))
    commoditySetNames.isIncomplete = isIncomplete
    anyCommodityNames.isIncomplete = isIncomplete
    readPrices()
  }

  private func readGroups() {
    guard let reader = reader(.groups) else { return }
    let id = reader.column("group")
    var member = references(reader, "commodity")
    let sets = readSets(reader, id, &member) { name, member, first in
      guard let member, let first else {
        let isTaken = commodityNames[name] != nil
        return isTaken ? "`\(name)` is a commodity; a group needs another id" : nil
      }
      let (new, old) = (commodities[member], commodities[first])
      guard new.unit != old.unit else { return nil }
      return "`\(new.id)` is in \(new.unit), but `\(old.id)` of the same group is in \(old.unit); "
        + "a group has one unit"
    }
    groups = sets.map { CommodityGroup(id: $0.id, members: $0.members) }
  }

  private func readPrices() {
    guard let reader = reader(.prices) else { return }
    var commodity = references(reader, "commodity")
    var period = references(reader, "period")
    let price = reader.column("price")
    for row in reader.rows {
      let (set, when) = (commodity.required(row), period.find(row))
      let value = price.number(row)
      guard let set, when != .wrong else { continue }
      for member in commoditySets[set].members {
        for index in periods(when.position ?? horizon.count) {
          commodities[member].price[index] = value
        }
      }
    }
  }
}

extension TableReader {
  /// One of the columns that every table may have; nil where this one does not.
  func freeColumn(_ name: String) -> TableColumn? {
    guard let index = table.column(name) else { return nil }
    let schema = ColumnSchema.text(name, required: false, "free text")
    return TableColumn(schema: schema, index: index, table: table, log: log)
  }
}
