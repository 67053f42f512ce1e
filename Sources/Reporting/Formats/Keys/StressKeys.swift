extension StressSummary: DescribedJSON {
  package static let objectTitle = "Plan in disruptions"
}

extension StressSummary.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .instance: .text("Name of the instance.")
    case .model: .text("Name of the model.")
    case .parameters: .map(by: "parameter", .text, "Values of the model's parameters.")
    case .assumptions: .movedAssumptions
    case .period: .text("Label of the period in which the disruptions start.")
    case .home: .text("Id of home's region or bloc.")
    case .allocation: .text(HomeTexts.allocation)
    case .horizonMonths: .number(.months, "Length of the window.")
    case .shortUndisturbed:
      .boolean(
        "Whether there is a shortage without any disruption. Times to survive then have no meaning."
      )
    case .disruptions:
      .list(
        of: StressSummary.Entry.self, "One for each sharing arrangement and disruption.")
    }
  }
}

extension StressSummary.Entry: DescribedJSON {
  package static let objectTitle = "Disruption"
}

extension StressSummary.Entry.CodingKeys: DescribedKeys {
  private var noDemand: String { HomeTexts.noDemand }

  package var definition: KeyDefinition {
    switch self {
    case .disruption: .text("Id of the disruption.")
    case .sharing: .text(TableDefinition.sharingMeaning)
    case .service:
      .number(
        .share,
        "Share of the world's demand over the window that is served, weighted by shortage cost.")
    case .lostValue: .number(.money, "The world's lost value over the window.")
    case .supplyCost:
      .number(
        .money,
        "The world's cost over the window, undiscounted: production, transport, tariffs, holding, and to buy again what "
          + "was drawn from stockpiles.")
    case .extraSupplyCost:
      .number(
        .money,
        "supply_cost minus that without a disruption, with the same sharing; negative if less is supplied."
      )
    case .stockUsed:
      .number(
        .money,
        "Value of everything drawn from stockpiles, by their own region and by others, at the prices of the period. "
          + "Commodities without a price do not count.")
    case .timeToSurvive:
      .number(
        .months,
        HomeTexts.timeToSurvive + "; horizon_months means that or more.", null: noDemand)
    case .timeToSurviveProRata: .number(.months, HomeTexts.proRata + ".", null: noDemand)
    case .homeServiceLeast:
      .number(
        .share,
        "Share of home's demand over the window that is served if home loses most, weighted by shortage cost.",
        null: noDemand)
    case .homeServiceMost: .number(.share, "The same if home loses least.", null: noDemand)
    case .homeService: .number(.share, "The same in the solution found.", null: noDemand)
    case .homeLostLeast: .number(.money, HomeTexts.lostLeast)
    case .homeLostMost: .number(.money, HomeTexts.lostMost)
    case .homeLostValue: .number(.money, "Lost value of home in the solution found.")
    case .exposed: .boolean("Whether a market of home is exposed.")
    case .markets:
      .list(of: StressSummary.Market.self, "One for each region and commodity with demand.")
    }
  }
}

extension StressSummary.Market: DescribedJSON {
  package static let objectTitle = "Market in a disruption"
}

extension StressSummary.Market.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .region: .text("Id of the region.")
    case .commodity: .text("Id of the commodity.")
    case .demand: .number(.units, "Demand over the window.")
    case .shortage: .number(.units, "Demand over the window that is not served.")
    case .service: .number(.share, "1 − shortage / demand in the solution found; 1 without demand.")
    case .serviceBest:
      .number(
        .share,
        "Largest possible service of this market, over all ways to react: what a resilience goal asks for."
      )
    case .lostValue: .number(.money, "Sum of shortage × shortage cost over the window.")
    case .worstMonth: .number(.month, "The month with the largest shortage.", null: "all is served")
    case .timeToSurvive:
      .number(
        .months,
        "Most months from month 1 on that the market can go without a shortage, if it is served before all others; "
          + "horizon_months means that or more.")
    case .exposed:
      .boolean(
        "Whether the time to survive is shorter than what the disruption lasts within "
          + "the window.")
    }
  }
}
