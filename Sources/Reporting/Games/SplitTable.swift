public import Games

extension GameSplits {
  /// One row a split and member. `objecting` counts the coalitions that would do better alone, and the
  /// last two columns tell which would gain most; blank where none would.
  public var table: ReportTable {
    var table = ReportTable(
      "splits",
      columns: [
        "split", "member", "alone", "amount", "in_core", "objecting", "worst_coalition",
        "worst_excess",
      ])
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
