import LinearProgramming
import Sourcing

/// Writes one copy of the stress program into a program, without an objective. The whole window is known in month 1,
/// so the answer is the best that can be done.
///
/// Where the plan is made of numbers, its limits are bounds of columns; where it is made of variables, rows. Each
/// family of rows has a function, whose comment has the formula. Months are m = 1 … H, rates are yearly, and a
/// month is 1/12 year.
struct StressBlockBuilder {
  let plan: PlanReference
  let options: StressOptions
  let factors: DisruptionFactors
  let instance: Instance
  let reach: Reach
  let sharers: StockSharing
  /// Whether the shortages of all places count.
  private let servesAll: Bool
  /// Whether rows of `stress_allocation` are written; not where the disruption comes later.
  let hasAllocationRows: Bool
  var block: StressBlock

  /// - Parameters:
  ///   - factors: the disruption; without effects for a program whose bounds are changed later.
  ///   - window: the window's number in its program.
  ///   - hasAllocationRows: whether rows of `stress_allocation` are written under `pro_rata`.
  ///   - alike: disruptions under which months that are alike have the same columns and rows (``MonthSpans``); nil: each
  ///     month has its own.
  ///   - served: the places whose shortages count; nil: all. What cannot serve them is left out. Not under `pro_rata`,
  ///     where what goes to others binds.
  init(
    plan: PlanReference, options: StressOptions, factors: DisruptionFactors, window: Int,
    hasAllocationRows: Bool = true, alike: [DisruptionFactors]? = nil,
    serving served: Set<Place>? = nil
  ) {
    self.hasAllocationRows = hasAllocationRows
    self.plan = plan
    self.options = options
    self.factors = factors
    instance = plan.instance
    sharers = StockSharing(instance: plan.instance, sharing: options.sharing)
    reach = Reach(
      instance: plan.instance, producers: plan.producers,
      hasCapacity: IndexedArray(
        plan.producers.all.indices.map {
          let capacity = plan.capacity($0)
          return !capacity.isConstant || capacity.constant > 0
        }),
      period: plan.period,
      stockedPlaces: plan.hasStockpiles ? sharers.reachedPlaces : [], canStore: false,
      serving: served)
    servesAll = served == nil
    block = StressBlock(window: window, spans: .single(options.horizonMonths))
    guard let alike else { return }
    let givers = plan.hasStockpiles ? instance.stockpiles.indices.filter(mayGive) : []
    block = StressBlock(
      window: window,
      spans: .alike(under: alike, options, stockpiles: givers.map { instance.stockpiles[$0] }))
  }

  /// Whether goods from a stockpile that arrive in a region are of use.
  func isWanted(_ stockpile: StockpileIndex, in region: RegionIndex) -> Bool {
    servesAll || reach.used(instance.stockpiles[stockpile].commodity, in: region)
  }

  /// Whether a stockpile can give anything of use.
  func mayGive(_ stockpile: StockpileIndex) -> Bool {
    ([instance.stockpiles[stockpile].region] + sharers.receivers(of: stockpile))
      .contains { isWanted(stockpile, in: $0) }
  }

  /// Adds the window's columns and rows, and returns their places.
  consuming func build(into program: inout KeyedProgram) -> StressBlock {
    for span in block.spans.spans where !plan.deadline.isOver {
      addMonth(span.lowerBound, to: &program)
    }
    addAllocation(to: &program)
    addSharingQuotas(to: &program)
    if options.sharing.mode == .iep { block.addRightsRows(to: &program, instance: instance) }
    return block
  }

  func key(_ row: StressRow) -> RowKey { .stress(row, window: block.window) }

  // MARK: One month

  /// The flows of a month, and the terms of the balances of each place.
  struct Balances {
    var flows: [StressBlock.Flow] = []
    var made: [Place: [(Double, Column)]] = [:]
    var sent: [Place: [(Double, Column)]] = [:]
    var used: [Place: [(Double, Column)]] = [:]
  }

  private mutating func addMonth(_ month: Int, to program: inout KeyedProgram) {
    var balances = Balances()
    addActivities(month, &balances, to: &program)
    addFlows(month, &balances, to: &program)
    if plan.hasStockpiles { addStocks(month, &balances, to: &program) }
    addSupply(month, balances, to: &program)
    addUse(month, balances.used, to: &program)
    addQuotas(month, balances.flows, to: &program)
  }
}
