import Sourcing
import Tables

/// What a row says of where its main figure comes from.
struct RowProvenance {
  /// Nil where the cell is blank or holds no word that is known.
  var basis: FigureBasis?
  /// What the cell `source` names, read as ids with places.
  var citations: [Citation]
  /// Whether the row has a note.
  var hasNote: Bool
}

/// Reads the columns `basis`, `source` and `note` of a table, as they are and without a check.
struct ProvenanceColumns {
  let table: CSVTable
  let basis: Int?
  let source: Int?
  let note: Int?

  init(_ table: CSVTable) {
    self.table = table
    basis = table.column(TableSchema.basisColumn.name)
    source = table.column("source")
    note = table.column("note")
  }

  func basis(_ row: Int) -> FigureBasis? { FigureBasis(rawValue: text(basis, row)) }

  /// The text in the column `source`; empty where it is blank.
  func source(_ row: Int) -> String { text(source, row) }

  func row(_ row: Int) -> RowProvenance {
    RowProvenance(
      basis: basis(row), citations: Citation.all(in: source(row)),
      hasNote: !text(note, row).isEmpty)
  }

  private func text(_ column: Int?, _ row: Int) -> String {
    column.map { table.text(row: row, column: $0) } ?? ""
  }
}
