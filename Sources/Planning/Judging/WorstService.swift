import Formulation
import Interdiction
import LinearProgramming
import Sourcing

/// The least service of a finished plan under any attack that a budget allows: what its goals against any cuts achieve.
struct WorstService {
  private let solver: any Solver
  private let stress: StressProgram
  private let budget: AttackBudget
  private let targets: [AttackTarget]
  private let commodity: CommodityGroup
  private let regions: [RegionIndex]

  init(
    solver: any Solver, instance: Instance, model: Model, plan: Plan, period: PeriodIndex,
    budget: AttackBudget, commodity: CommodityGroup, regions: [RegionIndex]
  ) throws(NoOptimum) {
    self.solver = solver
    stress = try StressProgram(
      instance: instance, model: model, plan: plan, period: period, options: model.stress,
      mergingMonthsUnder: [DisruptionFactors(instance: instance, disruption: nil)],
      serving: commodity.places(in: regions),
      until: solver.deadline)
    self.budget = budget
    targets = budget.targets(in: instance, projects: model.projects)
    self.commodity = commodity
    self.regions = regions
  }

  /// The least share of demand that can be served, over the window or in the worst month, and the attack; nil if nothing
  /// is demanded.
  func least(eachMonth: Bool) throws -> (served: Double, attack: Attack)? {
    let wanted = stress.block.windows(eachMonth: eachMonth).map { ($0, demand(in: $0)) }.filter {
      $0.1 > 0
    }
    guard let smallest = wanted.map(\.1).min() else { return nil }
    // The largest share that is not served: Σ u ≤ share·Σ demand in each window.
    var program = stress.undisturbed
    let share = program.addColumn(cost: 1, size: 1)
    for (months, demand) in wanted {
      var row = LinearExpression(share)
      row.add(unserved(in: months), scaledBy: -1 / demand)
      program.addRow(row, lower: 0)
    }
    let worst = try worst(program, costOfUnit: 1 / smallest, resolution: 1e-9)
    return (1 - worst.value, worst.attack)
  }

  /// The largest quantity that is lacking in any window of what targets ask to be served, in units, over all attacks.
  func lacking(for targets: [(share: Double, isEachMonth: Bool)]) throws -> Double {
    var program = stress.undisturbed
    let lacking = program.addColumn(cost: 1)
    for target in targets {
      for months in stress.block.windows(eachMonth: target.isEachMonth) {
        var row = unserved(in: months)
        row.add(-1, lacking)
        program.addRow(row, upper: (1 - target.share) * demand(in: months))
      }
    }
    let all = demand(in: 1...stress.options.horizonMonths)
    return max(0, try worst(program, costOfUnit: 1, resolution: 1e-9 * all).value)
  }

  private func worst(
    _ program: LinearProgram, costOfUnit cost: Double, resolution: Double
  ) throws -> (value: Double, attack: Attack) {
    var program = program
    for column in program.cost.indices.dropLast() { program.setCost(Column(column), 0) }
    let counted = commodity.places(in: regions)
    let window = stress.attacked(targets) { counted.contains($0) ? cost : 0 }
    let search = InterdictionSearch(
      InterdictionProblem(
        program, targets: window.interdicted,
        weights: window.weights
          + Array(repeating: 0, count: program.columnCount - window.weights.count),
        resolution: resolution), solver: solver)
    let found = try search.worst(upTo: budget.cuts, of: window)
    guard found.isProven else { throw NoOptimum("the worst attack on a plan", .timeLimit) }
    return (found.optimum, Attack(inOrder: found.targets.map { targets[$0] }))
  }

  private func unserved(in months: ClosedRange<Int>) -> LinearExpression {
    stress.block.unserved(commodity.members, in: regions, months: months)
  }

  private func demand(in months: ClosedRange<Int>) -> Double {
    let year = commodity.members.reduce(0) { sum, member in
      regions.reduce(sum) {
        $0 + stress.instance.demands[region: $1, commodity: member, period: stress.period].quantity
      }
    }
    return year * Double(months.count) / 12
  }
}
