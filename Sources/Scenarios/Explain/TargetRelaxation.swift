import LinearProgramming
public import Sourcing

/// A target of a hard goal, and by how much it must be loosened.
public struct TargetChange: Sendable {
  /// The goal.
  public var goal: GoalIndex
  /// Name of the goal.
  public var name: String
  /// Unit of the goal's targets.
  public var unit: Goal.Unit
  /// The side of the target that is allowed.
  public var direction: Goal.Direction
  /// Whether it is the bound for every month of a resilience goal.
  public var isEachMonth: Bool
  /// The target; of a path, its first and last value.
  public var targets: [Double]
  /// The looser target; of a path, its first and last value.
  public var suggested: [Double]
  /// By how much the target is loosened in all periods, in its unit, at least 0; rounded up to the smallest step that
  /// matters.
  public var change: Double
  /// change / |target|, with the largest target of a path. If it is 0: relative to 100 %, 1 or 365 days.
  public var relativeChange: Double
}

/// How far targets of hard goals must be loosened to make an infeasible model feasible.
public struct TargetRelaxation: Sendable {
  /// The least change of one target, with all other targets as they are.
  public struct Alone: Sendable {
    /// The change; 0 if no change of this target is enough.
    public var change: TargetChange
    /// Whether a change of this target alone makes the model feasible.
    public var isEnough: Bool
  }

  /// The joint change with the least sum of relative changes that was found. Empty if no change of targets makes the
  /// model feasible.
  public var joint: [TargetChange] = []
  /// The sum of the relative changes of ``joint``; nil if there is no joint change.
  public var total: Double?
  /// The least change of each target alone.
  public var alone: [Alone] = []
}

/// Finds a ``TargetRelaxation``. Every change is checked by solving the model with the changed targets.
struct TargetAdviser {
  let probe: FeasibilityProbe
  let model: Model
  private let search: TargetSearch

  init(probe: FeasibilityProbe, model: Model) {
    self.probe = probe
    self.model = model
    search = TargetSearch(probe: probe, model: model)
  }

  /// The least joint change, and the least change of each target alone.
  ///
  /// - Parameter step: each target alone is a part of it.
  /// - Throws: `NoOptimum` at a time limit; `SolverError`.
  func advise(_ step: WorkStep = .none) throws -> TargetRelaxation {
    let targets = AdjustableTarget.all(in: model)
    var result = TargetRelaxation()
    var singles: [TargetSearch.Amounts] = []
    for target in targets {
      let least = try search.leastAmounts(of: [target]).flatMap { try confirmed($0) }
      if let least { singles.append(least) }
      step.endPart()
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

  /// The best of several searches: from the cheapest plan without any target, and from each change that is enough
  /// alone. Then each amount is reduced once more with the others as they are.
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
    // After rounding, a change of one target alone may be smaller than the joint one.
    let joint = try confirmed(best)
    return (singles + [joint].compactMap(\.self))
      .min { search.relative($0) < search.relative($1) }
  }

  /// The amounts rounded up to the smallest step that matters; nil if there is no plan with them.
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
