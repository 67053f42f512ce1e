/// Everything known about a supply network: who makes, moves, needs and stores what, and what could be
/// built. Read from a folder of tables by ``InstanceReader``; every reference is an index into the
/// arrays here, every rule of the file format (wildcards, blocs, groups, last match wins, defaults) has
/// been applied, and every number is finite. Quantities are annual rates in the commodity's unit, money
/// is in `currency`.
public struct Instance: Sendable {
  public var name: String
  public var title: String
  public var currency: String
  public var description: String
  public var sources: [String]
  /// Values that models may use as `$name`.
  public var parameters: [String: String]
  /// The region or bloc that plans.
  public var home: RegionSet

  public var horizon: Horizon
  public var regions: [Region]
  public var blocs: [RegionSet]
  public var commodities: [Commodity]
  public var groups: [CommodityGroup]
  public var processes: [Process]
  public var facilities: [Facility]
  public var projects: [Project]
  public var programmes: [Programme]
  public var lanes: LaneTable
  public var quotas: [Quota]
  public var demands: DemandTable
  public var stockpiles: [Stockpile]
  public var contracts: [Contract]
  public var history: [HistoricalFlow]
  public var disruptions: [Disruption]

  /// SHA-256 of the files as read (names and contents, edits included); empty for an instance made in memory.
  public var contentHash = ""
  /// Path of the folder it was read from; empty for an instance made in memory.
  public var folder = ""
}

/// A set of regions under a name: a bloc, or a single region as a bloc of itself. `world` is all.
public struct RegionSet: Sendable, Hashable {
  public var id: String
  /// Indices of regions, ascending.
  public var members: [Int]

  public init(id: String, members: [Int]) {
    self.id = id
    self.members = members
  }
}

/// A set of commodities with one unit under a name; every commodity is a group of itself.
public struct CommodityGroup: Sendable, Hashable {
  public var id: String
  /// Indices of commodities, ascending.
  public var members: [Int]

  public init(id: String, members: [Int]) {
    self.id = id
    self.members = members
  }
}

public struct Region: Sendable {
  public var id: String
  public var name: String
  public var latitude: Double?
  public var longitude: Double?
  /// 0 safe … 1 risky; nil where not given. Used in reports only.
  public var risk: Double?

  public init(
    id: String, name: String = "", latitude: Double? = nil, longitude: Double? = nil,
    risk: Double? = nil
  ) {
    self.id = id
    self.name = name
    self.latitude = latitude
    self.longitude = longitude
    self.risk = risk
  }
}

public struct Commodity: Sendable {
  public var id: String
  public var unit: String
  /// Money a unit, one a period.
  public var price: [Double]

  public init(id: String, unit: String, price: [Double]) {
    self.id = id
    self.unit = unit
    self.price = price
  }
}

/// A way of making a commodity from others, with byproducts. Without inputs it is a mine.
public struct Process: Sendable {
  /// A commodity with units of it per unit of main output.
  public struct Term: Sendable, Hashable {
    public var commodity: Int
    public var quantity: Double
    public init(commodity: Int, quantity: Double) {
      self.commodity = commodity
      self.quantity = quantity
    }
  }

  public var id: String
  public var stage: String
  /// The main output's commodity.
  public var output: Int
  public var inputs: [Term]
  public var byproducts: [Term]
  /// Line of `processes.csv`, for messages.
  public var line: Int?

