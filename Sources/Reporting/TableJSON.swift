public import Foundation

extension ReportTable {
  /// The rows as a list of objects, a key a column; blank cells are null.
  public func json() throws -> Data {
    let rows = (0..<rowCount).map { row in
      Dictionary(
        uniqueKeysWithValues: columns.enumerated().map { place, name in
          (name, JSONCell(cell: self[row, place]))
        })
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode([name: rows]) + Data("\n".utf8)
  }
}

private struct JSONCell: Encodable {
  var cell: ReportTable.Cell

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch cell {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .blank: try container.encodeNil()
    }
  }
}
