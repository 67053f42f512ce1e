public import Foundation

extension ReportTable {
  /// The rows as a list of objects, a key a column; blank cells are null.
  ///
  /// - Parameter numbersAsText: numbers are written as their text in the table's file.
  public func json(numbersAsText: Bool = false) throws -> Data {
    let rows = (0..<rowCount).map { row in
      Dictionary(
        uniqueKeysWithValues: columns.enumerated().map { place, name in
          (name, JSONCell(cell: self[row, place], numbersAsText: numbersAsText))
        })
    }
    return try sortedText([name: rows])
  }
}

private struct JSONCell: Encodable {
  var cell: ReportTable.Cell
  var numbersAsText: Bool

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch cell {
    case .text, .atLeast: try container.encode(cell.text)
    case .number where numbersAsText: try container.encode(cell.text)
    case .number(let number): try container.encode(number)
    case .blank: try container.encodeNil()
    }
  }
}
