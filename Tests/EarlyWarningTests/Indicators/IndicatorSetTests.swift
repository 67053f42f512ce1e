import EarlyWarning
import Importing
import TestSupport
import Testing

@Suite("The indicators of a good")
struct IndicatorSetTests {
  /// Months from a seed: imports of two members of a bloc from four origins and each other, and exports.
  private static func flows(seed: UInt64, from first: Int = 2022) -> [TradeRecord] {
    var numbers = SeededNumbers(seed: seed)
    var flows: [TradeRecord] = []
    let places = ["HOM", "TWO", "A", "B", "C", "D"]
    for month in 0..<24 {
      let period = TradePeriod(year: first, month: 1).advanced(by: month)
      flows.append(MadeTrade.flow("A", "HOM", period, tons: numbers.number(1, 9)))
      for origin in places {
        for destination in places where origin != destination && numbers.number(0, 1) < 0.5 {
          if origin == "A", destination == "HOM" { continue }
          let tons = numbers.number(0, 20)
          flows.append(
            MadeTrade.flow(
              origin, destination, period, tons: tons, value: tons * numbers.number(5, 15)))
        }
      }
    }
    return flows
  }

  private static let bloc = Importer(id: "BLC", members: ["HOM", "TWO"])
  private static let end = TradePeriod(year: 2023, month: 12)

  private static func amount(_ record: TradeRecord, _ basis: TradeBasis) -> Double {
    basis == .value ? record.imports?.value ?? 0 : record.imports?.tons ?? 0
  }

  private static func near(_ found: Double?, _ wanted: Double) -> Bool {
    found.map { abs($0 - wanted) <= 1e-9 * max(1, abs(wanted)) } ?? false
  }

  @Test("are those of a plain second computation", arguments: 1...20)
  func secondWay(seed: Int) throws {
    let flows = Self.flows(seed: UInt64(seed))
    let set = IndicatorSet(MadeTrade.trade(flows, importer: Self.bloc), asOf: Self.end)
    let inside = { (place: String) in place == "HOM" || place == "TWO" }
    var largest: [[Double]] = []
    var indices: [[Double]] = []
    for basis in TradeBasis.allCases {
      var shares: [Double] = []
      var concentrations: [Double] = []
      for year in [2023, 2022] {
        let rows = flows.filter { $0.period.year == year }
        let sum = { (isCounted: (TradeRecord) -> Bool) in
          rows.filter(isCounted).reduce(0) { $0 + Self.amount($1, basis) }
        }
        let outside = sum { !inside($0.origin) && inside($0.destination) }
        let parts = ["A", "B", "C", "D"].map { origin in
          sum { $0.origin == origin && inside($0.destination) } / outside
        }
        let within = sum { inside($0.origin) && inside($0.destination) }
        let sold = sum { inside($0.origin) }
        let dependence = (year == 2023 ? set.dependence : set.dependenceBefore)[basis]
        // Σ s² by pairs: 1 less the probability that two tons are of different origins.
        var different = 0.0
        for i in 0..<4 { for j in 0..<4 where i != j { different += parts[i] * parts[j] } }
        #expect(Self.near(dependence.cdi1, 1 - different))
        #expect(Self.near(dependence.cdi2, outside / (outside + within)))
        #expect(Self.near(dependence.cdi3, outside / sold))
        shares.append(parts.max() ?? 0)
        concentrations.append(1 - different)
      }
      largest.append(shares)
      indices.append(concentrations)
      #expect(Self.near(set.row(.largestShare, basis)?.amount, shares[0]))
    }
    #expect(Self.near(set.change.largestShare[.value], largest[0][0] - largest[0][1]))
    #expect(Self.near(set.change.concentration[.tons], indices[1][0] - indices[1][1]))
  }

