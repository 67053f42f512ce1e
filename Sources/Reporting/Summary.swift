public import Analysis
import Formulation
public import Foundation
import LinearProgramming
public import Planning
import Sourcing

/// What `summary.json` holds: instance, model and parameters, and the figures of the answer. A report of a stored
/// plan needs the keys from `home` on.
public struct Summary: Codable, Sendable {
  /// An instance or a model that was read.
  public struct Source: Codable, Sendable {
    /// Its name.
    public var name: String
    /// Its title; empty if there is none.
    public var title: String
    /// SHA-256 of what was read.
    public var hash: String

    package enum CodingKeys: String, CodingKey, CaseIterable { case name, title, hash }
  }
  /// Wall-clock seconds.
  public struct Times: Codable, Sendable {
    /// To read instance and model.
    public var read = 0.0
    /// To write the linear program.
    public var build = 0.0
    /// To solve it.
    public var solve = 0.0
    /// To make the tables.
    public var extract = 0.0
    /// To write the folder.
    public var write = 0.0
    /// All together.
    public var total = 0.0
    /// Times of 0.
    public init() {}

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case read, build, solve, extract, write, total
    }
  }
  /// What more knowledge is worth to a model with `risk`, discounted (`RiskValue`).
  public struct Risk: Codable, Sendable {
    /// EVPI, the value of perfect information.
    public var perfectInformation: Double
    /// VSS, the value of the stochastic solution.
    public var stochasticSolution: Double

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case perfectInformation = "value_of_perfect_information"
      case stochasticSolution = "value_of_stochastic_solution"
    }

    /// Takes the figures over.
    public init(_ value: RiskValue) {
      perfectInformation = value.perfectInformation
      stochasticSolution = value.stochasticSolution
    }
  }

  /// The instance.
  public var instance: Source
  /// The model.
  public var model: Source
  /// Values of the model's parameters, by name.
  public var parameters: [String: String]
  /// Names of those that the model takes; nil in summaries of earlier versions.
  public var parametersTaken: [String]?
  /// Names of those whose values limit nothing, such as a share of at most 100 %; nil for none.
  public var parametersWithoutEffect: [String]?
  /// Parameters that were set from outside the model (`--set`), as texts; nil in summaries of earlier versions.
  public var settings: [String: String]?
  /// The place z of each assumption that is moved, by id; nil if none is.
  public var assumptions: [String: Double]?
  /// `optimal`, `infeasible`, `time-limit`, or another of the solver's reasons.
  public var status: String
  /// True where branch and cut found no plan, but to prove that takes too many branches; else not there.
  public var unproven: Bool?
  /// Value of the last objective; nil without a plan.
  @Nullable public var objective: Double?
  /// What was minimised, in this order: `cost`, `capex`, `support`, `shortage`, `flow` or `loss`.
  public var stages: [String]
  /// Whether cost as minimised has the risk of disruptions in it.
  public var includesRisk: Bool
  /// Discounted, without penalties and risk.
  @Nullable public var cost: Double?
  /// Discounted cost by category.
  public var categories: [CostCategory: Double]
  /// Home's bill, discounted; nil without a plan.
  @Nullable public var bill: Double?
  /// The same in the plan without goals; nil if there is no such plan.
  @Nullable public var billWithoutGoals: Double?
  /// Who else pays, and where home's money goes; nil without a plan.
  public var bills: BillFigures?
  /// Name and version of the solver.
  public var solver: String
  /// Size of the plan's linear program.
  public var sizes: ProgramSizes
  /// Simplex iterations of all solves.
  public var iterations: Int
  /// nil in a run of a study, whose times are in a file of their own.
  public var times: Times? = Times()

  /// Id of home.
  public var home: String
  /// Currency of the instance.
  public var currency: String
  /// Unit of each commodity and group, by id.
  public var units: [String: String]
  /// Commodities and groups that the goals are about.
  public var focus: [String]
  /// Names of regions and commodities; nil in summaries of earlier versions.
  public var names: Names?
  /// What each region is to home, and where it lies; nil in summaries of earlier versions.
  public var regions: [RegionPlace]?
  /// Labels of all periods.
  public var periods: [String]
  /// How the plan meets each bound of the goals.
  public var goals: [GoalStanding]
  /// Who supplies home with the focus, or with what it demands.
  public var suppliers: [Suppliers]
  /// Stockpiles that tell something about the plan; nil in summaries of earlier versions.
  public var stocks: [HeldStock]?
  /// nil if the model could order nothing, and without a plan.
  public var orders: [PlacedOrder]?
  /// What each payer pays of the orders; nil without ``orders``, and in summaries of earlier versions.
  public var support: [PayerSupport]?
  /// Value of the stocks of all regions at the end of the last period, money; nil without a plan, and in
  /// summaries of earlier versions.
  public var stockHeld: Double?
  /// Where demand is not served.
  public var unserved: [UnservedDemand]
  /// nil if the model has no goals, without a plan, and where it was not solved.
  public var withoutGoals: WithoutGoals?
  /// nil if the model has no `risk`, or where the values were not found.
  public var risk: Risk?
  /// Home's final use at marginal costs; nil where no period has them, and in summaries of earlier versions.
  public var homeUseAtMarginalCosts: FinalUseAtMarginalCosts?
  /// The sources of the tables that the plan uses, those of most rows first; nil where there are none, without a plan,
  /// and in summaries of earlier versions.
  public var sources: [CitedSource]?
  /// How many checks against published figures hold in the plan without goals; nil if the instance has none, and where
  /// it was not worked out.
  public var checks: CheckStanding?
  /// How far the main figures move with the assumptions of the instance; nil where no worlds were planned.
  public var ranges: Ranges?
  /// Warnings for the goals, a sentence each.
  public var warnings: [String]
  /// Limits of the instance that bind, the most important first; six at most.
  public var bottlenecks: [Bottleneck]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case instance, model, parameters
    case parametersTaken = "parameters_taken"
    case parametersWithoutEffect = "parameters_without_effect"
    case settings, assumptions, status, unproven, objective, stages
    case includesRisk = "includes_risk"
    case cost, categories, bill
    case billWithoutGoals = "bill_without_goals"
    case bills, solver, sizes, iterations, times, home, currency, units, focus
    case names, regions, periods
    case goals, suppliers, stocks, orders, support
    case stockHeld = "stock_held"
    case unserved
    case withoutGoals = "without_goals"
    case risk
    case homeUseAtMarginalCosts = "home_use_at_marginal_costs"
    case sources, checks, ranges, warnings, bottlenecks
  }

  /// The summary of a plan, or of the question where there is no plan.
  ///
  /// - Parameters:
  ///   - result: how planning ended.
  ///   - view: of the plan; nil if there is none.
  ///   - bills: of the plan and of the plan without goals; nil without a plan.
  ///   - withoutGoals: the plan for the same model without goals; nil if it was not made.
  ///   - solver: name of the solver.
  public init(
    _ result: PlanningResult, view: PlanView?, bills: BillComparison?,
    withoutGoals: PlanningResult?, solver: String
  ) {
    let program = result.program
    let (instance, model) = (program.instance, program.model)
    self.instance = Source(
      name: instance.name, title: instance.title, hash: instance.contentHash)
    self.model = Source(name: model.name, title: model.title, hash: model.contentHash)
    parameters = model.parameters
    parametersTaken = model.parametersTaken
    let idle = model.parametersWithoutEffect(in: view?.goalStandings ?? [])
    parametersWithoutEffect = idle.isEmpty ? nil : idle
    settings = model.source?.settings
    assumptions = instance.assumptionsAsKey
    stages = model.objective.map(\.quantity.name.rawValue)
    includesRisk = model.risk != nil
    status = result.termination.rawValue
    unproven = result.solution.isUnproven ? true : nil
    self.solver = solver
    iterations = result.iterations
    sizes = ProgramSizes(program)
    home = instance.home.id
    currency = instance.currency
    focus = Focus.all(of: model, in: instance).map(\.id)
    names = Names(instance)
    regions = RegionPlace.all(in: instance, for: model)
    periods = instance.horizon.periods.map(\.label)
    goals = view?.goalStandings ?? []
    suppliers = view?.suppliersOfHome ?? []
    stocks = view?.stocksThatMatter ?? []
    orders = view?.placedOrders
    if let view, let bills {
      homeUseAtMarginalCosts = view.finalUseAtMarginalCosts(
        of: instance.home.members, bills: bills.plan)
    }
    support = orders.map(PayerSupport.all)
    stockHeld = view.map { $0.valueOfStocks(in: instance.horizon.last) }
    unserved = view?.unservedDemand ?? []
    units = Self.units(instance, view)
    sources = view.flatMap { _ in CitedSource.all(of: instance, for: model) }
    warnings = view?.goalWarnings ?? []
    bottlenecks = result.bottlenecks(limit: 6)
    categories = [:]
    if let view {
      let costs = PlanCosts(view).wholeHorizon
      for category in CostCategory.allCases { categories[category] = costs[category] }
      objective = result.objective
      cost = result.cost
      self.bills = bills.map { BillFigures($0, of: view) }
    }
    bill = self.bills?.home
    billWithoutGoals = self.bills?.homeWithoutGoals
    self.withoutGoals = withoutGoals.map { WithoutGoals($0, beside: model) }
  }

  private static func units(_ instance: Instance, _ view: PlanView?) -> [String: String] {
    var units: [String: String] = [:]
    for commodity in instance.commodities { units[commodity.id] = commodity.unit }
    for group in view?.groups ?? [] {
      units[group.id] = group.members.first.map { instance.commodities[$0].unit }
    }
    return units
  }

  /// The JSON text, keys sorted, a line feed at its end.
  ///
  /// - Throws: `EncodingError`.
  public func json() throws -> Data { try sortedJSON(self) }
}
