public import Analysis
import Formulation
import LinearProgramming
import Planning
import Sourcing

extension Summary {
  /// The plan for the same model without its goals, by the same figures as the plan.
  public struct WithoutGoals: Codable, Sendable {
    /// As ``Summary/status``.
    public var status: String
    /// Its objective; nil if the status is not `optimal`.
    @Nullable public var objective: Double?
    /// Its total cost, discounted, without penalties and risk; nil if the status is not `optimal`.
    @Nullable public var cost: Double?
    /// Its discounted cost by category; nil without a plan, as all that follows, and in summaries of earlier versions.
    public var categories: [CostCategory: Double]?
    /// As ``Summary/suppliers``, with the commodities that the goals are about.
    public var suppliers: [Suppliers]?
    /// As ``Summary/orders``.
    public var orders: [PlacedOrder]?
    /// As ``Summary/support``.
    public var support: [PayerSupport]?
    /// As ``Summary/stockHeld``.
    public var stockHeld: Double?
    /// As ``Summary/unserved``.
    public var unserved: [UnservedDemand]?
    /// What has changed since it was made, of a stored plan; nil if nothing has, or if it was found with the plan.
    public var changesSince: [String]?

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case status, objective, cost, categories, suppliers, orders, support
      case stockHeld = "stock_held"
      case unserved
      case changesSince = "changes_since"
    }

    /// The figures of a plan without goals.
    ///
    /// - Parameters:
    ///   - result: how planning without goals ended.
    ///   - model: the model with its goals, which say what commodities the figures are about.
    init(_ result: PlanningResult, beside model: Model) {
      status = result.termination.rawValue
      guard result.termination == .optimal, let plan = result.plan else { return }
      objective = result.objective
      cost = result.cost
      let instance = result.program.instance
      let view = PlanView(instance: instance, model: model, plan: plan)
      let costs = PlanCosts(view).wholeHorizon
      categories = CostCategory.allCases.reduce(into: [:]) { $0[$1] = costs[$1] }
      suppliers = view.suppliersOfHome
      orders = view.placedOrders
      support = orders.map(PayerSupport.all)
      stockHeld = view.valueOfStocks(in: instance.horizon.last)
      unserved = view.unservedDemand
    }
  }
}

extension Summary.WithoutGoals: DescribedJSON {
  package static let objectTitle = "The model without its goals"
}

extension Summary.WithoutGoals.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .status: .text("As the status of the summary.")
    case .objective:
      .number(.objective, "Its objective.", null: Self.noPlan)
    case .cost:
      .number(
        .discountedMoney, "Its total cost, without penalties and risk.", null: Self.noPlan)
    case .categories:
      .map(
        by: "category", .number(.discountedMoney), "The same by category of cost.",
        absent: Self.noFigure)
    case .suppliers:
      .list(
        of: Suppliers.self, "Who supplies home with the commodities in `suppliers` of the summary.",
        absent: Self.noFigure)
    case .orders:
      .list(
        of: PlacedOrder.self, "What it orders of projects.",
        absent: "the model can order nothing, or \(Self.noFigure)")
    case .support:
      .list(
        of: PayerSupport.self, "What each payer pays of its orders.",
        absent: "`orders` is not there")
    case .stockHeld:
      .number(
        .money, "Value of all its stocks at the end of the last period.", absent: Self.noFigure)
    case .unserved:
      .list(
        of: UnservedDemand.self, "Where it does not serve demand.", absent: Self.noFigure)
    case .changesSince:
      .texts(
        "What has changed since it was made: it is a stored plan, used with `--allow-changed`.",
        absent: "nothing has changed, or it was found with the plan")
    }
  }

  private static let noPlan = "status is not `optimal`"
  private static let noFigure = "status is not `optimal`, or an earlier version wrote the file"
}
