package import Sourcing
import Tables

/// Reads the column `where` of `assumptions.csv`: conditions `column=value`, `column=a|b` or `column>=value`, joined by
/// `;`.
enum WhereCell {
  /// The conditions in a cell; none if it is blank.
  ///
  /// - Throws: what is wrong with it.
  static func conditions(_ text: String) throws(WhereMistake) -> [RowCondition] {
    guard !text.isEmpty else { return [] }
    var conditions: [RowCondition] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let condition = try condition(part)
      let name = condition.column
      guard !conditions.contains(where: { $0.column == name }) else {
        throw WhereMistake(
          description:
            "the column `\(name)` has two conditions; write `\(name)=a|b` for one value or the other, `\(name)=a..b` for a range"
        )
      }
      conditions.append(condition)
    }
    return conditions
  }

  private static func condition(_ part: Substring) throws(WhereMistake) -> RowCondition {
    let name = part.prefix { !"=<>!".contains($0) }
    let rest = part.dropFirst(name.count)
    let comparison = RowCondition.Comparison(prefixing: rest)
    guard !name.withoutBlanks.isEmpty, comparison != nil || rest.hasPrefix("=") else {
      throw WhereMistake(
        description: "found `\(part.withoutBlanks)`; must be `column=value`, several joined by `;`")
    }
    if let comparison {
      let value = rest.dropFirst(comparison.rawValue.count).withoutBlanks
      return try RowCondition(name.withoutBlanks, comparison, checked: value)
    }
    let values = rest.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
    return RowCondition(name.withoutBlanks, values.map(\.withoutBlanks))
  }
}

extension RowCondition.Comparison {
  /// The comparison with whose sign a text begins; nil if it begins with none.
  init?(prefixing text: some StringProtocol) {
    // Signs of two characters come before those of one.
    guard let found = Self.allCases.first(where: { text.hasPrefix($0.rawValue) }) else {
      return nil
    }
    self = found
  }
}

extension RowCondition {
  /// A condition with a comparison that a file states.
  ///
  /// - Throws: that there is nothing to compare with, or more than one value.
  init(_ column: String, _ comparison: Comparison, checked value: String) throws(WhereMistake) {
    let sign = comparison.rawValue
    if value.isEmpty {
      let advice = comparison == .isNot ? "; rows with a blank cell are left out in any case" : ""
      throw WhereMistake(description: "`\(column)`: no value follows `\(sign)`\(advice)")
    }
    if value.contains("|") || value.contains("..") || value.hasPrefix("[") {
      throw WhereMistake(
        description: "`\(column)`: found `\(sign)\(value)`; a comparison is with one value")
    }
    self.init(column, comparison, value)
  }

  /// The condition that a value in a mapping `where` of a study states: a value, a list of values and ranges, or a
  /// comparison such as `>=2027`.
  ///
  /// - Throws: what is wrong with it.
  package init(_ column: String, stated value: YAMLValue) throws(WhereMistake) {
    let items = value.sequence ?? [value]
    let texts = items.compactMap(\.scalar)
    guard texts.count == items.count, !texts.isEmpty else {
      throw WhereMistake(
        description:
          "`\(column)`: found \(value.kindName); must be a value, a list such as [a, b], a range such as 2027..2030, "
          + "or a comparison such as \">=2027\"")
    }
    for text in texts {
      guard let comparison = Comparison(prefixing: text) else { continue }
      guard value.sequence == nil else {
        throw WhereMistake(
          description:
            "`\(column)`: found `\(text)` in a list, which can mean all of its items or one of them; a list has values "
            + "and ranges such as 2027..2030")
      }
      let other = text.dropFirst(comparison.rawValue.count).withoutBlanks
      try self.init(column, comparison, checked: other)
      return
    }
    self.init(column, texts)
  }
}

/// What is wrong with a condition on rows.
package struct WhereMistake: Error, CustomStringConvertible {
  /// What was found, then what would be right.
  package var description: String
}
