extension WorstSummary: DescribedJSON {
  package static let objectTitle = "Worst attacks on a plan"
}

extension WorstSummary.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .instance: .text("Name of the instance.")
    case .model: .text("Name of the model.")
    case .parameters: .map(by: "parameter", .text, "Values of the model's parameters.")
    case .assumptions: .movedAssumptions
    case .period: .text("Label of the period in which the attacks start.")
    case .home: .text("Id of home's region or bloc.")
    case .horizonMonths: .number(.months, "Length of the window.")
    case .allocation: .text(HomeTexts.allocation)
    case .sharing: .text(TableDefinition.sharingMeaning)
    case .measure:
      .text(
        "Whose loss counts: `world` (all regions) or `home` (home alone, if the world serves it first)."
      )
    case .cuts: .number(.count, WorstTexts.cuts)
    case .kinds: .texts("The kinds of targets: `regions`, `stages`, `exports`.")
    case .by:
      .text(
        "Id of the region or bloc in which the targets lie.",
        null: "they lie in any region outside home")
    case .targets: .texts("All targets.")
    case .largestAttack:
      .number(
        .count, "The most targets of an attack: `cuts`, or fewer where there are not as many.")
    case .attackCount:
      .number(
        .count, "The number of attacks on `largest_attack` targets.",
        null: "there are 1,000,000,000,000,000 or more")
    case .solved:
      .number(
        .count,
        "The number of attacks on the plan that were solved, of all sizes. The others are bounded by these."
      )
    case .lossWithoutCuts: .number(.money, "The loss without any cut.")
    case .demandValue:
      .number(
        .money,
        "Sum of demand × shortage cost over the window of those whose loss counts: what they lose if nothing is served."
      )
    case .attacks:
      .list(
        of: WorstSummary.Entry.self,
        "The worst attack for each number of cuts below `cuts`, then the `--top` worst attacks on `largest_attack` targets. If an "
          + "attack on fewer targets costs more than these, it comes before them."
      )
    case .boundOfOthers:
      .number(
        .money,
        "No attack on `largest_attack` targets that is not listed costs more than this. One on fewer targets may."
      )
    case .proven:
      .boolean("Whether the places of all attacks are proven. If not, the time limit came first.")
    case .curve:
      .list(
        of: WorstSummary.Point.self,
        "For each plan and number of cuts from 0 to `cuts` the worst attack.")
    }
  }
}

extension WorstSummary.Entry: DescribedJSON {
  package static let objectTitle = "Attack"
}

extension WorstSummary.Entry.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .cuts: .number(.count, WorstTexts.cuts)
    case .rank: .number(.count, WorstTexts.rank)
    case .targets:
      .texts("What is cut: `region:CHN`, `stage:CHN/separation`, `exports:CHN/oxide`.")
    case .loss: .number(.money, WorstTexts.loss)
    case .homeLostLeast: .number(.money, HomeTexts.lostLeast, null: WorstTexts.late)
    case .homeLostMost: .number(.money, HomeTexts.lostMost, null: WorstTexts.late)
    case .service: .number(.share, WorstTexts.service, null: WorstTexts.noService)
    case .singleLosses:
      .numbers(
        .money, "The loss if only this target is cut, of each target.", null: WorstTexts.late)
    case .synergy: .number(.money, WorstTexts.synergy, null: WorstTexts.late)
    case .proven: .boolean("Whether it is proven that no other attack has this place.")
    }
  }
}

extension WorstSummary.Point: DescribedJSON {
  package static let objectTitle = "Loss by the number of cuts"
}

extension WorstSummary.Point.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .plan: .text(WorstTexts.plan)
    case .cuts: .number(.count, WorstTexts.cuts)
    case .targets: .texts("What is cut in the worst attack; empty if \(WorstTexts.noCut).")
    case .loss: .number(.money, WorstTexts.loss)
    case .bound: .number(.money, WorstTexts.bound)
    case .homeLostLeast: .number(.money, HomeTexts.lostLeast, null: WorstTexts.late)
    case .homeLostMost: .number(.money, HomeTexts.lostMost, null: WorstTexts.late)
    case .service: .number(.share, WorstTexts.service, null: WorstTexts.noService)
    case .proven: .boolean(WorstTexts.proven)
    }
  }
}
