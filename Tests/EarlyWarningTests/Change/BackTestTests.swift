import EarlyWarning
import Foundation
import Importing
import TestSupport
import Testing

/// What the change of imports would have said of Japan's rare earths from China, year by year: the table of
/// docs/early-warning.md.
@Suite("Alerts of the past")
struct BackTestTests {
  /// Japan's imports of a code, from an excerpt of BACI (licence: `Tests/Downloads/baci/README.md`).
  private static func japan(_ code: String) throws -> GoodTrade {
    let records = try BACIExcerpt.records(of: code, in: Array(2005...2024))
    return GoodTrade(records.goods[0], of: records, importer: Importer(id: "JPN"))
  }

  private static func change(_ code: String, _ year: Int) throws -> OriginChange {
    let period = TradePeriod(year: year)
    return try #require(ChangeSet(japan(code), asOf: period).change(from: "CHN"))
  }

  @Test(
    "unit values that jumped are found in the year, with the known ratio and z",
    arguments: [("284690", 2011, 7.6, 4.3), ("284610", 2010, 4.3, 4.9), ("284690", 2022, 2.5, 5.0)])
  func jumps(code: String, year: Int, ratio: Double, z: Double) throws {
    let change = try Self.change(code, year)
    let found = try #require(change.unitValue) / #require(change.usualUnitValue)
    #expect(abs(found - ratio) <= 0.05)
    #expect(try abs(#require(change.z) - z) <= 0.05)
    #expect(change.years == 5 && change.reasons.contains(.jump))
  }

  @Test("in 2024 nothing is dear, and nothing has fallen")
  func silent() throws {
    let change = try Self.change("284690", 2024)
    #expect(change.reasons.isEmpty && change.since == nil)
    #expect(try #require(change.z) < 0 && #require(change.fall) < 0)
    let trade = try Self.japan("284690")
    let alerts = Alert.raised(
      by: ChangeSet(trade, asOf: TradePeriod(year: 2024)), isDependent: true,
      newlyDependentOn: nil)
    #expect(!alerts.contains { $0.origin == "CHN" })
  }

  @Test("the documentation has the table of all years")
  func table() throws {
    let page = try String(
      contentsOf: TestPaths.package.appending(path: "docs/early-warning.md"), encoding: .utf8)
    for row in try ["284690", "284610"].flatMap(Self.rows) {
      #expect(page.contains(row), "\(row)")
    }
  }

  /// Rows of the table: code, year, unit value, ratio to the usual, z, sum, fall, reasons.
  private static func rows(_ code: String) throws -> [String] {
    let history = try OriginHistory(
      japan(code), origin: "CHN", through: TradePeriod(year: 2024))
    return history.changes.dropFirst(3).map { change in
      let ratio = change.unitValue.flatMap { value in change.usualUnitValue.map { value / $0 } }
      let figures = [
        change.unitValue.map { String(format: "%.1f", $0 / 1000) },
        ratio.map { String(format: "%.1f", $0) }, change.z.map { String(format: "%.1f", $0) },
        change.cusum.map { String(format: "%.1f", $0) },
        change.fall.map { String(format: "%.0f %%", 100 * $0) },
      ].map { $0 ?? "" }
      let reasons = change.reasons.map(\.rawValue).joined(separator: ", ")
      return "| \(code) | \(change.period.text) | " + figures.joined(separator: " | ")
        + " | \(reasons) |"
    }
  }
}
