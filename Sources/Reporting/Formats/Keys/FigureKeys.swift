package import Analysis
package import Scenarios
package import Studies

extension RunFigures: DescribedJSON {
  package static let objectTitle = "Figures of a run"
}

extension RunFigures.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .plan: .object(PlanFigures.self, "Figures of the plan.")
    case .stress:
      .list(
        of: StressFigures.self,
        "Figures of the plan in disruptions, one for each sharing arrangement; empty without disruptions."
      )
    case .coordination:
      .object(
        CoordinationFigures.self, "The unilateral plans against the joint plan.",
        absent: "the run is joint")
    case .withoutGoals:
      .object(
        WithoutGoalsFigures.self,
        "The plan without goals of the same option, variation and coordination.",
        absent:
          "it was not found in time, or the option has no goals and its policy is in the objective")
    }
  }
}

private let anEarlierVersion = "an earlier version wrote the file"

extension WithoutGoalsFigures: DescribedJSON {
  package static let objectTitle = "Figures of the plan without goals"
}

extension WithoutGoalsFigures.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .cost: .number(.discountedMoney, "Its total cost, without penalties and risk.")
    case .homeBill:
      .number(
        .discountedMoney, "Home's bill in it, discounted.", absent: "the run is unilateral")
    case .capex:
      .number(
        .money, "Its capex and fixed cost of all orders, undiscounted.", absent: anEarlierVersion)
    case .support:
      .number(
        .money, "The part of its `capex` that programmes pay, undiscounted.",
        absent: anEarlierVersion)
    }
  }
}

extension PlanFigures: DescribedJSON {
  package static let objectTitle = "Figures of a plan"
}

extension PlanFigures.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .costs:
      .object(CostBreakdown.self, "Total cost by category, without penalties and risk.")
    case .investment: .object(InvestmentFigures.self, "Investment of the whole world.")
    case .homeBill: .number(.discountedMoney, TableDefinition.homeBillMeaning)
    case .goals:
      .list(
        of: AchievedGoal.self,
        "One for each goal, region, commodity and disruption, without targets that every plan meets."
      )
    case .focus:
      .object(
        FocusFigures.self, "Home's supply of the focus in the last period.",
        absent: "the instance names no focus")
    case .stockHeld:
      .number(
        .money, "Value of all stocks at the end of the last period, at the prices of prices.csv.")
    }
  }
}

extension CostBreakdown: DescribedJSON {
  package static let objectTitle = "Cost by category"
}

extension CostBreakdown.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .production: .number(.discountedMoney, "Unit costs of producers.")
    case .transport: .number(.discountedMoney, "Unit costs of lanes.")
    case .tariff: .number(.discountedMoney, "Tariffs.")
    case .holding: .number(.discountedMoney, "Holding costs of stockpiles.")
    case .shortage: .number(.discountedMoney, "Shortage costs of demand that is not served.")
    case .capital:
      .number(.discountedMoney, "Annuities of capex and fixed cost of projects in operation.")
    }
  }
}

extension InvestmentFigures: DescribedJSON {
  package static let objectTitle = "Investment"
}

extension InvestmentFigures.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .capex: .number(.money, "Capex and fixed cost of all orders, undiscounted.")
    case .support: .number(.money, "The part of `capex` that programmes pay, undiscounted.")
    case .idleCapacity:
      .number(.unitsAYear, "Idle capacity of projects in the last period, in main output.")
    case .idleCapex: .number(.money, "The same at its capex.")
    }
  }
}

extension AchievedGoal: DescribedJSON {
  package static let objectTitle = "What a plan achieves of a goal"
}

extension AchievedGoal.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .name:
      .text(
        "Name of the goal; then `, over the window` or `, in each month` for the targets of a resilience goal, and "
          + "`, at most` or `, at least` if each of the two bounds a figure of its own.")
    case .achieved: .number(.goalUnit, "What is achieved in its last period.")
    case .unit: .text("Unit of the goal: `share`, `index`, `days` or `money`.")
    case .isMet: .boolean("Whether every bound is kept in every period.")
    case .isMetByServingLess:
      .boolean(
        "`true`: in some period it may be kept only with shortages.",
        absent: "it is not so")
    case .isMetWithoutGoals:
      .boolean(
        "Whether the plan without goals keeps every bound in every period too.",
        absent: notJudged)
    case .attack:
      .text(
        "\(TableDefinition.attackMeaning) It is that of its last period.",
        absent: TableDefinition.noAttack)
    }
  }
}

