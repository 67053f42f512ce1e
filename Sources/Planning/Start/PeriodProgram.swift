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

extension PeriodLayout {
  /// The LP of a period.
  ///
  /// - Parameter point: what earlier periods decided, a value for each column of the whole LP.
  func program(of period: PeriodIndex, after point: [Double]) -> PeriodProgram {
    var part = PeriodProgram()
    let whole = planning.program
    part.columns = columns[period]
    part.rows = rows[period]
    part.program.reserve(
      columns: part.columns.count + planning.instance.projects.count, rows: part.rows.count,
      terms: terms[period].count)
    for column in part.columns {
      let index = Int(column)
      part.program.addColumn(
        lower: whole.columnLower[index], upper: whole.columnUpper[index], cost: whole.cost[index],
        size: whole.columnSize[index])
    }
    for row in part.rows {
      part.program.addRow(lower: whole.rowLower[Int(row)], upper: whole.rowUpper[Int(row)])
    }
    addTerms(of: period, after: point, to: &part)
    for decline in declines[period] { add(decline, after: point, to: &part) }
    addRents(of: period, after: point, to: &part)
    return part
  }

  /// Terms of the period's own columns; what earlier ones contribute moves to the right-hand side.
  private func addTerms(
    of period: PeriodIndex, after point: [Double], to part: inout PeriodProgram
  ) {
    let whole = planning.program
    var decided = Array(repeating: 0.0, count: part.rows.count)
    for term in terms[period] {
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
          value, Column(Int(localColumn[column])), to: Row(Int(localRow[row])))
      } else {
        decided[Int(localRow[row])] += value * point[column]
      }
    }
    for (row, amount) in decided.enumerated() where amount != 0 {
      part.program.setBounds(
        Row(row), lower: part.program.rowLower[row] - amount,
        upper: part.program.rowUpper[row] - amount)
    }
  }

  /// Raises the lower bound of a flow to what `max_decline` keeps of the flow before, where that is more.
  private func add(
    _ decline: Decline, after point: [Double], to part: inout PeriodProgram
  ) {
    let flow = decline.flow
    guard let now = planning.columns.flow(flow), let before = planning.columns.flow(flow.before),
      let kept = planning.keptFlow(into: flow.period)
    else { return }
    let column = localColumn[now.index]
    let (lower, upper) = (
      part.program.columnLower[Int(column)], part.program.columnUpper[Int(column)]
    )
    let least = min(kept * point[before.index], upper)
    guard least > lower else { return }
    part.program.setBounds(Column(Int(column)), lower: least, upper: upper)
    part.declines.append((column, decline.row))
  }

  private func addRents(
    of period: PeriodIndex, after point: [Double], to part: inout PeriodProgram
  ) {
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

  /// Capital for one unit of a project's capacity.
  func capital(ofProject index: ProjectIndex) -> Double {
    let project = planning.instance.projects[index]
    let most = planning.largestOrder(of: index)
    guard project.isLumpy, most > 0 else { return project.capex }
    return project.capex + project.fixedCost / most
  }
}
