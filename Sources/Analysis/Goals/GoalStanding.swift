public import Sourcing

/// What a plan achieves of one bound of a goal, in all periods in which it holds. A goal has one standing for
/// each bound, region (with `each`), commodity and disruption.
public struct GoalStanding: Sendable, Codable {
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
  /// True if every plan meets the target in all periods (`GoalOutcome.limitsNothing`), else nil.
  public var limitsNothing: Bool?
  /// Of a goal against any attack, the most targets of an attack; else nil.
  public var cuts: Int?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case name = "goal"
    case kind, unit, direction
    case isEachMonth = "each_month"
    case entries
    case limitsNothing = "limits_nothing"
    case cuts
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
    var isLimited: Set<Int> = []
    for outcome in outcomes {
      let kind = model.goals[outcome.goal].kind
      let key = BoundKey(figure: GoalFigure(outcome, of: kind), direction: outcome.direction)
      let place = places[key] ?? standings.count
      if place == standings.count {
        places[key] = place
        let standing = GoalStanding(
          name: outcome.name(in: instance, model), kind: kind.name.rawValue, unit: kind.unit,
          direction: outcome.direction, isEachMonth: outcome.isEachMonth, entries: [],
          cuts: kind.attackBudget?.cuts)
        standings.append((key.figure, standing))
      }
      standings[place].standing.entries.append(
        Entry(outcome, unit: kind.unit, in: instance))
      if !outcome.limitsNothing { isLimited.insert(place) }
    }
    for place in standings.indices where !isLimited.contains(place) {
      standings[place].standing.limitsNothing = true
    }
    return standings
  }

  /// The standings of the goals that have no effect on any plan, without entries.
  public static func idle(in model: Model) -> [GoalStanding] {
    model.goals.filter { $0.idleness != nil }.flatMap { goal in
      goal.allBounds.map { direction, isEachMonth in
        GoalStanding(
          name: goal.name, kind: goal.kind.name.rawValue, unit: goal.kind.unit,
          direction: direction, isEachMonth: isEachMonth, entries: [],
          cuts: goal.kind.attackBudget?.cuts)
      }
    }
  }

  /// Whether the goal has no effect on any plan.
  public var isIdle: Bool { entries.isEmpty }

  /// The name. For a resilience goal it also says which of its two bounds this is: `, over the window` or
  /// `, in each month`.
  public var title: String { name + windowWords(kind, isEachMonth: isEachMonth) }

  /// Whether it is a goal that some plans meet and others do not.
  public var isLimiting: Bool { !isIdle && limitsNothing != true }

  /// Whether the plan without goals meets the target in all periods; nil if it was not judged.
  public var isMetWithoutGoals: Bool? {
    let judged = entries.compactMap { $0.withoutGoals?.isMet }
    return judged.isEmpty || judged.count < entries.count ? nil : judged.allSatisfy { $0 }
  }
}

extension GoalOutcome {
  /// Of a goal against any attack, the name of the worst one; `none` if service is least without one; nil for other
  /// goals.
  ///
  /// - Parameter instance: the instance of the plan.
  public func attack(in instance: Instance) -> String? {
    guard case .attack? = threat else { return nil }
    return threat?.name(in: instance)
  }

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
    if goal.kind.disruptions.count > 1, case .disruption(let disruption) = threat {
      name += "/\(instance.disruptions[disruption].id)"
    }
    return name
  }

  /// ``GoalStanding/title``.
  func title(in instance: Instance, _ model: Model) -> String {
    let kind = model.goals[goal].kind.name.rawValue
    return name(in: instance, model) + windowWords(kind, isEachMonth: isEachMonth)
  }
}

/// Which bound of a resilience goal it is, to be put behind its name; empty for the other kinds.
package func windowWords(_ kind: String, isEachMonth: Bool) -> String {
  guard kind == Goal.KindName.resilience.rawValue else { return "" }
  return isEachMonth ? ", in each month" : ", over the window"
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

  /// The same, with what ``GoalStanding/title`` adds to it.
  public func title(of outcome: GoalOutcome) -> String { outcome.title(in: instance, model) }
}

/// One bound of a figure.
private struct BoundKey: Hashable {
  var figure: GoalFigure
  var direction: Goal.Direction
}
