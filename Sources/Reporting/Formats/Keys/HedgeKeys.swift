extension HedgeSummary.CodingKeys: DescribedKeys {
  private static let nothing = "no common orders were found"

  package var definition: KeyDefinition {
    switch self {
    case .study: .text("Name of the study.")
    case .instance: .text("Name of the instance.")
    case .option: .text("Name of the option whose model is planned.")
    case .until:
      .text(
        "Label of the last period whose orders are the same in all worlds.",
        null: "no orders are (`--until none`)")
    case .minimise:
      .text("What is least: `regret`, the largest one, or `expected`, the expected cost.")
    case .status:
      .text(
        "`found`: common orders were found; `no_common_orders`: none are possible in all worlds; `no_plan`: no world has a "
          + "plan of its own.")
    case .orders: .list(of: HedgeSummary.Order.self, "The orders, as `hedge.csv`.")
    case .worstRegret:
      .number(.objective, HedgeTexts.worstRegret, null: Self.nothing)
    case .worstWorlds: .texts("The worlds in which it is met; empty if it is 0.")
    case .expectedCost: .number(.objective, HedgeTexts.expectedCost, null: Self.nothing)
    case .expectedOwnCost:
      .number(
        .objective,
        "Σ probability × own cost: the expected cost of one who knows the world before ordering.",
        null: Self.nothing)
    case .valueOfKnowing:
      .number(
        .objective,
        "`expected_cost` − `expected_own_cost`: how much more it costs than if each world were known before ordering. With "
          + "`expected` it is the value of knowing; with `regret` it is at least that.",
        null: Self.nothing)
    case .bound:
      .number(
        .objective,
        "No common orders have a smaller largest regret, or with `expected` a smaller expected cost.",
        null: Self.nothing)
    case .proven:
      .boolean(
        "Whether the orders are proven to be the best ones. If not, the time limit came first.")
    case .waiting:
      .list(
        of: HedgeSummary.Commitment.self,
        "What is least if more or fewer orders are the same in all worlds: none, those up to `until`, and all; the last one is "
          + "missing if the time limit came first.")
    case .worlds: .list(of: HedgeSummary.World.self, "The worlds, as `regrets.csv`.")
    case .leftOut: .texts("The worlds that are left out because they have no plan of their own.")
    case .deciding:
      .list(
        of: HedgeSummary.ChangedWorld.self,
        "The few worlds that decide: over them alone the least largest regret is as large, and without any one of them it is "
          + "smaller.", null: "`--explain` was not given, or the time limit came first")
    case .options:
      .list(
        of: HedgeSummary.OptionEntry.self, "The own orders of each option, as `hedge_options.csv`.",
        null: "\(Self.nothing), or the time limit came first")
    case .conflict:
      .list(
        of: HedgeSummary.ChangedWorld.self,
        "Worlds that cannot share orders, while any part of them can; empty if common orders were found."
      )
    }
  }
}

extension HedgeSummary.Order.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .project: .text("Id of the project.")
    case .period: .text("Label of the period of the order.")
    case .capacity: .number(.unitsAYear, HedgeTexts.capacity)
    case .common: .boolean(HedgeTexts.common)
    case .least: .number(.unitsAYear, HedgeTexts.least)
    case .greatest: .number(.unitsAYear, HedgeTexts.greatest)
    }
  }
}

extension HedgeSummary.World.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .world: .text(HedgeTexts.world)
    case .probability: .number(.share, HedgeTexts.probability)
    case .ownCost: .number(.objective, HedgeTexts.ownCost)
    case .hedgeCost: .number(.objective, HedgeTexts.hedgeCost)
    case .regret: .number(.objective, HedgeTexts.regret)
    case .ownOrdersRegret:
      .number(.objective, HedgeTexts.ownOrdersRegret, null: HedgeTexts.noOwnOrders)
    }
  }
}

extension HedgeSummary.ChangedWorld.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .world: .text(HedgeTexts.world)
    case .changes:
      .texts(
        "What is different in it from the instance as it is, in words: parameters, places of assumptions and edits of a "
          + "variation; of a sampled world the assumptions that are farthest from 0. Empty for `as-is`."
      )
    }
  }
}

extension HedgeSummary.Commitment.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .common: .text(HedgeTexts.commonOrders)
    case .value: .number(.objective, HedgeTexts.value, null: HedgeTexts.noSuchOrders)
    case .proven: .boolean(HedgeTexts.proven)
    }
  }
}

extension HedgeSummary.OptionEntry.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .option: .text(HedgeTexts.option)
    case .worstRegret:
      .number(.objective, HedgeTexts.worstRegret, null: HedgeTexts.impossible)
    case .expectedCost:
      .number(.objective, HedgeTexts.expectedCost, null: HedgeTexts.impossible)
    case .worldsWithoutPlan:
      .texts(
        "The worlds that have no plan with the orders, though they have one of their own.",
        null: HedgeTexts.noPlan)
    case .worstWorld: .text(HedgeTexts.worstWorld, null: HedgeTexts.noWorstWorld)
    }
  }
}