  public init(id: String, stage: String, output: Int, inputs: [Term], byproducts: [Term]) {
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
  public var process: Int
  public var region: Int
  /// Main output a year, one a period; 0 where it does not operate.
  public var capacity: [Double]
  /// Money a unit of main output, one a period.
  public var unitCost: [Double]
  /// Least main output a year, one a period; 0 where it does not operate.
  public var minimum: [Double]
  /// First and last period of operation.
  public var operation: ClosedRange<Int>

  public init(
    id: String, process: Int, region: Int, capacity: [Double], unitCost: [Double],
    minimum: [Double], operation: ClosedRange<Int>
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
  public var process: Int
  public var region: Int
  public var maxCapacity: Double
  /// Money per unit a year of capacity.
  public var capex: Double
  public var unitCost: Double
  public var leadYears: Double
  public var fixedCost: Double
  public var minCapacity: Double
  /// First and last period in which it may be ordered; nil: no limit.
  public var earliest: Int?
  public var latest: Int?
  public var lifeYears: Double
  public var kind: String
  /// Index of the programme that supports it.
  public var programme: Int?

  public init(
    id: String, process: Int, region: Int, maxCapacity: Double, capex: Double, unitCost: Double,
    leadYears: Double = 0, fixedCost: Double = 0, minCapacity: Double = 0, earliest: Int? = nil,
    latest: Int? = nil, lifeYears: Double = 20, kind: String = "", programme: Int? = nil
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
  public var payer: Int
  /// Undiscounted money.
  public var budget: Double
  /// Share of capex and fixed cost that it pays.
  public var share: Double
  public var opens: Int?
  public var closes: Int?

  public init(
    id: String, payer: Int, budget: Double, share: Double, opens: Int? = nil, closes: Int? = nil
  ) {
    self.id = id
    self.payer = payer
    self.budget = budget
    self.share = share
    self.opens = opens
    self.closes = closes
  }
}

/// A limit on all of some commodities that go from some regions to others in some periods.
public struct Quota: Sendable {
  public var id: String
  public var commodities: [Int]
  public var origins: [Int]
  public var destinations: [Int]
  /// Most units a year.
  public var quantity: Double
  /// The one period that it binds in; nil: every period.
  public var period: Int?

  public init(
    id: String, commodities: [Int], origins: [Int], destinations: [Int], quantity: Double,
    period: Int?
  ) {
    self.id = id
    self.commodities = commodities
    self.origins = origins
    self.destinations = destinations
    self.quantity = quantity
    self.period = period
  }
}

public struct Stockpile: Sendable {
  public var id: String
  public var region: Int
  public var commodity: Int
  public var initial: Double
  public var capacity: Double
  /// Money a unit a year.
  public var holdingCost: Double
  /// Units a year that may be drawn; infinity without a limit.
  public var releaseLimit: Double
  /// Share lost a year.
  public var loss: Double
  public var minimum: Double
  /// Least level at the end where stockpiles are free.
  public var final: Double

  public init(
    id: String, region: Int, commodity: Int, initial: Double, capacity: Double,
    holdingCost: Double = 0, releaseLimit: Double = .infinity, loss: Double = 0,
    minimum: Double = 0, final: Double
  ) {
    self.id = id
    self.region = region
    self.commodity = commodity
    self.initial = initial
    self.capacity = capacity
    self.holdingCost = holdingCost
    self.releaseLimit = releaseLimit
    self.loss = loss
    self.minimum = minimum
    self.final = final
  }
}

/// A least flow on a lane.
public struct Contract: Sendable {
  public var id: String
  public var commodity: Int
  public var origin: Int
  public var destination: Int
  public var quantity: Double
  public var periods: ClosedRange<Int>

  public init(
    id: String, commodity: Int, origin: Int, destination: Int, quantity: Double,
    periods: ClosedRange<Int>
  ) {
    self.id = id
    self.commodity = commodity
    self.origin = origin
    self.destination = destination
    self.quantity = quantity
    self.periods = periods
  }
}

/// An observed flow.
public struct HistoricalFlow: Sendable {
  public var commodity: Int
  public var origin: Int
  public var destination: Int
  public var period: Int
  public var quantity: Double

  public init(commodity: Int, origin: Int, destination: Int, period: Int, quantity: Double) {
    self.commodity = commodity
    self.origin = origin
    self.destination = destination
    self.period = period
    self.quantity = quantity
  }
}

/// Things that happen together from month 1 on.
public struct Disruption: Sendable {
  public struct Effect: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      case production, exports, lane, demand, stock
    }

    public var kind: Kind
    public var regions: [Int]
    /// Commodities hit; nil: all.
    public var commodities: [Int]?
    /// Process hit; nil: all.
    public var process: Int?
    /// Partner regions; nil: all outside `regions`.
    public var partners: [Int]?
    public var factor: Double
    public var months: Int

    public init(
      kind: Kind, regions: [Int], commodities: [Int]? = nil, process: Int? = nil,
      partners: [Int]? = nil, factor: Double, months: Int
    ) {
      self.kind = kind
      self.regions = regions
      self.commodities = commodities
      self.process = process
      self.partners = partners
      self.factor = factor
      self.months = months
    }
  }

  public var id: String
  public var effects: [Effect]
  /// Probability a year; nil where not given.
  public var probability: Double?

  public init(id: String, effects: [Effect], probability: Double? = nil) {
    self.id = id
    self.effects = effects
    self.probability = probability
  }

  /// The longest of its rows' durations.
  public var longestMonths: Int { effects.map(\.months).max() ?? 0 }
}
