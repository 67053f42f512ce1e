import Sourcing
import Tables

/// The place of a group in ``CompiledGoods/sets``.
typealias CommodityGroupIndex = TypedIndex<CommodityGroup>

/// Commodities with their prices, groups of them, and the names that other tables use for both.
struct CompiledGoods {
  let commodities: Table<Commodity>
  let groups: [CommodityGroup]
  /// Each commodity as a group, then the groups, then all commodities, which only `*` names.
  let sets: Table<CommodityGroup>
  /// A commodity's name means its index in `commodities`.
  let commodityNames: NameIndex<CommodityIndex>
  /// A commodity or group: the index in `sets`.
  let setNames: NameIndex<CommodityGroupIndex>
  /// As `setNames`; `*` is all commodities.
  let anyNames: NameIndex<CommodityGroupIndex>

  init(_ source: TableSource, periods: PeriodNames) {
    let (unpriced, commodityNames) = Self.commodities(source, horizon: periods.horizon)
    let groups = Self.groups(source, unpriced, commodityNames)
    let single = unpriced.indexed().map { CommodityGroup(id: $1.id, members: [$0]) }
    var sets = Table(single + groups)
    var setNames = NameIndex<CommodityGroupIndex>(.commodityGroup)
    var anyNames = NameIndex<CommodityGroupIndex>(.anyCommodities)
    for (index, set) in sets.indexed() {
      _ = setNames.insert(set.id, index)
      _ = anyNames.insert(set.id, index)
    }
    let all = sets.append(CommodityGroup(id: "*", members: Array(unpriced.indices)))
    _ = anyNames.insert("*", all)
    setNames.isIncomplete = commodityNames.isIncomplete || source.isDamaged(.groups)
    anyNames.isIncomplete = setNames.isIncomplete
    (self.groups, self.sets, self.commodityNames) = (groups, sets, commodityNames)
    (self.setNames, self.anyNames) = (setNames, anyNames)
    commodities = Self.priced(unpriced, sets: sets, setNames: setNames, source, periods)
  }

  /// Commodities with the price of `commodities.csv` in every period.
  private static func commodities(
    _ source: TableSource, horizon: Horizon
  ) -> (commodities: Table<Commodity>, names: NameIndex<CommodityIndex>) {
    var commodities: Table<Commodity> = []
    var names = NameIndex<CommodityIndex>(.commodity)
    if let reader = source.reader(.commodities) {
      let (id, unit) = (reader.column("commodity"), reader.column("unit"))
      let (price, name) = (reader.column("price"), reader.freeColumn("name"))
      for row in reader.rows {
        let commodity = names.define(id, row: row, as: commodities.endIndex)
        let (unitText, value) = (unit.text(row), price.number(row))
        guard let commodity else { continue }
        commodities.append(
          Commodity(
            id: commodity, name: name?.text(row) ?? "", unit: unitText ?? "",
            price: PerPeriod(repeating: value, count: horizon.count)))
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
    _ source: TableSource, _ commodities: Table<Commodity>, _ names: NameIndex<CommodityIndex>
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
    _ commodities: Table<Commodity>, sets: Table<CommodityGroup>,
    setNames: NameIndex<CommodityGroupIndex>,
    _ source: TableSource, _ periods: PeriodNames
  ) -> Table<Commodity> {
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
