import Formulation
import LinearProgramming
import Planning
import Sourcing

/// Searches how far targets must give way for a model to be feasible.
///
/// A target mostly multiplies a quantity that the plan decides (a cap of 30 % of *all supply*), so the
/// least change is a generalised fractional program. It is found by Dinkelbach's method in the form of
/// Crouzeix, Ferland and Schaible ("A note on an algorithm for generalized fractional programs", Journal
/// of Optimization Theory and Applications 50, 1986): with the yardsticks of the last point as weights,
/// an elastic LP finds the point that needs least; what that point needs exactly is the next step. Of a
/// single target this ends at the least change; of several at once at a point from which no small joint
/// move needs less.
struct TargetSearch {
  let probe: FeasibilityProbe
  let model: Model

  typealias Amounts = [AdjustableTarget: Double]

  /// The least amounts by which `free` targets must give way while others give way by `fixed`.
  ///
  /// - Returns: nil where no change of these is enough.
  func leastAmounts(of free: [AdjustableTarget], fixed: Amounts = [:], start: Amounts? = nil) throws
    -> Amounts?
  {
    if free.count == 1, free[0].isChosen(in: model) { return try bisect(free[0], fixed: fixed) }
    var amounts = start ?? [:]
    guard
      var point = try
        (start == nil
        ? pointWithout(free, fixed: fixed)
        : leastPoint(at: fixed.merging(amounts) { $1 }, free, weights: nil))
    else { return nil }
    amounts = point.needs(free, beyond: amounts)
    for _ in 0..<40 {
      let total = relative(amounts)
      guard
        let next = try leastPoint(
          at: fixed.merging(amounts) { $1 }, free, weights: point.solution.values)
      else { break }
      let improved = next.needs(free, beyond: amounts)
      guard relative(improved) < total * (1 - 1e-9) else { break }
      amounts = improved
      point = next
    }
    return amounts
  }

  /// The least amount of a target that multiplies which sources are chosen, where no linear step leads:
  /// by bisection, for what is enough stays enough when a target gives way further.
  private func bisect(_ target: AdjustableTarget, fixed: Amounts) throws -> Amounts? {
    let isEnough = { (amount: Double) in
      try probe.isFeasible(model.loosened(by: fixed.merging([target: amount]) { $1 }))
    }
    let most = target.reference(in: model)
    guard try isEnough(most) else { return nil }
    if try isEnough(0) { return [target: 0] }
    let enough = try bisected(
      from: most, to: 0, within: target.resolution(in: model) / 2, isEnough)
    return [target: enough]
  }

  /// Σ amount/reference.
  func relative(_ amounts: Amounts) -> Double {
    amounts.sorted { ($0.key.goal, $0.key.sign) < ($1.key.goal, $1.key.sign) }
      .reduce(0) { $0 + $1.value / $1.key.reference(in: model) }
  }

  /// The cheapest plan that ignores some targets.
  private func pointWithout(_ free: [AdjustableTarget], fixed: Amounts) throws -> TargetPoint? {
    var program = try PlanningProgram(
      instance: probe.instance, model: model.loosened(by: fixed), until: probe.solver.deadline)
    let full = program
    program.cones.removeAll { cone in
      free.contains { $0.isMeant(by: program.goals[cone.constraint]) }
    }
    for constraint in program.goals where free.contains(where: { $0.isMeant(by: constraint) }) {
      for (row, _) in constraint.rows {
        program.keyed.setBounds(row, lower: -.infinity, upper: .infinity)
      }
    }
    return try solve(program) { TargetPoint(program: full, solution: $0) }
  }

  /// The point that keeps a model whose free targets may give way further at a relative price of 1 each.
  private func leastPoint(
    at amounts: Amounts, _ free: [AdjustableTarget], weights: [Double]?
  ) throws -> TargetPoint? {
    let plain = try PlanningProgram(
      instance: probe.instance, model: model.loosened(by: amounts), until: probe.solver.deadline)
    let elastic = elastic(plain, free, beyond: amounts, weights: weights ?? [])
    return try solve(elastic) { TargetPoint(program: plain, solution: $0) }
  }

  /// A program whose free targets may be loosened further: minimise Σ amount/reference.
  func elastic(
    _ plain: PlanningProgram, _ free: [AdjustableTarget], beyond amounts: Amounts,
    weights: [Double]
  ) -> PlanningProgram {
    var elastic = plain
    for index in 0..<elastic.program.columnCount { elastic.keyed.setCost(Column(index), 0) }
    for target in free {
      let give = elastic.keyed.addColumn(
        lower: -(amounts[target] ?? 0), upper: .infinity, cost: 1 / target.reference(in: model))
      elastic.goalColumns.append(
        (give, .give(target.goal, target.direction, isEachMonth: target.isEachMonth)))
      addGive(give, of: target, to: &elastic, weights: weights)
    }
    return elastic
  }

