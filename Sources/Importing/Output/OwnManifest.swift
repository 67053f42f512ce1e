import Foundation

/// An `instance.yaml` whose periods are as an import wrote them. A later import extends them.
struct OwnManifest: Sendable {
  /// The comment above the periods.
  static let note =
    "# The years with data, and one more to plan for; add as many as you like."

  private(set) var text: String
  private(set) var from: Int
  private(set) var to: Int

  /// nil if the periods are not in the form that an import writes.
  init?(text: String) {
    let pattern =
      /(?m)^# The years with data, and one more to plan for; add as many as you like\.\nperiods: \{from: (\d{4}), to: (\d{4})\}$/
    guard let found = text.firstMatch(of: pattern), let from = Int(found.output.1),
      let to = Int(found.output.2), from <= to
    else { return nil }
    (self.text, self.from, self.to) = (text, from, to)
  }

  /// The line of the periods.
  static func periods(from: Int, to: Int) -> String { "periods: {from: \(from), to: \(to)}" }

  /// The line of the parameters; nil without a value.
  static func parameters(rival: String?, focus: String?) -> String? {
    let values = [("rival", rival), ("focus", focus)].compactMap { key, value in
      value.map { "\(key): \($0)" }
    }
    return values.isEmpty ? nil : "parameters: {\(values.joined(separator: ", "))}"
  }

  /// Lets the periods reach from the first of some years to one year after the last of them.
  mutating func extend(to years: [Int]) {
    guard let first = years.min(), let last = years.max() else { return }
    let old = Self.periods(from: from, to: to)
    (from, to) = (min(from, first), max(to, last + 1))
    text = text.replacing(
      Self.note + "\n" + old, with: Self.note + "\n" + Self.periods(from: from, to: to))
  }

  /// The values of `home` and of the parameter `focus`; nil where the text has none.
  var home: String? { text.firstMatch(of: /(?m)^home: (\S+)$/).map { String($0.output.1) } }
  var focus: String? {
    text.firstMatch(of: /(?m)^parameters: \{.*focus: ([^,}\s]+)\}$/).map { String($0.output.1) }
  }

  /// Replaces the rival where it is the one that the tables of the folder gave.
  mutating func change(rival old: String?, to new: String?) {
    guard old != new, let before = Self.parameters(rival: old, focus: focus),
      let after = Self.parameters(rival: new, focus: focus)
    else { return }
    text = text.replacing("\n" + before + "\n", with: "\n" + after + "\n")
  }

  /// Adds a source to the list at the end of the text, if the text ends in such a list.
  mutating func add(source: String) {
    let line = "  - \(quotedYAML(source))\n"
    guard text.contains(/\nsources:\n(?:  - .*\n)+$/), !text.contains("\n" + line) else { return }
    text += line
  }
}

/// A text in double quotes, as YAML reads it.
func quotedYAML(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}
