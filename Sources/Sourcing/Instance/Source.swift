/// A publication or a data set from which figures of an instance come: a row of `sources.csv`.
public struct Source: Sendable, Identifiable, Hashable {
  /// The years that a publication may have.
  public static let years = 1000...9999

  /// An identifier that no other source has.
  public var id: String
  /// Its title.
  public var title: String
  /// Who published it.
  public var publisher: String
  /// The year in which it was published, within ``years``.
  public var year: Int
  /// Its address on the web, which starts with `https://` or `http://`; nil if not given. See ``isURL(_:)``.
  public var url: String?
  /// Its digital object identifier, such as `10.3133/mcs2026`; nil if not given. See ``isDOI(_:)``.
  public var doi: String?
  /// The licence of its figures, in words; nil if not given.
  public var licence: String?
  /// The day on which the figures were read, as `2026-03-31`; nil if not given. See ``isDay(_:)``.
  public var read: String?
  /// How many rows of each table cite it, by the name of the table, such as `demands`. Tables without such a row are
  /// not there. Empty for an instance made in code.
  public var rows: [String: Int] = [:]

  /// A source. The properties describe the parameters.
  public init(
    id: String, title: String, publisher: String, year: Int, url: String? = nil, doi: String? = nil,
    licence: String? = nil, read: String? = nil
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.year = year
    self.url = url
    self.doi = doi
    self.licence = licence
    self.read = read
  }

  /// Where it can be found: its address, else that of its digital object identifier, else nil.
  public var address: String? { url ?? doi.map { "https://doi.org/\($0)" } }
}

extension Source {
  /// Whether a text may be an address on the web: `https://` or `http://`, then a name, without blanks.
  public static func isURL(_ text: String) -> Bool {
    for start in ["https://", "http://"] where text.hasPrefix(start) {
      let rest = text.dropFirst(start.count)
      return rest.first.map { $0.isLetter || $0.isNumber } ?? false
        && !rest.contains { $0.isWhitespace || "<>\"".contains($0) }
    }
    return false
  }

  /// Whether a text may be a digital object identifier: `10.`, a number, a slash and a name, without blanks.
  public static func isDOI(_ text: String) -> Bool {
    guard text.hasPrefix("10."), let slash = text.firstIndex(of: "/") else { return false }
    let number = text[..<slash].dropFirst(3)
    let name = text[text.index(after: slash)...]
    let isNumber = !number.isEmpty && number.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    return isNumber && !name.isEmpty && !name.contains { $0.isWhitespace || "<>\"".contains($0) }
  }

  /// Whether a text is a day of the calendar as year, month and day: `2026-03-31`.
  public static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isDigits = { (part: Substring) in part.allSatisfy { $0.isASCII && $0.isNumber } }
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy(isDigits),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      years.contains(year), (1...12).contains(month)
    else { return false }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }
}
