import Formulation
import LinearProgramming
import Sourcing

extension PeriodStart {
  /// Takes the basis of a period over into the whole one, and orders what it rents beyond what stands.
  mutating func take(_ found: Basis, of part: PeriodProgram, _ solution: Solution, period: Int) {
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
    for rent in part.rents { take(rent, found, solution, period: period) }
  }

  private mutating func take(
    _ rent: PeriodProgram.Rent, _ found: Basis, _ solution: Solution, period: Int
  ) {
    let rented = solution.values[rent.localColumn]
    let status = found.columns[rent.localColumn]
    let missing = rented - rent.standing
    let order = orders[rent.project].latest(for: period)
    guard found.rows[rent.localRow] != .basic else { return }
    guard let order, missing > 1e-9 * max(1, rented) else {
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
      fillUp(rent.project, order)
    }
  }

  /// All that may be ordered is: the order stands at its bound, or makes its size row tight.
  private mutating func fillUp(_ project: Int, _ order: Int) {
    guard let row = sizeRow[project], orders[project].all.count > 1 else {
      basis.columns[order] = .atUpper
      return
    }
    basis.columns[order] = .basic
    basis.rows[row] = .atUpper
  }

  /// A project that rents nothing in a period while capacity stands: its activity of 0 is nonbasic in the
  /// whole LP, and the slack of its capacity basic.
  mutating func settleRents() {
    for (row, key) in planning.rowKeys.enumerated()
    where key.family == .projectCapacity && basis.rows[row] != .basic {
      let (producer, period) = (Int(key.indices[0]), Int(key.indices[1]))
      guard let project = planning.producers.all[producer].project,
        let activity = planning.columns.activity[producer][period],
        basis.columns[activity.index] == .basic, point[activity.index] <= 1e-12,
        orders[project].standing(in: period, at: point) > 0
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
  private var rents: [Int: Basis.Status] = [:]

  init(_ partition: PeriodPartition) {
    columns = Array(repeating: .atLower, count: partition.columnSlotCount)
    rows = Array(repeating: .basic, count: partition.rowSlotCount)
  }

  mutating func store(
    _ basis: Basis, of part: PeriodProgram, _ partition: PeriodPartition,
    _ planning: PlanningProgram
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
  func basis(of part: PeriodProgram, _ partition: PeriodPartition, _ planning: PlanningProgram)
    -> Basis?
  {
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
