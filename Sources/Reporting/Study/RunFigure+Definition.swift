import Analysis
package import Studies

extension RunFigure {
  /// The figure as a column of the comparison. Where nothing else is said it is of the whole world and of all
  /// periods together.
  package var definition: ResultColumn {
    .number(name, unit, meaning, blank: blank)
  }

  /// What it is counted in.
  package var unit: FigureUnit {
    switch self {
    case .cost, .category, .extraCost, .homeBill, .extraHomeBill: .discountedMoney
    case .capex, .support, .extraCapex, .extraSupport, .idleCapex, .stockHeld: .money
    case .idleCapacity: .unitsAYear
    case .goals, .goalsMet, .goalsMetByServingLess, .goalsMetWithoutGoals: .count
    case .reliance, .largestShare: .share
    case .concentration: .index
    case .stress(let measure, _): measure.unit
    case .coordination(let measure): measure.unit
    }
  }

  /// Whose figure it is, and of what.
  package var meaning: String {
    switch self {
    case .cost: "Total cost without penalties and risk."
    case .category(let category): "The part of category `\(category.rawValue)`, as in costs.csv."
    case .extraCost:
      "cost minus that of the plan without goals: the best plan of the same option without its goals, under the same "
        + "variation and coordination. It is what the goals cost, as in `solve`; `change_cost` compares with the first "
        + "option. 0 if the option has no goals and minimises nothing but the cost."
    case .homeBill: TableDefinition.homeBillMeaning
    case .extraHomeBill: "home_bill minus that in the plan without goals of `extra_cost`."
    case .capex: "Capex and fixed cost of all orders, undiscounted."
    case .support: "The part of `capex` that programmes pay, undiscounted."
    case .extraCapex:
      "capex minus that of the plan without goals of `extra_cost`: what is invested because of the goals. `capex` has "
        + "what is built in any case too."
    case .extraSupport: "support minus that of the plan without goals of `extra_cost`."
    case .idleCapacity:
      "Idle capacity of projects in the last period, in main output, added up "
        + "over commodities."
    case .idleCapex: "The same at its capex, undiscounted."
    case .goals:
      "Goals, counted for each region, commodity and disruption. Goals that every plan meets, such as a share of at most "
        + "100 %, do not count."
    case .goalsMet: "Those that are met in all periods."
    case .goalsMetByServingLess:
      "Those that are met, but in some period may be met only with shortages."
    case .goalsMetWithoutGoals:
      "Those that are met, and that the plan without goals meets too in all periods. If it is all of them, the goals "
        + "change nothing."
    case .reliance:
      "Direct reliance of home upon the instance's parameter `rival` for the "
        + "focus, in the last period."
    case .largestShare:
      "Share of the largest source outside home in home's supply of the "
        + "focus, in the last period."
    case .concentration: "HHI of home's supply of the focus, in the last period."
    case .stockHeld:
      "Value of all stocks at the end of the last period, at the prices of "
        + "prices.csv."
    case .stress(let measure, _): measure.meaning
    case .coordination(let measure): measure.meaning
    }
  }

  private var blank: String {
    let noPlan = "the run has no plan"
    let notFound = "the plan without goals was not found in time"
    let inObjective = "the option has no goals and its policy is in the objective"
    return switch self {
    case .extraCost, .extraCapex, .extraSupport: "\(noPlan), \(notFound), or \(inObjective)"
    case .goalsMetWithoutGoals: "\(noPlan), \(notFound), or the run is unilateral"
    case .extraHomeBill: "\(noPlan), \(notFound), \(inObjective), or the run is unilateral"
    case .cost, .category, .homeBill, .capex, .support, .idleCapex, .idleCapacity, .goals,
      .goalsMet, .goalsMetByServingLess,
      .stockHeld:
      noPlan
    case .reliance: "\(noPlan), or the instance names no focus or no rival"
    case .largestShare, .concentration: "\(noPlan), or the instance names no focus"
    case .stress(let measure, _):
      measure.isMean ? "\(noPlan), or no disruption has a probability above 0" : noPlan
    case .coordination: "\(noPlan), or the run is joint"
    }
  }
}

