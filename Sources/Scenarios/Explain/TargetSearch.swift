import Formulation
import LinearProgramming
import Planning
import Sourcing

/// Finds the least amounts by which targets must be loosened for a model to be feasible.
///
/// A target mostly multiplies a quantity that the plan decides (a cap of 30 % of *all supply*), so the least amount
/// is a generalised fractional program. It is solved by Dinkelbach's method in the form of Crouzeix, Ferland and
/// Schaible, "A note on an algorithm for generalized fractional programs", Journal of Optimization Theory and
/// Applications 50, 1986. Each step solves a program with a column `give` for each target, by which its rows may be
/// broken, multiplied by the quantity at the last point; then it computes the exact amounts that the new point needs.
/// For one target the steps end at the least amount. For several targets they end at a point from which no small
/// joint change needs less.
struct TargetSearch {
  let probe: FeasibilityProbe
  let model: Model
  /// The attacks whose windows are written into the rows, where targets can be loosened. They begin with those that the
  /// probe found.
  private let written: SharedAttacks

  init(probe: FeasibilityProbe, model: Model) {
    self.probe = probe
    self.model = model
    written = SharedAttacks(probe.attacks.known)
  }

  typealias Amounts = [AdjustableTarget: Double]

  /// The least amounts by which the targets `free` must be loosened, while others are loosened by `fixed`.
  ///
  /// - Parameter start: amounts that are known to be enough; nil to start from the cheapest plan without the targets.
  /// - Returns: nil if no amounts are enough.
  func leastAmounts(of free: [AdjustableTarget], fixed: Amounts = [:], start: Amounts? = nil) throws
    -> Amounts?
  {
    if free.count == 1, free[0].isChosen(in: model) { return try bisect(free[0], fixed: fixed) }
    var amounts = start ?? [:]
    guard
      var point = try
        (start == nil
        ? pointWithout(free, fixed: fixed)
        : leastPoint(at: fixed.merging(amounts) { $1 }, free, after: nil))
    else { return nil }
    amounts = point.needs(free, beyond: amounts)
    for _ in 0..<40 {
      let total = relative(amounts)
      guard
        let next = try leastPoint(
          at: fixed.merging(amounts) { $1 }, free, after: point)
      else { break }
      let improved = next.needs(free, beyond: amounts)
      guard relative(improved) < total * (1 - 1e-9) else { break }
      amounts = improved
      point = next
    }
    return amounts
  }

  /// The least amount of a target that multiplies a choice of sources, by bisection: if an amount is enough, each
  /// larger one is.
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

  /// Σ amount / reference, the sum of the relative changes.
  func relative(_ amounts: Amounts) -> Double {
    amounts.sorted { ($0.key.goal, $0.key.sign) < ($1.key.goal, $1.key.sign) }
      .reduce(0) { $0 + $1.value / $1.key.reference(in: model) }
  }

  /// The cheapest plan without some targets; nil if there is none.
  private func pointWithout(_ free: [AdjustableTarget], fixed: Amounts) throws -> TargetPoint? {
    try underAnyAttack(free, at: fixed) { try pointWithout(free, $0) }
  }

  private func pointWithout(_ free: [AdjustableTarget], _ full: PlanningProgram) throws
    -> TargetPoint?
  {
    var program = full
    program.cones.removeAll { cone in
      free.contains { $0.matches(program.goals[cone.constraint]) }
    }
    for constraint in program.goals where free.contains(where: { $0.matches(constraint) }) {
      for (row, _) in constraint.rows {
        program.keyed.setBounds(row, lower: -.infinity, upper: .infinity)
      }
    }
    return try solve(program) { TargetPoint(program: full, solution: $0) }
  }

  /// The point with the least sum of further relative changes of the free targets; nil if there is none.
  ///
  /// - Parameters:
  ///   - amounts: by how much targets are loosened already.
  ///   - last: the last point; nil without one.
  private func leastPoint(
    at amounts: Amounts, _ free: [AdjustableTarget], after last: TargetPoint?
  ) throws -> TargetPoint? {
    try underAnyAttack(free, at: amounts) { plain in
      let elastic = elastic(
        plain, free, beyond: amounts, weights: last?.values(for: plain) ?? [])
      return try solve(elastic) { TargetPoint(program: plain, solution: $0) }
    }
  }

  /// A point that meets the goals against any attack if the free targets are loosened by what it needs. It is sought with
  /// the windows of some attacks in the rows. If another attack breaks such a goal at the point, its window is written
  /// too, and the point is sought again.
  private func underAnyAttack(
    _ free: [AdjustableTarget], at amounts: Amounts,
    _ seek: (PlanningProgram) throws -> TargetPoint?
  ) throws -> TargetPoint? {
    let loosened = { (amounts: Amounts) in
      try PlanningProgram(
        instance: probe.instance, model: model.loosened(by: amounts),
        attacks: written.known, until: probe.solver.deadline)
    }
    while true {
      let program = try loosened(amounts)
      guard let point = try seek(program) else { return nil }
      guard !program.attackGoals.isEmpty else { return point }
      let met = try loosened(amounts.merging(point.needs(free, beyond: amounts)) { $1 })
      let broken = try met.attacksNotWritten(at: point.solution.values, solver: probe.solver)
      guard written.add(broken) else { return point }
    }
  }

  /// The program `plain` in which the free targets may be loosened beyond `amounts`: minimise Σ amount / reference.
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

  /// Lets a column `give` break the rows of a target.
  private func addGive(
    _ give: Column, of target: AdjustableTarget, to elastic: inout PlanningProgram,
    weights: [Double]
  ) {
    for (place, constraint) in elastic.goals.indexed() where target.matches(constraint) {
      for (row, sensitivity) in constraint.rows {
        let rate = elastic.rate(of: place, sensitivity, at: weights)
        elastic.keyed.add(-target.sign * rate, give, to: row)
      }
      for cone in elastic.cones.indices where elastic.cones[cone].constraint == place {
        // The violation of the cone is rate·give.
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
      default: throw NoOptimum("how far targets must be loosened", solution.termination)
      }
    }
  }
}
