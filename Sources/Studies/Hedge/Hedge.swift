import Formulation
public import Sourcing

/// The best orders up to a period for many worlds, and what they are worth.
public struct Hedge: Sendable {
  /// One world with the common orders.
  public struct World: Sendable {
    /// Its name: that of a variation or of a sampled world.
    public var name: String
    /// How likely it is, from 0 to 1. Over all worlds with a plan the sum is 1.
    public var probability: Double
    /// The cost of its own best plan: the model's objective, with penalties; money, discounted.
    public var ownCost: Double
    /// The cost of its best plan with the common orders, in the same unit.
    public var cost: Double

    /// What the common orders cost it beyond its own best plan; at least 0.
    public var regret: Double { max(0, cost - ownCost) }
  }

  /// A world that is left out because it has no plan of its own.
  public struct LeftOut: Sendable, Hashable {
    /// Its name.
    public var name: String
  }

  /// An order of a project in a period.
  public struct Order: Sendable {
    /// The project.
    public var project: ProjectIndex
    /// When it is ordered.
    public var period: PeriodIndex
    /// Capacity, units a year: of an order that is not common the expected one over all worlds.
    public var capacity: Double
    /// Whether it is the same in all worlds.
    public var isCommon: Bool
    /// The least capacity over the worlds.
    public var least: Double
    /// The greatest capacity over the worlds.
    public var greatest: Double
  }

  /// What given orders up to the period would have cost: those of one option's plan for the instance as it is, or none.
  public struct OwnOrders: Sendable {
    /// Name of the option; nil: nothing is ordered.
    public var option: String?
    /// Whether the option has a plan for the instance as it is; if not, nothing else is known.
    public var hasPlan: Bool
    /// Ids of projects that its plan orders up to the period, and that the planned option's model does not choose in any
    /// world. Nothing else is then known.
    public var foreign: [String] = []
    /// The largest regret; nil if some world has no plan with these orders.
    public var worstRegret: Double?
    /// The expected cost; nil if some world has no plan with these orders.
    public var expectedCost: Double?
    /// The worlds that have no plan with these orders.
    public var impossible: [String]
    /// The cost of each world, in the order of the worlds; nil of one that has no plan with these orders. Empty if the
    /// option has no plan.
    public var costs: [Double?] = []
  }

  /// The least largest regret, or the least expected cost, if other orders are common.
  public struct Commitment: Sendable {
    /// The value; nil if no common orders exist in all worlds.
    public var value: Double?
    /// Whether the value is proven.
    public var isProven: Bool
  }

  /// What was asked.
  public var question: HedgeQuestion
  /// The model of the option, as it is read for the first world with a plan.
  public var model: Model
  /// The worlds with a plan of their own, `as-is` first.
  public var worlds: [World]
  /// The worlds without one.
  public var leftOut: [LeftOut]
  /// The orders, by project and period: the common ones, and then later ones.
  public var orders: [Order]
  /// No common orders have a smaller largest regret, or a smaller expected cost.
  public var bound: Double
  /// Whether the orders are proven to be the best ones. If not, the time ended first.
  public var isProven: Bool
  /// The few worlds that decide: over them alone the largest regret is as large; nil if that was not asked or not found in
  /// time, and of expected cost.
  public var deciding: [String]?
  /// If the orders of all periods are common; nil if that was not found in time.
  public var allCommon: Commitment?
  /// What the orders of each option's own plan would have cost; nil if that was not found in time.
  public var ownOrders: [OwnOrders]?
  /// What it would have cost to wait: to order nothing up to the period; nil if that was not found in time.
  public var waiting: OwnOrders?

  /// Ordering nothing, then the own orders of each option; empty if that was not found in time.
  public var fixedOrders: [OwnOrders] { ownOrders.map { [waiting].compactMap(\.self) + $0 } ?? [] }
  /// The instance as it is.
  public var instance: Instance { question.study.variations[0].instance }
  /// The largest regret over all worlds.
  public var worstRegret: Double { worlds.reduce(0) { max($0, $1.regret) } }
  /// Σ probability·cost.
  public var expectedCost: Double { worlds.reduce(0) { $0 + $1.probability * $1.cost } }
  /// Σ probability·own cost: the least expected cost of one who knows the world before ordering.
  public var expectedOwnCost: Double { worlds.reduce(0) { $0 + $1.probability * $1.ownCost } }
  /// The expected cost beyond ``expectedOwnCost``. For orders of least expected cost this is what it would be worth to know
  /// the world before ordering.
  public var valueOfKnowing: Double { max(0, expectedCost - expectedOwnCost) }
  /// The value of the criterion: the largest regret or the expected cost.
  public var value: Double {
    question.criterion == .regret ? worstRegret : expectedCost
  }
  /// Its value if no orders are common.
  public var valueWithoutCommonOrders: Double {
    question.criterion == .regret ? 0 : expectedOwnCost
  }
  /// The worlds in which the largest regret is met, to within 0.01 % of it; empty if it is 0.
  public var worst: [World] {
    let largest = worstRegret
    guard largest > 0 else { return [] }
    return worlds.filter { $0.regret >= largest - 1e-4 * largest }
  }
}

/// How the search for common orders ended.
public enum HedgeResult: Sendable {
  /// Common orders were found.
  case found(Hedge)
  /// No orders are possible in all worlds: these cannot share orders, although any part of them can.
  case noCommonOrders(worlds: [String], leftOut: [Hedge.LeftOut])
  /// No world has a plan of its own.
  case noPlan
}
