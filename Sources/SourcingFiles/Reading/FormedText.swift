import Sourcing
import Tables

extension TableColumn {
  /// The text of a cell of a column that takes days, addresses or identifiers of objects; nil where it is blank or of
  /// another form, which is noted.
  func formed(_ row: Int) -> String? {
    guard let text = text(row) else { return nil }
    guard let wanted = schema.kind.objection(to: text) else { return text }
    report("`\(text)` is no \(wanted)", row: row)
    return nil
  }
}

extension ColumnSchema.Kind {
  /// What a text must be that has not the form of the kind; nil if it has.
  fileprivate func objection(to text: String) -> String? {
    switch self {
    case .day:
      Source.isDay(text) ? nil : "day of the calendar; write year, month and day as 2026-03-31"
    case .url:
      Source.isURL(text) ? nil : "address; it starts with https:// or http:// and has no blanks"
    case .doi:
      Source.isDOI(text)
        ? nil : "DOI; it starts with `10.`, as 10.3133/mcs2026, without https://doi.org/"
    case .identifier, .sharedIdentifier, .text, .reference, .number, .positive, .whole, .choice,
      .conditions:
      nil
    }
  }
}
