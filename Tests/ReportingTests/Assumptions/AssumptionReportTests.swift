import Foundation
import Reporting
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("The report on assumptions")
struct AssumptionReportTests {
  private func overview(_ changes: [String: String] = [:]) throws -> AssumptionOverview {
    try withTemporaryFolder { folder in
      let files = SampleInstance.files.merging(changes) { $1 }
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      let (tables, instance) = try InstanceReader.readWithTables(folder: folder.path)
      return AssumptionOverview(of: instance, tables: tables)
    }
  }

  @Test("has a row for each row of the table, titles, and where numbers have no effect")
  func report() throws {
    let lines = AssumptionReport(try overview(), width: 100).lines.map(\.text)
    #expect(
      lines == [
        "What assumptions move",
        "Each row of assumptions.csv, with the numbers of its cells in the table, at the low end and at the",
        "  high end.",
        "",
        "  assumption  moves                 cells         table           low          high",
        "  mining      facilities.unit_cost      2  2.00 to 3.00  1.60 to 2.40  3.00 to 4.50",
        "  mining      capacities.unit_cost      1          3.50          2.80          5.25",
        "  delay       projects.lead_years       1          1.00          1.00          3.00",
        "  rust        stockpiles.loss           1          0.01             0          1.00",
        "  ban         disruptions.months        1         12.00          6.00         24.00",
        "",
        "  mining: What mining costs",
        "  delay: uniform",
        "  rust: How much oxide is lost",
        "",
        "mining: of the 2 cells of facilities.unit_cost 1 has an effect in some periods only, such as",
        "  facilities.csv:3: capacities.csv has another unit_cost in 2022.",
      ])
  }

  @Test("fits a narrow terminal")
  func narrow() throws {
    let lines = AssumptionReport(try overview(), width: 60).lines.map(\.text)
    #expect(lines.allSatisfy { $0.count <= 60 } && lines.count > 15)
  }

  @Test("names cells without effect")
  func idle() throws {
    let rows = "assumption,table,where,column,low,high,source\np,commodities,,price,0.5,2,x\n"
    let overview = try overview(["assumptions.csv": rows])
    let text = AssumptionReport(overview, width: 200).lines.map(\.text).joined(separator: "\n")
    #expect(
      text.contains(
        "p: of the 3 cells of commodities.price 2 have no effect, such as commodities.csv:3: prices.csv has another price in all its periods."
      ), "\(text)")
    #expect(overview.table.rowCount == 3)
    #expect(overview.table.text(0, "no_effect") == "")
    #expect(
      overview.table.text(1, "no_effect") == "prices.csv has another price in all its periods")
    #expect((0..<3).map { overview.table.number($0, "high") } == [2, 100, 180])
  }
}
