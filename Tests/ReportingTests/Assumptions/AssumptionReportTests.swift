import Foundation
import Reporting
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("The report on assumptions")
struct AssumptionReportTests {
  private static let rows = """
    assumption,table,where,column,low,high,mode,distribution,title,source
    mining,facilities,process=mine,unit_cost,0.8,1.5,,,What mining costs,survey:3
    mining,capacities,facility=m2,unit_cost,0.8,1.5,multiply,,,survey:3
    delay,projects,,lead_years,0,2,add,uniform,,survey:3
    rust,stockpiles,stockpile=w,loss,0,1,set,,How much oxide is lost,survey:3
    ban,disruptions,disruption=ban;effect=exports,months,0.5,2,,,,survey:3

    """

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
    let lines = AssumptionReport(try overview(["assumptions.csv": Self.rows])).lines()
      .map(\.text)
    #expect(
      lines == [
        "What assumptions move",
        "Each row of assumptions.csv, with the numbers of its cells in the table, at the low end and at the",
        "  high end.",
        "",
        "  assumption  moves                 cells           table             low            high",
        "  mining      facilities.unit_cost      2  2.000 to 3.000  1.600 to 2.400  3.000 to 4.500",
        "  mining      capacities.unit_cost      1           3.500           2.800           5.250",
        "  delay       projects.lead_years       1           1.000           1.000           3.000",
        "  rust        stockpiles.loss           1            0.01               0           1.000",
        "  ban         disruptions.months        1           12.00           6.000           24.00",
        "",
        "  mining: What mining costs",
        "  delay: uniform",
        "  rust: How much oxide is lost",
        "",
        "mining: of the 2 cells of facilities.unit_cost 1 has an effect in some periods only, such as",
        "  facilities.csv:3: capacities.csv has another unit_cost in 2022.",
      ])
  }

  @Test("names three and more periods in a row by the first and the last")
  func runs() throws {
    let manifest = (SampleInstance.files["instance.yaml"] ?? "").replacing(
      "[2020, 2021, 2022]", with: "{from: 2020, to: 2026}")
    let rows = [2020, 2021, 2022, 2024, 2025].map { "s1,\($0),140,,\n" }.joined()
    let overview = try overview([
      "instance.yaml": manifest,
      "capacities.csv": "facility,period,capacity,unit_cost,minimum\n" + rows,
      "assumptions.csv":
        "assumption,table,where,column,low,high,source\na,facilities,facility=s1,capacity,0.5,2,survey:3\n",
    ])
    #expect(
      overview.table.text(0, "no_effect")
        == "capacities.csv has another capacity in 2020 to 2022, 2024, 2025")
    let text = AssumptionReport(overview).lines().map(\.text).joined(separator: " ")
    #expect(
      text.contains("a: the cell of facilities.capacity has an effect in some periods only. "),
      "\(text)")
  }

  @Test("fits a narrow terminal")
  func narrow() throws {
    let lines = AssumptionReport(try overview()).lines(width: 60).map(\.text)
    #expect(lines.allSatisfy { $0.count <= 60 } && lines.count > 15)
  }

  @Test("names cells without effect")
  func idle() throws {
    let rows =
      "assumption,table,where,column,low,high,source\np,commodities,,price,0.5,2,survey:3\n"
    let overview = try overview(["assumptions.csv": rows])
    let text = AssumptionReport(overview).lines(width: 120).map(\.text).joined(separator: "\n")
    let note =
      "p: of the 3 cells of commodities.price 2 have no effect, such as commodities.csv:3: prices.csv has another price in all"
      + "\n  its periods."
    #expect(text.hasSuffix(note), "\(text)")
    #expect(overview.table.rowCount == 3)
    #expect(overview.table.text(0, "no_effect") == "")
    #expect(
      overview.table.text(1, "no_effect") == "prices.csv has another price in all its periods")
    #expect((0..<3).map { overview.table.number($0, "high") } == [2, 100, 180])
  }
}
