public import LinearProgramming
public import Sourcing

/// The stress program of a finished plan: what its network can still do in the months after a disruption. It is
/// written once, without a disruption; a disruption only changes bounds
/// (``bounds(under:limits:hasStocks:allocation:)``), and rows where allocation is pro rata.
public struct StressProgram: Sendable {
  /// The instance of the plan.
  public let instance: Instance
  /// What the window takes from the plan.
  public let reference: PlanReference
  /// The options of the window: its months and the sharing arrangement.
  public let options: StressOptions
  /// The program, with a key for each row.
  public let keyed: KeyedProgram
  /// The linear program itself.
  public var program: LinearProgram {
    // Lent, not copied: loops read columns and rows one by one.
    _read { yield keyed.program }
  }
  /// The columns of the window.
  public let block: StressBlock
  /// t, the smallest service level, 0 … 1, under `max_min`; nil under `efficient`.
  public let smallestService: Column?

  /// The stress program of a plan.
  ///
  /// - Parameters:
  ///   - instance: the instance of the plan.
  ///   - model: the model of the plan.
  ///   - plan: the plan.
  ///   - period: τ, in which the window starts.
  ///   - options: the months of the window, and the sharing arrangement.
  public init(
    instance: Instance, model: Model, plan: Plan, period: PeriodIndex, options: StressOptions
  ) {
    self.init(
      PlanReference(instance: instance, model: model, plan: plan, period: period), options)
  }

  /// The same, unless its time is over before the program is written.
  public init(
    instance: Instance, model: Model, plan: Plan, period: PeriodIndex, options: StressOptions,
    until deadline: Deadline
  ) throws(NoOptimum) {
    self.init(
      PlanReference(
        instance: instance, model: model, plan: plan, period: period, until: deadline), options)
    try deadline.check(Self.question)
  }

  /// The same with one copy of the variables for all months that are alike under some disruptions (``MonthSpans``), for
  /// questions about sums over the window or the worst month.
  ///
  /// - Parameters:
  ///   - instance: the instance of the plan.
  ///   - model: the model of the plan.
  ///   - plan: the plan.
  ///   - period: τ, in which the window starts.
  ///   - options: the months of the window, and the sharing arrangement.
  ///   - disruptions: the disruptions that bounds are set for.
  ///   - places: the places whose shortages count; nil: all. What cannot serve them is left out. All count under
  ///     `pro_rata`.
  ///   - deadline: when to stop.
  /// - Throws: `NoOptimum` if the deadline comes before the program is written.
  package init(
    instance: Instance, model: Model, plan: Plan, period: PeriodIndex, options: StressOptions,
    mergingMonthsUnder disruptions: [DisruptionFactors], serving places: Set<Place>? = nil,
    until deadline: Deadline
  ) throws(NoOptimum) {
    self.init(
      PlanReference(
        instance: instance, model: model, plan: plan, period: period, until: deadline), options,
      alike: disruptions, serving: options.allocation == .proRata ? nil : places)
    try deadline.check(Self.question)
  }

  /// What a program that was not written in time leaves open.
  private static let question = "what a stress window's program says"

  private init(
    _ reference: PlanReference, _ options: StressOptions, alike: [DisruptionFactors]? = nil,
    serving places: Set<Place>? = nil
  ) {
    instance = reference.instance
    self.options = options
    self.reference = reference
    let builder = StressBlockBuilder(
      plan: reference, options: options,
      factors: DisruptionFactors(instance: instance, disruption: nil), window: 0,
      hasAllocationRows: false, alike: alike, serving: places)
    var keyed = KeyedProgram()
    block = builder.build(into: &keyed)
    smallestService = options.sharing.fairness == .maxMin ? keyed.addColumn(upper: 1, size: 1) : nil
    self.keyed = keyed
  }

  /// τ, the period in which the window starts.
  public var period: PeriodIndex { reference.period }

  /// The bounds that depend on the disruption.
  public struct Bounds: Sendable {
    /// Upper bounds of columns, in the column's unit.
    public var columnUpper: [(column: Column, upper: Double)] = []
    /// Both bounds of rows, in the row's unit.
    public var rows: [(row: Row, lower: Double, upper: Double)] = []
  }

