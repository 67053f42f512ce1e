package import Tables

/// The columns of a game: the file of `plusone split`.
package enum GameColumns {
  static let coalition = ColumnDefinition(
    "coalition", content: "names joined by `;`",
    "The members of the coalition, in any order. A row without names has the value 0 and may be left out."
  )
  static let value = ColumnDefinition(
    "value", content: "number", unit: "money",
    "What the coalition saves, or with `--cost` pays, by itself.")

  /// Both columns, in the order of the page of formats.
  package static let all = [coalition, value]
}

/// The columns of the weights of a split in proportion: the file of `plusone split --weights`.
package enum WeightColumns {
  static let member = ColumnDefinition("member", content: "name", "A member of the game.")
  static let weight = ColumnDefinition(
    "weight", content: "number, 0 or more", "Its weight. Weights are not all 0.")

  /// Both columns, in the order of the page of formats.
  package static let all = [member, weight]
}
