public import Sourcing

/// What a plan achieves of one bound of a goal, in all periods in which it holds. A goal has one standing for
/// each bound, region (with `each`), commodity and disruption.
public struct GoalStanding: Sendable, Codable {
  /// The values in one period. Target, achieved and slack are in the goal's ``GoalStanding/unit``.
  public struct Entry: Sendable, Codable {
    /// The period's label; nil if the goal is one for several periods together.
    public var period: String?
    /// The target of the bound.
    public var target: Double
    /// What the plan achieves, computed from the plan; 0 for a share of nothing.
    public var achieved: Double
    /// target − achieved for `at_most`, achieved − target for `at_least`; negative if the target is missed. For
    /// a share of nothing at least 0.
    public var slack: Double
    /// Whether |slack| is no more than rounding.
    public var isBinding: Bool
    /// Whether the target is missed by more than rounding.
    public var isMissed: Bool
    /// Change of the objective, discounted money, if the target rises by one step of the unit
    /// (`Goal.Unit.step`); nil if the plan has no dual values.
    public var shadowPrice: Double?
    /// Whether the target is met while demand for the goal's commodity is not served, as
    /// `GoalOutcome.isMetByServingLess` defines it.
    public var isMetByServingLess: Bool

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case period, target, achieved, slack
      case isBinding = "binding"
      case isMissed = "missed"
      case shadowPrice = "shadow_price"
      case isMetByServingLess = "met_by_serving_less"
    }
  }

  /// The name that ``PlanView/name(of:)`` gives.
  public var name: String
  /// The kind of the goal, as models write it.
  public var kind: String
  /// The unit of targets.
  public var unit: Goal.Unit
  /// The side of the target that is allowed.
  public var direction: Goal.Direction
  /// Whether the bound is the one for every month of a resilience goal, and not the one for the whole window.
  public var isEachMonth: Bool
  /// The values, by period. Empty if the goal has no effect on any plan.
  public var entries: [Entry]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case name = "goal"
    case kind, unit, direction
    case isEachMonth = "each_month"
    case entries
  }

  /// Labels of the periods in which the bound holds.
  public var periods: [String] { entries.compactMap(\.period) }
  /// The entries in which the target is missed.
  public var missed: [Entry] { entries.filter(\.isMissed) }
}

extension GoalStanding {
  /// The standings of some outcomes, one for each bound, in the order in which the outcomes first name them.
  public static func all(of outcomes: [GoalOutcome], in instance: Instance, _ model: Model)
    -> [GoalStanding]
  {
    grouped(outcomes, in: instance, model).map(\.standing)
  }

  /// The standings of ``all(of:in:_:)``, each with the figure that it bounds.
  static func grouped(_ outcomes: [GoalOutcome], in instance: Instance, _ model: Model)
    -> [(figure: GoalFigure, standing: GoalStanding)]
  {
    var standings: [(figure: GoalFigure, standing: GoalStanding)] = []
    var places: [BoundKey: Int] = [:]
    for outcome in outcomes {
      let kind = model.goals[outcome.goal].kind
      let key = BoundKey(figure: GoalFigure(outcome, of: kind), direction: outcome.direction)
      let place = places[key] ?? standings.count
      if place == standings.count {
        places[key] = place
        let standing = GoalStanding(
          name: outcome.name(in: instance, model), kind: kind.name.rawValue, unit: kind.unit,
          direction: outcome.direction, isEachMonth: outcome.isEachMonth, entries: [])
        standings.append((key.figure, standing))
      }
      standings[place].standing.entries.append(
        Entry(outcome, unit: kind.unit, horizon: instance.horizon))
    }
    return standings
  }

  /// The standings of the goals that have no effect on any plan, without entries.
  public static func idle(in model: Model) -> [GoalStanding] {
    model.goals.filter { $0.idleness != nil }.flatMap { goal in
      goal.allBounds.map { direction, isEachMonth in
        GoalStanding(
          name: goal.name, kind: goal.kind.name.rawValue, unit: goal.kind.unit,
          direction: direction, isEachMonth: isEachMonth, entries: [])
      }
    }
  }

  /// Whether the goal has no effect on any plan.
  public var isIdle: Bool { entries.isEmpty }

  /// The name; with `, each month` for the bound for every month of a resilience goal.
  public var title: String { isEachMonth ? "\(name), each month" : name }
}

extension GoalStanding.Entry {
  fileprivate init(_ outcome: GoalOutcome, unit: Goal.Unit, horizon: Horizon) {
    period = outcome.period.map { horizon[$0].label }
    target = outcome.target
    achieved = outcome.achieved
    slack = outcome.slack
    isBinding = outcome.isBinding
    isMissed = outcome.isMissed
    shadowPrice = outcome.shadowPrice(in: unit)
    isMetByServingLess = outcome.isMetByServingLess
  }
}

extension GoalOutcome {
  /// Change of the objective, discounted money, if the target rises by one step of its unit: by a percentage
  /// point of a share, 0.01 of an index, a day, or 1 of money. Of a mixed-integer program it holds with the
  /// integers fixed. Nil if the plan has no dual values.
  public func shadowPrice(in unit: Goal.Unit) -> Double? { shadowPrice.map { $0 * unit.step } }

  /// The goal's name; followed by the region, the commodity and the disruption if the goal has several of them.
  func name(in instance: Instance, _ model: Model) -> String {
    let goal = model.goals[goal]
    var name = goal.name
    if goal.each { name += "/\(subject.id)" }
    if goal.commodities.count > 1, let commodity { name += "/\(commodity.id)" }
    if goal.kind.disruptions.count > 1, let disruption {
      name += "/\(instance.disruptions[disruption].id)"
    }
    return name
  }
}

extension PlanView {
  /// The standings of all goals, one for each bound, in the order of the model; after them the goals that have
  /// no effect on any plan, without entries.
  public var goalStandings: [GoalStanding] {
    GoalStanding.all(of: goals, in: instance, model) + GoalStanding.idle(in: model)
  }

  /// `GoalOutcome/shadowPrice(in:)` in the unit of the outcome's goal.
  public func shadowPrice(of outcome: GoalOutcome) -> Double? {
    outcome.shadowPrice(in: model.goals[outcome.goal].kind.unit)
  }

  /// The goal's name; followed by the region, the commodity and the disruption if the goal has several of them.
  public func name(of outcome: GoalOutcome) -> String { outcome.name(in: instance, model) }
}

/// One bound of a figure.
private struct BoundKey: Hashable {
  var figure: GoalFigure
  var direction: Goal.Direction
}
