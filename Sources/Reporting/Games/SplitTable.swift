public import Games

extension GameSplits {
  /// One row for each split and member.
  public var table: ReportTable {
    var table = ReportTable(.splits)
    let alone = game.standAlone
    for split in splits {
      let worst = split.objections.first
      for (member, name) in game.members.enumerated() {
        table.add(
          .text(split.rule.rawValue), .text(name), .number(alone[member]),
          .number(split.amounts[member]), .text(split.isInCore ? "true" : "false"),
          .number(Double(split.objections.count)),
          worst.map { .text(game.name(of: $0.coalition)) } ?? .blank,
          worst.map { .number($0.excess) } ?? .blank)
      }
    }
    return table
  }
}

extension TableDefinition {
  static let splitMeaning = "`shapley`, `proportional` or `nucleolus`."

  static let splits = TableDefinition(
    "splits", places: [.splitCSV],
    rows: "One row for each split and member. The proportional split needs `--weights`; there "
      + "is no nucleolus if no "
      + "split gives every member at least what it has alone.",
    columns: [
      .text("split", splitMeaning),
      .text("member", "Name of the member."),
      .number("alone", .gameUnit, "What the member saves (with `--cost`: pays) alone."),
      .number("amount", .gameUnit, "What the member gets (with `--cost`: pays) under the split."),
    ] + coreColumns(unit: .gameUnit))

  /// Whether a split is in the core, and who would do better alone.
  static func coreColumns(unit: FigureUnit) -> [ResultColumn] {
    let nobody = "no coalition would do better alone"
    return [
      .flag("in_core", "Whether no coalition would do better alone."),
      .number("objecting", .count, "Coalitions that would do better alone."),
      .text(
        "worst_coalition", "The one that would gain most, its members joined by `;`.",
        blank: nobody),
      .number("worst_excess", unit, "What it would gain.", blank: nobody),
    ]
  }
}
