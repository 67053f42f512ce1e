public import LinearProgramming
public import Sourcing

/// Writes a planning program: all columns first, then the rows, family by family and period by period.
///
/// Each constraint family is a function, whose comment has the formula, the unit of the rows and the meaning of
/// the dual. docs/formulation.md has them all on one page and explains the letters.
struct PlanningBuilder {
  let instance: Instance
  let model: Model
  /// Groups of data and goals that are left out.
  let relaxed: Set<ConstraintGroup>
  /// Whether stress windows are programs of their own, which cuts bring in.
  let isDecomposed: Bool
  /// The attacks whose windows are written into the rows.
  let attacksInRows: KnownAttacks
  /// When to stop; the program is then incomplete.
  let deadline: Deadline
  let producers: Producers
  /// Periods in which each project may be ordered; empty if the model does not choose it.
  let orderPeriods: IndexedArray<Project, [PeriodIndex]>
  /// What can be used of each commodity at most; a limit above that is left out.
  var usable: UsableQuantities { output.usable }
  /// The observed flows that are fixed.
  let fixedHistory: FixedHistory
  let sizes: TypicalSizes

  var output: PlanningProgram
  var columns: PlanningColumns { output.columns }

  /// - Parameters:
  ///   - usable: what can be used of each good; nil: worked out.
  ///   - idleOrders: periods in which a project may be ordered although the order is never in operation.
  init(
    instance: Instance, model: Model, relaxed: Set<ConstraintGroup> = [],
    isDecomposed: Bool = false, attacksInRows: KnownAttacks = KnownAttacks(),
    until deadline: Deadline = .none,
    usable: UsableQuantities? = nil, idleOrders: [ProjectIndex: [PeriodIndex]] = [:]
  ) {
    self.attacksInRows = attacksInRows
    self.deadline = deadline
    self.instance = instance
    self.model = model
    self.relaxed = relaxed
    self.isDecomposed = isDecomposed
    producers = Producers(instance: instance, projects: model.projects)
    var periods = IndexedArray<Project, [PeriodIndex]>(
      repeating: [], count: instance.projects.count)
    for project in model.projects {
      let active = instance.projects[project].orderPeriods(in: instance)
      periods[project] = (active + (idleOrders[project] ?? [])).sorted()
    }
    orderPeriods = periods
    fixedHistory = FixedHistory(
      instance: instance, isUsed: model.history == .fix, relaxed: relaxed)
    sizes = TypicalSizes(instance)
    output = PlanningProgram(
      instance: instance, model: model, producers: producers,
      usable: usable ?? UsableQuantities(instance: instance, model: model, until: deadline),
      columns: PlanningColumns(instance: instance, producerCount: producers.all.count))
    output.leftOut = relaxed
  }

  /// The whole program. Its objective is `cost`, with penalties and risk; ``PlanningProgram/expression(of:)``
  /// gives the other stages.
  mutating func build() -> PlanningProgram {
    for period in instance.horizon.indices where !deadline.isOver {
      addColumns(in: period)
    }
    output.networkColumnCount = output.program.columnCount
    // Families refer to all columns.
    guard !deadline.isOver else { return output }
    for period in instance.horizon.indices where !deadline.isOver {
      addSupply(in: period)
      addUse(in: period)
      addProjectCapacity(in: period)
      addQuotas(in: period)
      addMaxDecline(in: period)
      addStock(in: period)
    }
    addProjectSizes()
    addProgrammes()
    addGoals()
    addRisk()
    return output
  }

  func isRelaxed(_ group: ConstraintGroup) -> Bool { !relaxed.isEmpty && relaxed.contains(group) }

  /// Adds a column whose cost belongs to the plan's cost.
  mutating func addColumn(
    lower: Double = 0, upper: Double = .infinity, cost: Double = 0, integer: Bool = false,
    size: Double? = nil
  ) -> Column {
    output.baseCost.append(cost)
    return output.keyed.addColumn(
      lower: lower, upper: upper, cost: cost, integer: integer, size: size)
  }

  /// Adds a column whose cost is no part of the plan's cost: a penalty or a term of `risk`.
  mutating func addColumn(beyondCost cost: Double, size: Double? = nil) -> Column {
    output.baseCost.append(0)
    return output.keyed.addColumn(cost: cost, size: size)
  }

