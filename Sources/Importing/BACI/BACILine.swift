import Tables

/// A row of a file of BACI, whose cells are read when they are asked for.
struct BACILine {
  let table: DownloadedTable
  let columns: BACIColumns
  let row: Int

  /// A number that a row has.
  enum Amount {
    case value, weight

    /// From a cent, or a gram, to what no country trades in a year, in thousand US dollars or in tons.
    var range: ClosedRange<Double> { self == .value ? 1e-5...1e10 : 1e-6...1e10 }

    var name: String { self == .value ? "value" : "weight" }
  }

  var place: FilePlace { FilePlace(file: table.csv.file, line: number) }

  /// The line in the file, from 1.
  var number: Int { table.csv.line(of: row) }

  /// The HS code as a number; nil if it has no six digits, or five of which the first was a 0 before.
  var code: Int? {
    guard let code = integer(columns.code), (10_000..<1_000_000).contains(code) else { return nil }
    return code
  }

  /// Whether the code has lost its leading 0.
  var isPadded: Bool { DownloadedCell.goods(table.text(row, columns.code)).isPadded }

  /// nil if it is no year.
  var year: Int? {
    integer(columns.year).flatMap { (1900...2200).contains($0) ? $0 : nil }
  }

  var exporter: Int? { integer(columns.exporter) }
  var importer: Int? { integer(columns.importer) }

  /// A value or a weight; nil: not known.
  ///
  /// - Parameter notes: takes what is unusual in the cell.
  func amount(_ amount: Amount, _ notes: inout [String]) -> Double? {
    let column = amount == .value ? columns.value : columns.weight
    if let plain = number(column), amount.range.contains(plain) { return plain }
    let text = table.text(row, column)
    switch DownloadedCell.amount(text, in: amount.range) {
    case .number(let number): return number
    case .marked(let number):
      notes.append("\(amount.name) with a footnote or commas: read as a plain number")
      return number
    case .absent: return nil
    case .sign:
      // The release writes NA where nobody reports a weight.
      if text != "NA" { notes.append("\(amount.name) `\(text)`: read as not known") }
      return nil
    case .unreadable:
      notes.append(
        "\(amount.name) that is negative, too small, too large or no number: read as not known")
      return nil
    }
  }

  private func number(_ column: Int) -> Double? {
    (try? table.csv.number(row: row, column: column)) ?? nil
  }

  /// A whole number; programs for statistics add `.0`.
  private func integer(_ column: Int) -> Int? {
    guard let number = number(column), number >= 0, number < 1e9, number == number.rounded() else {
      return nil
    }
    return Int(number)
  }
}
