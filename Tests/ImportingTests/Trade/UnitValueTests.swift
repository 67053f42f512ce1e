import Foundation
import Testing

@testable import Importing

@Suite("Unit values, prices and shortage costs of imported trade")
struct UnitValueTests {
  private func run(_ rows: [String], map: String = Downloads.tradeMap) throws -> ImportRun {
    try importing(.comtrade, [("trade.csv", Array(Downloads.comtrade(rows).utf8))], map: map)
  }

  /// 1,000 t at USD 5 a kg, 500 t at 6, and a third flow.
  private func rows(_ kg: String, _ value: String) -> [String] {
    [
      Downloads.row(2023, 392, "M", 156, "284610", kg: "1000000", value: "5000000"),
      Downloads.row(2023, 392, "M", 842, "284610", kg: "500000", value: "3000000"),
      Downloads.row(2023, 392, "M", 276, "284610", kg: kg, value: value),
    ]
  }

  @Test(
    "one outlier decides neither the price nor the cost of shortage, and is named with its line")
  func outlier() throws {
    let usual = try run(rows("2000", "11000"))
    for (kg, value) in [("2", "900000"), ("2000", "1")] {
      let run = try run(rows(kg, value))
      #expect(run.rows("commodities.csv", "price") == ["5"])
      #expect(run.rows("demands.csv", "shortage_cost") == ["50"])
      #expect(
        run.files["demands.csv"]?.contains(
          "shortage cost is ten times the median unit value of 3 lanes, weighted by trade") == true)
      #expect(
        run.missing.contains {
          $0.hasPrefix("demands.csv: shortage_cost 50 of compounds is ten times the median unit")
        })
      let notes = run.imported.summary.entries.filter { $0.reason.contains("100 times") }
      #expect(notes.count == 1)
      #expect(notes.first?.example.hasSuffix("trade.csv:4") == true)
      #expect(notes.first?.reason.contains("the median (5)") == true)
    }
    #expect(usual.imported.summary.entries.allSatisfy { !$0.reason.contains("100 times") })
    #expect(usual.rows("demands.csv", "shortage_cost") == ["50"])
  }

  @Test(
    "one weight or value a thousand times too large or too small decides nothing, and is named",
    arguments: [
      ("100000000", "500000"), ("100", "500000"), ("100000", "500000000"), ("100000", "500"),
    ])
  func wrongFigure(kg: String, value: String) throws {
    let partners = [156, 643, 76, 36, 124, 356, 410, 458, 704, 360]
    let right = partners.map {
      Downloads.row(2023, 392, "M", $0, "284610", kg: "100000", value: "500000")
    }
    let wrong = Downloads.row(2023, 392, "M", 842, "284610", kg: kg, value: value)
    let run = try run(right + [wrong])
    #expect(run.rows("commodities.csv", "price") == ["5"])
    #expect(run.rows("demands.csv", "shortage_cost") == ["50"])
    let notes = run.imported.summary.entries.filter { $0.reason.contains("100 times") }
    #expect(notes.map(\.count) == [1])
    #expect(notes.first?.example.hasSuffix("trade.csv:12") == true)
  }

  @Test(
    "a lane without a value has the median of its commodity, and takes a value that comes later")
  func withoutValue() throws {
    let first = try run(rows("2000", "0"))
    #expect(first.rows("lanes.csv", "origin", "unit_cost") == ["CHN,5", "DEU,5", "USA,6"])
    #expect(
      first.files["lanes.csv"]?.contains(
        "assumption: no value is reported; the median unit value of compounds stands in: 5") == true
    )
    let later = Downloads.comtrade([
      Downloads.row(2024, 392, "M", 276, "284610", kg: "1000", value: "8000")
    ])
    let run = try importing(
      .comtrade, [("later.csv", Array(later.utf8))], map: Downloads.tradeMap, existing: first.files)
    #expect(run.rows("lanes.csv", "origin", "unit_cost") == ["CHN,5", "DEU,8", "USA,6"])
  }

  @Test("lanes that cost more than a shortage are named")
  func dearLanes() throws {
    let dear = try run(rows("2000", "200000"))
    #expect(
      dear.missing.contains {
        $0.hasPrefix(
          "lanes.csv: 1 lane of compounds cost more than the shortage cost of 50, so a plan rather leaves demand unserved (first: DEU to JPN, 100)"
        )
      })
    #expect(try run(rows("2000", "11000")).missing.allSatisfy { !$0.contains("rather leaves") })
  }

  @Test("without any value nothing is known, and the user is told what stands in")
  func noValueAtAll() throws {
    let run = try run([Downloads.row(2023, 392, "M", 156, "284610", kg: "1000000", value: "0")])
    #expect(run.rows("commodities.csv", "price") == [""])
    #expect(run.rows("demands.csv", "shortage_cost") == ["1000"])
    #expect(run.missing.contains { $0.contains("no value of compounds is reported") })
  }

  @Test(
    "the use of a region without imports in the last year is that of its last year with imports")
  func lastKnownYear() throws {
    let run = try run([
      Downloads.row(2022, 392, "M", 156, "284610", kg: "700000", value: "700000"),
      Downloads.row(2022, 842, "M", 156, "284610", kg: "300000", value: "300000"),
      Downloads.row(2023, 842, "M", 156, "284610", kg: "400000", value: "400000"),
    ])
    #expect(
      run.rows("demands.csv", "region", "period", "quantity") == [
        "JPN,*,700", "USA,*,400", "USA,2022,300",
      ])
    #expect(try PlannedImport(run.files).isOptimal)
  }

  @Test("the weighted median is the value that half of the weight does not exceed")
  func median() {
    #expect(weightedMedian([]) == nil)
    #expect(weightedMedian([(3, 1)]) == 3)
    #expect(weightedMedian([(9, 1), (1, 1), (5, 1)]) == 5)
    #expect(weightedMedian([(9, 5), (1, 1), (5, 1)]) == 9)
    #expect(weightedMedian([(9, 0), (1, 0), (5, 0)]) == 5)
    #expect(weightedMedian([(2, 1), (1, 1)]) == 1)
  }

  @Test("the median unit value counts each lane with the smaller of two weights")
  func medianUnitValues() {
    #expect(medianUnitValue([]) == nil)
    #expect(medianUnitValue([(3, 0), (5, 0), (9, 0)]) == 5)
    // Small samples at high prices are most of the lanes.
    #expect(medianUnitValue([(5, 1000), (900, 0.1), (800, 0.1), (700, 0.2)]) == 5)
    // The plain median is 6, so the weights are 1 × 6, 5 × 4 and 2 × 6: 20 of 38.
    #expect(medianUnitValue([(9, 1), (4, 5), (6, 2)]) == 4)
    // 3 × 6, 4 × 4 and 2 × 6: 16 of 46.
    #expect(medianUnitValue([(9, 3), (4, 4), (6, 2)]) == 6)
  }
}
