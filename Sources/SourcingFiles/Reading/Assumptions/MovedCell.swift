public import Sourcing
import Tables

/// A cell of a table that an assumption moves, with its number at three places of the assumption.
public struct MovedCell: Sendable, Hashable {
  /// Id of the assumption.
  public var assumption: String
  /// The table of the cell.
  public var table: InstanceTable
  /// Line in the file of the table, from 1.
  public var line: Int
  /// Name of the column of the cell.
  public var column: String
  /// Unit of the number, as ``ColumnSchema/unit``.
  public var unit: String
  /// The number of the table, or the default where the cell is blank.
  public var nominal: Double
  /// The number at z = -1.
  public var low: Double
  /// The number at z = 1.
  public var high: Double
  /// Line of the edit in `assumptions.csv`, from 1; nil if it was made in code.
  public var edit: Int?
}

/// A row of a table of an instance.
public struct TableRow: Sendable, Hashable {
  /// The table.
  public var table: InstanceTable
  /// Line in the file of the table, from 1.
  public var line: Int

  /// A row. The properties describe the parameters.
  public init(table: InstanceTable, line: Int) {
    self.table = table
    self.line = line
  }
}

extension InstanceTables {
  /// The cells that some assumptions move, in the order of the assumptions, their edits and the rows. A cell that
  /// several assumptions move is there for each of them. Edits with mistakes are left out. Numbers are nominal ones, also
  /// of tables that are moved.
  ///
  /// O(edits · rows of their tables).
  public func movedCells(by assumptions: some Sequence<Assumption>) -> [MovedCell] {
    assumptions.flatMap { assumption in
      CellMoves(of: assumption, in: nominal, log: ProblemLog()).moves.map { move in
        MovedCell(
          assumption: assumption.id, table: move.table, line: move.line, column: move.column.name,
          unit: move.column.unit, nominal: move.nominal, low: move.value(at: -1),
          high: move.value(at: 1), edit: move.edit.line)
      }
    }
  }

  /// The rows of which some assumptions move a number, whatever its range.
  public func movedRows(by assumptions: some Sequence<Assumption>) -> Set<TableRow> {
    Set(movedCells(by: assumptions).map { TableRow(table: $0.table, line: $0.line) })
  }
}
