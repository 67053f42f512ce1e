public import Sourcing

/// How a plan stands to one bound of a goal, for one region or bloc, commodity and disruption, in each of
/// its periods.
public struct GoalStanding: Sendable, Codable {
  /// One period of it. Target, achieved and slack are in the goal's unit.
  public struct Entry: Sendable, Codable {
    /// The period's label; nil where the goal spans periods.
    public var period: String?
    /// The bound.
    public var target: Double
    /// What the plan reaches; a share of nothing is 0.
    public var achieved: Double
    /// How far the target is kept; negative where it is missed.
    public var slack: Double
    /// Whether the plan stands at the target.
    public var isBinding: Bool
    /// Whether the target is missed by more than rounding.
    public var isMissed: Bool
    /// Change of the discounted cost by a target one step of the unit higher; nil where there is none.
    public var shadowPrice: Double?
    /// Whether the target is kept by serving less, as `GoalOutcome.isMetByServingLess` says.
    public var isMetByServingLess: Bool

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case period, target, achieved, slack
      case isBinding = "binding"
      case isMissed = "missed"
      case shadowPrice = "shadow_price"
      case isMetByServingLess = "met_by_serving_less"
    }
  }

  /// As ``PlanView/name(of:)`` gives it.
  public var name: String
  /// As models name it.
  public var kind: String
  /// Of its targets.
  public var unit: Goal.Unit
  /// Which side of the target is allowed.
  public var direction: Goal.Direction
  /// Of a resilience goal, whether the target holds in every month rather than over the window.
  public var isEachMonth: Bool
  /// By period.
  public var entries: [Entry]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case name = "goal"
    case kind, unit, direction
    case isEachMonth = "each_month"
    case entries
  }

  /// Labels of its periods.
  public var periods: [String] { entries.compactMap(\.period) }
  /// Where the target is missed.
  public var missed: [Entry] { entries.filter(\.isMissed) }
}

extension GoalStanding {
  /// The standings that some outcomes tell, in their order, each bound by itself.
  public static func all(of outcomes: [GoalOutcome], in instance: Instance, _ model: Model)
    -> [GoalStanding]
  {
    grouped(outcomes, in: instance, model).map(\.standing)
  }

  /// The same, each with the figure that it bounds.
  static func grouped(_ outcomes: [GoalOutcome], in instance: Instance, _ model: Model)
    -> [(figure: GoalFigure, standing: GoalStanding)]
  {
    var standings: [(figure: GoalFigure, standing: GoalStanding)] = []
    var places: [BoundKey: Int] = [:]
    for outcome in outcomes {
      let key = BoundKey(figure: GoalFigure(outcome), direction: outcome.direction)
      let kind = model.goals[outcome.goal].kind
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

  /// Bounds of the goals that ask for nothing, without entries.
  public static func idle(in model: Model) -> [GoalStanding] {
    model.goals.filter { $0.idleness != nil }.flatMap { goal in
      goal.allBounds.map { direction, isEachMonth in
        GoalStanding(
          name: goal.name, kind: goal.kind.name.rawValue, unit: goal.kind.unit,
          direction: direction, isEachMonth: isEachMonth, entries: [])
      }
    }
  }

  /// Whether the goal asks for nothing.
  public var isIdle: Bool { entries.isEmpty }

  /// The goal's name, with the bound of every month told apart from that of the whole window.
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
  /// Change of the discounted cost by a target one step of its unit higher: money per percentage point of a
  /// share or index, per day, per unit of money; of a MIP with the integers fixed. Nil where there is none.
  public func shadowPrice(in unit: Goal.Unit) -> Double? { shadowPrice.map { $0 * unit.step } }

  /// The goal's name, with the region, commodity and disruption where the goal has several.
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
  /// The goals in the order of the model, each bound by itself; at the end those that ask for nothing, which
  /// have no entries.
  public var goalStandings: [GoalStanding] {
    GoalStanding.all(of: goals, in: instance, model) + GoalStanding.idle(in: model)
  }

  /// As `GoalOutcome/shadowPrice(in:)`, in the unit of its goal.
  public func shadowPrice(of outcome: GoalOutcome) -> Double? {
    outcome.shadowPrice(in: model.goals[outcome.goal].kind.unit)
  }

  /// The goal's name, with the region, commodity and disruption where the goal has several.
  public func name(of outcome: GoalOutcome) -> String { outcome.name(in: instance, model) }
}

/// The one figure that the targets of a goal bound, in all its periods.
struct GoalFigure: Hashable {
  var goal: GoalIndex
  var subject: RegionSet
  var commodity: CommodityGroup?
  var disruption: DisruptionIndex?
  /// Whether it is of the worst month rather than of the whole window.
  var isEachMonth: Bool

  init(_ outcome: GoalOutcome) {
    goal = outcome.goal
    subject = outcome.subject
    commodity = outcome.commodity
    disruption = outcome.disruption
    isEachMonth = outcome.isEachMonth
  }
}

/// One side of it that is bounded.
private struct BoundKey: Hashable {
  var figure: GoalFigure
  var direction: Goal.Direction
}
