import Formulation
import LinearProgramming
import Sourcing

/// The period of each row and column of a planning LP.
///
/// A row belongs to the last period of its columns. A column that occurs only in rows of goals (a violation, a clean
/// flow) belongs to the last period of its rows. Orders, and rows with orders only, belong to no period. Ordered by
/// period, the matrix without the orders is block lower triangular.
struct PeriodPartition {
  static let noPeriod: Int32 = -1

  private(set) var columnPeriod: [Int32]
  private(set) var rowPeriod: [Int32]
  private(set) var isOrder: [Bool]
  /// The slot of each column: columns of different periods with the same slot are the same quantity in different
  /// periods. −1 for orders.
  private(set) var columnSlot: [Int32]
  private(set) var rowSlot: [Int32]
  private(set) var columnSlotCount = 0
  private(set) var rowSlotCount = 0

  init(_ planning: PlanningProgram) {
    let program = planning.program
    columnPeriod = Array(repeating: Self.noPeriod, count: program.columnCount)
    rowPeriod = Array(repeating: Self.noPeriod, count: program.rowCount)
    isOrder = Array(repeating: false, count: program.columnCount)
    columnSlot = Array(repeating: -1, count: program.columnCount)
    rowSlot = Array(repeating: -1, count: program.rowCount)
    placeFlows(planning)
    placeOthers(planning)
    propagate(program)
    numberTheRest(planning)
  }

  // MARK: Columns of a period

  private mutating func place(_ column: Column?, _ period: PeriodIndex, slot: Int) {
    guard let column else { return }
    columnPeriod[column.index] = Int32(period.position)
    columnSlot[column.index] = Int32(slot)
  }

  private mutating func placeFlows(_ planning: PlanningProgram) {
    let regionCount = planning.instance.regions.count
    for (key, column) in planning.columns.flows {
      let slot =
        (key.commodity.position * regionCount + key.origin.position) * regionCount
        + key.destination.position
      place(column, key.period, slot: slot)
    }
    columnSlotCount = planning.instance.commodities.count * regionCount * regionCount
  }

  private mutating func placeOthers(_ planning: PlanningProgram) {
    let (instance, columns) = (planning.instance, planning.columns)
    place(columns.activity)
    place(columns.put)
    place(columns.draw)
    place(columns.level)
    for period in instance.horizon.indices {
      for commodity in instance.commodities.indices {
        for region in instance.regions.indices {
          let cell = commodity.position * instance.regions.count + region.position
          let column = columns.shortage(region: region, commodity: commodity, period: period)
          place(column, period, slot: columnSlotCount + cell)
        }
      }
    }
    columnSlotCount += instance.commodities.count * instance.regions.count
    for orders in [columns.order, columns.isOrdered] {
      for case let column? in orders.joined() { isOrder[column.index] = true }
    }
  }

  /// Places columns that each producer or stockpile has once per period.
  private mutating func place<Key>(_ columns: IndexedArray<Key, PerPeriod<Column?>>) {
    for (index, series) in columns.indexed() {
      for (period, column) in series.indexed() {
        place(column, period, slot: columnSlotCount + index.position)
      }
    }
    columnSlotCount += columns.count
  }

  // MARK: Rows, and columns of goals

  /// Gives rows the last period of their columns, and columns without a period the last period of their rows, until
  /// nothing changes. Periods only increase, so this ends.
  private mutating func propagate(_ program: LinearProgram) {
    let unplaced = columnPeriod.indices.map { columnPeriod[$0] < 0 && !isOrder[$0] }
    let hasUnplaced = unplaced.contains(true)
    var changed = true
    while changed {
      changed = false
      for term in 0..<program.termCount {
        let (row, column) = (Int(program.termRow[term]), Int(program.termColumn[term]))
        if columnPeriod[column] > rowPeriod[row] {
          rowPeriod[row] = columnPeriod[column]
          changed = true
        } else if hasUnplaced, unplaced[column], rowPeriod[row] > columnPeriod[column] {
          columnPeriod[column] = rowPeriod[row]
          changed = true
        }
      }
      if !hasUnplaced { return }
    }
  }

  /// Slots of rows and of columns of goals: rows of the network by the place, producer or stockpile that they are about,
  /// all others by their order in the period.
  private mutating func numberTheRest(_ planning: PlanningProgram) {
    let regionCount = planning.instance.regions.count
    let cellCount = regionCount * planning.instance.commodities.count
    let periodCount = planning.instance.horizon.count
    var turn = Array(repeating: 0, count: periodCount)
    for column in columnSlot.indices where columnSlot[column] < 0 && columnPeriod[column] >= 0 {
      let period = Int(columnPeriod[column])
      columnSlot[column] = Int32(columnSlotCount + turn[period])
      turn[period] += 1
    }
    columnSlotCount += turn.max() ?? 0
    turn = Array(repeating: 0, count: periodCount)
    let cell = { (place: Place) in
      place.commodity.position * regionCount + place.region.position
    }
    let firstStock = 2 * cellCount + planning.producers.all.count
    let firstOther = firstStock + planning.instance.stockpiles.count
    for row in rowSlot.indices where rowPeriod[row] >= 0 {
      let slot: Int
      switch planning.rowKeys[row] {
      case .supply(let place, _): slot = cell(place)
      case .use(let place, _): slot = cellCount + cell(place)
      case .projectCapacity(let producer, _): slot = 2 * cellCount + producer.position
      case .stock(let stockpile, _): slot = firstStock + stockpile.position
      default:
        let period = Int(rowPeriod[row])
        slot = firstOther + turn[period]
        turn[period] += 1
      }
      rowSlot[row] = Int32(slot)
    }
    rowSlotCount = firstOther + (turn.max() ?? 0)
  }
}
