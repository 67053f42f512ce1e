public import Sourcing
public import SourcingFiles

/// What the assumptions of an instance move: each cell with its number at z = -1, 0 and 1, and where other figures take
/// its place.
public struct AssumptionOverview: Sendable {
  /// A cell, and how far its number reaches.
  struct Entry {
    var cell: MovedCell
    var reach: CellReach
  }

  /// The assumptions, in the order of their first rows.
  let assumptions: Table<Assumption>
  /// The cells that they move, in the order of assumptions, edits and rows.
  let entries: [Entry]

  /// Finds what the assumptions of an instance move.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - tables: the tables from which it was made.
  public init(of instance: Instance, tables: InstanceTables) {
    let reaches = CellReaches(of: instance, tables: tables)
    assumptions = instance.assumptions
    entries = tables.movedCells(by: instance.assumptions).map {
      Entry(cell: $0, reach: reaches.reach(of: $0))
    }
  }

  /// The cells that one edit of an assumption moves.
  func entries(of assumption: Assumption, _ edit: Assumption.Edit) -> [Entry] {
    entries.filter { $0.cell.assumption == assumption.id && $0.cell.edit == edit.line }
  }
}

extension CellReach {
  /// Where the number of a cell has no effect, in words; nil where it has one everywhere.
  ///
  /// - Parameter column: the column of the cell.
  func note(_ column: String) -> String? {
    switch self {
    case .whole: nil
    case .none(by: .lanes): "no lane takes its terms from this row"
    case .none(let table): "\(table.fileName) has another \(column) in all its periods"
    case .partly(let labels, let table):
      "\(table.fileName) has another \(column) in \(labels.joined(separator: ", "))"
    }
  }
}
