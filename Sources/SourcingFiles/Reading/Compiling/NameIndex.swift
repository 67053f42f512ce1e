import Tables

/// The names of one kind of thing, and what each name means: the index of a region, a set of periods.
struct NameIndex<Meaning: Equatable> {
  /// What the names are, for messages: `region`, `commodity or group`.
  let label: String
  private var meanings: [String: Meaning] = [:]
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

  /// The message for an unknown name, with the nearest one.
  ///
  /// - Parameter log: takes the message; it limits how many names are compared.
  func unknown(_ name: String, _ log: ProblemLog) -> String {
    let found = "unknown \(label) `\(name)`"
    guard !meanings.isEmpty else { return found + "; there is none" }
    // Only few names are listed, so only few are sorted.
    let known = meanings.count > 20 ? Array(meanings.keys) : meanings.keys.sorted()
    return found + log.nearestHint(to: name, among: known)
  }
}
