import Tables

/// The names of one kind of thing, and what each name means: the index of a region, a set of periods.
struct NameIndex<Meaning: Equatable> {
  /// What the names are, for messages: `region`, `commodity or group`.
  let label: String
  private var meanings: [String: Meaning] = [:]
  /// The first and the last calendar year, where the names are years in order.
  var years: ClosedRange<Int>?
  /// Some names could not be read, so an unknown name may be right and is not reported.
  var isIncomplete = false

  init(_ label: String) { self.label = label }

  init(_ kind: ColumnSchema.Reference) { self.init(kind.rawValue) }

  subscript(name: String) -> Meaning? { meanings[name] }

  /// Adds a name; false if the name is taken already, which changes nothing.
  mutating func insert(_ name: String, _ meaning: Meaning) -> Bool {
    guard meanings[name] == nil else { return false }
    meanings[name] = meaning
    return true
  }

  /// Adds the identifier in a cell; nil, with a note in the log, where it is none or is taken already.
  mutating func define(_ column: TableColumn, row: Int, as meaning: Meaning) -> String? {
    guard let id = column.identifier(row) else {
      isIncomplete = true
      return nil
    }
    guard insert(id, meaning) else {
      column.report("the \(label) `\(id)` is given twice", row: row)
      return nil
    }
    return id
  }

  /// What an unknown name is reported once for: itself, or all years before the first or after the last one.
  func subject(of name: String) -> String {
    guard let years, let year = Int(name), !years.contains(year) else { return name }
    return year < years.lowerBound ? "before \(years.lowerBound)" : "after \(years.upperBound)"
  }

  /// The message for an unknown name, with the nearest one.
  ///
  /// - Parameter log: takes the message; it limits how many names are compared.
  func unknown(_ name: String, _ log: ProblemLog) -> String {
    let found = "unknown \(label) `\(name)`"
    if let year = yearOfDate(name) ?? DecimalNumber.value(name).flatMap({ Int(exactly: $0) }),
      meanings["\(year)"] != nil
    {
      return found + "; write it as it is named, `\(year)`"
    }
    if let years, let year = Int(name), !years.contains(year) {
      let place =
        year < years.lowerBound
        ? "before the first period, \(years.lowerBound)"
        : "after the last period, \(years.upperBound)"
      return found + "; it is \(place): leave out rows of other years"
    }
    guard !meanings.isEmpty else { return found + "; there is none" }
    // Only few names are listed, so only few are sorted.
    let known = meanings.count > 20 ? Array(meanings.keys) : meanings.keys.sorted()
    return found + log.nearestHint(to: name, among: known)
  }
}
