extension StockpileSummary.Commodity: DescribedJSON {
  package static let objectTitle = "Commodity in the members' stocks"
}

extension StockpileSummary.Commodity.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .commodity: .text("Id of the commodity.")
    case .unit: .text("Unit of the commodity.")
    case .stock: .number(.units, "Stock of all members.")
    case .stockCost: .number(.moneyAYear, "Cost of holding it.")
    }
  }
}

extension StockpileSummary.Member: DescribedJSON {
  package static let objectTitle = "Member under an arrangement"
}

extension StockpileSummary.Member.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .region: .text("Id of the member.")
    case .stockCost: .number(.moneyAYear, "Cost of all stocks that the member holds.")
    case .saving:
      .number(
        .moneyAYear, "The member's stock_cost without sharing − stock_cost.",
        null: "the service level is not reached, with this arrangement or without sharing")
    }
  }
}

extension StockpileSummary.Purchase: DescribedJSON {
  package static let objectTitle = "Entry of the buy list"
}

extension StockpileSummary.Purchase.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    let noUse = "the member does not use the commodity in the period"
    return switch self {
    case .region: .text("Id of the member.")
    case .commodity: .text("Id of the commodity.")
    case .unit: .text("Unit of the commodity.")
    case .have: .number(.units, "Level at the start, as the instance has it.")
    case .haveMonths:
      .number(
        .months, "12 × have / what the member uses a year in the period of the disruptions.",
        null: noUse)
    case .need: .number(.units, "Least-cost level at the start of every disruption.")
    case .needMonths:
      .number(.months, "12 × need / what the member uses a year.", null: noUse)
    case .add: .number(.units, "need − have if that is above 0, else 0: what must be bought.")
    case .spare: .number(.units, "have − need if that is above 0, else 0.")
    case .price:
      .number(
        .moneyPerUnit, "Price of the commodity in the period of the disruptions.",
        null: "the instance has no price for it")
    case .cost:
      .number(
        .money, "add × price: what the purchase costs, once.",
        null: "something must be bought and has no price")
    case .keepingCost: .number(.moneyAYear, "Cost of holding the stock `need`.")
    case .deciding:
      .texts(
        "Ids of the disruptions that need this stock, sorted. Without all of them less would do.",
        null: "that was not found, because of the time limit or a failure of the solver")
    }
  }
}

extension StockpileSummary.Transfer: DescribedJSON {
  package static let objectTitle = "Transfer between members"
}

extension StockpileSummary.Transfer.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .disruption: .text("Id of the disruption.")
    case .commodity: .text("Id of the commodity.")
    case .from: .text("Id of the member that gives.")
    case .to: .text("Id of the member that receives.")
    case .month: .number(.month, "Month of the window.")
    case .quantity: .number(.units, "Amount given in the month. It arrives in the same month.")
    }
  }
}
