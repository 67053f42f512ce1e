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

    enum CodingKeys: String, CodingKey {
      case period, target, achieved, slack
      case isBinding = "binding"
      case isMissed = "missed"
      case shadowPrice = "shadow_price"
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

  enum CodingKeys: String, CodingKey {
    case name = "goal"
    case kind, unit, direction, entries
    case isEachMonth = "each_month"
  }

  /// Labels of its periods.
  public var periods: [String] { entries.compactMap(\.period) }
  /// Where the target is missed.
  public var missed: [Entry] { entries.filter(\.isMissed) }
}

extension PlanView {
  /// The goals in the order of the model, each bound by itself.
  public var goalStandings: [GoalStanding] {
    var standings: [GoalStanding] = []
    var places: [StandingKey: Int] = [:]
    for outcome in goals {
      let key = StandingKey(
        name: name(of: outcome), direction: outcome.direction, isEachMonth: outcome.isEachMonth)
      let goal = model.goals[outcome.goal]
      let place = places[key] ?? standings.count
      if place == standings.count {
        places[key] = place
        standings.append(
          GoalStanding(
            name: key.name, kind: goal.kind.name.rawValue, unit: goal.kind.unit,
            direction: key.direction,
            isEachMonth: key.isEachMonth, entries: []))
      }
      standings[place].entries.append(entry(of: outcome))
    }
    return standings
  }

  private func entry(of outcome: GoalOutcome) -> GoalStanding.Entry {
    GoalStanding.Entry(
      period: outcome.period.map { instance.horizon[$0].label }, target: outcome.target,
      achieved: outcome.achieved, slack: outcome.slack, isBinding: outcome.isBinding,
      isMissed: outcome.isMissed, shadowPrice: shadowPrice(of: outcome))
  }

  /// Change of the discounted cost by a target one step of its unit higher: money per percentage point of a
  /// share or index, per day, per unit of money; of a MIP with the integers fixed.
  public func shadowPrice(of outcome: GoalOutcome) -> Double? {
    outcome.shadowPrice.map { $0 * model.goals[outcome.goal].kind.unit.step }
  }

  /// The goal's name, with the region, commodity and disruption where the goal has several.
  public func name(of outcome: GoalOutcome) -> String {
    let goal = model.goals[outcome.goal]
    var name = goal.name
    if goal.each { name += "/\(outcome.subject.id)" }
    if goal.commodities.count > 1, let commodity = outcome.commodity { name += "/\(commodity.id)" }
    if case .resilience(let against, _) = goal.kind, against.count > 1,
      let disruption = outcome.disruption
    {
      name += "/\(instance.disruptions[disruption].id)"
    }
    return name
  }
}

private struct StandingKey: Hashable {
  var name: String
  var direction: Goal.Direction
  var isEachMonth: Bool
}
