/// What goods cost at the border, by lane: the unit value of the recent years, in thousand US dollars a ton.
struct LaneCosts: Sendable {
  struct Lane: Hashable, Comparable, Sendable {
    var good: String
    var origin: String
    var destination: String

    static func < (a: Self, b: Self) -> Bool {
      (a.good, a.origin, a.destination) < (b.good, b.origin, b.destination)
    }
  }

  struct Cost: Sendable {
    /// Thousand US dollars a ton.
    var amount: Double
    /// The value in US dollars, the tons and the years of the figure; nil: no year up to the base year has one, and the
    /// median stands in.
    var figure: (value: Double, tons: Double, years: ClosedRange<Int>)?
    /// The unit value is so far from the median that a limit takes its place.
    var isLimited = false
    var first: FilePlace
  }

  /// A unit value may be so many times the median, or the median so many times the unit value. Beyond that, a weight or a
  /// value is probably wrong, and the shortage cost, ten times the median, would not be above all costs.
  static let mostAbove = 5.0
  static let mostBelow = 10.0
  /// Dollars in the unit of money.
  static let dollars = 1000.0

  private(set) var lanes: [(lane: Lane, cost: Cost)] = []
  /// The median unit value of each good, weighted by trade, in thousand US dollars a ton, with the number of lanes.
  private(set) var medians: [String: (value: Double, count: Int)] = [:]
  /// The median unit value of what a region exports.
  private var ofOrigin: [GoodBalances.Place: Double] = [:]

  /// - Parameters:
  ///   - flows: those between regions.
  ///   - base: the last year whose figures count.
  init(_ flows: [(key: CountryFlows.Key, flow: CountryFlows.Flow)], base: Int) {
    var byLane: [Lane: [(year: Int, flow: CountryFlows.Flow)]] = [:]
    for (key, flow) in flows {
      let lane = Lane(good: key.good, origin: key.origin, destination: key.destination)
      byLane[lane, default: []].append((key.year, flow))
    }
    for (lane, years) in byLane.sorted(by: { $0.key < $1.key }) {
      guard let first = years.map(\.flow.first).min() else { continue }
      let figure = Self.figure(years, base: base)
      let amount = figure.map { $0.value / $0.tons / Self.dollars } ?? 0
      lanes.append((lane, Cost(amount: amount, figure: figure, first: first)))
    }
    for good in Set(lanes.map(\.lane.good)) {
      let all = lanes.filter { $0.lane.good == good && $0.cost.figure != nil }
      let values = all.map { (value: $0.cost.amount, quantity: $0.cost.figure?.tons ?? 0) }
      if let median = medianUnitValue(values) { medians[good] = (significant(median), all.count) }
    }
    limit()
    let groups = Dictionary(grouping: lanes) {
      GoodBalances.Place(good: $0.lane.good, region: $0.lane.origin)
    }
    ofOrigin = groups.compactMapValues { lanes in
      medianUnitValue(lanes.map { ($0.cost.amount, $0.cost.figure?.tons ?? 0) }).map(significant)
    }
  }

  /// The sums of the recent years; else those of the last year before with both figures.
  private static func figure(
    _ years: [(year: Int, flow: CountryFlows.Flow)], base: Int
  ) -> (value: Double, tons: Double, years: ClosedRange<Int>)? {
    let priced = years.filter {
      $0.year <= base && $0.flow.pricedTons > 0 && $0.flow.weighedValue > 0
    }
    let recent = priced.filter { $0.year > base - CountryRegions.recentYears }
    let used = recent.isEmpty ? priced.suffix(1) : recent[...]
    guard let first = used.first, let last = used.last else { return nil }
    return (
      used.reduce(0) { $0 + $1.flow.weighedValue }, used.reduce(0) { $0 + $1.flow.pricedTons },
      first.year...last.year
    )
  }

  private mutating func limit() {
    for place in lanes.indices {
      let median = median(lanes[place].lane.good)
      let amount = lanes[place].cost.figure == nil ? median : lanes[place].cost.amount
      let limited = min(max(amount, median / Self.mostBelow), median * Self.mostAbove)
      lanes[place].cost.isLimited = limited != amount
      lanes[place].cost.amount = significant(limited)
    }
  }

  /// The median unit value of a good in thousand US dollars a ton; 0.1 if no row has a weight and a value.
  func median(_ good: String) -> Double { medians[good]?.value ?? 0.1 }

  /// The median unit value of what a region exports; of all trade, if it exports nothing.
  func median(from place: GoodBalances.Place) -> Double { ofOrigin[place] ?? median(place.good) }

  /// The loss for each ton that is missing: ten times the median.
  func shortage(_ good: String) -> Double { significant(10 * median(good)) }
}
