import Formulation
import LinearProgramming
import Sourcing

extension PeriodStart {
  /// Takes the basis of a period over into the whole one, and orders what it rents beyond what stands.
  ///
  /// A period's basis has one basic variable for each of its own rows. Rents are not columns of the whole
  /// LP: the place of a basic rent goes to an order or to the slack of its capacity row. Rows of
  /// `max_decline` are not in the period's LP: their slack is basic, or the flow that they hold is.
  mutating func takeOver(
    _ found: Basis, of part: PeriodProgram, at solution: Solution, period: PeriodIndex
  ) {
    for (localColumn, column) in part.columns.enumerated() {
      basis.columns[Int(column)] = found.columns[localColumn]
    }
    for (localRow, row) in part.rows.enumerated() {
      basis.rows[Int(row)] = found.rows[localRow]
    }
    // A flow at the bound that max_decline sets is basic in the row that sets it.
    for (column, row) in part.declines where found.columns[Int(column)] == .atLower {
      basis.columns[Int(part.columns[Int(column)])] = .basic
      basis.rows[Int(row)] = .atLower
    }
    for rent in part.rents { order(rent, found, at: solution, period: period) }
  }

  /// Orders what a project rents beyond what stands. The order takes the place of the rent in the basis: both
  /// are the same unit column in the project's capacity row.
  private mutating func order(
    _ rent: PeriodProgram.Rent, _ found: Basis, at solution: Solution, period: PeriodIndex
  ) {
    let rented = solution.values[rent.localColumn]
    let status = found.columns[rent.localColumn]
    let missing = rented - rent.standing
    let order = layout.orders[rent.project].latest(for: period)
    guard found.rows[rent.localRow] != .basic else { return }
    let usual = order.map { planning.program.size(of: Column($0)) } ?? 0
    guard let order, missing > 1e-9 * max(usual, rented) else {
      // The rent's unit column is the slack of its row.
      if status == .basic { basis.rows[Int(rent.row)] = .basic }
      return
    }
    point[order] += missing
    if let owner = ownerOfOrder[order] { basis.rows[Int(owner)] = .basic }
    ownerOfOrder[order] = rent.row
    if status == .basic {
      basis.columns[order] = .basic
    } else {
      orderAll(of: rent.project, in: order)
    }
  }

  /// All that may be ordered is: the order stands at its bound, or makes its size row tight.
  private mutating func orderAll(of project: ProjectIndex, in column: Int) {
    guard let row = layout.sizeRow[project], layout.orders[project].all.count > 1 else {
      basis.columns[column] = .atUpper
      return
    }
    basis.columns[column] = .basic
    basis.rows[row] = .atUpper
  }

  /// A project that rents nothing in a period while capacity stands: its activity of 0 is nonbasic in the
  /// whole LP, and the slack of its capacity basic.
  mutating func settleRents() {
    for (row, key) in planning.rowKeys.enumerated() where basis.rows[row] != .basic {
      guard case .projectCapacity(let producer, let period) = key,
        let project = planning.producers.all[producer].project,
        let activity = planning.columns.activity[producer][period],
        basis.columns[activity.index] == .basic,
        point[activity.index] <= 1e-12 * planning.program.size(of: activity),
        layout.orders[project].standing(in: period, at: point) > 0
      else { continue }
      basis.columns[activity.index] = .atLower
      basis.rows[row] = .basic
    }
  }
}

/// The basis of the last period's LP, by what its columns and rows are about.
struct SlotBasis {
  private var columns: [Basis.Status]
  private var rows: [Basis.Status]
  private var rents: [ProjectIndex: Basis.Status] = [:]

  init(_ partition: PeriodPartition) {
    columns = Array(repeating: .atLower, count: partition.columnSlotCount)
    rows = Array(repeating: .basic, count: partition.rowSlotCount)
  }

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

  /// A basis of another period's LP; nil where it has too many basic variables.
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
