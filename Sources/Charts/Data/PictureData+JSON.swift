extension PictureData {
  /// The rows as JSON: an object for each, or the names of the columns once and a list for each.
  func json(isCompact: Bool) -> JSONValue {
    guard isCompact else { return .list(objects.map { .object($0.mapValues(\.json)) }) }
    return [
      "columns": .list(columns.map { .text($0.name) }),
      "rows": .list(rows.map { .list($0.map(\.json)) }),
    ]
  }
}

extension PictureValue {
  /// The same as a value of JSON.
  var json: JSONValue {
    switch self {
    case .text(let text): .text(text)
    case .number(let number): number.isFinite ? .number(number) : .null
    case .none: .null
    }
  }
}
