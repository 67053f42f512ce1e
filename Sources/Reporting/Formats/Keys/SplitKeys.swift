extension SplitSummary: DescribedJSON {
  package static let objectTitle = "Splits of a game"
}

extension SplitSummary.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .kind: .text("`savings` or `cost`.")
    case .members: .texts("Names of the members.")
    case .total: .number(.gameUnit, "What all members save (or pay) together.")
    case .alone:
      .map(by: "member", .number(.gameUnit), "What the member saves (or pays) alone.")
    case .surplus:
      .number(
        .gameUnit,
        "total minus the sum of alone; of a cost game the sum of alone minus total.")
    case .hasImputation:
      .boolean("Whether some split gives every member at least what it has alone.")
    case .coreIsEmpty: .boolean("Whether the core is empty.")
    case .leastCoreValue:
      .number(
        .gameUnit,
        "The least possible gain of the coalition that gains most by leaving; above 0 if the core is empty.",
        null: "there is one member")
    case .shapley: .object(SplitSummary.Split.self, "The Shapley value.")
    case .proportional:
      .object(
        SplitSummary.Split.self, "The split in proportion to weights.", null: "there are no weights"
      )
    case .nucleolus:
      .object(SplitSummary.Split.self, "The nucleolus.", null: "has_imputation is `false`")
    }
  }
}

extension SplitSummary.Split: DescribedJSON {
  package static let objectTitle = "Split"
}

extension SplitSummary.Split.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .amounts: .map(by: "member", .number(.gameUnit), "What the member gets (or pays).")
    case .inCore: .boolean("Whether the split is in the core.")
    case .objections:
      .list(
        of: SplitSummary.Objection.self,
        "Coalitions that would do better alone, the one that gains most first.")
    }
  }
}

extension SplitSummary.Objection: DescribedJSON {
  package static let objectTitle = "Coalition that would do better alone"
}

extension SplitSummary.Objection.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .coalition: .texts("Names of its members.")
    case .excess: .number(.gameUnit, "What it would gain.")
    }
  }
}
