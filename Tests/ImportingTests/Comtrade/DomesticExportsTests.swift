import Testing

@testable import Importing

@Suite("Exports without re-exports")
struct DomesticExportsTests {
  private func side(_ tons: Double?, _ value: Double?) -> TradeSide {
    var side = TradeSide()
    side.add(report(tons, value))
    return side
  }

  private func report(_ tons: Double?, _ value: Double?) -> ComtradeReport {
    let pair = ComtradeReport.Pair(
      reporter: "344", partner: "392", flow: .exports, period: TradePeriod(year: 2023))
    return ComtradeReport(
      identity: ComtradeReport.Identity(pair: pair, code: "2846"), period: pair.period,
      reporter: Country(code: "HKG", number: 344, name: "Hong Kong"), partner: .unknown("392"),
      edition: nil, isOriginal: false, isTotal: true, tons: tons, value: value,
      isEstimated: false, place: FilePlace(file: "t.csv", line: 2))
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
    #expect(byValue.remark == .weightByValue(.notKnown))
    let byWeight = try part(side(50, 250), side(20, nil))
    #expect(isClose(byWeight.side.tons, 30) && isClose(byWeight.side.value, 150))
    #expect(byWeight.remark == .valueByWeight(.notKnown))
    let onlyValues = try part(side(nil, 250), side(nil, 200))
    #expect(onlyValues.side.tons == nil && isClose(onlyValues.side.weightless, 50))
    let unknown = try part(side(nil, 250), side(20, nil))
    #expect(unknown.side.weightless == 250 && unknown.remark == .nothingKnown)
  }

  @Test("re-exports that are larger than exports by one figure count by the other")
  func larger() throws {
    let byValue = try part(side(50, 250), side(60, 200))
    #expect(isClose(byValue.side.tons, 10) && byValue.remark == .weightByValue(.larger))
    #expect(
      byValue.remark?.text
        == "weight of re-exports larger than that of the exports: taken off in proportion to their value"
    )
    let byWeight = try part(side(50, 250), side(20, 300))
    #expect(isClose(byWeight.side.tons, 30) && byWeight.remark == .valueByWeight(.larger))
  }

  @Test(
    "a remark says whose weight is not known, and there is none about a figure that exports lack")
  func causes() throws {
    var partly = side(50, 250)
    partly.add(report(nil, 50))
    let part = try part(partly, side(20, 200))
    #expect(part.remark == .weightByValue(.exportsNotKnown))
    #expect(
      part.remark?.text
        == "weight of a part of the exports not known: re-exports are taken off in proportion to their value"
    )
    #expect(try self.part(side(50, nil), side(20, 100)).remark == nil)
    #expect(try self.part(side(nil, 250), side(20, 100)).remark == nil)
  }

  @Test("nothing remains of exports that are all re-exports")
  func all() {
    for reexports in [side(50, 250), side(60, 300), side(nil, 250), side(nil, 900), side(50, nil)] {
      #expect(throws: Nothing.self) { try part(side(50, 250), reexports) }
    }
  }
}
