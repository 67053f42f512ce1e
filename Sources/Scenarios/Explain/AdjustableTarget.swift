import Formulation
import Sourcing

/// One bound of a hard goal, which may give way: a path as a whole, in all its regions, commodities
/// and periods by the same amount.
struct AdjustableTarget: Hashable {
  var goal: GoalIndex
  var direction: Goal.Direction
  /// The monthly bound of a resilience goal.
  var isEachMonth = false

  /// The targets of a model's hard goals, in the order of the model.
  static func all(in model: Model) -> [AdjustableTarget] {
    model.goals.indexed().flatMap { index, goal -> [AdjustableTarget] in
      guard !goal.isSoft else { return [] }
      var targets = goal.bounds.map { AdjustableTarget(goal: index, direction: $0.direction) }
      if case .resilience(_, .some) = goal.kind {
        targets.append(AdjustableTarget(goal: index, direction: .atLeast, isEachMonth: true))
      }
      return targets
    }
  }

  /// +1 where a higher target is looser, else −1.
  var sign: Double { direction == .atMost ? 1 : -1 }

  /// Whether the plan chooses where it applies, as `plus_one` does its sources.
  func isChosen(in model: Model) -> Bool {
    if case .plusOne = model.goals[goal].kind { true } else { false }
  }

  func isMeant(by constraint: GoalConstraint) -> Bool {
    constraint.goal == goal && constraint.direction == direction
      && constraint.isEachMonth == isEachMonth
  }

  /// The target's values in the periods in which it holds.
  func values(in model: Model) -> [Double] {
    let it = model.goals[goal]
    let periods = it.periods
    return it.target(direction, isEachMonth: isEachMonth).map { path in
      periods.isEmpty ? path.values.compactMap(\.self) : periods.compactMap { path[$0] }
    } ?? []
  }

  /// What a change of 100 % means: the largest value of the target.
  func reference(in model: Model) -> Double {
    let largest = values(in: model).map(abs).max() ?? 0
    return largest > 0 ? largest : model.goals[goal].kind.unit.reference
  }

  func resolution(in model: Model) -> Double {
    model.goals[goal].kind.unit.resolution(at: reference(in: model))
  }
}

extension Model {
  /// The model with targets moved to the looser side by amounts in their own units; a least share or
  /// number of days does not fall below 0.
  func loosened(by amounts: [AdjustableTarget: Double]) -> Model {
    var model = self
    for (target, amount) in amounts where amount != 0 {
      var goal = model.goals[target.goal]
      let move = { (path: inout Target) in
        path.values = path.values.mapped {
          $0.map { value in
            let moved = target.direction == .atLeast ? max(0, value - amount) : value + amount
            // What is left of a target that was given up whole is rounding.
            return moved < 1e-12 * value ? 0 : moved
          }
        }
      }
      if target.isEachMonth, case .resilience(let against, var months?) = goal.kind {
        move(&months)
        goal.kind = .resilience(against: against, eachMonth: months)
      } else {
        for place in goal.bounds.indices where goal.bounds[place].direction == target.direction {
          move(&goal.bounds[place].target)
        }
      }
      model.goals[target.goal] = goal
    }
    return model
  }
}
