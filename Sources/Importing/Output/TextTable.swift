import Tables

/// A table of an instance as text, to which an import adds rows.
struct TextTable: Sendable, Equatable {
  struct Row: Sendable, Equatable {
    var cells: [String]
    /// Line in the file of the folder; nil: the row is new.
    var line: Int?
  }

  /// Path of the file in the folder; empty if there is none.
  let file: String
  private(set) var columns: [String]
  var rows: [Row]

  init(columns: [String]) {
    file = ""
    self.columns = columns
    rows = []
  }

  init(_ table: CSVTable) {
    file = table.file
    columns = table.columns
    rows = (0..<table.rowCount).map { row in
      Row(
        cells: table.columns.indices.map { table.text(row: row, column: $0) },
        line: table.line(of: row))
    }
  }

  /// The texts of a row in some columns; a column that the table lacks is blank.
  func cells(_ row: Row, _ names: [String]) -> [String] { names.map { cell(row, $0) } }

  func cell(_ row: Row, _ name: String) -> String {
    columns.firstIndex(of: name).map { row.cells[$0] } ?? ""
  }

  /// The number of a cell; nil if it is blank or no number.
  func number(_ row: Row, _ name: String) -> Double? {
    try? DecimalNumber.parse(cell(row, name))
  }

  /// What identifies a row. `*` as a period is the same as blank.
  func key(_ row: Row, _ names: [String]) -> [String] {
    names.map { name in
      let text = cell(row, name)
      return name == "period" && text == "*" ? "" : text
    }
  }

  /// Adds columns that the table lacks, blank in all rows.
  mutating func addColumns(_ names: [String]) {
    for name in names where !columns.contains(name) {
      columns.append(name)
      for row in rows.indices { rows[row].cells.append("") }
    }
  }

  mutating func set(_ text: String, _ row: Int, _ name: String) {
    if let column = columns.firstIndex(of: name) { rows[row].cells[column] = text }
  }

  /// Adds a row at the end. `names` are the columns of the cells, all of them in the table.
  mutating func append(_ cells: [String], in names: [String]) {
    insert(cells, in: names, at: rows.count)
  }

  /// Adds a row before another. `names` are the columns of the cells, all of them in the table.
  mutating func insert(_ cells: [String], in names: [String], at place: Int) {
    let row = columns.map { column in names.firstIndex(of: column).map { cells[$0] } ?? "" }
    rows.insert(Row(cells: row, line: nil), at: place)
  }

  /// Whether the rows are in the order of some columns.
  func isSorted(by names: [String]) -> Bool {
    let keys = rows.map { cells($0, names) }
    return zip(keys, keys.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) }
  }

  mutating func sort(by names: [String]) {
    let keyed = rows.enumerated().map { (cells($1, names), $0, $1) }
    rows = keyed.sorted { a, b in
      a.0 == b.0 ? a.1 < b.1 : a.0.lexicographicallyPrecedes(b.0)
    }.map(\.2)
  }
}

/// Whether two cells are the same text or the same number.
func isSameCell(_ a: String, _ b: String) -> Bool {
  if a == b { return true }
  guard let x = try? DecimalNumber.parse(a), let y = try? DecimalNumber.parse(b) else {
    return false
  }
  return x == y
}
