import Analysis

private let withoutSuchPlan = "the plan without goals was not made"

extension BillFigures: DescribedJSON {
  package static let objectTitle = "Bills of a plan"
}

extension BillFigures.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .home: .number(.discountedMoney, "Home's bill.")
    case .homeWithoutGoals:
      .number(.discountedMoney, "The same in the plan without goals.", absent: withoutSuchPlan)
    case .others:
      .list(
        of: BillFigures.Payer.self,
        "Regions outside home that pay something in one of the plans, by id.")
    case .content: .object(Content.self, "Where the money goes that home pays for goods.")
    case .contracts:
      .list(
        of: ContractPayment.self,
        "What home pays other regions above cost under contracts with a price, by id of the region. It is part of its "
          + "bill."
      )
    case .contractRevenue:
      .number(
        .discountedMoney,
        "What home gets from other regions above cost under contracts with a price. Its bill is less by that."
      )
    case .contractRevenueWithoutGoals:
      .number(.discountedMoney, "The same in the plan without goals.", absent: withoutSuchPlan)
    case .contractPrices:
      .list(
        of: ContractPrice.self,
        "What is paid under each contract with a price or a floor into or out of home, by period.",
        absent: "an earlier version wrote the file")
    case .tariffs:
      .number(
        .discountedMoney,
        "Tariffs on what arrives at home, whoever pays them: revenue of home.")
    case .tariffsWithoutGoals:
      .number(.discountedMoney, "The same in the plan without goals.", absent: withoutSuchPlan)
    case .shortages:
      .number(
        .discountedMoney,
        "The part of home's bill that is the cost of its shortages. Nobody pays it in money.")
    case .shortagesWithoutGoals:
      .number(.discountedMoney, "The same in the plan without goals.", absent: withoutSuchPlan)
    }
  }
}

extension BillFigures.Payer: DescribedJSON {
  package static let objectTitle = "Bill of a region"
}

extension BillFigures.Payer.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .payer: .text("Id of the region that pays.")
    case .bill: .number(.discountedMoney, "Its bill.")
    case .billWithoutGoals:
      .number(.discountedMoney, "The same in the plan without goals.", absent: withoutSuchPlan)
    }
  }
}

extension ContractPayment: DescribedJSON {
  package static let objectTitle = "What home pays a region above cost"
}

extension ContractPayment.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .region: .text("Id of the region in which the seller is.")
    case .amount:
      .number(
        .discountedMoney, "What home pays it above cost in its goods; below 0 if it pays less.")
    case .amountWithoutGoals:
      .number(.discountedMoney, "The same in the plan without goals.", absent: withoutSuchPlan)
    }
  }
}

extension ContractPrice: DescribedJSON {
  package static let objectTitle = "Price under a contract"
}

extension ContractPrice.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .contract: .text("Id of the contract.")
    case .commodity: .text("Id of its commodity.")
    case .origin: .text("Id of the region in which it is made, which gets the difference.")
    case .destination: .text("Id of the region in which it is used.")
    case .period: .text("Label of the period.")
    case .quantity: .number(.unitsAYear, "The contract's part of the flow.")
    case .price: .number(.moneyPerUnit, "What is paid for a unit where it is shipped.")
    case .averageCost:
      .number(
        .moneyPerUnit,
        "What a unit costs where it is shipped, at average cost, without what contracts move.")
    case .aboveCost:
      .number(.moneyAYear, "quantity × (price − average_cost); below 0: less than cost is paid.")
    }
  }
}

extension Content: DescribedJSON {
  package static let objectTitle = "Content of home's goods"
}

extension Content.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .parts:
      .list(
        of: Content.Part.self,
        "Home, then the blocs that the parameters `partners`, `region` and `rival` name, then elsewhere. Each region "
          + "counts once, in the first part that has it; parts without a region are left out. Empty where home pays nothing "
          + "for goods.")
    }
  }
}

extension Content.Part: DescribedJSON {
  package static let objectTitle = "Part of the content"
}

extension Content.Part.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .part: .text("`home`, `partners`, `region`, `rival` or `elsewhere`.")
    case .bloc: .text("Id of the region or bloc; empty for `elsewhere`.")
    case .share:
      .number(
        .share,
        "The share of the money that is spent there, tariffs, shortages and contracts left out.")
    case .shareWithoutGoals:
      .number(
        .share, "The same in the plan without goals.",
        absent: "\(withoutSuchPlan), or home pays nothing for goods in it")
    case .isRest:
      .boolean(
        "Whether some regions of the bloc count in a part before it, so that this part is the rest of the bloc."
      )
    }
  }
}
