/// A producer that could be built.
public struct Project: Sendable, Identifiable {
  /// The life of a project that has none given, in years.
  public static let defaultLifeYears = 20.0

  /// An identifier that no other project and no facility has.
  public var id: String
  /// What it does.
  public var process: ProcessIndex
  /// Where it would be.
  public var region: RegionIndex
  /// Most capacity of all orders together, units of main output a year.
  public var maxCapacity: Double
  /// Cost of building, money for each unit a year of capacity.
  public var capex: Double
  /// Money a unit of main output.
  public var unitCost: Double
  /// Years from the order to operation.
  public var leadYears: Double
  /// Money for an order of any size.
  public var fixedCost: Double
  /// Least capacity of an order, units of main output a year.
  public var minCapacity: Double
  /// First period in which it may be ordered; nil: no limit.
  public var earliest: PeriodIndex?
  /// Last period in which it may be ordered; nil: no limit.
  public var latest: PeriodIndex?
  /// Years of operation, above 0.
  public var lifeYears: Double
  /// A free label, such as `onshoring` or `recycling`.
  public var kind: String
  /// The programme that supports it; nil: none does.
  public var programme: ProgrammeIndex?

  /// A project. What is not given is as in a blank cell of `projects.csv`.
  ///
  /// - Parameters:
  ///   - id: an identifier.
  ///   - process: what it does.
  ///   - region: where it would be.
  ///   - maxCapacity: most capacity of all orders together, units of main output a year.
  ///   - capex: cost of building, money for each unit a year of capacity.
  ///   - unitCost: money a unit of main output.
  ///   - leadYears: years from the order to operation.
  ///   - fixedCost: money for an order of any size.
  ///   - minCapacity: least capacity of an order.
  ///   - earliest: first period in which it may be ordered.
  ///   - latest: last period in which it may be ordered.
  ///   - lifeYears: years of operation.
  ///   - kind: a free label.
  ///   - programme: the programme that supports it.
  public init(
    id: String, process: ProcessIndex, region: RegionIndex, maxCapacity: Double, capex: Double,
    unitCost: Double, leadYears: Double = 0, fixedCost: Double = 0, minCapacity: Double = 0,
    earliest: PeriodIndex? = nil, latest: PeriodIndex? = nil,
    lifeYears: Double = Project.defaultLifeYears, kind: String = "",
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

  /// Whether orders need a decision of yes or no, because the project has a fixed cost or a least capacity.
  public var isLumpy: Bool { fixedCost > 0 || minCapacity > 0 }
}

extension Project {
  /// The periods in which an order is in operation: from the end of the lead time to the end of the life.
  ///
  ///     start(order) + lead ≤ start(t) < start(order) + lead + life
  ///
  /// - Parameters:
  ///   - order: the period of the order.
  ///   - horizon: the periods of the instance.
  public func operation(orderedIn order: PeriodIndex, horizon: Horizon) -> [PeriodIndex] {
    horizon.indices.filter { operates(in: $0, orderedIn: order, horizon: horizon) }
  }

  /// Whether an order is in operation in a period; see ``operation(orderedIn:horizon:)``.
  ///
  /// - Parameters:
  ///   - period: the period t.
  ///   - order: the period of the order.
  ///   - horizon: the periods of the instance.
  public func operates(
    in period: PeriodIndex, orderedIn order: PeriodIndex, horizon: Horizon
  ) -> Bool {
    let ready = Double(horizon[order].start) + leadYears
    let start = Double(horizon[period].start)
    return ready <= start && start < ready + lifeYears
  }

  /// The periods in which it may be ordered: those within its dates, from which an order is in operation in some period
  /// of the horizon.
  public func orderPeriods(in instance: Instance) -> [PeriodIndex] {
    periodsWithinDates(in: instance).filter {
      !operation(orderedIn: $0, horizon: instance.horizon).isEmpty
    }
  }

  /// The periods within its own limits and its programme's, whether or not an order is then in operation in time.
  public func periodsWithinDates(in instance: Instance) -> [PeriodIndex] {
    let programme = programme.map { instance.programmes[$0] }
    let first = max(earliest ?? .first, programme?.opens ?? .first)
    let last = min(latest ?? instance.horizon.last, programme?.closes ?? instance.horizon.last)
    return instance.horizon.indices.filter { first <= $0 && $0 <= last }
  }

  /// Whether some order that it may have is in operation in a period.
  public func canOperate(in period: PeriodIndex, of instance: Instance) -> Bool {
    orderPeriods(in: instance).contains {
      operates(in: period, orderedIn: $0, horizon: instance.horizon)
    }
  }
}

/// Public money that pays a share of the cost of projects.
public struct Programme: Sendable, Identifiable {
  /// An identifier that no other programme has.
  public var id: String
  /// The region that pays.
  public var payer: RegionIndex
  /// Money over all periods, undiscounted.
  public var budget: Double
  /// Share of capex and fixed cost that it pays, from 0 to 1.
  public var share: Double
  /// First period in which it supports orders; nil: no limit.
  public var opens: PeriodIndex?
  /// Last period in which it supports orders; nil: no limit.
  public var closes: PeriodIndex?

  /// A programme.
  ///
  /// - Parameters:
  ///   - id: an identifier.
  ///   - payer: the region that pays.
  ///   - budget: money over all periods, undiscounted.
  ///   - share: share of capex and fixed cost that it pays.
  ///   - opens: first period in which it supports orders.
  ///   - closes: last period in which it supports orders.
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
