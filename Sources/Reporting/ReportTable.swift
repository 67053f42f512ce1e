public import Tables

/// One result table: named columns, and rows in the order in which they are written.
public struct ReportTable: Sendable {
  public enum Cell: Sendable, Hashable {
    case text(String)
    case number(Double)
    case blank
  }

  /// Its file is `name.csv`.
  public let name: String
  public let columns: [String]
  private var cells: [Cell] = []

  public init(_ name: String, columns: [String]) {
    self.name = name
    self.columns = columns
  }

  /// A stored table. Cells stay text; ``number(_:_:)`` reads them as numbers where asked.
  public init(_ name: String, stored: CSVTable) {
    self.init(name, columns: stored.columns)
    for row in 0..<stored.rowCount {
      for column in columns.indices {
        let text = Self.withoutApostrophe(stored.text(row: row, column: column))
        cells.append(text.isEmpty ? .blank : .text(text))
      }
    }
  }

  public var rowCount: Int { columns.isEmpty ? 0 : cells.count / columns.count }

  public subscript(row: Int, column: Int) -> Cell { cells[row * columns.count + column] }

  /// Adds a row with one cell a column.
  public mutating func add(_ row: Cell...) { add(contentsOf: row) }

  /// Adds a row with one cell a column.
  public mutating func add(contentsOf row: [Cell]) {
    precondition(row.count == columns.count, "a row of \(name) has one cell a column")
    cells.append(contentsOf: row)
  }

  /// A cell as text; empty where it is blank or there is no such column.
  public func text(_ row: Int, _ column: String) -> String {
    guard let place = columns.firstIndex(of: column) else { return "" }
    return switch self[row, place] {
    case .text(let text): text
    case .number(let number): DecimalNumber.text(number)
    case .blank: ""
    }
  }

  /// A cell as a number; nil where it is none.
  public func number(_ row: Int, _ column: String) -> Double? {
    guard let place = columns.firstIndex(of: column) else { return nil }
    return switch self[row, place] {
    case .text(let text): try? DecimalNumber.parse(text)
    case .number(let number): number
    case .blank: nil
    }
  }

  /// Rows whose cells in some columns read as given.
  public func rows(where wanted: [String: String]) -> [Int] {
    let places = wanted.compactMap { name, value in
      columns.firstIndex(of: name).map { ($0, value) }
    }
    guard places.count == wanted.count else { return [] }
    return (0..<rowCount).filter { row in
      places.allSatisfy { place, value in
        if case .text(let text) = self[row, place] { return text == value }
        return value.isEmpty && self[row, place] == .blank
      }
    }
  }

  /// Different texts of a column, in the order in which they first appear.
  public func distinct(_ column: String) -> [String] {
    var seen: Set<String> = []
    return (0..<rowCount).map { text($0, column) }.filter { seen.insert($0).inserted }
  }

  /// Writes the table to a file.
  public func write(to path: String) throws(FileFailure) {
    try write(using: CSVWriter(path: path))
  }

  /// Writes the table to an open file, such as standard output (1).
  public func write(descriptor: Int32) throws(FileFailure) {
    try write(using: CSVWriter(descriptor: descriptor))
  }

  private func write(using writer: consuming CSVWriter) throws(FileFailure) {
    writer.header(columns)
    var place = 0
    for cell in cells {
      switch cell {
      case .text(let text): writer.write(text)
      case .number(let number): writer.write(number)
      case .blank: writer.write("")
      }
      place += 1
      if place == columns.count {
        writer.endRow()
        place = 0
      }
    }
    try writer.finish()
  }

  /// The apostrophe that keeps a spreadsheet from taking the text for a formula is not part of it.
  private static func withoutApostrophe(_ text: String) -> String {
    guard text.first == "'", let next = text.dropFirst().first, "=+-@\t\r".contains(next) else {
      return text
    }
    return String(text.dropFirst())
  }
}
