import Sourcing
import Tables

/// Commodities with their prices, groups of them, and the names that other tables use for both.
struct CompiledGoods {
  let commodities: [Commodity]
  let groups: [CommodityGroup]
  /// Each commodity as a group, then the groups, then all commodities, which only `*` names.
  let sets: [CommodityGroup]
  /// A commodity's name means its index in `commodities`.
  let commodityNames: NameIndex<Int>
  /// A commodity or group: the index in `sets`.
  let setNames: NameIndex<Int>
  /// As `setNames`; `*` is all commodities.
  let anyNames: NameIndex<Int>

  init(_ source: TableSource, periods: PeriodNames) {
    let (unpriced, commodityNames) = Self.commodities(source, horizon: periods.horizon)
    let groups = Self.groups(source, unpriced, commodityNames)
    var sets = unpriced.indices.map { CommodityGroup(id: unpriced[$0].id, members: [$0]) } + groups
    var setNames = NameIndex<Int>(.commodityGroup)
    var anyNames = NameIndex<Int>(.anyCommodities)
    for (position, set) in sets.enumerated() {
      _ = setNames.insert(set.id, position)
      _ = anyNames.insert(set.id, position)
    }
    _ = anyNames.insert("*", sets.count)
    sets.append(CommodityGroup(id: "*", members: Array(unpriced.indices)))
    setNames.isIncomplete = commodityNames.isIncomplete || source.isDamaged(.groups)
    anyNames.isIncomplete = setNames.isIncomplete
    (self.groups, self.sets, self.commodityNames) = (groups, sets, commodityNames)
    (self.setNames, self.anyNames) = (setNames, anyNames)
    commodities = Self.priced(unpriced, sets: sets, setNames: setNames, source, periods)
  }

  /// Commodities with the price of `commodities.csv` in every period.
  private static func commodities(
    _ source: TableSource, horizon: Horizon
  ) -> (commodities: [Commodity], names: NameIndex<Int>) {
    var commodities: [Commodity] = []
    var names = NameIndex<Int>(.commodity)
    if let reader = source.reader(.commodities) {
      let (id, unit) = (reader.column("commodity"), reader.column("unit"))
      let price = reader.column("price")
      for row in reader.rows {
        let commodity = names.define(id, row: row, as: commodities.count)
        let (unitText, value) = (unit.text(row), price.number(row))
        guard let commodity else { continue }
        commodities.append(
          Commodity(
            id: commodity, unit: unitText ?? "",
            price: Array(repeating: value, count: horizon.count)))
      }
      if reader.rows.isEmpty, !source.isDamaged(.commodities) {
        source.log.add(
          "the table has no rows; name at least one commodity", file: source.path(.commodities))
      }
    }
    if commodities.isEmpty || source.isDamaged(.commodities) { names.isIncomplete = true }
    return (commodities, names)
  }

  private static func groups(
    _ source: TableSource, _ commodities: [Commodity], _ names: NameIndex<Int>
  ) -> [CommodityGroup] {
    guard let reader = source.reader(.groups) else { return [] }
    var table = SetTable(reader, id: "group", member: "commodity", in: names)
    let sets = table.read { entry in
      guard let member = entry.member, let first = entry.first else {
        let isTaken = names[entry.name] != nil
        return isTaken ? "`\(entry.name)` is a commodity; a group needs another id" : nil
      }
      let (new, old) = (commodities[member], commodities[first])
      guard new.unit != old.unit else { return nil }
      return "`\(new.id)` is in \(new.unit), but `\(old.id)` of the same group is in \(old.unit); "
        + "a group has one unit"
    }
    return sets.map { CommodityGroup(id: $0.id, members: $0.members) }
  }

  /// The commodities with the prices of `prices.csv`, where the last row that matches wins.
  private static func priced(
    _ commodities: [Commodity], sets: [CommodityGroup], setNames: NameIndex<Int>,
    _ source: TableSource, _ periods: PeriodNames
  ) -> [Commodity] {
    guard let reader = source.reader(.prices) else { return commodities }
    var priced = commodities
    var commodity = reader.references("commodity", in: setNames)
    var period = reader.references("period", in: periods.any)
    let price = reader.column("price")
    for row in reader.rows {
      let (set, scope) = (commodity.required(row), period.scope(row))
      let value = price.number(row)
      guard let set, let scope else { continue }
      for member in sets[set].members {
        for index in periods.indices(scope) { priced[member].price[index] = value }
      }
    }
    return priced
  }
}
