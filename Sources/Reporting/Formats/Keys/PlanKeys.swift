package import Analysis

extension ProgramSizes: DescribedJSON {
  package static let objectTitle = "Size of a linear program"
}

extension ProgramSizes.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .rows: .number(.count, "Rows (constraints), those added while solving included.")
    case .columns: .number(.count, "Columns (variables).")
    case .nonzeros: .number(.count, "Coefficients that are not 0.")
    }
  }
}

extension GoalStanding: DescribedJSON {
  package static let objectTitle = "Bound of a goal"
}

extension GoalStanding.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .name:
      .text(
        "Name of the goal, followed by `/` and the id of the region, commodity and disruption where the goal has "
          + "several.")
    case .kind: .text("Kind of the goal, as models name it.")
    case .unit: .text("Unit of the goal: `share`, `index`, `days` or `money`.")
    case .direction: .text(TableDefinition.directionMeaning)
    case .isEachMonth:
      .boolean("Whether the target is for every month of a disruption instead of the whole window.")
    case .entries:
      .list(
        of: GoalStanding.Entry.self,
        "By period. Empty if \(TableDefinition.idleGoal).")
    case .limitsNothing:
      .boolean(
        "`true`: every plan meets the target, such as a share of at most 100 %.",
        absent: "the target limits something")
    case .cuts:
      .number(
        .count, "Of a resilience goal against any attack, the most targets of an attack.",
        absent: TableDefinition.noAttack)
    }
  }
}

extension GoalStanding.Entry: DescribedJSON {
  package static let objectTitle = "Goal in a period"
}

extension GoalStanding.Entry.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .period: .text("Label of the period.", absent: "the goal is about the whole horizon")
    case .target: .number(.goalUnit, "The target in this period.")
    case .achieved: .number(.goalUnit, TableDefinition.achievedMeaning)
    case .slack: .number(.goalUnit, TableDefinition.slackMeaning)
    case .isBinding: .boolean(TableDefinition.bindingMeaning)
    case .isMissed: .boolean("Whether the target is missed by more than rounding.")
    case .shadowPrice:
      .number(
        .moneyAStep,
        "Change of the discounted cost if the target rises by one percentage point (of a share or index), one day "
          + "or one unit of money; with whole projects, with the whole numbers fixed.",
        absent: TableDefinition.noPrice)
    case .isMetByServingLess:
      .boolean(
        TableDefinition.servingLessMeaning)
    case .unservedShare:
      .number(
        .share, TableDefinition.unservedMeaning,
        absent: "all is served, or the goal is about money")
    case .withoutGoals:
      .object(
        GoalStanding.WithoutGoals.self, "The same goal in the plan without goals.",
        absent:
          "there is no plan without goals, or it is in another command than `solve` and `study`")
    case .attack: .text(TableDefinition.attackMeaning, absent: TableDefinition.noAttack)
    }
  }
}

extension GoalStanding.WithoutGoals: DescribedJSON {
  package static let objectTitle = "Goal in the plan without goals"
}

extension GoalStanding.WithoutGoals.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .achieved: .number(.goalUnit, TableDefinition.achievedMeaning)
    case .isMet: .boolean("Whether that plan meets the target.")
    case .unservedShare: .number(.share, TableDefinition.unservedMeaning)
    }
  }
}

extension HeldStock: DescribedJSON {
  package static let objectTitle = "Stockpile in all periods"
}

extension HeldStock.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .stockpile: .text("Id of the stockpile.")
    case .region: .text("Id of its region.")
    case .commodity: .text("Id of its commodity.")
    case .initial: .number(.units, "Level before the first period.")
    case .level: .numbers(.units, "Level at the end of each period.")
    case .days:
      KeyDefinition(
        shape: .list(.orNull(.number(.days))),
        meaning:
          "The same in days of what the region uses in the period; `null` if it uses nothing.")
    }
  }
}

extension Suppliers: DescribedJSON {
  package static let objectTitle = "Suppliers of a commodity"
}

extension Suppliers.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .commodity: .text("Id of the commodity or group.")
    case .origins:
      .list(
        of: Suppliers.Origin.self,
        "Regions that supply home in some period, "
          + "by id.")
    case .fixedByHistory:
      .texts(
        "Labels of the periods in which history fixes all these flows, so that no plan can change them.",
        absent: "an earlier version wrote the file")
    }
  }
}

extension Suppliers.Origin: DescribedJSON {
  package static let objectTitle = "Supplier"
}

extension Suppliers.Origin.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .region: .text("Id of the region.")
    case .quantity: .numbers(.unitsAYear, "Its flows to home, one number for each period.")
    case .share: .numbers(.share, "Its share of home's supply, one number for each period.")
    }
  }
}

extension PlacedOrder: DescribedJSON {
  package static let objectTitle = "Order of a project"
}

extension PlacedOrder.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .project: .text("Id of the project.")
    case .region: .text("Id of its region.")
    case .programme: .text("Id of its programme.", absent: "the project has none")
    case .payer:
      .text("Id of the region that pays the programme.", absent: "the project has none")
    case .ordered: .text("Label of the period of the order.")
    case .ready:
      .text("Label of the first period in operation.", absent: "that is after the last period")
    case .capacity: .number(.unitsAYear, "Capacity ordered, in main output.")
    case .outlay: .number(.money, "Capex and fixed cost, undiscounted.")
    case .support: .number(.money, "What the programme pays of it.")
    }
  }
}

extension PayerSupport: DescribedJSON {
  package static let objectTitle = "Support by payer"
}

extension PayerSupport.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .payer: .text("Id of the region that pays.")
    case .support:
      .number(.money, "What its programmes pay of the orders in `orders`, undiscounted.")
    }
  }
}

extension UnservedDemand: DescribedJSON {
  package static let objectTitle = "Demand that is not served"
}

extension UnservedDemand.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .region: .text("Id of the region.")
    case .commodity: .text("Id of the commodity.")
    case .quantity:
      KeyDefinition(
        shape: .list(.orNull(.number(.unitsAYear))),
        meaning: "Shortage, one number for each period; `null` if all is served.")
    }
  }
}

extension Bottleneck: DescribedJSON {
  package static let objectTitle = "Limit that binds"
}

extension Bottleneck.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .what: .text("The limit of the instance, in words with its id.")
    case .periods:
      .texts("Labels of the periods in which it binds; empty if it is not about periods.")
    case .saving:
      .number(
        .discountedMoney, "What one more unit of the limit in each of these periods would save.")
    case .rent: .number(.discountedMoney, "Sum of saving × limit: how much the limit matters.")
    }
  }
}
