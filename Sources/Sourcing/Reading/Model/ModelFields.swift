import Tables

/// A YAML mapping whose keys are known: unknown ones are logged with the nearest that would be right.
struct ModelFields {
  let file: String
  let line: Int
  private let entries: [YAMLValue.Entry]

  /// - Parameter what: what the mapping is, for messages: `a goal`.
  init?(_ value: YAMLValue, keys: [String], what: String, file: String, log: ProblemLog) {
    guard case .mapping(let entries, let line) = value else {
      log.add(
        "found \(value.kindName) where \(what) should be: a mapping of \(keys.joined(separator: ", "))",
        file: file, line: value.line)
      return nil
    }
    self.file = file
    self.line = line
    self.entries = entries
    for entry in entries where !keys.contains(entry.key) {
      let nearest = nearestName(to: entry.key, among: keys).map { "; the nearest is `\($0)`" }
      log.add(
        "unknown key `\(entry.key)` in \(what)\(nearest ?? "")", file: file, line: entry.keyLine)
    }
  }

  /// The value of a key; nil where it is absent or blank.
  subscript(key: String) -> YAMLValue? {
    guard let value = entries.first(where: { $0.key == key })?.value, !value.isEmpty else {
      return nil
    }
    return value
  }
}
