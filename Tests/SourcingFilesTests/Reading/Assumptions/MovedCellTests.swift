import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("Cells that assumptions move")
struct MovedCellTests {
  @Test("have their line, column, unit and numbers")
  func cells() throws {
    let (tables, instance) = try SampleTables.read()
    let cells = tables.movedCells(by: instance.assumptions)
    let texts = cells.map {
      "\($0.assumption) \($0.table).\($0.column):\($0.line) \($0.low) \($0.nominal) \($0.high) \($0.edit ?? 0)"
    }
    #expect(
      texts == [
        "mining facilities.unit_cost:2 1.6 2.0 3.0 2",
        "mining facilities.unit_cost:3 2.4000000000000004 3.0 4.5 2",
        "mining capacities.unit_cost:3 2.8000000000000003 3.5 5.25 3",
        "delay projects.lead_years:2 1.0 1.0 3.0 4", "rust stockpiles.loss:2 0.0 0.01 1.0 5",
        "ban disruptions.months:2 6.0 12.0 24.0 6",
      ])
    #expect(cells.first?.unit == "money/unit of main output")
  }

  @Test("lie in rows that some assumptions move")
  func rows() throws {
    let (tables, instance) = try SampleTables.read()
    #expect(
      tables.movedRows(by: instance.assumptions) == [
        TableRow(table: .facilities, line: 2), TableRow(table: .facilities, line: 3),
        TableRow(table: .capacities, line: 3), TableRow(table: .projects, line: 2),
        TableRow(table: .stockpiles, line: 2), TableRow(table: .disruptions, line: 2),
      ])
    #expect(tables.movedRows(by: []).isEmpty)
  }

  @Test("are those of rows whose numbers equal the value, and whose texts are the same")
  func matching() throws {
    let lines = { (condition: String) -> [Int] in
      let (tables, instance) = try SampleTables.read(
        "a,facilities,\(condition),unit_cost,0.5,2,,,,survey:3\n")
      return tables.movedCells(by: instance.assumptions).map(\.line)
    }
    #expect(try lines("") == [2, 3, 4, 5, 6])
    #expect(try lines("region=CHN") == [2, 4])
    #expect(try lines("region=CHN|JPN") == [2, 4, 6])
    #expect(try lines("region=CHN|JPN; process = mine|sinter ") == [2, 6])
    #expect(try lines("capacity=2.0e3|50.0") == [2, 5])
    #expect(try lines("minimum=") == [2, 3, 5, 6])
    #expect(try lines("opens=|2021") == [2, 3, 4, 5, 6])
  }
}
