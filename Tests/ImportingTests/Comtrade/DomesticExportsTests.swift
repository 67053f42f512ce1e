import Testing

@testable import Importing

@Suite("Exports without re-exports")
struct DomesticExportsTests {
  private func side(_ tons: Double?, _ value: Double?) -> TradeSide {
    var side = TradeSide()
    let pair = ComtradeReport.Pair(reporter: "344", partner: "392", flow: .exports, year: 2023)
    side.add(
      ComtradeReport(
        identity: ComtradeReport.Identity(pair: pair, code: "2846"),
        reporter: Country(code: "HKG", number: 344, name: "Hong Kong"), partner: .unknown("392"),
        edition: nil, isOriginal: false, isTotal: true, tons: tons, value: value,
        isEstimated: false, place: FilePlace(file: "t.csv", line: 2)))
    return side
  }

  private func part(_ exports: TradeSide, _ reexports: TradeSide?) throws -> (
    side: TradeSide, remark: DomesticExports.Remark?
  ) {
    guard case .part(let side, let remark) = DomesticExports(exports: exports, reexports: reexports)
    else { throw Nothing() }
    return (side, remark)
  }

  private struct Nothing: Error {}

  private func isClose(_ a: Double?, _ b: Double) -> Bool { abs((a ?? .nan) - b) < 1e-9 * b }

  @Test("weight and value are reduced by their own figures, or by those of the other")
  func figures() throws {
    let whole = try part(side(50, 250), nil)
    #expect(whole.side.tons == 50 && whole.side.value == 250 && whole.remark == nil)
    let both = try part(side(50, 250), side(20, 200))
    #expect(isClose(both.side.tons, 30) && isClose(both.side.value, 50) && both.remark == nil)
    let byValue = try part(side(50, 250), side(nil, 200))
    #expect(isClose(byValue.side.tons, 10) && isClose(byValue.side.value, 50))
    #expect(byValue.remark == .weightByValue)
    let byWeight = try part(side(50, 250), side(20, nil))
    #expect(isClose(byWeight.side.tons, 30) && isClose(byWeight.side.value, 150))
    #expect(byWeight.remark == .valueByWeight)
    let onlyValues = try part(side(nil, 250), side(nil, 200))
    #expect(onlyValues.side.tons == nil && isClose(onlyValues.side.weightless, 50))
    let unknown = try part(side(nil, 250), side(20, nil))
    #expect(unknown.side.weightless == 250 && unknown.remark == .nothingKnown)
  }

  @Test("re-exports that are larger than exports by one figure count by the other")
  func larger() throws {
    let byValue = try part(side(50, 250), side(60, 200))
    #expect(isClose(byValue.side.tons, 10) && byValue.remark == .weightByValue)
    let byWeight = try part(side(50, 250), side(20, 300))
    #expect(isClose(byWeight.side.tons, 30) && byWeight.remark == .valueByWeight)
  }

  @Test("nothing remains of exports that are all re-exports")
  func all() {
    for reexports in [side(50, 250), side(60, 300), side(nil, 250), side(nil, 900), side(50, nil)] {
      #expect(throws: Nothing.self) { try part(side(50, 250), reexports) }
    }
  }
}
