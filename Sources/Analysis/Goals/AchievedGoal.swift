public import Sourcing

/// What a plan achieves of one figure that a goal bounds, all bounds of the figure and all periods together. A
/// goal has one figure for each region (with `each`), commodity and disruption. A resilience goal bounds two
/// figures if it has targets for the window and for every month; so does reliance traced through the chain
/// if it has both `at_most` and `at_least`. Bounds that every plan meets have none.
public struct AchievedGoal: Sendable, Codable {
  /// ``GoalStanding/title``; followed by the direction if each direction bounds a figure of its own.
  public var name: String
  /// What the plan achieves in the last period in which the goal holds, in `unit`.
  public var achieved: Double
  /// The unit of `achieved`.
  public var unit: Goal.Unit
  /// Whether every bound of the figure is met in every period.
  public var isMet: Bool
  /// True if it is met and in some period may be met only by serving less
  /// (``GoalStanding/Entry/isMetByServingLess``), else nil.
  public var isMetByServingLess: Bool?
  /// Whether the plan without goals meets every bound of the figure in every period too; nil if it was not judged.
  public var isMetWithoutGoals: Bool?
  /// Of a goal against any attack, the name of the worst one in the last period in which the goal holds; else nil.
  public var attack: String?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case name, achieved, unit, isMet, isMetByServingLess, isMetWithoutGoals, attack
  }

  static func all(in view: PlanView) -> [AchievedGoal] {
    var all: [AchievedGoal] = []
    var places: [GoalFigure: Int] = [:]
    for (figure, standing) in GoalStanding.grouped(view.goals, in: view.instance, view.model) {
      guard let last = standing.entries.last, standing.isLimiting else { continue }
      let isMet = standing.missed.isEmpty
      let isServingLess = isMet && standing.entries.contains(where: \.isMetByServingLess)
      if let place = places[figure] {
        // The bound of the other direction.
        all[place].achieved = last.achieved
        all[place].isMet = all[place].isMet && isMet
        if standing.isMetWithoutGoals != true {
          all[place].isMetWithoutGoals = standing.isMetWithoutGoals
        }
        if isServingLess { all[place].isMetByServingLess = true }
        if !isMet { all[place].isMetByServingLess = nil }
      } else {
        places[figure] = all.count
        let hasBoth = view.model.goals[figure.goal].bounds.count > 1
        all.append(
          AchievedGoal(
            name: standing.title + (hasBoth ? suffix(figure.direction) : ""),
            achieved: last.achieved, unit: standing.unit, isMet: isMet,
            isMetByServingLess: isServingLess ? true : nil,
            isMetWithoutGoals: standing.isMetWithoutGoals, attack: last.attack))
      }
    }
    return all
  }

  private static func suffix(_ direction: Goal.Direction?) -> String {
    switch direction {
    case .atMost: ", at most"
    case .atLeast: ", at least"
    case nil: ""
    }
  }
}
