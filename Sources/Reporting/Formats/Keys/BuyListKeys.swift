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

extension StockpileSummary.Entry: DescribedJSON {
  package static let objectTitle = "Entry of the buy list"
}

extension StockpileSummary.Entry.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .region: .text(BuyListTexts.region)
    case .commodity: .text(BuyListTexts.commodity)
    case .unit: .text(BuyListTexts.unit)
    case .have: .number(.units, BuyListTexts.have)
    case .haveMonths: .number(.months, BuyListTexts.haveMonths, null: BuyListTexts.noUse)
    case .need: .number(.units, BuyListTexts.need)
    case .needMonths: .number(.months, BuyListTexts.needMonths, null: BuyListTexts.noUse)
    case .add: .number(.units, BuyListTexts.add)
    case .spare: .number(.units, BuyListTexts.spare)
    case .price: .number(.moneyPerUnit, BuyListTexts.price, null: BuyListTexts.noPrice)
    case .cost: .number(.money, BuyListTexts.cost, null: BuyListTexts.noCost)
    case .stockCost: .number(.moneyAYear, BuyListTexts.stockCost)
    case .deciding:
      .texts(
        "Ids of the disruptions that need this stock, sorted. Without all of them less would do.",
        null: BuyListTexts.notFound)
    }
  }
}

extension StockpileSummary.Transfer: DescribedJSON {
  package static let objectTitle = "Transfer between members"
}

extension StockpileSummary.Transfer.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .disruption: .text(BuyListTexts.disruption)
    case .commodity: .text(BuyListTexts.commodity)
    case .from: .text(BuyListTexts.from)
    case .to: .text(BuyListTexts.to)
    case .month: .number(.month, BuyListTexts.month)
    case .quantity: .number(.units, BuyListTexts.quantity)
    }
  }
}