/// Why it is not known how the plan without goals stands.
private let notJudged =
  "the plan without goals was not found in time, the run is unilateral, or an earlier version wrote the file"

extension FocusFigures: DescribedJSON {
  package static let objectTitle = "Supply of the focus"
}

extension FocusFigures.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .reliance:
      .number(
        .share, "Direct reliance of home upon the instance's parameter `rival`.",
        absent: "the instance names no rival")
    case .largestSource:
      .text(
        "Id of the region outside home with the largest share of supply.",
        absent: "nothing comes from outside")
    case .largestShare: .number(.share, "Its share; 0 if nothing comes from outside.")
    case .concentration: .number(.index, "HHI of home's supply.")
    }
  }
}

extension StressFigures: DescribedJSON {
  package static let objectTitle = "Figures of a plan in disruptions"
}

extension StressFigures.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .sharing: .text(TableDefinition.sharingMeaning)
    case .expected:
      .object(
        StressFigures.Expected.self,
        "Means over a year in which each disruption happens with its probability.",
        absent: "no disruption has a probability above 0")
    case .worstService:
      .number(.share, "The least service level of all regions in a disruption.")
    case .worstHomeService:
      .number(.share, "The least service level of home in a disruption, in the solution found.")
    case .worstHome:
      .object(
        StressFigures.WorstHome.self,
        "Home's range in the disruption in which each figure is worst.")
    case .undisturbedService:
      .number(
        .share,
        "The service level of all regions without a disruption. Below 1 the times to survive mean little."
      )
    case .worstLostValue:
      .number(.money, "The greatest lost value of all regions in a disruption.")
    case .timeToSurvive:
      .number(
        .months,
        "Months that home's worst market can go without a shortage in the worst disruption, in the best case: if it "
          + "is served before all others; horizon_months means that or more.")
    case .timeToSurviveProRata:
      .number(
        .months,
        "The same if every supplier that has too little serves its foreign customers pro rata.",
        absent: "it was not computed")
    case .horizonMonths: .number(.months, "Length of the window.")
    case .stockShared:
      .number(
        .money,
        "Value of what left stockpiles for other regions, in the disruption in which it is largest."
      )
    }
  }
}

extension StressFigures.WorstHome: DescribedJSON {
  package static let objectTitle = "Home's range in disruptions"
}

extension StressFigures.WorstHome.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .lostLeast: .number(.money, "The greatest least lost value of home in a disruption.")
    case .lostMost: .number(.money, "The greatest lost value of home in a disruption.")
    case .serviceLeast:
      .number(.share, "The least service level of home in a disruption, if home loses most.")
    case .serviceMost:
      .number(.share, "The least service level of home in a disruption, if home loses least.")
    }
  }
}

extension StressFigures.Expected: DescribedJSON {
  package static let objectTitle = "Means over disruptions"
}

extension StressFigures.Expected.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .service:
      .number(.share, "1 − Σ probability × (1 − service) of the world's demand.")
    case .homeService:
      .number(
        .share, "1 − Σ probability × (1 − service) of home's demand, in the solution found.")
    case .homeLostLeast: .number(.money, "Σ probability × least lost value of home.")
    case .homeLostMost: .number(.money, "Σ probability × greatest lost value of home.")
    case .homeServiceLeast:
      .number(.share, "1 − Σ probability × (1 − service) of home's demand if home loses most.")
    case .homeServiceMost:
      .number(.share, "1 − Σ probability × (1 − service) of home's demand if home loses least.")
    case .lostValue: .number(.money, "Σ probability × lost value of the world.")
    case .conditionalValueAtRisk:
      .number(.money, "Conditional value at risk of the world's lost value.")
    }
  }
}

extension CoordinationFigures: DescribedJSON {
  package static let objectTitle = "Unilateral plans against the joint plan"
}

extension CoordinationFigures.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .jointCost:
      .number(.discountedMoney, "Total cost of the joint plan, without penalties and risk.")
    case .price:
      .number(
        .discountedMoney,
        "What the goals cost in unilateral plans minus what they cost in the joint plan.")
    case .duplicatedCapex:
      .number(.money, "Capex and fixed cost minus those of the joint plan, undiscounted.")
    case .idleCapacityBeyondJoint:
      .number(.unitsAYear, "Idle capacity of projects minus that of the joint plan.")
    case .idleCapexBeyondJoint: .number(.money, "The same at its capex.")
    }
  }
}
