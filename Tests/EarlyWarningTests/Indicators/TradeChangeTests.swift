import EarlyWarning
import Importing
import Testing

@Suite("The change of imports against the year before")
struct TradeChangeTests {
  private static let before = MadeTrade.year(2023)
  private static let now = MadeTrade.year(2024)
  private static let window = TradeWindow(end: now)

  private static let flows = [
    MadeTrade.flow("A", before, tons: 60, value: 600),
    MadeTrade.flow("B", before, tons: 40, value: 400),
    MadeTrade.flow("A", now, tons: 70, value: 2100), MadeTrade.flow("C", now, tons: 10, value: 300),
  ]

  @Test("is that of tons, unit value, largest share and concentration")
  func figures() throws {
    let found = TradeChange(MadeTrade.trade(Self.flows), in: Self.window)
    #expect(abs(try #require(found.tons) + 0.2) < 1e-12)
    #expect(abs(try #require(found.unitValue) - 2) < 1e-12)
    #expect(abs(try #require(found.largestShare[.tons]) - (0.875 - 0.6)) < 1e-12)
    #expect(abs(try #require(found.concentration[.value]) - (0.78125 - 0.52)) < 1e-12)
  }

  @Test("is blank if a year is missing, and a year without imports is a fall of all")
  func missingYear() {
    let first = TradeChange(MadeTrade.trade(Self.flows), in: Self.window.before)
    #expect(first.tons == nil && first.unitValue == nil)
    #expect(first.largestShare.isEmpty && first.concentration.isEmpty)
  }

  @Test("unit values are of the rows with a weight")
  func unitValues() throws {
    let more = Self.flows + [MadeTrade.flow("D", Self.now, tons: nil, value: 10_000)]
    let found = TradeChange(MadeTrade.trade(more), in: Self.window)
    #expect(abs(try #require(found.unitValue) - 2) < 1e-12)
    #expect(found.tons == nil, "most of the value has no weight")
    let set = IndicatorSet(MadeTrade.trade(more), asOf: Self.now)
    #expect(
      set.remarks.contains {
        $0.contains("80.6 % of the value of imports in 2024 has no weight")
          && $0.hasSuffix("figures in tons are blank; unit values are of the rest.")
      })
  }

  @Test("new and vanished suppliers are those of one of both years alone, the largest first")
  func turnover() {
    let more =
      Self.flows + [
        MadeTrade.flow("D", Self.now, tons: 20), MadeTrade.flow("E", Self.now, tons: 0.05),
        MadeTrade.flow("F", Self.before, tons: 0.05), MadeTrade.flow("G", Self.before, tons: 50),
      ]
    let found = SupplierTurnover(MadeTrade.trade(more), in: Self.window)
    #expect(found.new == ["D", "C"] && found.vanished == ["G", "B"], "E and F sent too little")
    let set = IndicatorSet(MadeTrade.trade(more, names: ["D": "Dania"]), asOf: Self.now)
    #expect(set.row(.newSuppliers)?.amount == 2 && set.row(.newSuppliers)?.origin == "D")
    #expect(set.row(.vanishedSuppliers)?.origin == "G")
    #expect(
      set.remarks.contains(
        "280530: against 2023 new suppliers are Dania (D) and C; vanished suppliers are G and B."))
  }

  @Test("an origin of which only the weight is missing has not vanished")
  func withoutWeight() {
    let more = Self.flows + [MadeTrade.flow("B", Self.now, tons: nil, value: 1)]
    let found = SupplierTurnover(MadeTrade.trade(more), in: Self.window)
    #expect(found.vanished == [] && found.new == ["C"])
  }
}
