public import LinearProgramming
public import Sourcing

/// The planning program of an instance and a model, linear or mixed-integer, with what is needed to read a plan
/// from its solution. docs/formulation.md has all its formulas.
public struct PlanningProgram: Sendable {
  /// The instance that is planned.
  public let instance: Instance
  /// The model whose goals and options the rows state.
  public let model: Model
  /// The facilities of the instance and the projects that the model allows.
  public let producers: Producers
  /// What can be used of each commodity at most; a limit above that is left out.
  package let usable: UsableQuantities

  /// The program, with what each of its rows states.
  package var keyed = KeyedProgram()
  /// The linear or mixed-integer program itself.
  public var program: LinearProgram {
    // Lent, not copied: loops read columns and rows one by one.
    _read { yield keyed.program }
  }
  /// What each row states, one a row.
  public var rowKeys: [RowKey] {
    _read { yield keyed.keys }
  }
  /// The column of each quantity of the plan.
  public internal(set) var columns: PlanningColumns
  /// The number of columns of the network: flows, activities, orders, stocks, shortages. They come before all others,
  /// and do not depend on the goals.
  package internal(set) var networkColumnCount = 0
  /// The constraints of all goals, one for each goal, region of `each`, commodity, period, target and disruption.
  public package(set) var goals: Table<GoalConstraint> = []
  /// Columns that are no quantities of the plan, with what they state.
  public package(set) var goalColumns: [(column: Column, states: GoalColumn)] = []
  /// Second-order cones, of which the rows have only cuts.
  public package(set) var cones: [ConcentrationCone] = []
  /// Stress windows that are programs of their own, of which the rows have only cuts; none in a program that is
  /// not decomposed.
  package internal(set) var recourses: [Recourse] = []
  /// Groups of data and goals that are left out.
  package internal(set) var leftOut: Set<ConstraintGroup> = []
  /// The goals against any attack. The rows have the windows of some attacks, or cuts of them.
  package internal(set) var attackGoals: [AttackGoal] = []
  /// The stress windows that are written into the rows, in the order of their numbers.
  public internal(set) var windows: [StressBlock] = []
  /// Σ years(τ)·Σ_ω p_ω·L_ω over the periods of `risk`, not discounted.
  public internal(set) var expectedLoss = LinearExpression()
  /// Discounted cost of one unit of each column, without penalties and risk.
  public internal(set) var baseCost: [Double] = []

  /// Adds a row while solving.
  ///
  /// - Parameter targets: the goals' constraints that the row states, each with the rate at which a higher
  ///   target moves the right-hand side.
  package mutating func addRow(
    _ key: RowKey, _ expression: LinearExpression, lower: Double = -.infinity,
    upper: Double = .infinity,
    stating targets: [(constraint: GoalConstraintIndex, sensitivity: LinearExpression)] = []
  ) -> Row {
    let row = keyed.addRow(key, expression, lower: lower, upper: upper)
    for target in targets { goals[target.constraint].rows.append((row, target.sensitivity)) }
    return row
  }

  /// The same program in which no column has to be whole.
  package var relaxed: PlanningProgram {
    var relaxed = self
    relaxed.keyed.relax()
    return relaxed
  }

  /// most(p): `max_capacity` or, where that is larger, what can be used at most; main output a year.
  package func largestOrder(of project: ProjectIndex) -> Double {
    usable.largestOrder(of: instance.projects[project])
  }

  /// The plan's discounted cost at a point, without penalties and risk.
  public func cost(at point: [Double]) -> Double {
    var total = 0.0
    for index in baseCost.indices where baseCost[index] != 0 {
      total += baseCost[index] * point[index]
    }
    return total
  }
}

/// The place of a goal's constraint in ``PlanningProgram/goals``.
public typealias GoalConstraintIndex = TypedIndex<GoalConstraint>

/// One constraint of a goal, hard or soft.
public struct GoalConstraint: Sendable {
  /// Place of the goal in the model.
  public var goal: GoalIndex
  /// M, the regions that the goal is about.
  public var subject: RegionSet
  /// K, the commodities that the goal is about; nil for a goal on money.
  public var commodity: CommodityGroup?
  /// nil if the goal spans periods (capex, subsidy, cost).
  public var period: PeriodIndex?
  /// Whether the target is a least or a greatest value.
  public var direction: Goal.Direction
  /// The target in the period, in the unit of the kind of goal.
  public var target: Double
  /// For resilience against disruptions: index of the disruption.
  public var disruption: DisruptionIndex?
  /// For resilience: whether the target holds in every month rather than over the window.
  public var isEachMonth = false
  /// v, by how much the rows may be broken; nil for a hard goal.
  public var violation: Column?
  /// Its rows, each with the rate e(x) at which a higher target moves the right-hand side:
  /// d(objective)/d(target) = Σ dual·e(x).
  public var rows: [(row: Row, sensitivity: LinearExpression)] = []

  /// Σ dual·rate over its rows: the change of the objective for a target higher by 1, discounted money.
  public func shadowPrice(in solution: Solution) -> Double {
    rows.reduce(0) { sum, entry in
      sum + solution.rowDuals[entry.row.index] * entry.sensitivity.value(at: solution.values)
    }
  }
}

/// ‖(F({i},M))_i‖₂ ≤ √h·Σ_i F({i},M) + v, for one M, commodity and period.
public struct ConcentrationCone: Sendable {
  /// The constraint of the `hhi` goal that the cone states.
  public var constraint: GoalConstraintIndex
  /// F({i},M), for each origin that can supply.
  public var bySource: [LinearExpression]
  /// h, the greatest sum of squared shares.
  public var cap: Double
  /// v, by how much the cone may be broken; nil for a hard goal.
  public var violation: Column?
  /// The usual amount from one source.
  var usual = 0.0
}

extension PlanningProgram {
  /// The LP with the objective of the model's first stage.
  public func firstStage() -> LinearProgram {
    guard let stage = model.objective.first else { return program }
    var first = program
    for index in 0..<first.columnCount { first.setCost(Column(index), 0) }
    for term in expression(of: stage.quantity).terms {
      first.setCost(term.column, term.coefficient)
    }
    return first
  }
}
