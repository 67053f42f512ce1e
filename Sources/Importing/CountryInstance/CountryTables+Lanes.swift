import Tables

/// Lanes and stores.
extension CountryTables {
  var laneTable: PlainTable {
    var table = PlainTable("commodity", "origin", "destination", "unit_cost", "capacity")
    for (lane, cost) in costs.lanes {
      let cells = (lane.good, lane.origin, lane.destination, numberText(cost.amount))
      let source = sources.trade(cost.first)
      guard let figure = cost.figure else {
        table.add(
          cells.0, cells.1, cells.2, cells.3, "", basis: .assumption, source: source,
          note:
            "no row up to \(base) has a weight and a value: the median unit value stands in")
        continue
      }
      let years =
        figure.years.count == 1
        ? String(figure.years.lowerBound)
        : "\(figure.years.lowerBound) to \(figure.years.upperBound)"
      let arithmetic =
        "\(shortText(figure.value / LaneCosts.dollars)) thousand USD / \(shortText(figure.tons)) t, \(years)"
      if cost.isLimited {
        table.add(
          cells.0, cells.1, cells.2, cells.3, "", basis: .assumption, source: source,
          note:
            "\(arithmetic) is too far from the median unit value: the nearest of a tenth of it and five times it stands in"
        )
      } else {
        table.add(
          cells.0, cells.1, cells.2, cells.3, "", basis: .derived, source: source, note: arithmetic)
      }
    }
    for (origin, good) in newOrigins {
      let median = costs.median(from: GoodBalances.Place(good: good, region: origin))
      table.add(
        good, origin, question.home, numberText(1.25 * median), "", basis: .assumption,
        source: sources.trade("k=\(codes(good)) \(origin)"),
        note:
          "no trade so far: the median unit value of its exports, \(shortText(median)), and a quarter more"
      )
    }
    for place in balances.places { addInside(place, to: &table) }
    return table
  }

  /// Producers that home has bought nothing from: it could.
  private var newOrigins: [(origin: String, good: String)] {
    let known = Set(costs.lanes.map(\.lane))
    return goods.flatMap { good in
      places(.production, good).map(\.region).filter { origin in
        let lane = LaneCosts.Lane(good: good, origin: origin, destination: question.home)
        return origin != question.home && !known.contains(lane)
      }.map { ($0, good) }
    }
  }

  /// What is made and used in one region costs as much as its exports. Where nothing is made, nothing goes round.
  private func addInside(_ place: GoodBalances.Place, to table: inout PlainTable) {
    let isMade = balances.producers.contains(place)
    let hasOthers = most(.reexports, place) > 0 || most(.otherSupply, place) > 0
    if isMade {
      let median = costs.median(from: place)
      table.add(
        place.good, place.region, place.region, numberText(median), "", basis: .assumption,
        source: sources.trade("k=\(codes(place.good)) \(place.region)"),
        note: "what stays costs as much as the median of what is exported, or of all trade")
    } else if hasOthers {
      table.add(
        place.good, place.region, place.region, "0", "0", basis: .assumption,
        note: "closed: nothing is made here, so what is sent comes from imports or other supply")
    }
  }

  // MARK: Stores

  /// Years of what arrives that a store can hold: more than can arrive while flows fall slowly.
  static let storedYears = 20.0
  /// The cost to keep a ton for a year, as a part of the price.
  static let holding = 0.1

  /// A store in each place, empty at first: what arrives and is not used is kept, and models may ask for stocks.
  var stockpileTable: PlainTable {
    var table = PlainTable(
      "stockpile", "region", "commodity", "initial", "capacity", "holding_cost")
    for place in balances.places {
      let most =
        balances.years.map {
          let balance = balances.balance(place, $0)
          return balance.imports + balance.own
        }.max() ?? 0
      guard most > 0 else { continue }
      table.add(
        "stock_\(place.good)-\(place.region)", place.region, place.good, "0",
        numberText(Self.storedYears * most),
        numberText(Self.holding * costs.median(place.good)), basis: .assumption,
        note:
          "no statistics of stocks: empty at first, room for 20 years of the most that arrived, a tenth of the price a year to keep"
      )
    }
    return table
  }

  // MARK: How fast flows fall

  /// By what part flows fall a year on average, in all years told: the sum of all falls over the sum of all flows, the mean
  /// over the goods. A quarter where there are less than three years.
  var meanFall: Double {
    guard toldYears.count > 2 else { return 0.25 }
    let falls = goods.compactMap { good -> Double? in
      var tons: [LaneCosts.Lane: [Int: Double]] = [:]
      for (key, flow) in flows where key.good == good && key.year <= base {
        let lane = LaneCosts.Lane(good: good, origin: key.origin, destination: key.destination)
        tons[lane, default: [:]][key.year] = flow.tons
      }
      var (fall, all) = (0.0, 0.0)
      for (_, years) in tons.sorted(by: { $0.key < $1.key }) {
        for (year, next) in zip(toldYears, toldYears.dropFirst()) {
          let before = years[year] ?? 0
          fall += max(0, before - (years[next] ?? 0))
          all += before
        }
      }
      return all > 0 ? fall / all : nil
    }
    guard !falls.isEmpty else { return 0.25 }
    let mean = falls.reduce(0, +) / Double(falls.count)
    return min(0.9, max(0.05, (100 * mean).rounded() / 100))
  }
}
