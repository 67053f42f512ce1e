import Sourcing

/// What a plan means for those who pay, over the horizon: discounted money.
public struct BillFigures: Sendable, Codable {
  /// A region outside home.
  public struct Payer: Sendable, Codable, Hashable {
    /// Id of the region.
    public var payer: String
    /// Its bill, discounted money.
    public var bill: Double
    /// The same in the plan without goals; nil if there is no such plan.
    public var billWithoutGoals: Double?

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case payer, bill
      case billWithoutGoals = "bill_without_goals"
    }

    /// How much more it pays than in the plan without goals, below 0 if less; nil if there is no such plan.
    public var change: Double? { billWithoutGoals.map { bill - $0 } }
  }

  /// The bill of home.
  public var home: Double
  /// The same in the plan without goals; nil if there is no such plan.
  public var homeWithoutGoals: Double?
  /// The regions outside home that pay something in one of the plans, by id.
  public var others: [Payer]
  /// Where the money goes that home pays for goods.
  public var content: Content
  /// What home pays other regions above cost under contracts with a price, by id of the region.
  public var contracts: [ContractPayment]
  /// What home gets from other regions above cost under contracts with a price, discounted money.
  public var contractRevenue: Double
  /// The same in the plan without goals; nil if there is no such plan.
  public var contractRevenueWithoutGoals: Double?
  /// What is paid under each contract with a price into or out of home; nil in summaries of earlier versions.
  public var contractPrices: [ContractPrice]?
  /// Tariffs on what arrives at home, whoever pays them. They are revenue of home.
  public var tariffs: Double
  /// The same in the plan without goals; nil if there is no such plan.
  public var tariffsWithoutGoals: Double?
  /// The part of ``home`` that is the cost of its shortages. Nobody pays it in money.
  public var shortages: Double
  /// The same in the plan without goals; nil if there is no such plan.
  public var shortagesWithoutGoals: Double?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case home
    case homeWithoutGoals = "home_without_goals"
    case others, content, contracts
    case contractRevenue = "contract_revenue"
    case contractRevenueWithoutGoals = "contract_revenue_without_goals"
    case contractPrices = "contract_prices"
    case tariffs
    case tariffsWithoutGoals = "tariffs_without_goals"
    case shortages
    case shortagesWithoutGoals = "shortages_without_goals"
  }

  /// The figures of a plan.
  ///
  /// - Parameters:
  ///   - bills: the bills of the plan and of the plan without goals.
  ///   - view: the plan.
  public init(_ bills: BillComparison, of view: PlanView) {
    let instance = view.instance
    let members = instance.home.members
    home = bills.plan.bill(of: members)
    homeWithoutGoals = bills.withoutGoals?.bill(of: members)
    content = Content(bills.plan, withoutGoals: bills.withoutGoals, of: view)
    contracts = ContractPayment.all(bills, of: instance)
    contractRevenue = ContractPayment.revenue(of: members, in: bills.plan)
    contractRevenueWithoutGoals = bills.withoutGoals.map {
      ContractPayment.revenue(of: members, in: $0)
    }
    contractPrices = ContractPrice.all(bills.plan, of: instance) {
      members.contains($0.origin) || members.contains($0.destination)
    }
    tariffs = bills.plan.tariffs(spentIn: members)
    tariffsWithoutGoals = bills.withoutGoals?.tariffs(spentIn: members)
    shortages = bills.plan.shortages(of: members)
    shortagesWithoutGoals = bills.withoutGoals?.shortages(of: members)
    let (plan, withoutGoals) = (bills.plan.byPayer, bills.withoutGoals?.byPayer)
    others = instance.regions.indices.filter { !members.contains($0) }
      .map { region in
        Payer(
          payer: instance.regions[region].id, bill: plan[region] ?? 0,
          billWithoutGoals: withoutGoals.map { $0[region] ?? 0 })
      }
      .filter { $0.bill != 0 || ($0.billWithoutGoals ?? 0) != 0 }
      .sorted { $0.payer < $1.payer }
  }
}
