import LinearProgramming
public import Sourcing

/// A target and how far it must give way.
public struct TargetChange: Sendable {
  /// Place of the goal in the model.
  public var goal: GoalIndex
  public var name: String
  public var unit: Goal.Unit
  public var direction: Goal.Direction
  /// Whether it is the monthly bound of a resilience goal.
  public var isEachMonth: Bool
  /// The target, or the first and last value of a path.
  public var targets: [Double]
  /// The same after the change.
  public var suggested: [Double]
  /// To the looser side, in the target's unit; rounded up to the unit's resolution.
  public var change: Double
  /// Relative to the target (the largest of a path; to 100 %, 1 or 365 days where that is 0).
  public var relativeChange: Double
}

/// What changes of goal targets would make an infeasible model feasible.
public struct TargetRelaxation: Sendable {
  /// One target by itself.
  public struct Alone: Sendable {
    public var change: TargetChange
    /// Whether any change of it alone is enough; if not, the change is 0.
    public var isEnough: Bool
  }

  /// The least joint change found; empty where goals alone do not make the model feasible.
  public var joint: [TargetChange] = []
  /// Σ of the joint relative changes; nil where there are none.
  public var total: Double?
  /// For each hard target the least change of it alone.
  public var alone: [Alone] = []
}

/// Works out a ``TargetRelaxation``. Every suggestion is checked by solving with the changed targets.
struct TargetAdviser {
  let probe: FeasibilityProbe
  let model: Model
  private let search: TargetSearch

  init(probe: FeasibilityProbe, model: Model) {
    self.probe = probe
    self.model = model
    search = TargetSearch(probe: probe, model: model)
  }

  func advise() throws -> TargetRelaxation {
    let targets = AdjustableTarget.all(in: model)
    var result = TargetRelaxation()
    var singles: [TargetSearch.Amounts] = []
    for target in targets {
      let least = try search.leastAmounts(of: [target]).flatMap { try confirmed($0) }
      if let least { singles.append(least) }
      result.alone.append(
        TargetRelaxation.Alone(
          change: change(of: target, by: least?[target] ?? 0), isEnough: least != nil))
    }
    if let joint = try leastJoint(targets, singles) {
      result.joint = targets.compactMap { target in
        joint[target].flatMap { $0 > 0 ? change(of: target, by: $0) : nil }
      }
      result.total = result.joint.reduce(0) { $0 + $1.relativeChange }
    }
    return result
  }

  /// The best of the joint descents, from the cheapest plan without any target and from each change that
  /// is enough alone; then each amount once more with the others as they are.
  private func leastJoint(_ targets: [AdjustableTarget], _ singles: [TargetSearch.Amounts]) throws
    -> TargetSearch.Amounts?
  {
    guard targets.count > 1 else { return singles.first }
    var found = singles
    if let joint = try search.leastAmounts(of: targets) { found.append(joint) }
    for single in singles {
      if let joint = try search.leastAmounts(of: targets, start: single) { found.append(joint) }
    }
    guard var best = found.min(by: { search.relative($0) < search.relative($1) }) else {
      return nil
    }
    for target in targets where (best[target] ?? 0) > 0 {
      var others = best
      others[target] = nil
      if let less = try search.leastAmounts(of: [target], fixed: others)?[target] {
        best[target] = min(less, best[target] ?? less)
      }
    }
    // Rounding must not make it worse than a change alone.
    let joint = try confirmed(best)
    return (singles + [joint].compactMap(\.self))
      .min { search.relative($0) < search.relative($1) }
  }

  /// The amounts rounded up to what matters, where a plan exists with them.
  private func confirmed(_ amounts: TargetSearch.Amounts) throws -> TargetSearch.Amounts? {
    for margin in [0.0, 1, 10] {
      let rounded = Dictionary(
        uniqueKeysWithValues: amounts.map { target, amount in
          let resolution = target.resolution(in: model)
          let steps = (amount / resolution - 1e-3).rounded(.up)
          return (target, steps <= 0 ? 0 : (steps + margin) * resolution)
        })
      if try probe.isFeasible(model.loosened(by: rounded)) { return rounded }
    }
    return nil
  }

  private func change(of target: AdjustableTarget, by amount: Double) -> TargetChange {
    let goal = model.goals[target.goal]
    let ends = { (model: Model) in
      let values = target.values(in: model)
      guard let first = values.first, let last = values.last else { return [Double]() }
      return first == last ? [first] : [first, last]
    }
    return TargetChange(
      goal: target.goal, name: goal.name, unit: goal.kind.unit, direction: target.direction,
      isEachMonth: target.isEachMonth, targets: ends(model),
      suggested: ends(model.loosened(by: [target: amount])), change: amount,
      relativeChange: amount / target.reference(in: model))
  }
}
