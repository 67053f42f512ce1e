public import LinearProgramming
public import Sourcing

/// The planning LP or MIP of an instance and a model, with what is needed to read a plan back out of it.
public struct PlanningProgram: Sendable {
  public let instance: Instance
  public let model: Model
  public let producers: Producers
  /// What can be used of each good: a limit above it is none.
  package let usable: UsableQuantities

  /// The program, with what each of its rows states.
  package var keyed = KeyedProgram()
  public var program: LinearProgram {
    // Lent, not copied: loops read columns and rows one by one.
    _read { yield keyed.program }
  }
  /// What each row states, one a row.
  public var rowKeys: [RowKey] {
    _read { yield keyed.keys }
  }
  public internal(set) var columns: PlanningColumns
  /// Every goal's constraints, one entry for each goal, region of `each`, commodity, period and bound.
  public package(set) var goals: Table<GoalConstraint> = []
  /// Columns that are no quantities of the plan, with what they state.
  public package(set) var goalColumns: [(column: Column, states: GoalColumn)] = []
  /// Second-order cones that the rows hold only through cuts so far.
  public package(set) var cones: [ConcentrationCone] = []
  /// Stress windows that are not in the rows but through cuts; none in a monolithic program.
  package internal(set) var recourses: [Recourse] = []
  /// The stress windows that are written into the rows, in the order of their numbers.
  public internal(set) var windows: [StressBlock] = []
  /// Σ years(τ)·Σ_ω p_ω·L_ω over the periods of `risk`, not discounted.
  public internal(set) var expectedLoss = LinearExpression()
  /// Discounted cost of one unit of each column, without penalties and risk.
  public internal(set) var baseCost: [Double] = []

  /// Adds a row that came up while solving, and tells the goals' constraints that it states with the rate
  /// at which a higher target moves its right-hand side.
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

  /// The most that may be ordered of a project: its max_capacity, or what can be used.
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
  public var subject: RegionSet
  public var commodity: CommodityGroup?
  /// nil where the goal spans periods (capex, subsidy, cost).
  public var period: PeriodIndex?
  public var direction: Goal.Direction
  public var target: Double
  /// For resilience: index of the disruption.
  public var disruption: DisruptionIndex?
  /// For resilience: whether the target holds in every month rather than over the window.
  public var isEachMonth = false
  /// How much its rows are broken, for a soft goal.
  public var violation: Column?
  /// Its rows, each with the rate e(x) at which a higher target moves the row's right-hand side, so that
  /// d(objective)/d(target) = Σ dual·e(x).
  public var rows: [(row: Row, sensitivity: LinearExpression)] = []

  /// Discounted objective change per unit of the target.
  public func shadowPrice(in solution: Solution) -> Double {
    rows.reduce(0) { sum, entry in
      sum + solution.rowDuals[entry.row.index] * entry.sensitivity.value(at: solution.values)
    }
  }
}

/// ‖flows by origin‖₂ ≤ √h · total + violation, for one subject, commodity and period.
public struct ConcentrationCone: Sendable {
  public var constraint: GoalConstraintIndex
  /// F({i}, M), one an origin that may supply.
  public var bySource: [LinearExpression]
  public var cap: Double
  public var violation: Column?
  /// What usually comes from a source.
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
