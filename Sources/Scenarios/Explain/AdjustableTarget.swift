import Formulation
import Sourcing

/// One bound of a hard goal whose target may be loosened: by the same amount in all regions, commodities and
/// periods of the goal.
struct AdjustableTarget: Hashable {
  var goal: GoalIndex
  var direction: Goal.Direction
  /// Whether it is the bound for every month of a resilience goal.
  var isEachMonth = false

  /// The bounds of a model's hard goals, in the order of the model.
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

  /// +1 if a higher target is looser, else −1.
  var sign: Double { direction == .atMost ? 1 : -1 }

  /// Whether the plan chooses the sources to which the target applies, as for `plus_one`.
  func isChosen(in model: Model) -> Bool {
    if case .plusOne = model.goals[goal].kind { true } else { false }
  }

  /// Whether a constraint of the program states this bound.
  func matches(_ constraint: GoalConstraint) -> Bool {
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

  /// The change that counts as 100 %: the largest |target|, or `Goal.Unit.reference` if that is 0.
  func reference(in model: Model) -> Double {
    let largest = values(in: model).map(abs).max() ?? 0
    return largest > 0 ? largest : model.goals[goal].kind.unit.reference
  }

  /// The smallest change that matters, in the goal's unit.
  func resolution(in model: Model) -> Double {
    model.goals[goal].kind.unit.resolution(at: reference(in: model))
  }
}

extension Model {
  /// The model with looser targets. An `at_least` target does not fall below 0.
  ///
  /// - Parameter amounts: by how much each target is loosened, in its unit.
  func loosened(by amounts: [AdjustableTarget: Double]) -> Model {
    var model = self
    for (target, amount) in amounts where amount != 0 {
      var goal = model.goals[target.goal]
      let move = { (path: inout Target) in
        path.values = path.values.mapped {
          $0.map { value in
            let moved = target.direction == .atLeast ? max(0, value - amount) : value + amount
            // A tiny rest of a target that was removed entirely is rounding.
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
