import Tables

/// Adds to a problem of a model the value of `--set` or of a study that it comes from: the user did not write the line of
/// the model that the problem names.
struct SettingNote {
  private let lines: [Substring]
  private let settings: [String: String]

  /// - Parameters:
  ///   - bytes: of the model's file.
  ///   - settings: values set from outside the model.
  init(_ bytes: [UInt8], settings: [String: String]) {
    lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    self.settings = settings
  }

  /// The problem with `(set with --set or by a study: cap = 50)` at its end, where its line uses such a parameter.
  func added(to problem: Problem) -> Problem {
    guard let line = problem.line, lines.indices.contains(line - 1) else { return problem }
    let used = references(in: lines[line - 1]).filter { name in
      settings[name].map { problem.message.contains(shortened($0)) } ?? false
    }
    guard !used.isEmpty else { return problem }
    let texts = used.map { "\($0) = \(shortened(settings[$0] ?? ""))" }
    var noted = problem
    noted.message += " (set with --set or by a study: \(texts.joined(separator: ", ")))"
    return noted
  }

  /// The names after `$` in a line, each once.
  private func references(in line: Substring) -> [String] {
    var names: [String] = []
    for part in line.split(separator: "$", omittingEmptySubsequences: false).dropFirst() {
      let name = String(part.prefix { $0.isLetter || $0.isNumber || "_-".contains($0) })
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names
  }
}
