import Sourcing

/// What a plan reaches at one constraint of a goal: the two sides of its rows, worked out from the plan.
enum ReachedGoal {
  /// An amount of money.
  case money(Double)
  /// A part of a whole, both in units or in money.
  case share(part: Double, whole: Double)
  /// A stock, in days of a year's use.
  case days(stock: Double, use: Double)
  /// A share that is the optimum of a program of its own; nil if there is nothing to share.
  case solvedShare(Double?, whole: Double)
  /// How concentrated some sources' amounts are.
  case concentration([Double])
  /// So many sources, each with a share of the whole.
  case sources([Double], wanted: Int, whole: Double)
  /// The share served in a disruption, nil if nothing is demanded, and what is lacking of the demand
  /// that is to be served.
  case service(Double?, lacking: Double)
  /// The same in the attack in which least is served; no attack if nothing is demanded.
  case serviceUnderAttack(Double?, Attack?, lacking: Double)

  /// The attack in which least is served, of a goal against any attack.
  var attack: Attack? {
    guard case .serviceUnderAttack(_, let attack, _) = self else { return nil }
    return attack
  }

  /// The figure that the goal's target is a bound on.
  var achievement: GoalOutcome.Achievement {
    switch self {
    case .money(let amount): .value(amount)
    case .share(let part, let whole): Self.share(part, of: whole)
    case .days(let stock, let use): Self.share(365 * stock, of: use)
    case .solvedShare(let share, _), .service(let share, _), .serviceUnderAttack(let share, _, _):
      share.map { .value($0) } ?? .vacuous
    case .concentration(let amounts):
      amounts.reduce(0, +) > 0 ? .value(PlanShares.concentration(of: amounts)) : .vacuous
    case .sources(let amounts, let wanted, let whole):
      Self.share(Self.amount(ofSource: wanted, among: amounts), of: whole)
    }
  }

  /// How much the constraint is broken, in its own units: what its violation is in a program in which the
  /// plan is fixed.
  func violation(of target: Double, _ direction: Goal.Direction) -> Double {
    let beyond = direction == .atMost ? 1.0 : -1
    return switch self {
    case .money(let amount): max(0, beyond * (amount - target))
    case .share(let part, let whole): max(0, beyond * (part - target * whole))
    case .days(let stock, let use): max(0, beyond * (stock - target / 365 * use))
    case .solvedShare(let share, let whole):
      max(0, beyond * ((share ?? target) - target) * whole)
    case .concentration(let amounts): Self.excess(of: amounts, beyond: target)
    case .sources(let amounts, let wanted, let whole):
      max(0, Double(wanted - amounts.count { $0 >= (target - 1e-6) * whole }))
    case .service(_, let lacking), .serviceUnderAttack(_, _, let lacking): lacking
    }
  }

  private static func share(_ part: Double, of whole: Double) -> GoalOutcome.Achievement {
    whole > 0 ? .value(part / whole) : .vacuous
  }

  /// What the source in some place from the largest one supplies; 0 if there are fewer.
  private static func amount(ofSource place: Int, among amounts: [Double]) -> Double {
    amounts.indices.contains(place - 1) ? amounts.sorted(by: >)[place - 1] : 0
  }

  /// ‖amounts‖₂ − √h·Σ amounts, where it is positive.
  private static func excess(of amounts: [Double], beyond index: Double) -> Double {
    let norm = amounts.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return max(0, norm - index.squareRoot() * amounts.reduce(0, +))
  }
}
