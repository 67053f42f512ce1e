public import LinearProgramming
public import Sourcing

/// Rows that limit what a region gives and receives of one commodity over the window, from all stockpiles
/// together; their bounds are set for each disruption.
public struct SharingRightsRows: Sendable {
  /// The region that gives or receives.
  public var region: RegionIndex
  /// What it gives or receives.
  public var commodity: CommodityIndex
  /// (1/12)·Σ of what leaves the region's stockpiles for others; nil if nothing can.
  public var given: Row?
  /// (1/12)·Σ of what others' stockpiles send to the region; nil if nothing can.
  public var received: Row?
}

/// Units over the window that a region can give and receive of one commodity.
public struct SharingLimit: Sendable, Hashable {
  /// Most that the region gives, max(0, −AR_i).
  public var give: Double
  /// Most that the region receives, max(0, AR_i).
  public var receive: Double

  /// The limits of one region and commodity, units over the window.
  public init(give: Double, receive: Double) {
    self.give = give
    self.receive = receive
  }
}

/// Limits by region and commodity; a place without a limit shares nothing.
public struct SharingLimits: Sendable {
  private var limits: [Place: SharingLimit] = [:]

  /// No limits: nothing is shared.
  public init() {}

  /// The limit of one region and commodity; 0 in both directions where none is set.
  public subscript(region region: RegionIndex, commodity commodity: CommodityIndex) -> SharingLimit
  {
    get {
      limits[Place(region: region, commodity: commodity)] ?? SharingLimit(give: 0, receive: 0)
    }
    set { limits[Place(region: region, commodity: commodity)] = newValue }
  }
}

extension StressBlock {
  /// Adds `sharing_rights` for each region i that can give or receive commodity k:
  ///
  ///     given:     (1/12)·Σ_{w of k in i, j, m} d[w,j,m] ≤ max(0, −AR_i)
  ///     received:  (1/12)·Σ_{w of k, m} d[w,i,m] ≤ max(0, AR_i)
  ///
  /// The right AR_i depends on the disruption; without limits until then. Row: units over the window. Dual ≤ 0:
  /// minus the lost value that one more unit saves.
  mutating func addRightsRows(to program: inout KeyedProgram, instance: Instance) {
    for commodity in instance.commodities.indices {
      let shared = sharedDraws.filter {
        instance.stockpiles[$0.stockpile].commodity == commodity
      }
      for region in instance.regions.indices {
        let given = shared.filter { instance.stockpiles[$0.stockpile].region == region }
        let received = shared.filter { $0.destination == region }
        guard !given.isEmpty || !received.isEmpty else { continue }
        let place = Place(region: region, commodity: commodity)
        rightsRows.append(
          SharingRightsRows(
            region: region, commodity: commodity,
            given: addSum(of: given, .given(at: place), to: &program),
            received: addSum(of: received, .received(at: place), to: &program)))
      }
    }
  }

  /// (1/12)·Σ of the draws, units over the window; nil if there are none.
  private func addSum(of draws: [SharedDraw], _ key: StressRow, to program: inout KeyedProgram)
    -> Row?
  {
    guard !draws.isEmpty else { return nil }
    let row = program.addRow(.stress(key, window: window))
    for draw in draws { program.add(years(draw.month), draw.column, to: row) }
    return row
  }

  /// Upper bounds of the rights rows under limits.
  public func rightsBounds(_ limits: SharingLimits) -> [(row: Row, upper: Double)] {
    rightsRows.flatMap { rows in
      let limit = limits[region: rows.region, commodity: rows.commodity]
      return [rows.given.map { ($0, limit.give) }, rows.received.map { ($0, limit.receive) }]
        .compactMap(\.self)
    }
  }
}
