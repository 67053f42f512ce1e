import EarlyWarning
import Foundation
import Importing
import Testing

/// How many alerts a whole release of BACI raises, where its files are at hand: `PLUSONE_BACI` names their folder.
@Suite("Alerts in a release of BACI")
struct PastAlertRateTests {
  private static let folder = ProcessInfo.processInfo.environment["PLUSONE_BACI"]

  /// Flows by importer. Countries have the numbers of the files as ids.
  private static func records(in folder: String) throws -> [String: [TradeRecord]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("BACI_") && $0.hasSuffix(".csv") }.sorted()
    var records: [String: [TradeRecord]] = [:]
    for name in names {
      let bytes = try Data(contentsOf: URL(filePath: folder).appending(path: name))
      for row in try BACIRows(name, Array(bytes)).all {
        records[row.importer, default: []].append(
          row.record(of: row.code, from: row.exporter, to: row.importer))
      }
    }
    return records
  }

  @Test("alerts of the forty largest importers are counted", .enabled(if: folder != nil))
  func count() throws {
    let records = try Self.records(in: #require(Self.folder))
    let sizes = records.mapValues { $0.reduce(0) { $0 + ($1.imports?.value ?? 0) } }
    let importers = sizes.sorted { $0.value > $1.value }.prefix(40).map(\.key)
    var counts: [Alert.Reason: Int] = [:]
    var alerts = 0
    var largeAlerts = 0
    var goodYears = 0
    var originYears = 0
    for importer in importers {
      let rows = try #require(records[importer])
      let goods = Set(rows.map(\.good)).sorted()
      let all = TradeRecords(
        source: .baci, frequency: .year,
        goods: goods.map { TradeGood(id: $0, codes: [$0], isCommodity: false) }, records: rows)
      for trade in GoodTrade.all(of: all, importer: Importer(id: importer)) {
        for year in 2015...2024 {
          let change = ChangeSet(trade, asOf: TradePeriod(year: year))
          let raised = Alert.raised(
            by: change, isDependent: false, newlyDependentOn: nil)
          goodYears += 1
          originYears += change.changes.count { $0.change.fall != nil || $0.change.z != nil }
          alerts += raised.count
          largeAlerts += raised.count { ($0.usualShare ?? 0) >= 0.1 }
          for reason in raised.flatMap(\.reasons) { counts[reason, default: 0] += 1 }
        }
      }
    }
    let decades = Double(originYears) / 10
    print("goods and years", goodYears, "origins and years", originYears)
    print("alerts a good and year", Double(alerts) / Double(goodYears))
    print("of origins with a tenth of the tons", Double(largeAlerts) / Double(goodYears))
    for reason in Alert.Reason.allCases {
      print(reason.rawValue, "per origin and ten years", Double(counts[reason] ?? 0) / decades)
    }
    #expect(alerts > 0 && alerts < originYears)
  }
}