extension RunFigure.StressMeasure {
  fileprivate var unit: FigureUnit {
    switch self {
    case .serviceExpected, .homeServiceExpected, .serviceWorst, .homeServiceWorst,
      .homeServiceLeastExpected, .homeServiceMostExpected, .homeServiceLeastWorst,
      .homeServiceMostWorst, .serviceUndisturbed:
      .share
    case .lostExpected, .lostCVaR, .lostWorst, .stockShared, .homeLostLeastExpected,
      .homeLostMostExpected, .homeLostLeastWorst, .homeLostMostWorst:
      .money
    case .timeToSurvive, .timeToSurviveProRata: .months
    }
  }

  fileprivate var meaning: String {
    let mean = "mean over a year in which each disruption happens with its probability"
    let least = "Least lost value of home (home is served first)"
    let most =
      "Greatest lost value of home where the world's is least (home comes last where the world is indifferent)"
    let worst = "in the disruption in which it is worst"
    return switch self {
    case .homeLostLeastExpected: "\(least): \(mean)."
    case .homeLostMostExpected: "\(most): \(mean)."
    case .homeLostLeastWorst: "\(least), \(worst)."
    case .homeLostMostWorst: "\(most), \(worst)."
    case .homeServiceLeastExpected:
      "Share of home's demand that is served if home loses most: \(mean)."
    case .homeServiceMostExpected:
      "Share of home's demand that is served if home loses least: \(mean)."
    case .homeServiceLeastWorst:
      "Share of home's demand that is served if home loses most, \(worst)."
    case .homeServiceMostWorst:
      "Share of home's demand that is served if home loses least, \(worst)."
    case .serviceUndisturbed:
      "The service level of all regions without a disruption; below 1 the times to survive mean little."
    case .serviceExpected:
      "Share of the world's demand that is served, weighted by shortage cost: \(mean)."
    case .homeServiceExpected:
      "Share of home's demand that is served in the solution found: \(mean)."
    case .lostExpected: "The world's lost value: \(mean)."
    case .lostCVaR:
      "Conditional value at risk of the lost value of all regions, at the level of stress_summary.csv."
    case .serviceWorst:
      "The least service level of all regions in a disruption."
    case .homeServiceWorst:
      "The least service level of home in a disruption, in the solution found."
    case .lostWorst: "The greatest lost value of all regions in a disruption."
    case .timeToSurvive:
      "Months that home's worst market can go without a shortage in the worst disruption, in the best case: if it is "
        + "served before all others; the window's length and more is written as `>=12`."
    case .timeToSurviveProRata:
      "time_to_survive if every supplier that has too little serves its foreign customers pro rata."
    case .stockShared:
      "Value of what left stockpiles for other regions, in the disruption in which it is largest."
    }
  }

  /// Whether it is a mean over disruptions.
  fileprivate var isMean: Bool {
    switch self {
    case .serviceExpected, .homeServiceExpected, .lostExpected, .lostCVaR,
      .homeLostLeastExpected, .homeLostMostExpected, .homeServiceLeastExpected,
      .homeServiceMostExpected:
      true
    case .serviceWorst, .homeServiceWorst, .lostWorst, .timeToSurvive, .stockShared,
      .timeToSurviveProRata, .homeLostLeastWorst, .homeLostMostWorst, .homeServiceLeastWorst,
      .homeServiceMostWorst, .serviceUndisturbed:
      false
    }
  }
}

extension RunFigure.CoordinationMeasure {
  fileprivate var unit: FigureUnit {
    switch self {
    case .jointCost, .price: .discountedMoney
    case .duplicatedCapex, .idleCapex: .money
    case .idleCapacity: .unitsAYear
    }
  }

  fileprivate var meaning: String {
    switch self {
    case .jointCost: "Total cost of the joint plan, without penalties and risk."
    case .price:
      "What the goals cost in unilateral plans minus what they cost in the joint plan: (cost with goals − cost "
        + "without) of the sum, minus the same of the joint plan."
    case .duplicatedCapex: "capex minus that of the joint plan."
    case .idleCapacity: "unused_capacity minus that of the joint plan."
    case .idleCapex: "unused_capex minus that of the joint plan."
    }
  }
}
