public import Analysis
import Formulation
public import Foundation
import LinearProgramming
public import Planning
import Sourcing

/// What `summary.json` holds: which question was asked of what, and the answer's key figures. The keys
/// from `home` on are what a stored plan's report needs.
public struct Summary: Codable, Sendable {
  public struct Source: Codable, Sendable {
    public var name: String
    public var title: String
    /// SHA-256 of what was read.
    public var hash: String
  }
  /// Wall-clock seconds.
  public struct Times: Codable, Sendable {
    public var read = 0.0
    public var build = 0.0
    public var solve = 0.0
    public var extract = 0.0
    public var write = 0.0
    public var total = 0.0
    public init() {}
  }
  /// The same model without its goals: what doing nothing would cost.
  public struct WithoutGoals: Codable, Sendable {
    public var status: String
    @Nullable public var objective: Double?
    @Nullable public var cost: Double?
  }

  /// What knowing more is worth to a model with `risk`, discounted (`RiskValue`).
  public struct Risk: Codable, Sendable {
    /// EVPI, the value of perfect information.
    public var perfectInformation: Double
    /// VSS, the value of the stochastic solution.
    public var stochasticSolution: Double

    enum CodingKeys: String, CodingKey {
      case perfectInformation = "value_of_perfect_information"
      case stochasticSolution = "value_of_stochastic_solution"
    }

    public init(_ value: RiskValue) {
      perfectInformation = value.perfectInformation
      stochasticSolution = value.stochasticSolution
    }
  }

  public var instance: Source
  public var model: Source
  public var parameters: [String: String]
  /// Names of those that the model takes; nil in summaries of earlier versions.
  public var parametersTaken: [String]?
  /// Parameters that were set from outside the model (`--set`), as texts; nil in summaries of earlier versions.
  public var settings: [String: String]?
  /// `optimal`, `infeasible`, `time-limit`, or another of the solver's reasons.
  public var status: String
  /// True where branch and cut found no plan, but to prove that takes too many branches; else not there.
  public var unproven: Bool?
  @Nullable public var objective: Double?
  /// What was minimised, in this order: `cost`, `capex`, `support`, `shortage`, `flow` or `loss`.
  public var stages: [String]
  /// Whether cost as minimised has the risk of disruptions in it.
  public var includesRisk: Bool
  /// Discounted, without penalties and risk.
  @Nullable public var cost: Double?
  /// Discounted cost by category.
  public var categories: [CostCategory: Double]
  public var solver: String
  public var sizes: ProgramSizes
  public var iterations: Int
  /// nil where times are kept elsewhere.
  public var times: Times? = Times()

  public var home: String
  public var currency: String
  public var units: [String: String]
  /// Commodities and groups that the goals are about.
  public var focus: [String]
  /// Labels of all periods.
  public var periods: [String]
  /// How the plan stands to each bound of the goals.
  public var goals: [GoalStanding]
  /// Who supplies home with the focus, or with what it demands.
  public var suppliers: [Suppliers]
  /// nil where the model could order nothing, and without a plan.
  public var orders: [PlacedOrder]?
  public var unserved: [UnservedDemand]
  public var withoutGoals: WithoutGoals?
  public var risk: Risk?
  public var warnings: [String]
  public var bottlenecks: [Bottleneck]

  enum CodingKeys: String, CodingKey {
    case instance, model, parameters, settings, status, objective, cost, categories, solver, sizes
    case iterations, times, home, currency, units, focus, risk, warnings, bottlenecks, stages
    case periods, goals, suppliers, orders, unserved, unproven
    case includesRisk = "includes_risk"
    case parametersTaken = "parameters_taken"
    case withoutGoals = "without_goals"
  }

  /// - Parameter view: of the plan; nil where there is none.
  public init(
    _ result: PlanningResult, view: PlanView?, withoutGoals: PlanningResult?, solver: String
  ) {
    let program = result.program
    let (instance, model) = (program.instance, program.model)
    self.instance = Source(
      name: instance.name, title: instance.title, hash: instance.contentHash)
    self.model = Source(name: model.name, title: model.title, hash: model.contentHash)
    parameters = model.parameters
    parametersTaken = model.parametersTaken
    settings = model.source?.settings
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
    periods = instance.horizon.periods.map(\.label)
    goals = view?.goalStandings ?? []
    suppliers = view?.suppliersOfHome ?? []
    orders = view?.placedOrders
    unserved = view?.unservedDemand ?? []
    units = Self.units(instance, view)
    warnings = view?.goalWarnings ?? []
    bottlenecks = result.bottlenecks(limit: 6)
    categories = [:]
    if let view {
      let costs = PlanCosts(view).wholeHorizon
      for category in CostCategory.allCases { categories[category] = costs[category] }
      objective = result.objective
      cost = result.cost
    }
    self.withoutGoals = withoutGoals.map {
      let isOptimal = $0.termination == .optimal
      return WithoutGoals(
        status: $0.termination.rawValue, objective: isOptimal ? $0.objective : nil,
        cost: isOptimal ? $0.cost : nil)
    }
  }

  private static func units(_ instance: Instance, _ view: PlanView?) -> [String: String] {
    var units: [String: String] = [:]
    for commodity in instance.commodities { units[commodity.id] = commodity.unit }
    for group in view?.groups ?? [] {
      units[group.id] = group.members.first.map { instance.commodities[$0].unit }
    }
    return units
  }

  public func json() throws -> Data { try sortedJSON(self) }
}
