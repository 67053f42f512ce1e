import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("How far the number of a cell reaches")
struct CellReachTests {
  private func reaches(_ rows: String, changes: [String: String] = [:]) throws -> [CellReach] {
    let (tables, instance) = try SampleTables.read(rows, changes: changes)
    let reaches = CellReaches(of: instance, tables: tables)
    return tables.movedCells(by: instance.assumptions).map(reaches.reach)
  }

  @Test("capacities.csv replaces figures of facilities.csv in its periods, blank cells do not")
  func capacities() throws {
    let capacity = "a,facilities,process=mine|separate,capacity,0.5,2,,,,survey:3\n"
    // m1, m2, s1, s2: only s1 has another capacity in 2021.
    #expect(
      try reaches(capacity)
        == [.whole, .whole, .partly(replacedIn: ["2021"], by: .capacities), .whole])
    // m2 operates in 2021 and 2022.
    let more = "s1,2020,1,,0\ns1,2022,140,,\nm2,2021,1,,\nm2,2022,1,,\ns1,2022,,12,\n"
    let text = (SampleInstance.files["capacities.csv"] ?? "") + more
    #expect(
      try reaches(capacity, changes: ["capacities.csv": text]) == [
        .whole, .none(by: .capacities), .partly(replacedIn: ["2020", "2021"], by: .capacities),
        .whole,
      ])
    let cost = "a,facilities,process=mine,unit_cost,0.5,2,,,,survey:3\n"
    #expect(try reaches(cost) == [.whole, .partly(replacedIn: ["2022"], by: .capacities)])
  }

  @Test("prices.csv replaces prices of commodities.csv")
  func prices() throws {
    // Of oxide and magnet: `finals` has a price in all periods.
    let price = "a,commodities,,price,0.5,2,,,,survey:3\n"
    #expect(try reaches(price) == [.whole, .none(by: .prices), .none(by: .prices)])
    let one = "commodity,period,price\noxide,2021,60\n"
    #expect(
      try reaches(price, changes: ["prices.csv": one])
        == [.whole, .partly(replacedIn: ["2021"], by: .prices), .whole])
  }

  @Test("a row of lanes.csv without a lane reaches nothing")
  func lanes() throws {
    let lanes = "commodity,origin,destination,unit_cost\nore,CHN,JPN,5\n*,*,*,1\n"
    let cost = "a,lanes,,unit_cost,0.5,2,,,,survey:3\n"
    #expect(try reaches(cost, changes: ["lanes.csv": lanes]) == [.none(by: .lanes), .whole])
  }
}
