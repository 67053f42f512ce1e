import Formulation
import LinearProgramming
import Sourcing

extension PeriodStart {
  /// Adds the basis of a period to the whole basis, and orders the rented capacity.
  ///
  /// A period's basis has one basic variable for each of its own rows. Rent columns are not in the whole LP: an
  /// order, or the slack of the capacity row, becomes basic in place of a basic rent. Rows of `max_decline` are not
  /// in the period's LP: their slacks are basic.
  mutating func addToBasis(
    _ found: Basis, of part: PeriodProgram, at solution: Solution, period: PeriodIndex
  ) {
    for (localColumn, column) in part.columns.enumerated() {
      basis.columns[Int(column)] = found.columns[localColumn]
    }
    for (localRow, row) in part.rows.enumerated() {
      basis.rows[Int(row)] = found.rows[localRow]
    }
    for rent in part.rents { order(rent, found, at: solution, period: period) }
  }

  /// Orders the rented capacity of a project. The order becomes basic in place of the rent: their columns differ only in
  /// rows of later periods.
  private mutating func order(
    _ rent: PeriodProgram.Rent, _ found: Basis, at solution: Solution, period: PeriodIndex
  ) {
    let rented = solution.values[rent.localColumn]
    let status = found.columns[rent.localColumn]
    let order = layout.orders[rent.project].latest(for: period)
    guard found.rows[rent.localRow] != .basic else { return }
    let usual = order.map { planning.program.size(of: Column($0)) } ?? 0
    guard let order, rented > 1e-9 * max(usual, rented) else {
      // The column of the rent equals that of the slack of its row.
      if status == .basic { basis.rows[Int(rent.row)] = .basic }
      return
    }
    point[order] += rented
    if let owner = ownerOfOrder[order] { basis.rows[Int(owner)] = .basic }
    ownerOfOrder[order] = rent.row
    if status == .basic {
      basis.columns[order] = .basic
    } else {
      orderAll(of: rent.project, in: order)
    }
  }

  /// The whole capacity is ordered: the order is at its upper bound, or its `project_size` row is at its bound.
  private mutating func orderAll(of project: ProjectIndex, in column: Int) {
    guard let row = layout.sizeRow[project], layout.orders[project].all.count > 1 else {
      basis.columns[column] = .atUpper
      return
    }
    basis.columns[column] = .basic
    basis.rows[row] = .atUpper
  }

  /// Corrects the basis of projects that have capacity in operation and an activity of 0: the activity becomes
  /// nonbasic and the slack of the capacity row basic.
  mutating func removeIdleActivities() {
    for (row, key) in planning.rowKeys.enumerated() where basis.rows[row] != .basic {
      guard case .projectCapacity(let producer, let period) = key,
        let project = planning.producers.all[producer].project,
        let activity = planning.columns.activity[producer][period],
        basis.columns[activity.index] == .basic,
        point[activity.index] <= 1e-12 * planning.program.size(of: activity),
        layout.orders[project].capacity(in: period, at: point) > 0
      else { continue }
      basis.columns[activity.index] = .atLower
      basis.rows[row] = .basic
    }
  }
}

/// The basis of the last period's LP, stored by slot (``PeriodPartition``), so that it can start the next period's LP.
struct SlotBasis {
  private var columns: [Basis.Status]
  private var rows: [Basis.Status]
  private var rents: [ProjectIndex: Basis.Status] = [:]

  init(_ partition: PeriodPartition) {
    columns = Array(repeating: .atLower, count: partition.columnSlotCount)
    rows = Array(repeating: .basic, count: partition.rowSlotCount)
  }

  /// Stores the basis of a period's LP.
  mutating func store(
    _ basis: Basis, of part: PeriodProgram, _ partition: PeriodPartition
  ) {
    for index in columns.indices { columns[index] = .atLower }
    for index in rows.indices { rows[index] = .basic }
    for (local, column) in part.columns.enumerated() {
      columns[Int(partition.columnSlot[Int(column)])] = basis.columns[local]
    }
    for (local, row) in part.rows.enumerated() {
      rows[Int(partition.rowSlot[Int(row)])] = basis.rows[local]
    }
    rents.removeAll(keepingCapacity: true)
    for rent in part.rents { rents[rent.project] = basis.columns[rent.localColumn] }
  }

  /// A starting basis for another period's LP. If basic variables are missing, slacks become basic; nil if there are
  /// too many.
  func basis(of part: PeriodProgram, _ partition: PeriodPartition) -> Basis? {
    var basis = Basis(
      columns: part.columns.map { columns[Int(partition.columnSlot[Int($0)])] },
      rows: part.rows.map { rows[Int(partition.rowSlot[Int($0)])] })
    basis.columns += part.rents.map { rents[$0.project] ?? .atLower }
    var missing = basis.rows.count
    for status in basis.columns where status == .basic { missing -= 1 }
    for status in basis.rows where status == .basic { missing -= 1 }
    guard missing >= 0 else { return nil }
    for row in basis.rows.indices where missing > 0 && basis.rows[row] != .basic {
      basis.rows[row] = .basic
      missing -= 1
    }
    return basis
  }
}
