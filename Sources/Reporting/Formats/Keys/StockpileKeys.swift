extension StockpileSummary: DescribedJSON {
  package static let objectTitle = "Stockpiles by sharing arrangement"
}

extension StockpileSummary.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .instance: .text("Name of the instance.")
    case .parameters: .map(by: "parameter", .text, "Values of the model's parameters.")
    case .assumptions: .movedAssumptions
    case .currency: .text("Currency of the instance.")
    case .members: .texts("Ids of the members.")
    case .commodities: .texts("Ids of the commodities whose stocks are sized.")
    case .disruptions: .texts("Ids of the disruptions.")
    case .arrangements:
      .list(of: StockpileSummary.Arrangement.self, "One for each sharing arrangement.")
    case .splits:
      .list(
        of: StockpileSummary.Division.self,
        "One for each sharing arrangement but `own`; empty without `--split`.")
    case .serviceAsked: .number(.share, "The service level of `--service`.")
    }
  }
}

extension StockpileSummary.Arrangement: DescribedJSON {
  package static let objectTitle = "Stockpiles under an arrangement"
}

extension StockpileSummary.Arrangement.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .sharing: .text("The sharing arrangement.")
    case .service: .number(.share, "What every member reaches in every disruption.")
    case .reached: .boolean("Whether that is the service level.")
    case .stock:
      .number(
        .units, "Stock of all members.", null: "there are several commodities")
    case .stockValue:
      .number(
        .money, "Stock of all members, of all commodities, at their prices.",
        null: "a commodity in stock has no price")
    case .stockCost: .number(.moneyAYear, "Cost of holding it.")
    case .saving:
      .number(
        .moneyAYear, "stock_cost without sharing − stock_cost.",
        null: "the service level is not reached, with this arrangement or without sharing")
    case .commodities:
      .list(
        of: StockpileSummary.Commodity.self, "One for each commodity, all members together.")
    case .members: .list(of: StockpileSummary.Member.self, "One for each member.")
    case .buyList:
      .list(
        of: StockpileSummary.Entry.self, "One for each member and commodity that it stocks.")
    case .purchaseCost:
      .number(.money, "Sum of the costs in buy_list that are not null, once.")
    case .transfers:
      .list(
        of: StockpileSummary.Transfer.self,
        "What members give each other in each disruption; a member uses its own stock first.")
    case .stockpiles: .list(of: StockpileSummary.Stock.self, "One for each stockpile of a member.")
    case .shortfalls:
      .list(
        of: StockpileSummary.Shortfall.self,
        "One for each member and commodity for which the service level cannot be reached.")
    }
  }
}

extension StockpileSummary.Stock: DescribedJSON {
  package static let objectTitle = "Stockpile of a member"
}

extension StockpileSummary.Stock.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .stockpile: .text("Id of the stockpile.")
    case .region: .text("Id of the member.")
    case .commodity: .text("Id of the commodity.")
    case .size: .number(.units, "Least-cost level at the start of every disruption.")
    case .stockCost: .number(.moneyAYear, "Cost of holding it.")
    }
  }
}

extension StockpileSummary.Shortfall: DescribedJSON {
  package static let objectTitle = "Member that cannot reach the service level"
}

extension StockpileSummary.Shortfall.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .region: .text("Id of the member.")
    case .commodity: .text("Id of the commodity.")
    case .service: .number(.share, "The most that can be reached in every disruption.")
    case .disruptions: .texts("Ids of the disruptions in which no more can be reached.")
    case .together:
      .boolean("Whether all of limited_by must be lifted together to serve more.")
    case .limitedBy:
      .list(
        of: StockpileSummary.Shortfall.Limit.self,
        "What limits it; empty if nothing in the instance could serve more.",
        null: "that was not found, since the time limit or a failure of the solver came first")
    }
  }
}

extension StockpileSummary.Shortfall.Limit: DescribedJSON {
  package static let objectTitle = "What limits a member"
}

extension StockpileSummary.Shortfall.Limit.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .limit:
      .text("`stockpile_capacity`, `stock_release`, `production`, `lanes` or `market`.")
    case .service: .number(.share, "The most that can be reached without it.")
    }
  }
}

extension StockpileSummary.Division: DescribedJSON {
  package static let objectTitle = "Splits of the saving"
}

extension StockpileSummary.Division.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .sharing: .text("The arrangement.")
    case .splits:
      .object(
        SplitSummary.self,
        "Splits of the saving among the members. The unit of the game is money a year.")
    case .ownCost:
      .map(by: "member", .number(.moneyAYear), "The member's stock cost without sharing.")
    case .stockCost:
      .map(
        by: "member", .number(.moneyAYear),
        "What the stock that the member holds under the arrangement costs.")
    }
  }
}