  @Test("do not depend on the order of rows, nor on units", arguments: 1...10)
  func invariant(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed) &+ 77)
    let flows = Self.flows(seed: UInt64(seed))
    let set = IndicatorSet(MadeTrade.trade(flows, importer: Self.bloc), asOf: Self.end)
    let scaled = flows.shuffled(using: &numbers).map { flow in
      var flow = flow
      flow.imports = flow.imports.map {
        TradeFigures(value: 250 * $0.value, tons: $0.tons.map { $0 / 1000 })
      }
      return flow
    }
    let other = IndicatorSet(MadeTrade.trade(scaled, importer: Self.bloc), asOf: Self.end)
    try #require(set.indicators.count == other.indicators.count)
    var known = 0
    for (a, b) in zip(set.indicators, other.indicators) {
      #expect(
        a.kind == b.kind && a.basis == b.basis && a.passes == b.passes && a.origin == b.origin)
      #expect((a.amount == nil) == (b.amount == nil))
      guard let amount = a.amount else { continue }
      #expect(Self.near(b.amount, amount), "\(a.kind)")
      known += 1
    }
    #expect(known >= 15)
    #expect(set.remarks == other.remarks)
  }

  @Test("as of a period in the middle do not know what came later", arguments: 1...5)
  func asOf(seed: Int) {
    let flows =
      Self.flows(seed: UInt64(seed), from: 2021) + Self.flows(seed: UInt64(seed), from: 2023)
    let end = TradePeriod(year: 2023, month: 5)
    let all = IndicatorSet(MadeTrade.trade(flows), asOf: end)
    let known = IndicatorSet(MadeTrade.trade(flows.filter { $0.period <= end }), asOf: end)
    #expect(all.indicators == known.indicators && all.remarks == known.remarks)
    #expect(all.row(.cdi1)?.period == "2022-06..2023-05")
    #expect(all.row(.geodepImports)?.period == "2020-06..2023-05")
    #expect(all.row(.tonsChange)?.amount != nil)
  }

  @Test("have a row for each kind and basis, in order, also where nothing is known")
  func rows() {
    let set = IndicatorSet(MadeTrade.trade([]), asOf: MadeTrade.year(2024))
    #expect(set.indicators.map(\.kind).first == .cdi1)
    #expect(Set(set.indicators.map(\.kind)) == Set(Indicator.Kind.allCases))
    #expect(set.indicators.allSatisfy { $0.amount == nil && $0.passes == nil })
    #expect(set.indicators.allSatisfy { $0.importer == "HOM" && $0.good == "280530" })
    #expect(
      set.remarks.first
        == "280530: the files have no figures of Home for 2024; all indicators are blank.")
    #expect(set.newlyDependentOn == nil)
  }

  @Test("a good is newly dependent if it was not a year before")
  func newlyDependent() {
    let before = MadeTrade.year(2023)
    let now = MadeTrade.year(2024)
    let flows = [
      MadeTrade.flow("A", before, tons: 5), MadeTrade.flow("B", before, tons: 5),
      MadeTrade.flow("HOM", "A", before, tons: 20), MadeTrade.flow("A", now, tons: 9),
      MadeTrade.flow("HOM", "A", now, tons: 5),
    ]
    let trade = MadeTrade.trade(flows)
    #expect(IndicatorSet(trade, asOf: now).newlyDependentOn == "A")
    #expect(
      IndicatorSet(trade, asOf: before).newlyDependentOn == nil, "the year before is not known")
    let same = flows.filter { $0.period == now }.map { flow in
      var flow = flow
      flow.period = MadeTrade.year(2025)
      return flow
    }
    let later = IndicatorSet(MadeTrade.trade(flows + same), asOf: MadeTrade.year(2025))
    #expect(later.dependence.isDependent && later.newlyDependentOn == nil)
  }

  @Test("a good that is newly dependent by tons only names the largest origin by tons")
  func newlyDependentByTons() {
    let (before, now) = (MadeTrade.year(2023), MadeTrade.year(2024))
    let sold = { MadeTrade.flow("HOM", "A", $0, tons: 5, value: 5000) }
    let flows = [
      MadeTrade.flow("A", before, tons: 5), MadeTrade.flow("B", before, tons: 5),
      MadeTrade.flow("C", before, tons: 5), sold(before),
      MadeTrade.flow("A", now, tons: 90, value: 100),
      MadeTrade.flow("B", now, tons: 5, value: 800), sold(now),
    ]
    let set = IndicatorSet(MadeTrade.trade(flows), asOf: now)
    #expect(set.dependence.tons.isDependent == true && set.dependence.value.isDependent == false)
    #expect(set.row(.largestShare, .value)?.origin == "B" && set.newlyDependentOn == "A")
  }

  @Test("of a year with a month missing have shares, and no change")
  func missingMonth() {
    let flows = Self.flows(seed: 3).filter { $0.period != TradePeriod(year: 2023, month: 4) }
    let set = IndicatorSet(MadeTrade.trade(flows), asOf: Self.end)
    #expect(set.row(.cdi1)?.amount != nil && set.row(.tonsChange)?.amount == nil)
    #expect(!set.dependence.isComplete)
    #expect(
      set.remarks.first
        == "280530: the files have figures of Home for 11 of the 12 months 2023-01..2023-12; "
        + "shares are of these months, changes and GeoPolRisk are blank.")
  }

  @Test("say what has no weight, no exports and no agreement between value and tons")
  func remarks() {
    let now = MadeTrade.year(2024)
    let flows = [
      MadeTrade.flow("A", now, tons: 95, value: 50), MadeTrade.flow("B", now, tons: 5, value: 47),
      MadeTrade.flow("C", now, tons: nil, value: 3),
      MadeTrade.flow("HOM", "A", now, tons: 200, value: 1),
    ]
    let set = IndicatorSet(MadeTrade.trade(flows), asOf: now)
    #expect(set.dependence.value.isDependent == true && set.dependence.tons.isDependent == false)
    #expect(set.remarks.contains("280530: Home is dependent by value, and not by tons."))
    #expect(
      set.remarks.contains(
        "280530: 3.0 % of the value of imports in 2024 has no weight; "
          + "figures in tons and unit values are of the rest."))
    #expect(set.remarks.allSatisfy { $0.hasPrefix("280530: ") && $0.hasSuffix(".") })
    let alone = IndicatorSet(
      MadeTrade.trade(Array(flows.prefix(1)), source: .comtrade), asOf: now)
    #expect(
      alone.remarks.contains {
        $0.contains("has no exports in 2024") && $0.hasSuffix("without exports, CDI3 is not known.")
      })
  }

  @Test("without imports in a year that the importer reports, the tons have fallen by all")
  func stopped() {
    let now = MadeTrade.year(2024)
    var other = MadeTrade.flow("A", now, tons: 5)
    other.good = "284690"
    let flows = [MadeTrade.flow("A", MadeTrade.year(2023), tons: 5), other]
    let set = IndicatorSet(MadeTrade.trade(flows, names: ["A": "Alandia"]), asOf: now)
    #expect(set.row(.largestShare)?.amount == nil && set.row(.cdi1)?.passes == nil)
    #expect(set.row(.tonsChange)?.amount == -1 && set.row(.unitValueChange)?.amount == nil)
    #expect(
      set.remarks == [
        "280530: Home has no imports in 2024, so its shares are blank.",
        "280530: against 2023 vanished suppliers are Alandia (A).",
      ])
  }

  @Test("a year that only some origins report is blank, and it is said")
  func mirroredYear() {
    let (before, now) = (MadeTrade.year(2023), MadeTrade.year(2024))
    var mirror = MadeTrade.flow("A", now, tons: 5)
    (mirror.exports, mirror.imports) = (mirror.imports, nil)
    let flows = [
      MadeTrade.flow("A", before, tons: 5), MadeTrade.flow("B", before, tons: 5), mirror,
    ]
    let set = IndicatorSet(MadeTrade.trade(flows, source: .comtrade), asOf: now)
    #expect(set.row(.cdi1)?.amount == nil && set.row(.largestShare)?.amount == nil)
    #expect(!set.dependence.isDependent && set.newlyDependentOn == nil)
    #expect(
      set.remarks.first
        == "280530: the files have no figures of Home for 2024, since Home has not reported it; "
        + "all indicators are blank.")
    // Where the importer never reports, what origins report is all that is known.
    let never = IndicatorSet(MadeTrade.trade([mirror], source: .comtrade), asOf: now)
    #expect(never.row(.cdi1)?.amount == 1)
  }

  @Test("months that a large member of a bloc has not reported do not count")
  func lateMember() {
    let both = (0..<24).map { month in
      MadeTrade.flow(
        "D", "TWO", TradePeriod(year: 2022, month: 1).advanced(by: month), tons: 2)
    }
    let flows = (Self.flows(seed: 5).filter { ($0.origin, $0.destination) != ("D", "TWO") } + both)
      .filter {
        $0.destination != "TWO" || $0.period < TradePeriod(year: 2023, month: 11)
      }
    let trade = MadeTrade.trade(flows, importer: Self.bloc, source: .comtrade)
    let set = IndicatorSet(trade, asOf: Self.end)
    #expect(set.row(.tonsChange)?.amount == nil && set.row(.cdi1)?.amount != nil)
    #expect(
      set.remarks.first
        == "280530: the files have figures of BLC for 10 of the 12 months 2023-01..2023-12, "
        + "since TWO has not reported the others; "
        + "shares are of these months, changes and GeoPolRisk are blank.")
    let whole = IndicatorSet(trade, asOf: TradePeriod(year: 2023, month: 10))
    #expect(whole.dependence.isComplete)
  }
}
