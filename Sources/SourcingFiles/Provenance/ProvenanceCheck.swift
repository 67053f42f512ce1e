import Sourcing
import Tables

/// Checks what the rows of a table say of where their main figures come from.
struct ProvenanceCheck {
  private let reader: TableReader
  /// The ids of `sources.csv`; nil where the column `source` is free text.
  private let names: NameIndex<TypedIndex<Source>>?
  private let columns: ProvenanceColumns
  private let basis: TableColumn

  init(_ reader: TableReader, names: NameIndex<TypedIndex<Source>>?) {
    self.reader = reader
    self.names = names
    columns = ProvenanceColumns(reader.table)
    basis = TableColumn(
      schema: TableSchema.basisColumn, index: columns.basis, table: reader.table, log: reader.log)
  }

  /// How many rows cite each source. What is wrong is noted.
  func citingRows() -> [TypedIndex<Source>: Int] {
    guard names != nil || columns.basis != nil else { return [:] }
    var counts: [TypedIndex<Source>: Int] = [:]
    for row in reader.rows {
      if columns.basis != nil { _ = basis.choice(row) }
      guard let names else { continue }
      let said = columns.row(row)
      let wrong = said.citations.first { objection(to: $0, in: said.citations, names) != nil }
      if let wrong {
        reader.log.add(
          onceFor: wrong.source, objection(to: wrong, in: said.citations, names) ?? "",
          file: reader.table.file, line: reader.table.line(of: row), column: "source")
      } else {
        checkNeeds(said, row)
      }
      for cited in Set(said.citations.compactMap { names[$0.source] }) {
        counts[cited, default: 0] += 1
      }
    }
    return counts
  }

  /// What is wrong with one source of a cell; nil if nothing is.
  private func objection(
    to citation: Citation, in cell: [Citation], _ names: NameIndex<TypedIndex<Source>>
  ) -> String? {
    let id = citation.source
    guard names[id] == nil else { return nil }
    if id.isEmpty {
      return citation.locator.isEmpty
        ? "a `;` has no source on one of its sides; write `id:place; id:place`"
        : "no id stands before `:\(citation.locator)`; write `id:place`"
    }
    if let word = FigureBasis(rawValue: id) {
      return
        "`\(id)` is no source: write `\(word.rawValue)` in the column `basis`, and why in `note`"
    }
    if names.isIncomplete { return nil }
    let message = names.unknown(id, reader.log)
    if citation != cell.first, !isIdentifier(id) {
      return message + "; a place has no `;`: write a comma if this belongs to the place before"
    }
    return isIdentifier(id)
      ? message + " (the ids are those of sources.csv)"
      : message + "; write an id of sources.csv and its place: `id:place`"
  }

  /// Notes what the basis of a row needs and the row lacks.
  private func checkNeeds(_ said: RowProvenance, _ row: Int) {
    switch said.basis {
    case .published?:
      if said.citations.isEmpty {
        missing(.published, "a source with a place in it: `id:place`", "source", row)
      } else if said.citations.allSatisfy(\.locator.isEmpty) {
        missing(.published, "the place in its source, such as a page: `id:place`", "source", row)
      }
    case .derived?:
      if said.citations.isEmpty {
        missing(.derived, "the sources that it is derived from: `id:place`", "source", row)
      }
      if !said.hasNote { missing(.derived, "a note with the arithmetic", "note", row) }
    case .fitted?:
      if !said.hasNote {
        missing(.fitted, "a note that names the totals that it was fitted to", "note", row)
      }
    case .assumption?:
      if !said.hasNote { missing(.assumption, "a note with the reason", "note", row) }
    case .definition?, nil: break
    }
  }

  private func missing(_ basis: FigureBasis, _ what: String, _ column: String, _ row: Int) {
    let message = "the row is `\(basis.rawValue)`, so it needs \(what)"
    if reader.table.column(column) == nil {
      // All rows lack it for the same reason.
      reader.log.add(
        onceFor: basis.rawValue, message, file: reader.table.file,
        line: reader.table.line(of: row), column: column)
    } else {
      reader.report(message, row: row, column: column)
    }
  }
}