  /// Adds an empty row; its terms follow.
  mutating func addRow(
    _ key: RowKey, lower: Double = -.infinity, upper: Double = .infinity
  ) -> Row {
    output.keyed.addRow(key, lower: lower, upper: upper)
  }

  /// Adds a row from an expression.
  @discardableResult
  mutating func addRow(
    _ key: RowKey, _ expression: LinearExpression, lower: Double = -.infinity,
    upper: Double = .infinity
  ) -> Row {
    output.keyed.addRow(key, expression, lower: lower, upper: upper)
  }

  /// Adds a term to a row.
  mutating func add(_ coefficient: Double, _ column: Column, to row: Row) {
    output.keyed.add(coefficient, column, to: row)
  }
}

extension PlanningProgram {
  /// The planning program of an instance and a model.
  ///
  /// - Parameters:
  ///   - instance: must be valid (`Instance.validate()`), which is not checked here.
  ///   - model: must be valid for it (`Model.validate(for:)`), which is not checked here.
  ///   - relaxed: groups of data and goals to leave out.
  public init(instance: Instance, model: Model, relaxed: Set<ConstraintGroup> = []) {
    var builder = PlanningBuilder(instance: instance, model: model, relaxed: relaxed)
    self = builder.build()
  }

  /// The program in which every limit is as it is typed, however large.
  package init(withTypedLimits model: Model, of instance: Instance) {
    var builder = PlanningBuilder(instance: instance, model: model, usable: .unbounded(instance))
    self = builder.build()
  }

  /// The planning program, as ``init(instance:model:relaxed:)``.
  ///
  /// - Parameters:
  ///   - instance: a valid instance.
  ///   - model: a model that is valid for it.
  ///   - relaxed: groups of data and goals to leave out.
  ///   - attacks: for goals against any attack, the attacks whose windows are written into the rows.
  ///   - idleOrders: periods in which a project may be ordered although the order is in operation in no period of the
  ///     horizon. Such an order costs and yields nothing, and counts against `max_capacity` and budgets.
  ///   - deadline: when to stop.
  /// - Throws: `NoOptimum` if the deadline comes before the program is written.
  public init(
    instance: Instance, model: Model, relaxed: Set<ConstraintGroup> = [],
    attacks: KnownAttacks = KnownAttacks(), idleOrders: [ProjectIndex: [PeriodIndex]] = [:],
    until deadline: Deadline
  ) throws(NoOptimum) {
    var builder = PlanningBuilder(
      instance: instance, model: model, relaxed: relaxed, attacksInRows: attacks, until: deadline,
      idleOrders: idleOrders)
    self = builder.build()
    try deadline.check(Self.question)
  }

  /// A program without columns and rows, for one that was not written in time.
  package init(unwritten model: Model, of instance: Instance) {
    self = PlanningBuilder(instance: instance, model: model, until: .over).output
  }

  /// What a program that was not written in time leaves open.
  private static let question = "what the model's program says"

  /// The decomposed program: its stress windows are not in the rows but in ``recourses``, and cuts bring them
  /// in.
  package init(decomposing model: Model, of instance: Instance, until deadline: Deadline = .none)
    throws(NoOptimum)
  {
    var builder = PlanningBuilder(
      instance: instance, model: model, isDecomposed: true, until: deadline)
    self = builder.build()
    try deadline.check(Self.question)
  }

  /// The decomposed program of a model with `risk`, with one more recourse in each of its periods: the loss
  /// under the mean of its disruptions, which costs nothing in the objective.
  package init(
    appraising risk: RiskTerm, in model: Model, of instance: Instance, until deadline: Deadline
  ) throws(NoOptimum) {
    var builder = PlanningBuilder(
      instance: instance, model: model, isDecomposed: true, until: deadline)
    _ = builder.build()
    let factors = DisruptionFactors(
      instance: instance, mean: risk.against.map { instance.disruptions[$0] },
      rerouteMonths: model.stress.rerouteMonths)
    for period in risk.periods {
      _ = builder.addLossRecourse(.mean, factors, period: period, of: risk.of)
    }
    self = builder.output
    try deadline.check(Self.question)
  }
}
