import Tables

/// Where a model uses values that are set from outside it, with `--set` or by a study. A problem with such a value says
/// so: the user did not write the value on the line that the problem names.
struct SettingUses {
  private let settings: [String: String]
  /// For each parameter, the settings that its value contains.
  private var settingsInValue: [String: Set<String>] = [:]
  /// For each line of the model, the settings that values on it contain.
  private var settingsOnLine: [Int: Set<String>] = [:]

  /// - Parameter settings: names and values.
  init(_ settings: [String: String]) { self.settings = settings }

  /// Notes that the value of a parameter is known, with those of the parameters in it.
  mutating func define(_ name: String, from parts: [String]) {
    guard !settings.isEmpty else { return }
    var all = parts.reduce(into: Set()) { $0.formUnion(settingsInValue[$1] ?? []) }
    if settings[name] != nil { all.insert(name) }
    if !all.isEmpty { settingsInValue[name] = all }
  }

  /// Notes that a line uses the value of a parameter.
  mutating func use(_ name: String, line: Int) {
    if let all = settingsInValue[name] { settingsOnLine[line, default: []].formUnion(all) }
  }

  /// The problem with `(set with --set or by a study: cap = 50)` at its end if its message quotes a setting that is
  /// used on its line.
  func noted(_ problem: Problem) -> Problem {
    guard let line = problem.line, let names = settingsOnLine[line] else { return problem }
    let quoted = names.sorted().compactMap { name in
      settings[name].map { (name, value: shortened($0)) }
    }.filter { problem.message.quotes($0.value) }
    guard !quoted.isEmpty else { return problem }
    let texts = quoted.map { "\($0) = \($1)" }
    var noted = problem
    noted.message += " (set with --set or by a study: \(texts.joined(separator: ", ")))"
    return noted
  }
}

extension String {
  /// Whether it contains a text that is not a part of a longer word or number.
  fileprivate func quotes(_ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    return ranges(of: text).contains { range in
      !self[..<range.lowerBound].reversed().startsWithWord
        && !self[range.upperBound...].startsWithWord
    }
  }
}

extension Sequence<Character> {
  /// Whether the first character continues a word or number. A point does if a letter or digit follows it.
  fileprivate var startsWithWord: Bool {
    var rest = makeIterator()
    guard let first = rest.next() else { return false }
    if first == ".", let second = rest.next() { return second.isLetter || second.isNumber }
    return first.isLetter || first.isNumber || "_%+-".contains(first)
  }
}
