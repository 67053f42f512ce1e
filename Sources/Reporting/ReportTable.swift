public import Outputs
public import Tables

/// One result table: named columns, and rows in the order in which they are written.
public struct ReportTable: Sendable {
  /// What a cell holds.
  public enum Cell: Sendable, Hashable {
    /// A text: an id, a label, a word.
    case text(String)
    /// A number, written as the shortest text that reads back as the same number.
    case number(Double)
    /// A number that may be larger, as what lasts to the end of the time looked at; written `>=12`.
    case atLeast(Double)
    /// No value.
    case blank

    /// A number that may be missing.
    package static func number(ifAny number: Double?) -> Cell {
      number.map { .number($0) } ?? .blank
    }

    /// Months counted in a window: where they reach to its end, it may be more.
    package static func months(_ count: Int, of horizon: Int) -> Cell {
      count >= horizon ? .atLeast(Double(count)) : .number(Double(count))
    }

    /// As it is written in the table's file.
    public var text: String {
      switch self {
      case .text(let text): text
      case .number(let number): DecimalNumber.text(number)
      case .atLeast(let number): ">=" + DecimalNumber.text(number)
      case .blank: ""
      }
    }
  }

  /// Its file is `name.csv`.
  public let name: String
  /// Names, in the order in which they are written.
  public let columns: [String]
  private var cells: [Cell] = []

  /// A table without rows, of columns that need no definition: of a stored table, or a choice of another's.
  package init(_ name: String, columns: [String]) {
    self.name = name
    self.columns = columns
  }

  /// A stored table. Its cells are texts; ``number(_:_:)`` reads a cell as a number.
  public init(_ name: String, stored: CSVTable) {
    self.init(name, columns: stored.columns)
    for row in 0..<stored.rowCount {
      for column in columns.indices {
        let text = Self.withoutApostrophe(stored.text(row: row, column: column))
        cells.append(text.isEmpty ? .blank : .text(text))
      }
    }
  }

  /// How many rows there are.
  public var rowCount: Int { columns.isEmpty ? 0 : cells.count / columns.count }

  /// A cell, by the places of its row and column.
  public subscript(row: Int, column: Int) -> Cell { cells[row * columns.count + column] }

  /// Adds a row with one cell a column.
  public mutating func add(_ row: Cell...) { add(contentsOf: row) }

  /// Adds a row with one cell a column.
  public mutating func add(contentsOf row: [Cell]) {
    precondition(row.count == columns.count, "a row of \(name) has one cell a column")
    cells.append(contentsOf: row)
  }

  /// A cell as text; empty if it is blank or there is no such column.
  public func text(_ row: Int, _ column: String) -> String {
    columns.firstIndex(of: column).map { self[row, $0].text } ?? ""
  }

  /// A cell as a number; nil if it is none, or may be larger.
  public func number(_ row: Int, _ column: String) -> Double? {
    guard let place = columns.firstIndex(of: column) else { return nil }
    return switch self[row, place] {
    case .text(let text): DecimalNumber.value(text)
    case .number(let number): number
    case .atLeast, .blank: nil
    }
  }

  /// Writes the table to a file.
  public func write(to path: String) throws(OutputFailure) {
    try write(using: CSVWriter(path: path))
  }

  /// Writes the table to an open file, such as standard output (1).
  ///
  /// - Parameters:
  ///   - descriptor: the descriptor of the file.
  ///   - name: what a failure calls it.
  public func write(descriptor: Int32, name: String) throws(OutputFailure) {
    try write(using: CSVWriter(descriptor: descriptor, name: name))
  }

  private func write(using writer: consuming CSVWriter) throws(OutputFailure) {
    writer.header(columns)
    var place = 0
    for cell in cells {
      switch cell {
      case .number(let number): writer.write(number)
      case .text(let text): writer.write(escaped(text))
      case .atLeast, .blank: writer.write(cell.text)
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
