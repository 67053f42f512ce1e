public import LinearProgramming
public import Sourcing

/// What a stress window uses of the plan, in its period τ: numbers of a finished plan, or the variables of a plan in
/// the same program.
public struct PlanReference: Sendable {
  /// The instance of the plan.
  public let instance: Instance
  /// The producers of the plan.
  public let producers: Producers
  /// τ, the period in which the window starts.
  public let period: PeriodIndex
  /// What can be used of each commodity at most; a limit above that is left out.
  let usable: UsableQuantities
  let sizes: TypicalSizes
  /// When to stop writing windows, which are then incomplete.
  let deadline: Deadline
  /// f*[k,i,j,τ].
  var flow: @Sendable (FlowKey) -> LinearExpression
  /// Capacity of a producer in τ, existing and built, as it is typed: the factor of a disruption comes before the
  /// comparison with what can be used.
  var capacity: @Sendable (ProducerIndex) -> LinearExpression
  /// S*[w,τ−1], the level of a stockpile when the window starts, before the `stock` factor.
  var startingLevel: @Sendable (StockpileIndex) -> LinearExpression
  /// Whether there are stockpiles at all.
  public internal(set) var hasStockpiles: Bool
}

extension PlanReference {
  /// The numbers of a finished plan.
  ///
  /// - Parameters:
  ///   - instance: the instance of the plan.
  ///   - model: the model of the plan.
  ///   - plan: the plan.
  ///   - period: τ, in which the windows start.
  ///   - deadline: when to stop writing its stress windows, which are then incomplete: the caller must check the
  ///     deadline afterwards.
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
    let planned = flows
    flow = { LinearExpression(constant: planned[$0] ?? 0) }
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

  /// `factor`·capacity, what a disruption leaves of the capacity of a producer; infinite if that is above all
  /// that can be used. The factor comes first: a part of a capacity can bind where the whole cannot.
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
            instance.projects[project].operates(
              in: period, orderedIn: order, horizon: instance.horizon)
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
