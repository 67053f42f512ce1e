import Tables

/// Finds what the names in a column refer to. It keeps the last name, since neighbouring rows often have the same.
struct ReferenceColumn<Meaning: Equatable> {
  private let column: TableColumn
  private let names: NameIndex<Meaning>
  private var last: (row: Int, meaning: Meaning)?

  init(_ column: TableColumn, in names: NameIndex<Meaning>) {
    self.column = column
    self.names = names
  }

  /// The result for a cell.
  enum Found: Equatable {
    /// Nothing, and the cell may be blank.
    case blank
    /// No name that is known; the log has a note.
    case wrong
    case named(Meaning)

    /// Nil where the cell is blank or wrong.
    var meaning: Meaning? {
      if case .named(let meaning) = self { meaning } else { nil }
    }
  }

  mutating func find(_ row: Int) -> Found {
    guard let index = column.index else { return .blank }
    if let last, column.table.isSame(row: row, as: last.row, column: index) {
      return .named(last.meaning)
    }
    guard let text = column.text(row) else { return column.schema.mayBeBlank ? .blank : .wrong }
    guard let meaning = names[text] else {
      // A name with a sign that cannot be seen is wrong, whatever the names are.
      if !names.isIncomplete || hasHiddenSigns(text) {
        column.report(onceFor: names.subject(of: text), names.unknown(text, column.log), row: row)
      }
      return .wrong
    }
    last = (row, meaning)
    return .named(meaning)
  }

  /// What the name in a cell that may not be blank means; nil if it is wrong.
  mutating func required(_ row: Int) -> Meaning? { find(row).meaning }
}
