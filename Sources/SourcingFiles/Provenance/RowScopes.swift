import Numbers
import Sourcing
import Tables

/// Reads what the names in the rows of a table mean in an instance that was made from it. Names are right, since the
/// instance was read; one that is not means nothing.
struct RowScopes {
  private let instance: Instance
  private let table: CSVTable
  private let regionSets: [String: [RegionIndex]]
  private let commoditySets: [String: [CommodityIndex]]
  private let periodSets: [String: [PeriodIndex]]

  init(_ table: CSVTable, in instance: Instance) {
    (self.table, self.instance) = (table, instance)
    let world = instance.world.members
    var regionSets = ["*": world, "world": world]
    for bloc in instance.blocs { regionSets[bloc.id] = bloc.members }
    for (index, region) in instance.regions.indexed() { regionSets[region.id] = [index] }
    self.regionSets = regionSets
    var goods = ["*": Array(instance.commodities.indices)]
    for group in instance.groups { goods[group.id] = group.members }
    for (index, commodity) in instance.commodities.indexed() { goods[commodity.id] = [index] }
    commoditySets = goods
    let all = Array(instance.horizon.indices)
    var periods = ["*": all, "": all]
    for index in all { periods[instance.horizon[index].label] = [index] }
    periodSets = periods
  }

  /// The text of a cell; empty where the file lacks the column.
  func text(_ row: Int, _ column: String) -> String {
    table.column(column).map { table.text(row: row, column: $0) } ?? ""
  }

  /// The number in a cell; nil where it is blank, or so large that it means no limit.
  func number(_ row: Int, _ column: String) -> Double? {
    DecimalNumber.value(text(row, column)).flatMap { $0 <= Magnitude.range.upperBound ? $0 : nil }
  }

  /// The regions that a cell names: one, those of a bloc, or all.
  func regions(_ row: Int, _ column: String) -> [RegionIndex] {
    regionSets[text(row, column)] ?? []
  }

  /// The commodities that a cell names: one, those of a group, or all.
  func commodities(_ row: Int, _ column: String = "commodity") -> [CommodityIndex] {
    commoditySets[text(row, column)] ?? []
  }

  /// The periods that a cell names: one, or all.
  func periods(_ row: Int, _ column: String = "period") -> [PeriodIndex] {
    periodSets[text(row, column)] ?? []
  }
}
