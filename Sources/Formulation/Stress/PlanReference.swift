public import LinearProgramming
public import Sourcing

/// What a stress window takes from the plan that it disturbs, in one period τ: a stored plan's numbers,
/// or the variables of a plan that is still being made.
public struct PlanReference: Sendable {
  public let instance: Instance
  public let producers: Producers
  public let period: PeriodIndex
  /// What can be used of each good: a limit above it is none.
  let usable: UsableQuantities
  let sizes: TypicalSizes
  /// When to stop writing windows; they are then not whole.
  let deadline: Deadline
  /// f*[k,i,j,τ].
  var flow: @Sendable (FlowKey) -> LinearExpression
  /// Capacity of a producer in τ, existing and built, as it is typed: no limit is known to be none before a
  /// disruption's factor is applied.
  var capacity: @Sendable (ProducerIndex) -> LinearExpression
  /// Level of a stockpile when the window starts.
  var startingLevel: @Sendable (StockpileIndex) -> LinearExpression
  /// Whether there are stockpiles at all.
  public internal(set) var hasStockpiles: Bool
}

extension PlanReference {
  /// The numbers of a finished plan.
  ///
  /// - Parameter deadline: when to stop writing its stress windows, which are then not whole: who sets one must
  ///   ask it afterwards.
  public init(
    instance: Instance, model: Model, plan: Plan, period: PeriodIndex,
    until deadline: Deadline = .none
  ) {
    self.deadline = deadline
    let producers = Producers(instance: instance, projects: model.projects)
    self.instance = instance
    self.producers = producers
    self.period = period
    usable = UsableQuantities(instance: instance, model: model, until: deadline)
    sizes = TypicalSizes(instance)
    var flows: [FlowKey: Double] = [:]
    for flow in plan.flowsAboveRoundOff(in: period) { flows[flow.key] = flow.quantity }
    let preShock = flows
    flow = { LinearExpression(constant: preShock[$0] ?? 0) }
    capacity = { index in
      let producer = producers.all[index]
      if let facility = producer.facility {
        return LinearExpression(constant: instance.facilities[facility].capacity[period])
      }
      let built = producer.project.map { plan.builtCapacity(of: $0, in: period, instance) }
      return LinearExpression(constant: built ?? 0)
    }
    let stocks = plan.stocks
    startingLevel = { index in
      let level =
        period == .first || stocks.isEmpty
        ? instance.stockpiles[index].initial : stocks[index][period.before].level
      return LinearExpression(constant: level)
    }
    hasStockpiles = model.stockpiles != .none
  }

  /// What a disruption leaves of the capacity of a producer, `factor`·capacity; infinite where it is no limit.
  ///
  /// The factor comes first: what is left of a capacity may bind where the whole never could.
  func limit(_ capacity: Double, of producer: ProducerIndex, factor: Double) -> Double {
    factor > 0 ? usable.limit(factor * capacity, of: producers.all[producer].process) : 0
  }
}

extension PlanningBuilder {
  /// The variables of the plan being written.
  func planReference(period: PeriodIndex) -> PlanReference {
    let (instance, columns, producers) = (self.instance, self.columns, self.producers)
    return PlanReference(
      instance: instance, producers: producers, period: period, usable: usable, sizes: sizes,
      deadline: deadline,
      flow: { key in
        columns.flow(
          commodity: key.commodity, origin: key.origin, destination: key.destination,
          period: period
        ).map { LinearExpression($0) } ?? LinearExpression()
      },
      capacity: { index in
        let producer = producers.all[index]
        if let facility = producer.facility {
          return LinearExpression(constant: instance.facilities[facility].capacity[period])
        }
        guard let project = producer.project else { return LinearExpression() }
        return instance.horizon.indices.reduce(into: LinearExpression()) { sum, order in
          guard let column = columns.order[project][order],
            instance.projects[project].operation(orderedIn: order, horizon: instance.horizon)
              .contains(period)
          else { return }
          sum.add(1, column)
        }
      },
      startingLevel: { index in
        guard period > .first else {
          return LinearExpression(constant: instance.stockpiles[index].initial)
        }
        return columns.level[index][period.before].map { LinearExpression($0) }
          ?? LinearExpression()
      },
      hasStockpiles: model.stockpiles != .none)
  }
}
