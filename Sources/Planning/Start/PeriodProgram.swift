import Formulation
import LinearProgramming
import Sourcing

/// The LP of one period, with all earlier periods fixed.
///
/// It has no orders. Instead, capacity of a project beyond what is in operation is rented for the period: r[p,t] costs
/// the annuity of its capital, and
///
///     x[p,t] − r[p,t] ≤ capacity in operation,   0 ≤ r[p,t] ≤ capacity that may still be ordered
///
/// It has no rows of `max_decline`.
struct PeriodProgram {
  var program = LinearProgram()
  /// The planning LP's column for each column; the rent columns follow these.
  var columns: [Int32] = []
  /// The planning LP's row for each row.
  var rows: [Int32] = []
  /// The rents of projects with a `project_capacity` row.
  var rents: [Rent] = []

  struct Rent {
    var project: ProjectIndex
    /// The row `project_capacity` of the planning LP.
    var row: Int32
    var localRow: Int
    var localColumn: Int
  }
}

extension PeriodLayout {
  /// The LP of a period.
  ///
  /// - Parameter point: the values of the earlier periods' columns, one value per column of the whole LP.
  func program(of period: PeriodIndex, after point: [Double]) -> PeriodProgram {
    var part = PeriodProgram()
    let whole = planning.program
    part.columns = columns[period]
    part.rows = rows[period]
    part.program.reserve(
      columns: part.columns.count + planning.instance.projects.count, rows: part.rows.count,
      terms: terms[period.position].count)
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
    addRents(of: period, after: point, to: &part)
    return part
  }

  /// Adds the terms of the period's own columns. Terms of earlier columns have a known value, which goes to the
  /// right-hand side.
  private func addTerms(
    of period: PeriodIndex, after point: [Double], to part: inout PeriodProgram
  ) {
    let whole = planning.program
    var known = Array(repeating: 0.0, count: part.rows.count)
    for term in terms[period.position] {
      let row = Int(whole.termRow[Int(term)])
      let column = Int(whole.termColumn[Int(term)])
      let value = whole.termValue[Int(term)]
      let isOwn = partition.columnPeriod[column] == Int32(period.position)
      switch planning.rowKeys[row] {
      case .maxDecline: continue
      // Earlier orders count as capacity in operation.
      case .projectCapacity where !isOwn: continue
      default: break
      }
      if isOwn {
        part.program.add(
          value, Column(Int(localColumn[column])), to: Row(Int(localRow[row])))
      } else {
        known[Int(localRow[row])] += value * point[column]
      }
    }
    for (row, amount) in known.enumerated() where amount != 0 {
      part.program.setBounds(
        Row(row), lower: part.program.rowLower[row] - amount,
        upper: part.program.rowUpper[row] - amount)
    }
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
      let inOperation = orders[index].capacity(in: period, at: point)
      part.program.setBounds(Row(localRow), lower: -.infinity, upper: inOperation)
      let rent = part.program.addColumn(
        upper: orders[index].orderableCapacity(for: period, at: point),
        cost: weight * instance.horizon.annuity(lifeYears: project.lifeYears)
          * capital(ofProject: index))
      part.program.add(-1, rent, to: Row(localRow))
      part.rents.append(
        PeriodProgram.Rent(
          project: index, row: row, localRow: localRow, localColumn: rent.index))
    }
  }

  /// The capital for one unit of a project's capacity, in money per unit a year. The fixed cost of a project that is
  /// ordered whole or not at all is divided by its largest order.
  func capital(ofProject index: ProjectIndex) -> Double {
    let project = planning.instance.projects[index]
    let most = planning.largestOrder(of: index)
    guard project.isLumpy, most > 0 else { return project.capex }
    return project.capex + project.fixedCost / most
  }
}