  private func addGive(
    _ give: Column, of target: AdjustableTarget, to elastic: inout PlanningProgram,
    weights: [Double]
  ) {
    for (place, constraint) in elastic.goals.indexed() where target.isMeant(by: constraint) {
      for (row, sensitivity) in constraint.rows {
        let rate = elastic.rate(of: place, sensitivity, at: weights)
        elastic.keyed.add(-target.sign * rate, give, to: row)
      }
      for cone in elastic.cones.indices where elastic.cones[cone].constraint == place {
        // The cone may be broken by the give of the target: violation = rate·give.
        let violation = elastic.keyed.addColumn(lower: -.infinity)
        elastic.goalColumns.append((violation, .coneGive(constraint: place)))
        let link = elastic.keyed.addRow(.give(constraint: place), lower: 0, upper: 0)
        elastic.keyed.add(1, violation, to: link)
        let rate = elastic.rate(of: place, elastic.cones[cone].sensitivity, at: weights)
        elastic.keyed.add(-rate, give, to: link)
        elastic.cones[cone].violation = violation
      }
    }
  }

  private func solve(_ program: PlanningProgram, _ read: (Solution) -> TargetPoint) throws
    -> TargetPoint?
  {
    try probe.solver.withSession(program.program) { session in
      var run = StagedSolve(session: session, program: program)
      let solution = try run.solveWithCuts(probe.options)
      probe.claims.note(solution)
      switch solution.termination {
      case .optimal: return read(solution)
      case .infeasible: return nil
      default: throw NoOptimum("how far targets must give way", solution.termination)
      }
    }
  }
}

/// A plan, and a model whose targets it may miss.
struct TargetPoint {
  /// The program that the model writes down, without cuts.
  let program: PlanningProgram
  /// Its columns come first among the values.
  let solution: Solution

  /// By how much targets must give way in all for this plan, when they gave way by `amounts` already.
  func needs(_ targets: [AdjustableTarget], beyond amounts: [AdjustableTarget: Double])
    -> [AdjustableTarget: Double]
  {
    let lp = program.program
    let values = Array(solution.values.prefix(lp.columnCount))
    let activities = lp.activities(at: values)
    var result: [AdjustableTarget: Double] = [:]
    for target in targets {
      var need = -Double.infinity
      for (place, constraint) in program.goals.indexed() where target.isMeant(by: constraint) {
        need = max(
          need,
          self.need(
            ofConstraint: place, sign: target.sign, values: values, activities: activities))
      }
      result[target] = max(0, (amounts[target] ?? 0) + (need.isFinite ? need : 0))
    }
    return result
  }

  /// By how much the target of one constraint must give way.
  ///
  /// - Parameters:
  ///   - place: the constraint's place among the program's goals.
  ///   - sign: +1 where a higher target is looser, else −1.
  ///   - values: of the program's columns.
  ///   - activities: of its rows.
  private func need(
    ofConstraint place: GoalConstraintIndex, sign: Double, values: [Double], activities: [Double]
  ) -> Double {
    if let cone = program.cones.first(where: { $0.constraint == place }) {
      return cone.concentration(at: values) - cone.cap
    }
    var need = -Double.infinity
    let lp = program.program
    for (row, sensitivity) in program.goals[place].rows {
      // Kept by: activity ≤ upper + sign·amount·rate, or activity ≥ lower + sign·amount·rate.
      let isUpper = lp.rowUpper[row.index] < .infinity
      let missing =
        isUpper
        ? activities[row.index] - lp.rowUpper[row.index]
        : lp.rowLower[row.index] - activities[row.index]
      let rate = sensitivity.value(at: values) * sign * (isUpper ? 1 : -1)
      let usual = lp.usualSize(of: sensitivity) + abs(sensitivity.constant)
      if rate > 1e-9 * usual { need = max(need, missing / rate) }
    }
    return need
  }
}

extension PlanningProgram {
  /// How fast a row's right-hand side moves with its target at a point. A source that `plus_one` may choose
  /// counts as chosen. Without a point, or where the rate at the point is 0 because nothing is traded there,
  /// it is the rate at the usual amount on every flow: its size does not matter, only that the next step can move.
  fileprivate func rate(
    of place: GoalConstraintIndex, _ sensitivity: LinearExpression, at point: [Double]
  )
    -> Double
  {
    let sizes = (0..<program.columnCount).map { program.size(of: Column($0)) }
    let usual = rate(of: place, sensitivity, chosenAt: sizes)
    guard !point.isEmpty else { return usual }
    let rate = rate(of: place, sensitivity, chosenAt: point)
    return abs(rate) > 1e-6 * abs(usual) ? rate : usual
  }

  private func rate(
    of place: GoalConstraintIndex, _ sensitivity: LinearExpression, chosenAt point: [Double]
  )
    -> Double
  {
    var values = point
    for column in program.integerColumns { values[Int(column)] = 1 }
    if let cone = cones.first(where: { $0.constraint == place }) {
      return cone.total.value(at: values) * 0.5 / max(cone.cap, 1e-6).squareRoot()
    }
    return sensitivity.value(at: values)
  }
}

extension ConcentrationCone {
  /// Σ share² of a plan; 0 of nothing.
  fileprivate func concentration(at values: [Double]) -> Double {
    let amounts = bySource.map { max(0, $0.value(at: values)) }
    let total = amounts.reduce(0, +)
    return isTraded(total) ? amounts.reduce(0) { $0 + ($1 / total) * ($1 / total) } : 0
  }
}
