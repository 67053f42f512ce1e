import EarlyWarning
import Importing
import TestSupport
import Testing

@Suite("Dependence, by the criteria of GeoDep")
struct GeoDepTests {
  private static let years = [2022, 2023, 2024]
  private static let window = TradeWindow(end: TradePeriod(year: 2024))

  /// Imports of `large` tons from A and of 10 − `large` from B, and exports; the world's exports are of W alone but for
  /// what home sells.
  private static func trade(
    large: [Int: Double], exports: [Int: Double], world: Set<Int> = Set(years)
  ) -> GoodTrade {
    var flows: [TradeRecord] = []
    var sellers: [TradePeriod: [String: TradeFigures]] = [:]
    for (year, amount) in large {
      let period = MadeTrade.year(year)
      flows += [
        MadeTrade.flow("A", period, tons: amount), MadeTrade.flow("B", period, tons: 10 - amount),
      ]
      if let sold = exports[year], sold > 0 {
        flows.append(MadeTrade.flow("HOM", "A", period, tons: sold))
      }
      guard world.contains(year) else { continue }
      sellers[period] = ["W": TradeFigures(value: 900, tons: 90)]
      if let sold = exports[year] {
        sellers[period]?["HOM"] = TradeFigures(value: 10 * sold, tons: sold)
      }
    }
    return MadeTrade.trade(flows, world: sellers)
  }

  @Test("two of three years decide, whichever they are")
  func twoOfThree() {
    for mask in 0..<8 {
      let over = Set(Self.years.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element))
      let exports = Dictionary(
        uniqueKeysWithValues: Self.years.map { ($0, over.contains($0) ? 4.0 : 20) })
      let trade = Self.trade(large: [2022: 5, 2023: 8, 2024: 9], exports: exports)
      let found = GeoDep(trade, until: Self.window, on: .tons)
      #expect(found.exports.passes == (over.count >= 2), "\(over)")
      #expect(found.exports.amount == (over.count >= 2 ? 2.5 : 0.5))
      #expect(found.imports.amount.map { abs($0 - 0.68) < 1e-12 } == true)
      #expect(found.world.passes == true && found.isDependent == (over.count >= 2))
      #expect(found.period == "2022..2024")
    }
  }

  @Test("two years are enough if they agree, and one is not")
  func fewerYears() {
    let two = GeoDep(
      Self.trade(large: [2023: 8, 2024: 9], exports: [2023: 4, 2024: 20]), until: Self.window,
      on: .value)
    #expect(two.imports.passes == true && abs((two.imports.amount ?? 0) - 0.68) < 1e-12)
    #expect(two.exports.passes == nil && two.exports.amount == nil && two.isDependent == nil)
    let one = GeoDep(
      Self.trade(large: [2024: 9], exports: [2024: 4]), until: Self.window, on: .value)
    #expect(
      [one.imports, one.world, one.exports].allSatisfy { $0.passes == nil && $0.amount == nil })
  }

  @Test("years without the world's exports do not count")
  func withoutWorld() {
    let found = GeoDep(
      Self.trade(large: [2022: 9, 2023: 9, 2024: 9], exports: [:], world: [2024]),
      until: Self.window, on: .value)
    #expect(found.isDependent == nil && found.imports.amount == nil)
  }

  @Test("without exports the ratio passes and has no figure")
  func noExports() {
    let found = GeoDep(
      Self.trade(large: [2022: 9, 2023: 9, 2024: 9], exports: [2022: 4]), until: Self.window,
      on: .tons)
    #expect(found.exports.passes == true && found.exports.amount == nil)
    #expect(found.isDependent == true)
  }

  @Test("a bloc sells as one country, and what its members sell each other does not count")
  func bloc() {
    let flows = Self.years.flatMap { year in
      let period = MadeTrade.year(year)
      return [
        MadeTrade.flow("A", period, tons: 8), MadeTrade.flow("TWO", period, tons: 100),
        MadeTrade.flow("TWO", "A", period, tons: 2), MadeTrade.flow("HOM", "A", period, tons: 2),
      ]
    }
    let seller = [
      "A": TradeFigures(value: 80, tons: 8), "TWO": TradeFigures(value: 1020, tons: 102),
      "HOM": TradeFigures(value: 20, tons: 2),
    ]
    let world = Dictionary(uniqueKeysWithValues: Self.years.map { (MadeTrade.year($0), seller) })
    let trade = MadeTrade.trade(
      flows, importer: Importer(id: "BLC", members: ["HOM", "TWO"]), world: world)
    let found = GeoDep(trade, until: Self.window, on: .tons)
    // The world: 8 of A and 4 of the bloc.
    #expect(abs((found.world.amount ?? 0) - 80.0 / 144) < 1e-12)
    #expect(found.exports.amount == 2)
  }
}