  /// All bounds that depend on the disruption, under one disruption.
  ///
  /// - Parameters:
  ///   - factors: the factors of the disruption.
  ///   - limits: what regions can give and receive under `iep`.
  ///   - hasStocks: false removes all stockpiles.
  ///   - allocation: who gets what a supplier has; nil: as in ``options``. Under `pro_rata` the rows of
  ///     ``allocationRows(under:)`` must hold too.
  public func bounds(
    under factors: DisruptionFactors, limits: SharingLimits = SharingLimits(),
    hasStocks: Bool = true, allocation: StressOptions.Allocation? = nil
  ) -> Bounds {
    var bounds = Bounds()
    var options = options
    options.allocation = allocation ?? options.allocation
    for activity in block.activities {
      let producer = reference.producers.all[activity.producer]
      let factor = factors.production(
        process: producer.process, region: producer.region, month: activity.month)
      bounds.columnUpper.append(
        (
          activity.column,
          reference.limit(
            reference.capacity(activity.producer).constant, of: activity.producer, factor: factor)
        ))
    }
    for flow in block.flows where flow.key.isInternational {
      bounds.columnUpper.append((flow.column, limit(of: flow, under: factors)))
    }
    for shortage in block.shortages {
      let demand = demand(shortage.region, shortage.commodity, shortage.month, under: factors)
      bounds.columnUpper.append((shortage.column, demand))
      let mayDiscard = options.isProRata(in: shortage.month)
      bounds.rows.append((shortage.balance, demand, mayDiscard ? .infinity : demand))
    }
    for use in block.uses where use.month <= options.rerouteMonths {
      bounds.rows.append((use.row, 0, options.isProRata(in: use.month) ? .infinity : 0))
    }
    for shared in block.sharedDraws {
      let stockpile = instance.stockpiles[shared.stockpile]
      let hit = factors.lane(
        commodity: stockpile.commodity, origin: stockpile.region,
        destination: shared.destination, month: shared.month)
      bounds.columnUpper.append((shared.column, hit ?? 1 > 0 ? .infinity : 0))
    }
    for level in block.levels where level.month == 1 {
      let kept = power(1 - instance.stockpiles[level.stockpile].loss, 1.0 / 12)
      let start = hasStocks ? kept * startingLevel(level.stockpile, under: factors) : 0
      bounds.rows.append((level.balance, start, start))
    }
    if case .quota(let share) = options.sharing.mode {
      for (stockpile, row) in block.quotaRows {
        bounds.rows.append(
          (row, -.infinity, share * startingLevel(stockpile, under: factors)))
      }
    }
    for (row, upper) in block.rightsBounds(limits) {
      bounds.rows.append((row, -.infinity, upper))
    }
    return bounds
  }

  private func limit(of flow: StressBlock.Flow, under factors: DisruptionFactors) -> Double {
    let key = flow.key
    let stated =
      instance.lanes[
        commodity: key.commodity, origin: key.origin, destination: key.destination,
        period: key.period]?.capacity ?? 0
    let capacity = reference.usable.limit(stated, of: key.commodity)
    guard let share = factors.plannedShare(of: key, month: flow.month, options) else {
      return capacity
    }
    return min(capacity, share * reference.flow(key).constant)
  }

  /// Demand of a month under a disruption, an annual rate.
  public func demand(
    _ region: RegionIndex, _ commodity: CommodityIndex, _ month: Int,
    under factors: DisruptionFactors
  ) -> Double {
    factors.demand(region: region, commodity: commodity, month: month)
      * instance.demands[region: region, commodity: commodity, period: period].quantity
  }

  /// Level of a stockpile when the window starts, after the disruption's `stock` factor.
  public func startingLevel(_ stockpile: StockpileIndex, under factors: DisruptionFactors) -> Double
  {
    reference.startingLevel(stockpile).constant * factors.stock(instance.stockpiles[stockpile])
  }

  // MARK: What is minimised, in this order

  /// Lost value of some regions, the first stage: Σ_{j,k,m} (1/12)·σ(j,k,τ)·u[j,k,m]; money.
  public func lostValue(in regions: [RegionIndex]) -> LinearExpression {
    block.lostValue(in: regions, instance: instance, period: period)
  }

  /// Stock used, the second stage: Σ_{w,m} (1/12)·π[k,τ]·(draw[w,m] + Σ_j d[w,j,m]), π the price, 1 if that is 0;
  /// money. So stock is used only where it lowers the lost value.
  public var stockUsed: LinearExpression {
    var sum = LinearExpression()
    for (stockpile, column) in drawColumns {
      let price = instance.commodities[instance.stockpiles[stockpile].commodity].price[period]
      sum.add((price == 0 ? 1 : price) / 12, column)
    }
    return sum
  }

  /// Supply cost, the third stage: Σ_m (1/12)·[production + transport + tariff + holding + price[k,τ]·(draw and d)];
  /// money, undiscounted, at the costs of τ. What is drawn must be bought again.
  public var supplyCost: LinearExpression {
    var sum = LinearExpression()
    for activity in block.activities {
      let unitCost = reference.producers.all[activity.producer].unitCost[period]
      sum.add(unitCost / 12, activity.column)
    }
    for flow in block.flows { sum.add(instance.carriage(of: flow.key) / 12, flow.column) }
    for level in block.levels {
      sum.add(instance.stockpiles[level.stockpile].holdingCost / 12, level.column)
    }
    for (stockpile, column) in drawColumns {
      let price = instance.commodities[instance.stockpiles[stockpile].commodity].price[period]
      sum.add(price / 12, column)
    }
    for shared in block.sharedDraws {
      let stockpile = instance.stockpiles[shared.stockpile]
      let key = FlowKey(
        commodity: stockpile.commodity, origin: stockpile.region,
        destination: shared.destination, period: period)
      sum.add(instance.carriage(of: key) / 12, shared.column)
    }
    return sum
  }

  /// All columns draw[w,m] and d[w,j,m].
  private var drawColumns: [(stockpile: StockpileIndex, column: Column)] {
    block.draws.map { ($0.stockpile, $0.column) }
      + block.sharedDraws.map { ($0.stockpile, $0.column) }
  }
}
