/// A column of a table that is not part of an instance: of a game, or of a file from a statistical office.
package struct ColumnDefinition: Sendable {
  /// The names that the header may have for it; the first found counts.
  package var names: [String]
  /// Whether the header must name the column.
  package var isRequired: Bool
  /// What a cell may hold, in words.
  package var content: String
  /// Unit of a number; empty if there is none.
  package var unit: String
  /// What the column says of its row, in words.
  package var meaning: String

  /// A column with one or more names. The properties describe the parameters.
  package init(
    _ names: String..., isRequired: Bool = true, content: String, unit: String = "",
    _ meaning: String
  ) {
    self.names = names
    self.isRequired = isRequired
    self.content = content
    self.unit = unit
    self.meaning = meaning
  }

  /// The usual name.
  package var name: String { names[0] }
}
