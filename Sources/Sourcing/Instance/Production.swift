/// A way of making a commodity from others, with byproducts. Without inputs it is a mine.
public struct Process: Sendable {
  /// A commodity with units of it per unit of main output.
  public struct Term: Sendable, Hashable {
    public var commodity: CommodityIndex
    public var quantity: Double
    public init(commodity: CommodityIndex, quantity: Double) {
      self.commodity = commodity
      self.quantity = quantity
    }
  }

  public var id: String
  public var stage: String
  /// The main output's commodity.
  public var output: CommodityIndex
  public var inputs: [Term]
  public var byproducts: [Term]
  /// Line of `processes.csv`, for messages.
  public var line: Int?

  public init(id: String, stage: String, output: CommodityIndex, inputs: [Term], byproducts: [Term])
  {
    self.id = id
    self.stage = stage
    self.output = output
    self.inputs = inputs
    self.byproducts = byproducts
  }

  /// All that one unit of activity yields: 1 of the main output, then the byproducts.
  public var outputs: [Term] { [Term(commodity: output, quantity: 1)] + byproducts }
}

/// An existing (or already decided) producer.
public struct Facility: Sendable {
  public var id: String
  public var process: ProcessIndex
  public var region: RegionIndex
  /// Main output a year; 0 where it does not operate.
  public var capacity: PerPeriod<Double>
  /// Money a unit of main output.
  public var unitCost: PerPeriod<Double>
  /// Least main output a year; 0 where it does not operate.
  public var minimum: PerPeriod<Double>
  /// First and last period of operation.
  public var operation: ClosedRange<PeriodIndex>

  public init(
    id: String, process: ProcessIndex, region: RegionIndex, capacity: PerPeriod<Double>,
    unitCost: PerPeriod<Double>, minimum: PerPeriod<Double>, operation: ClosedRange<PeriodIndex>
  ) {
    self.id = id
    self.process = process
    self.region = region
    self.capacity = capacity
    self.unitCost = unitCost
    self.minimum = minimum
    self.operation = operation
  }
}

/// Capacity that may be ordered.
public struct Project: Sendable {
  public var id: String
  public var process: ProcessIndex
  public var region: RegionIndex
  /// Most capacity of all orders together, main output a year.
  public var maxCapacity: Double
  /// Money per unit a year of capacity.
  public var capex: Double
  /// Money a unit of main output.
  public var unitCost: Double
  /// Years from the order to operation.
  public var leadYears: Double
  /// Money, once, if anything is ordered.
  public var fixedCost: Double
  /// Least capacity, if anything is ordered.
  public var minCapacity: Double
  /// First and last period in which it may be ordered; nil: no limit.
  public var earliest: PeriodIndex?
  public var latest: PeriodIndex?
  /// Years of operation.
  public var lifeYears: Double
  /// A free label, such as onshoring or recycling.
  public var kind: String
  /// Index of the programme that supports it.
  public var programme: ProgrammeIndex?

  public init(
    id: String, process: ProcessIndex, region: RegionIndex, maxCapacity: Double, capex: Double,
    unitCost: Double,
    leadYears: Double = 0, fixedCost: Double = 0, minCapacity: Double = 0,
    earliest: PeriodIndex? = nil,
    latest: PeriodIndex? = nil, lifeYears: Double = 20, kind: String = "",
    programme: ProgrammeIndex? = nil
  ) {
    self.id = id
    self.process = process
    self.region = region
    self.maxCapacity = maxCapacity
    self.capex = capex
    self.unitCost = unitCost
    self.leadYears = leadYears
    self.fixedCost = fixedCost
    self.minCapacity = minCapacity
    self.earliest = earliest
    self.latest = latest
    self.lifeYears = lifeYears
    self.kind = kind
    self.programme = programme
  }

  /// Ordered whole, with a binary: it has a fixed cost or a least size.
  public var isLumpy: Bool { fixedCost > 0 || minCapacity > 0 }
}

/// Public money for projects.
public struct Programme: Sendable {
  public var id: String
  /// Index of the region that pays.
  public var payer: RegionIndex
  /// Undiscounted money.
  public var budget: Double
  /// Share of capex and fixed cost that it pays.
  public var share: Double
  /// First and last period in which it supports orders; nil: no limit.
  public var opens: PeriodIndex?
  public var closes: PeriodIndex?

  public init(
    id: String, payer: RegionIndex, budget: Double, share: Double, opens: PeriodIndex? = nil,
    closes: PeriodIndex? = nil
  ) {
    self.id = id
    self.payer = payer
    self.budget = budget
    self.share = share
    self.opens = opens
    self.closes = closes
  }
}
