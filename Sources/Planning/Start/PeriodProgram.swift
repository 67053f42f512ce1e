import Formulation
import LinearProgramming
import Sourcing

/// The planning LP of one period alone, everything before it being decided.
///
/// A project's capacity is rented for the year at its annuity, as much as stands or may still be ordered:
///
///     x[p,t] − r[p,t] ≤ 0,   0 ≤ r[p,t] ≤ standing + what may still be ordered
///
/// and `max_decline` is a lower bound on a flow.
struct PeriodProgram {
  var program = LinearProgram()
  /// The planning LP's column and row of each local one; rents come after the columns.
  var columns: [Int32] = []
  var rows: [Int32] = []
  /// One for each project whose capacity may be used.
  var rents: [Rent] = []
  /// Flows whose lower bound is what `max_decline` leaves, with its row.
  var declines: [(column: Int32, row: Int32)] = []

  struct Rent {
    var project: ProjectIndex
    /// Row `project_capacity` of the planning LP.
    var row: Int32
    var localRow: Int
    var localColumn: Int
    /// Capacity that stands in the period.
    var standing: Double
  }
}

/// The terms of a planning LP, period by period.
struct TermsByPeriod {
  /// Positions among the program's terms, grouped by their row's period.
  private(set) var order: [Int32]
  private(set) var offsets: [Int]

  init(_ program: LinearProgram, _ partition: PeriodPartition, periodCount: Int) {
    offsets = Array(repeating: 0, count: periodCount + 1)
    for row in program.termRow {
      let period = partition.rowPeriod[Int(row)]
      if period >= 0 { offsets[Int(period) + 1] += 1 }
    }
    for period in 0..<periodCount { offsets[period + 1] += offsets[period] }
    order = Array(repeating: 0, count: offsets[periodCount])
    var next = offsets
    for (term, row) in program.termRow.enumerated() {
      let period = partition.rowPeriod[Int(row)]
      guard period >= 0 else { continue }
      order[next[Int(period)]] = Int32(term)
      next[Int(period)] += 1
    }
  }

  subscript(period: PeriodIndex) -> ArraySlice<Int32> {
    order[offsets[period.position]..<offsets[period.position + 1]]
  }
}

extension PeriodStart {
  /// Writes the LP of a period down.
  mutating func program(of period: PeriodIndex) -> PeriodProgram {
    var part = PeriodProgram()
    let whole = planning.program
    let terms = termsByPeriod[period]
    part.program.reserve(
      columns: columnsByPeriod[period].count + planning.instance.projects.count,
      rows: rowsByPeriod[period].count, terms: terms.count)
    for column in columnsByPeriod[period] {
      let index = Int(column)
      local.column[index] = Int32(part.columns.count)
      part.columns.append(column)
      part.program.addColumn(
        lower: whole.columnLower[index], upper: whole.columnUpper[index], cost: whole.cost[index])
    }
    var declines: [(row: Int32, flow: FlowKey)] = []
    for row in rowsByPeriod[period] {
      let index = Int(row)
      if case .maxDecline(let flow) = planning.rowKeys[index] {
        declines.append((row, flow))
        continue
      }
      local.row[index] = Int32(part.rows.count)
      part.rows.append(row)
      part.program.addRow(lower: whole.rowLower[index], upper: whole.rowUpper[index])
    }
    addTerms(terms, of: period, to: &part)
    for (row, flow) in declines { addDecline(row, flow, to: &part) }
    addRents(of: period, to: &part)
    return part
  }

  /// Terms of the period's own columns; what earlier ones contribute moves to the right-hand side.
  private func addTerms(
    _ terms: ArraySlice<Int32>, of period: PeriodIndex, to part: inout PeriodProgram
  ) {
    let whole = planning.program
    var decided = Array(repeating: 0.0, count: part.rows.count)
    for term in terms {
      let row = Int(whole.termRow[Int(term)])
      let column = Int(whole.termColumn[Int(term)])
      let value = whole.termValue[Int(term)]
      let isOwn = partition.columnPeriod[column] == Int32(period.position)
      switch planning.rowKeys[row] {
      // A lower bound here; earlier orders count as capacity that stands.
      case .maxDecline: continue
      case .projectCapacity where !isOwn: continue
      default: break
      }
      if isOwn {
        part.program.add(
          value, Column(Int(local.column[column])), to: Row(Int(local.row[row])))
      } else {
        decided[Int(local.row[row])] += value * point[column]
      }
    }
    for (row, amount) in decided.enumerated() where amount != 0 {
      part.program.setBounds(
        Row(row), lower: part.program.rowLower[row] - amount,
        upper: part.program.rowUpper[row] - amount)
    }
  }

  /// Raises the lower bound of a flow to what `max_decline` keeps of the flow before, where that is more.
  private func addDecline(_ row: Int32, _ flow: FlowKey, to part: inout PeriodProgram) {
    guard let now = planning.columns.flow(flow), let before = planning.columns.flow(flow.before),
      let kept = planning.keptFlow(into: flow.period)
    else { return }
    let column = local.column[now.index]
    let (lower, upper) = (
      part.program.columnLower[Int(column)], part.program.columnUpper[Int(column)]
    )
    let least = min(kept * point[before.index], upper)
    guard least > lower else { return }
    part.program.setBounds(Column(Int(column)), lower: least, upper: upper)
    part.declines.append((column, row))
  }

  private func addRents(of period: PeriodIndex, to part: inout PeriodProgram) {
    let instance = planning.instance
    let weight = instance.horizon.weight(period)
    for (localRow, row) in part.rows.enumerated() {
      guard case .projectCapacity(let producer, _) = planning.rowKeys[Int(row)],
        let index = planning.producers.all[producer].project
      else { continue }
      let project = instance.projects[index]
      let standing = orders[index].standing(in: period, at: point)
      let rent = part.program.addColumn(
        upper: standing + orders[index].room(for: period, at: point),
        cost: weight * instance.horizon.annuity(lifeYears: project.lifeYears)
          * capital(ofProject: index))
      part.program.add(-1, rent, to: Row(localRow))
      part.rents.append(
        PeriodProgram.Rent(
          project: index, row: row, localRow: localRow, localColumn: rent.index,
          standing: standing))
    }
  }
}
