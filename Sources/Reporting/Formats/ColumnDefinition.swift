/// What one column of a result table holds. The page of formats shows it.
package struct ColumnDefinition: Sendable {
  /// What may stand in a cell.
  package enum Content: Sendable, Hashable {
    case text
    /// One of two words.
    case flag(yes: String, no: String)
    case number(FigureUnit)
    /// Months within a window: the window's length and more is written as `>=12`.
    case monthsOfWindow
  }

  /// As the header has it. Of columns that depend on the data a pattern, with the part that differs in capitals.
  package var name: String
  package var content: Content
  /// Whose figure it is, and of what.
  package var meaning: String
  /// When a cell is blank; nil: never.
  package var blank: String?

  static func text(_ name: String, _ meaning: String, blank: String? = nil) -> Self {
    Self(name: name, content: .text, meaning: meaning, blank: blank)
  }

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

  static func monthsOfWindow(_ name: String, _ meaning: String, blank: String? = nil) -> Self {
    Self(name: name, content: .monthsOfWindow, meaning: meaning, blank: blank)
  }

  /// Whether the name stands for several columns.
  package var isPattern: Bool { name.contains(where: \.isUppercase) }

  /// Whether a column of a table has this name, or one that the pattern stands for.
  package func matches(_ column: String) -> Bool {
    guard isPattern else { return column == name }
    let start = name.prefix { !$0.isUppercase }
    return column.hasPrefix(start) && column.count > start.count
  }
}

extension [ColumnDefinition] {
  /// The definition of a column: one with its name, else the first pattern that stands for it.
  package func definition(of column: String) -> ColumnDefinition? {
    first { !$0.isPattern && $0.matches(column) } ?? first { $0.matches(column) }
  }
}
