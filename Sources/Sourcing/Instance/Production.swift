/// A way to make a commodity from others, with byproducts. A process without inputs is a mine or a well.
public struct Process: Sendable, Identifiable {
  /// An amount of a commodity for each unit of main output.
  public struct Term: Sendable, Hashable {
    /// The commodity.
    public var commodity: CommodityIndex
    /// Units for each unit of main output, above 0.
    public var quantity: Double

    /// An amount of a commodity.
    ///
    /// - Parameters:
    ///   - commodity: the commodity.
    ///   - quantity: units for each unit of main output, above 0.
    public init(commodity: CommodityIndex, quantity: Double) {
      self.commodity = commodity
      self.quantity = quantity
    }
  }

  /// An identifier that no other process has.
  public var id: String
  /// The step of the supply chain, for example `mining`.
  public var stage: String
  /// The commodity of the main output.
  public var output: CommodityIndex
  /// What one unit of main output takes, each commodity once.
  public var inputs: [Term]
  /// What comes with one unit of main output, each commodity once and not the main output.
  public var byproducts: [Term]
  /// Line of `processes.csv`, for messages; nil for a process made in code.
  public var line: Int?

  /// A process.
  ///
  /// - Parameters:
  ///   - id: an identifier.
  ///   - stage: the step of the supply chain.
  ///   - output: the commodity of the main output.
  ///   - inputs: what one unit of main output takes.
  ///   - byproducts: what comes with one unit of main output.
  public init(
    id: String, stage: String, output: CommodityIndex, inputs: [Term] = [], byproducts: [Term] = []
  ) {
    self.id = id
    self.stage = stage
    self.output = output
    self.inputs = inputs
    self.byproducts = byproducts
  }

  /// All that one unit of main output yields: 1 of the main output, then the byproducts.
  public var outputs: [Term] { [Term(commodity: output, quantity: 1)] + byproducts }
}

/// A producer that exists.
public struct Facility: Sendable, Identifiable {
  /// The least output of a facility that has none given, units a year.
  public static let defaultMinimum = 0.0

  /// An identifier that no other facility and no project has.
  public var id: String
  /// What it does.
  public var process: ProcessIndex
  /// Where it is.
  public var region: RegionIndex
  /// Most main output, units a year; 0 if it does not operate.
  public var capacity: PerPeriod<Double>
  /// Money a unit of main output.
  public var unitCost: PerPeriod<Double>
  /// Least main output, units a year, at most the capacity; 0 if it does not operate.
  public var minimum: PerPeriod<Double>
  /// First period of operation.
  public var opens: PeriodIndex
  /// Last period of operation, `opens` or later.
  public var closes: PeriodIndex

  /// First to last period of operation; ``opens`` only if ``closes`` is before it, which is a mistake.
  public var operation: ClosedRange<PeriodIndex> { opens...max(opens, closes) }

  /// A facility whose figures change from period to period.
  ///
  /// - Parameters:
  ///   - id: an identifier.
  ///   - process: what it does.
  ///   - region: where it is.
  ///   - capacity: most main output, units a year.
  ///   - unitCost: money a unit of main output.
  ///   - minimum: least main output, units a year.
  ///   - operation: first to last period of operation.
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
    opens = operation.lowerBound
    closes = operation.upperBound
  }

  /// A facility with the same figures in all periods in which it operates.
  ///
  /// - Parameters:
  ///   - id: an identifier.
  ///   - process: what it does.
  ///   - region: where it is.
  ///   - capacity: most main output, units a year.
  ///   - unitCost: money a unit of main output.
  ///   - minimum: least main output, units a year.
  ///   - opens: first period of operation; the first of the horizon if not given.
  ///   - closes: last period of operation, `opens` or later; the last of the horizon if not given.
  ///   - horizon: the periods of the instance.
  public init(
    id: String, process: ProcessIndex, region: RegionIndex, capacity: Double, unitCost: Double,
    minimum: Double = Facility.defaultMinimum, opens: PeriodIndex? = nil,
    closes: PeriodIndex? = nil, horizon: Horizon
  ) {
    let first = opens ?? .first
    let last = closes ?? horizon.last
    let operation = first...max(first, last)
    self.init(
      id: id, process: process, region: region,
      capacity: PerPeriod(horizon.indices.map { operation.contains($0) ? capacity : 0 }),
      unitCost: PerPeriod(repeating: unitCost, count: horizon.count),
      minimum: PerPeriod(horizon.indices.map { operation.contains($0) ? minimum : 0 }),
      operation: operation)
    self.closes = last
  }
}
