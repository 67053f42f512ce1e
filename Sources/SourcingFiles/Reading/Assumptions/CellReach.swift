public import Sourcing
import Tables

/// Whether the number of a cell reaches a plan, or rows of other tables or later rows take its place.
public enum CellReach: Sendable, Hashable {
  /// Nothing takes its place.
  case whole
  /// In some periods, by their labels, another figure takes its place: that of `by`.
  case partly(replacedIn: [String], by: InstanceTable)
  /// Another figure takes its place wherever it would count: that of `by`.
  case none(by: InstanceTable)
}

/// Finds how far cells reach: figures of `facilities.csv` that `capacities.csv` replaces, prices of `commodities.csv`
/// that `prices.csv` replaces, and rows of `lanes.csv` for which there is no lane.
public struct CellReaches {
  private let instance: Instance
  /// Lines of `lanes.csv` without effect.
  private let idleLanes: Set<Int>
  /// The periods in which a figure of a facility, or a price, is given elsewhere.
  private var replaced: [Figure: Set<PeriodIndex>] = [:]
  /// Which facility or commodity a row is about.
  private var idOfRow: [TableRow: String] = [:]

  private struct Figure: Hashable {
    var id: String
    var column: String
  }

  /// Reads which figures are replaced.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - tables: the tables from which it was made.
  public init(of instance: Instance, tables: InstanceTables) {
    self.instance = instance
    idleLanes = Set(instance.lanes.linesWithoutLane())
    for (table, column) in [(InstanceTable.facilities, "facility"), (.commodities, "commodity")] {
      guard let csv = tables.tables[table], let key = csv.column(column) else { continue }
      for row in 0..<csv.rowCount {
        let place = TableRow(table: table, line: csv.line(of: row))
        idOfRow[place] = csv.text(row: row, column: key)
      }
    }
    addCapacities(tables.tables[.capacities])
    addPrices(tables.tables[.prices])
  }

  private mutating func addCapacities(_ csv: CSVTable?) {
    guard let csv, let ids = csv.column("facility"), let periods = csv.column("period") else {
      return
    }
    for column in ["capacity", "unit_cost", "minimum"] {
      guard let index = csv.column(column) else { continue }
      // The last row of a facility and period counts whole: its blank cells leave the facility's own figure.
      for row in 0..<csv.rowCount {
        guard let period = instance.horizon.index(of: csv.text(row: row, column: periods)) else {
          continue
        }
        let figure = Figure(id: csv.text(row: row, column: ids), column: column)
        if csv.text(row: row, column: index).isEmpty {
          replaced[figure]?.remove(period)
        } else {
          replaced[figure, default: []].insert(period)
        }
      }
    }
  }

  private mutating func addPrices(_ csv: CSVTable?) {
    guard let csv, let ids = csv.column("commodity") else { return }
    let periods = csv.column("period")
    for row in 0..<csv.rowCount {
      let label = periods.map { csv.text(row: row, column: $0) } ?? ""
      let all = label.isEmpty || label == "*"
      let scope =
        all
        ? Array(instance.horizon.indices) : [instance.horizon.index(of: label)].compactMap(\.self)
      for member in instance.commodityGroup(csv.text(row: row, column: ids))?.members ?? [] {
        let figure = Figure(id: instance.commodities[member].id, column: "price")
        replaced[figure, default: []].formUnion(scope)
      }
    }
  }

  /// How far the number of a cell reaches.
  public func reach(of cell: MovedCell) -> CellReach {
    switch cell.table {
    case .facilities:
      guard let id = idOfRow[TableRow(table: .facilities, line: cell.line)],
        let index = instance.facilities.index(of: id)
      else { return .whole }
      let operation = instance.facilities[index].operation
      return reach(of: Figure(id: id, column: cell.column), in: Array(operation), by: .capacities)
    case .commodities:
      guard let id = idOfRow[TableRow(table: .commodities, line: cell.line)] else { return .whole }
      return reach(
        of: Figure(id: id, column: cell.column), in: Array(instance.horizon.indices),
        by: .prices)
    case .lanes: return idleLanes.contains(cell.line) ? .none(by: .lanes) : .whole
    default: return .whole
    }
  }

  private func reach(
    of figure: Figure, in periods: [PeriodIndex], by table: InstanceTable
  ) -> CellReach {
    let given = replaced[figure, default: []]
    let found = periods.filter(given.contains)
    if found.isEmpty { return .whole }
    return found.count == periods.count
      ? .none(by: table)
      : .partly(replacedIn: found.map { instance.horizon[$0].label }, by: table)
  }
}
