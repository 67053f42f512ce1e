/// Flows of goods between countries by year, in metric tons and US dollars, with estimates for weights that are missing.
struct CountryFlows: Sendable {
  struct Key: Hashable, Comparable, Sendable {
    var good: String
    var year: Int
    var origin: String
    var destination: String

    static func < (a: Self, b: Self) -> Bool {
      (a.good, a.year, a.origin, a.destination) < (b.good, b.year, b.origin, b.destination)
    }
  }

  struct Flow: Sendable {
    /// Metric tons, the estimated ones included.
    var tons = 0.0
    /// The tons of rows that have a value and no weight, from that value.
    var estimated = 0.0
    /// US dollars of the rows that have both figures, and their tons.
    var weighedValue = 0.0
    var pricedTons = 0.0
    /// How many flows between countries it is the sum of.
    var count = 0
    var first: FilePlace

    static func += (a: inout Self, b: Self) {
      a.tons += b.tons
      a.estimated += b.estimated
      a.weighedValue += b.weighedValue
      a.pricedTons += b.pricedTons
      a.count += b.count
      a.first = min(a.first, b.first)
    }
  }

  /// The flows with a weight above 0, in order.
  private(set) var flows: [(key: Key, flow: Flow)]
  /// The years of the records, in order, those without flows of the goods included.
  private(set) var years: [Int]
  /// Goods of which no row has a weight.
  let weightless: [String]
  /// Names of the countries.
  let names: [String: String]

  init(_ records: TradeRecords, goods: [GoodChoice]) {
    let goodOfCode = goods.reduce(into: [String: String]()) { map, good in
      for code in good.codes { map[code] = good.id }
    }
    let codesOfGood = records.goods.reduce(into: [String: String]()) { map, good in
      map[good.id] = good.codes.lazy.compactMap { goodOfCode[$0] }.first
    }
    var sums: [Key: (figures: TradeFigures, first: FilePlace)] = [:]
    for record in records.records where record.origin != record.destination {
      guard let good = codesOfGood[record.good], let figures = record.best else { continue }
      let key = Key(
        good: good, year: record.period.year, origin: record.origin,
        destination: record.destination)
      var sum = sums[key] ?? (.none, record.place)
      sum.figures += figures
      sum.first = min(sum.first, record.place)
      sums[key] = sum
    }
    years = Set(records.records.map(\.period.year)).sorted()
    names = records.placeNames
    let values = UnitValues(sums.map { ($0.key, $0.value.figures) })
    weightless = goods.map(\.id).filter { good in
      !values.hasAny(good) && sums.contains { $0.key.good == good }
    }
    flows = sums.sorted { $0.key < $1.key }.compactMap { key, sum in
      let missing = sum.figures.value - sum.figures.weighedValue
      let estimated = missing > 0 ? values.of(key).map { missing / $0 } ?? 0 : 0
      let tons = (sum.figures.tons ?? 0) + estimated
      guard tons > 0 else { return nil }
      return (
        key,
        Flow(
          tons: tons, estimated: estimated, weighedValue: sum.figures.weighedValue,
          pricedTons: sum.figures.pricedTons, count: 1, first: sum.first)
      )
    }
  }

  /// The tons of each good between countries by year.
  var trade: [String: [Int: Double]] {
    flows.reduce(into: [:]) {
      $0[$1.key.good, default: [:]][$1.key.year, default: 0] += $1.flow.tons
    }
  }

  /// The same without the years before one.
  func since(_ year: Int) -> CountryFlows {
    var later = self
    later.flows.removeAll { $0.key.year < year }
    later.years.removeAll { $0 < year }
    return later
  }

  /// The flows between the regions of a division of the world. Trade inside a region is left out.
  func joined(_ region: (String) -> String) -> [(key: Key, flow: Flow)] {
    var sums: [Key: Flow] = [:]
    for (key, flow) in flows {
      let (from, to) = (region(key.origin), region(key.destination))
      guard from != to else { continue }
      let joined = Key(good: key.good, year: key.year, origin: from, destination: to)
      if sums[joined] == nil {
        sums[joined] = flow
      } else {
        sums[joined]? += flow
      }
    }
    return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Means of the unit values of rows that have a weight and a value, in US dollars a ton.
  private struct UnitValues {
    private struct Mean {
      var value = 0.0
      var tons = 0.0
      var amount: Double? { tons > 0 && value > 0 ? value / tons : nil }
    }

    private var means: [[String]: Mean] = [:]

    init(_ figures: [(key: Key, figures: TradeFigures)]) {
      for (key, figures) in figures {
        for group in Self.groups(key) {
          means[group, default: Mean()].value += figures.weighedValue
          means[group, default: Mean()].tons += figures.pricedTons
        }
      }
    }

    /// The groups that a flow belongs to, the narrowest first.
    private static func groups(_ key: Key) -> [[String]] {
      let year = String(key.year)
      return [[key.good, year, key.destination], [key.good, year], [key.good]]
    }

    func hasAny(_ good: String) -> Bool { means[[good]]?.amount != nil }

    /// The mean of the imports of the destination in the year, else of the year, else of all years.
    func of(_ key: Key) -> Double? {
      Self.groups(key).lazy.compactMap { means[$0]?.amount }.first
    }
  }
}
