import Formulation
import Planning
public import Sourcing

extension Alternatives {
  /// How much more than the cheapest plan a plan may cost.
  public enum Allowance: Sendable, Hashable {
    /// Discounted money of all regions together, 0 or more.
    case money(Double)
    /// A share, 0 or more, of the extra cost of the goals: of what the plan costs more than the plan without goals.
    case shareOfPolicy(Double)
    /// A share, 0 or more, of the cost of the cheapest plan.
    case shareOfTotal(Double)

    /// The number alone.
    var amount: Double {
      switch self {
      case .money(let amount), .shareOfPolicy(let amount), .shareOfTotal(let amount): amount
      }
    }

    /// The allowance as discounted money.
    ///
    /// - Parameters:
    ///   - result: the cheapest plan.
    ///   - withoutGoals: the plan without goals; nil if the model has no goals.
    /// - Throws: `ValueProblems` if the number is negative or no number, or if it is a share of the cost of goals and
    ///   the model has none.
    func money(of result: PlanningResult, withoutGoals: PlanningResult?) throws -> Double {
      switch self {
      case .money(let money): return money
      case .shareOfTotal(let share): return share * abs(result.limitedCost)
      case .shareOfPolicy(let share):
        guard let costOfGoals = result.costOfGoals(withoutGoals: withoutGoals) else {
          throw Self.withoutGoals
        }
        // With several stages of the objective, goals can make a plan cheaper.
        return share * max(0, costOfGoals)
      }
    }

    /// Checks that the allowance has a meaning for a model.
    ///
    /// - Throws: `ValueProblems` if the number is negative or no number, or if it is a share of the cost of goals and
    ///   the model has none.
    public func check(for model: Model) throws(ValueProblems) {
      guard amount >= 0, amount.isFinite else {
        throw Self.problem("found \(amount); must be a finite number, 0 or more")
      }
      if case .shareOfPolicy = self, model.goals.isEmpty { throw Self.withoutGoals }
    }

    private static var withoutGoals: ValueProblems {
      problem(
        "found a share of the extra cost of the goals, but the model has no goals; must be money or a share "
          + "of the total cost")
    }

    private static func problem(_ message: String) -> ValueProblems {
      ValueProblems(problems: [
        ValueProblem(element: "alternatives", field: "allowance", message: message)
      ])
    }
  }
}

extension PlanningResult {
  /// The cost that `cost_limit` limits: the optimum of cost, with penalties and risk, or the cost of the plan if the
  /// last stage of the objective is not cost.
  var limitedCost: Double { program.model.isCostLast ? objective : cost }

  /// ``limitedCost`` minus that of the plan without goals; nil without such a plan.
  func costOfGoals(withoutGoals: PlanningResult?) -> Double? {
    withoutGoals.map { limitedCost - $0.limitedCost }
  }

  /// The part of ``costOfGoals(withoutGoals:)`` that is penalties and risk, and no cost of the plan.
  func costOfGoalsBeyondPlan(withoutGoals: PlanningResult?) -> Double? {
    withoutGoals.map { (limitedCost - cost) - ($0.limitedCost - $0.cost) }
  }
}
