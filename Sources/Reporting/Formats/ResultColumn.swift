/// What one column of a result table holds. The page of formats shows it.
package struct ResultColumn: Sendable {
  /// What a cell can hold.
  package enum Content: Sendable, Hashable {
    /// A text: an id, a label, a word.
    case text
    /// One of two words.
    case flag(yes: String, no: String)
    /// A number, with what it is counted in.
    case number(FigureUnit)
    /// Months within a window: the window's length and more is written as `>=12`.
    case monthsOfWindow
  }

  /// As the header has it. Of columns that depend on the data a pattern, with the part that differs in capitals.
  package var name: String
  /// What its cells hold.
  package var content: Content
  /// Whose figure it is, and of what.
  package var meaning: String
  /// When a cell is blank; nil: never.
  package var blank: String?

  /// A column of texts: ids, labels, words.
  static func text(_ name: String, _ meaning: String, blank: String? = nil) -> Self {
    Self(name: name, content: .text, meaning: meaning, blank: blank)
  }

  /// A column of numbers.
  static func number(
    _ name: String, _ unit: FigureUnit, _ meaning: String, blank: String? = nil
  ) -> Self {
    Self(name: name, content: .number(unit), meaning: meaning, blank: blank)
  }

  /// `true` or `false`.
  static func flag(_ name: String, _ meaning: String, blank: String? = nil) -> Self {
    Self(name: name, content: .flag(yes: "true", no: "false"), meaning: meaning, blank: blank)
  }

  /// `yes` or `no`.
  static func yesNo(_ name: String, _ meaning: String, blank: String? = nil) -> Self {
    Self(name: name, content: .flag(yes: "yes", no: "no"), meaning: meaning, blank: blank)
  }

  /// A column of months that a window cuts off.
  static func monthsOfWindow(_ name: String, _ meaning: String, blank: String? = nil) -> Self {
    Self(name: name, content: .monthsOfWindow, meaning: meaning, blank: blank)
  }

  /// Whether the name is a pattern for several columns.
  package var isPattern: Bool { name.contains(where: \.isUppercase) }

  /// Whether a column has this name, or a name that fits the pattern.
  package func matches(_ column: String) -> Bool {
    guard isPattern else { return column == name }
    let start = name.prefix { !$0.isUppercase }
    return column.hasPrefix(start) && column.count > start.count
  }
}

extension [ResultColumn] {
  /// The definition with this name, else the first pattern that the name fits.
  package func definition(of column: String) -> ResultColumn? {
    first { !$0.isPattern && $0.matches(column) } ?? first { $0.matches(column) }
  }
}
