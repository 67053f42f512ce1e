public import LinearProgramming
public import Sourcing

/// The program of the least-cost stockpiles: a copy of the stress program for each disruption, in which the members'
/// stockpiles of some commodities start at variable sizes 0 ≤ s[w] ≤ high(w):
///
///     minimise    Σ_w (r·price[k,τ] + hold(w) + loss(w)·price[k,τ])·s[w]
///     subject to  `sizing_service`   for each disruption, member j and commodity k with demand that is, or is
///                                    made from, a commodity whose stocks are sized
///                 `outsiders_loss`   for each disruption
///
/// Sizes are levels before the `stock` factor. All other stockpiles start at the plan's levels.
public struct SizingProgram: Sendable {
  /// The starting level of one stockpile, as a variable.
  public struct Size: Sendable {
    /// w, the stockpile.
    public var stockpile: StockpileIndex
    /// s[w], its level before the `stock` factor, units.
    public var column: Column
    /// Money a unit and year.
    public var unitCost: Double
    /// price[k,τ], money a unit; 0 if the instance has no price.
    public var price: Double
  }

  /// The service of one member and commodity, in every disruption.
  public struct Requirement: Sendable {
    /// The member and the commodity.
    public var place: Place
    /// δ[j,k], by how much its service may be below β; 0 unless β cannot be reached.
    public var relief: Column
    /// A row for each window with demand.
    public var rows: [(window: Int, row: Row)] = []
  }

  /// The instance of the plan.
  public let instance: Instance
  /// The producers of the plan.
  public let producers: Producers
  /// The regions that share.
  public let members: [RegionIndex]
  /// The program, with what each of its rows states.
  public let keyed: KeyedProgram
  /// The linear program itself.
  public var program: LinearProgram {
    // Lent, not copied: loops read columns and rows one by one.
    _read { yield keyed.program }
  }
  /// s[w] of the members' stockpiles of the commodities that are sized.
  public let sizes: [Size]
  /// One a disruption, in the order given.
  public let blocks: [StressBlock]
  /// By commodity, then member.
  public let requirements: [Requirement]
  /// β, fixed at the level asked for.
  public let service: Column
  /// At least the stock cost of every member, money a year; it costs nothing itself.
  public let largestCost: Column

  /// The program of the members' sizes under some disruptions.
  ///
  /// - Parameters:
  ///   - plan: what the windows take from the plan; its stock levels count for stockpiles that are not sized.
  ///   - options: the window, with the mode of sharing among the members.
  ///   - disruptions: the disruptions, each in a window of its own.
  ///   - service: β, from 0 to 1.
  ///   - outsidersLoss: the most that all regions outside the members may lose, money, for each disruption.
  ///   - commodities: the commodities whose stocks are sized; nil: all that members stock.
  public init(
    plan: PlanReference, options: StressOptions, disruptions: [Disruption], service: Double,
    outsidersLoss: [Double], commodities: [CommodityIndex]? = nil
  ) {
    let members = options.sharing.members?.members ?? []
    var builder = SizingBuilder(
      plan: plan, members: members, service: service,
      commodities: commodities ?? plan.instance.commodities(stockedBy: members))
    for (disruption, limit) in zip(disruptions, outsidersLoss) {
      builder.addBlock(against: disruption, options: options, outsidersLoss: limit)
    }
    builder.addLargestCost()
    instance = plan.instance
    producers = plan.producers
    self.members = members
    keyed = builder.program
    sizes = builder.sizes
    blocks = builder.blocks
    requirements = builder.requirements
    self.service = builder.service
    largestCost = builder.largestCost
  }

  /// Σ_w unit cost·s[w], money a year.
  public var stockCost: LinearExpression { Self.stockCost(sizes) }

  fileprivate static func stockCost(_ sizes: [Size]) -> LinearExpression {
    var sum = LinearExpression()
    for size in sizes { sum.add(size.unitCost, size.column) }
    return sum
  }

  /// r·price[k,τ] + hold(w) + loss(w)·price[k,τ]: what a unit in stock costs a year.
  public static func unitCost(of stockpile: Stockpile, in instance: Instance, period: PeriodIndex)
    -> Double
  {
    let price = instance.commodities[stockpile.commodity].price[period]
    return instance.horizon.discountRate * price + stockpile.holdingCost + stockpile.loss * price
  }
}

/// Writes the sizing program.
private struct SizingBuilder {
  let members: [RegionIndex]
  private var plan: PlanReference
  private let instance: Instance
  private let outsiders: [RegionIndex]
  private(set) var program = KeyedProgram()
  private(set) var sizes: [SizingProgram.Size] = []
  private(set) var blocks: [StressBlock] = []
  private(set) var requirements: [SizingProgram.Requirement] = []
  let service: Column
  let largestCost: Column

