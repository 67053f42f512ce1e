import EarlyWarning
import Importing
import Testing

@Suite("The reports of both sides of trade")
struct MirrorGapTests {
  private static let now = MadeTrade.year(2024)

  private static func set(_ reported: TradeFigures?) -> IndicatorSet {
    let trade = MadeTrade.trade(
      [
        MadeTrade.flow("A", now, tons: 100, value: 1000, reported: reported),
        MadeTrade.flow("B", now, tons: 50),
      ], source: .comtrade, names: ["A": "Alandia"])
    return IndicatorSet(trade, asOf: now)
  }

  @Test("differ by a part of the larger one, on the basis where it is more")
  func gap() throws {
    let gap = try #require(Self.set(TradeFigures(value: 900, tons: 60)).mirrorGap(of: "A"))
    #expect(gap.amount(on: .value) == 0.1 && gap.amount(on: .tons) == 0.4)
    #expect(gap.largest == 0.4 && gap.largerBasis == .tons && gap.isLarge)
    #expect(
      Self.set(TradeFigures(value: 900, tons: 60)).remarks.contains {
        $0.contains("from Alandia (A)") && $0.contains("differ by 40.0 % of the larger (tons)")
      })
  }

  @Test("are not said to differ by what is usual, and have no gap where one is missing")
  func small() {
    let usual = Self.set(TradeFigures(value: 900, tons: 70))
    #expect(usual.mirrorGap(of: "A")?.isLarge == false, "exactly 0.3 is not above it")
    #expect(!usual.remarks.contains { $0.contains("differ by") })
    #expect(usual.mirrorGap(of: "B") == nil && Self.set(nil).mirrorGap(of: "A") == nil)
  }

  @Test("are compared by value where weights are missing, and not at all where both are 0")
  func blanks() {
    let gap = Self.set(TradeFigures(value: 500, tons: nil)).mirrorGap(of: "A")
    #expect(gap?.amount(on: .tons) == nil && gap?.largest == 0.5 && gap?.largerBasis == .value)
    let zero = MirrorGap(
      imports: TradeFigures(value: 0, tons: 0), exports: TradeFigures(value: 0, tons: 0))
    #expect(zero.largest == nil && !zero.isLarge)
  }
}
