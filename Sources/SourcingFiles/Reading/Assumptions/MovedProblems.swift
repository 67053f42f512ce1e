import Sourcing
import Tables

/// Problems of tables that are right where no assumption has moved: what moves the numbers is to blame.
extension InstanceTables {
  /// Problems of these moved tables, each at the row of `assumptions.csv` that moves the number with the problem; the
  /// problems as they are where no assumption has moved.
  func attributed(_ problems: [Problem]) -> [Problem] {
    guard !places.isEmpty else { return problems }
    let cells = movedCells(by: places.map(\.assumption))
    return problems.map { attributed($0, to: places, cells) }
  }

  /// A problem, at the row of `assumptions.csv` that moves its cell, else a cell of its row, else of its table, else at the
  /// first row of the first assumption. It names all assumptions that move something there.
  ///
  /// - Parameters:
  ///   - problem: of tables in which the assumptions are moved.
  ///   - places: where the assumptions stand; at least one.
  ///   - cells: what they move.
  func attributed(
    _ problem: Problem, to places: [AssumptionPlace], _ cells: [MovedCell]
  ) -> Problem {
    guard problem.file != path(.assumptions) else { return problem }
    let ofTable = cells.filter { path($0.table) == problem.file }
    let ofRow = ofTable.filter { $0.line == problem.line }
    let near = ofRow.isEmpty ? ofTable : ofRow
    let cell = ofRow.first { $0.column == problem.column } ?? near.first
    let ids = Set(near.map(\.assumption))
    let involved = ids.isEmpty ? places : places.filter { ids.contains($0.assumption.id) }
    let place = involved.first { $0.assumption.id == cell?.assumption } ?? involved.first
    let names = involved.map { "\($0.endName) of `\($0.assumption.id)`" }
    return Problem(
      "at \(names.joined(separator: " and ")), \(problem)", file: path(.assumptions),
      line: cell?.edit ?? place?.assumption.edits.first?.line,
      column: (place?.z ?? 0) < 0 ? "low" : "high")
  }
}

extension AssumptionPlace {
  /// What messages call the place: `low`, `high` or `z = 0.5`.
  var endName: String {
    switch z {
    case Assumption.range.lowerBound: "low"
    case Assumption.range.upperBound: "high"
    default: "z = \(DecimalNumber.text(z))"
    }
  }
}