  init(
    plan: PlanReference, members: [RegionIndex], service: Double, commodities: [CommodityIndex]
  ) {
    self.members = members
    self.plan = plan
    instance = plan.instance
    outsiders = plan.instance.regions.indices.filter { !members.contains($0) }
    let needed = plan.instance.commodities(madeFrom: commodities)
    let markets = needed.flatMap { commodity in
      members.map { Place(region: $0, commodity: commodity) }
    }
    self.service = program.addColumn(lower: service, upper: service, size: 1)
    largestCost = program.addColumn()
    requirements = markets.map {
      SizingProgram.Requirement(place: $0, relief: program.addColumn(upper: 0, size: 1))
    }
    addSizes(of: commodities)
  }

  private mutating func addSizes(of commodities: [CommodityIndex]) {
    var columns: [StockpileIndex: Column] = [:]
    for (index, stockpile) in instance.stockpiles.indexed()
    where members.contains(stockpile.region) && commodities.contains(stockpile.commodity) {
      let cost = SizingProgram.unitCost(of: stockpile, in: instance, period: plan.period)
      let column = program.addColumn(
        upper: plan.usable.limit(stockpile.capacity, of: stockpile.commodity), cost: cost,
        size: plan.sizes.quantities[stockpile.commodity])
      let price = instance.commodities[stockpile.commodity].price[plan.period]
      sizes.append(.init(stockpile: index, column: column, unitCost: cost, price: price))
      columns[index] = column
    }
    let (sized, others, hasOthers) = (columns, plan.startingLevel, plan.hasStockpiles)
    plan.startingLevel = { index in
      if let column = sized[index] { return LinearExpression(column) }
      return hasOthers ? others(index) : LinearExpression()
    }
    plan.hasStockpiles = true
  }

  mutating func addBlock(
    against disruption: Disruption, options: StressOptions, outsidersLoss: Double
  ) {
    let factors = DisruptionFactors(instance: instance, disruption: disruption)
    let builder = StressBlockBuilder(
      plan: plan, options: options, factors: factors, window: blocks.count)
    let block = builder.build(into: &program)
    blocks.append(block)
    addService(in: block, factors)
    addOutsidersLoss(in: block, atMost: outsidersLoss)
  }

  /// `outsiders_loss`, for each disruption:
  ///
  ///     (1/12)·Σ_{j outside the members, k, m} σ(j,k,τ)·u[j,k,m] ≤ their lost value under `own`, within 1e-9
  ///
  /// Row: money. Dual ≤ 0: minus the stock cost a year that one more unit of their loss saves.
  private mutating func addOutsidersLoss(in block: StressBlock, atMost limit: Double) {
    let lost = block.lostValue(in: outsiders, instance: instance, period: plan.period)
    guard !lost.isConstant else { return }
    program.addRow(
      .outsidersLoss(window: block.window), lost,
      upper: limit + program.program.room(of: lost, near: limit))
  }

  /// `sizing_service`, for each disruption, member j and commodity k with a demand D[j,k] over the window that is,
  /// or is made from, a commodity whose stocks are sized:
  ///
  ///     (1/12)·Σ_m u[j,k,m] / D[j,k] + β − δ[j,k] ≤ 1
  ///
  /// Row: a share. Dual ≤ 0: 0.01·|dual| is the stock cost a year that one percentage point less of service saves.
  private mutating func addService(in block: StressBlock, _ factors: DisruptionFactors) {
    let months = 1...block.horizonMonths
    for index in requirements.indices {
      let place = requirements[index].place
      let base = instance.demands[
        region: place.region, commodity: place.commodity, period: plan.period
      ].quantity
      let demand = months.reduce(0) {
        $0 + base * factors.demand(region: place.region, commodity: place.commodity, month: $1)
          / 12
      }
      guard demand > 0 else { continue }
      var unserved = LinearExpression(service)
      unserved.add(-1, requirements[index].relief)
      unserved.add(
        block.unserved([place.commodity], in: [place.region], months: months),
        scaledBy: 1 / demand)
      let row = program.addRow(
        .sizingService(at: place, window: block.window), unserved, upper: 1)
      requirements[index].rows.append((block.window, row))
    }
  }

  /// `largest_stock_cost`, for each member i with stockpiles:
  ///
  ///     Σ_{w in i} unit cost(w)·s[w] − largest ≤ 0
  ///
  /// Row: money a year. Dual: 0 while stock cost is minimised; while the largest is, −dual is the part of member i in
  /// it, and these parts add up to 1.
  mutating func addLargestCost() {
    for member in members {
      let own = sizes.filter { instance.stockpiles[$0.stockpile].region == member }
      guard !own.isEmpty else { continue }
      var difference = SizingProgram.stockCost(own)
      difference.add(-1, largestCost)
      program.addRow(.largestStockCost(member: member), difference, upper: 0)
    }
  }
}
