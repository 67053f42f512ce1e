import Sourcing
import SourcingFiles
import Tables
import TestSupport
import Testing

@Suite("Warnings about assumptions")
struct AssumptionWarningTests {
  private func warnings(_ rows: String, changes: [String: String] = [:]) throws -> [String] {
    let (tables, instance) = try SampleTables.read(rows, changes: changes)
    return InstanceWarnings.find(in: instance, tables: tables).map {
      $0.description.replacing(tables.folder + "/", with: "")
    }.filter { $0.hasPrefix("assumptions.csv") && !$0.contains("`basis`") }
  }

  private let full = [
    "capacities.csv":
      "facility,period,capacity,unit_cost,minimum\ns1,2020,140,,\ns1,2021,140,,\ns1,2022,140,,\n"
  ]

  @Test("a row of which every figure is replaced has a warning")
  func replaced() throws {
    #expect(
      try warnings("a,facilities,facility=s1,capacity,0.5,2,,,,survey:3\n", changes: full) == [
        "assumptions.csv:2: warning: column: no plan uses what the row moves: capacities.csv has another capacity for "
          + "facilities.csv:4 in all its periods"
      ])
    #expect(try warnings("a,facilities,facility=s1,capacity,0.5,2,,,,survey:3\n") == [])
  }

  @Test("so has one of which some are, unless the assumption moves the other figures too")
  func partly() throws {
    let row = "a,facilities,process=separate,capacity,0.5,2,,,,survey:3\n"
    let found = try warnings(row, changes: full)
    #expect(found.count == 1)
    #expect(
      found.first?.contains("no plan uses what the row moves in 1 of 2 cells: capacities.csv")
        == true)
    #expect(
      try warnings(row + "a,capacities,facility=s1,capacity,0.5,2,,,,survey:3\n", changes: full)
        == [])
  }

  @Test("a row that moves nothing has a warning")
  func still() throws {
    #expect(
      try warnings(
        "a,demands,region=JPN,quantity,1,1,,,,survey:3\na,facilities,,minimum,0.5,2,,,,survey:3\n")
        == [
          "assumptions.csv:2: warning: column: the row moves nothing: low and high are what the table has"
        ])
    #expect(
      try warnings("a,projects,,fixed_cost,0.5,2,,,,survey:3\n") == [])
    let found = try warnings("a,facilities,facility=m1,minimum,0.5,2,,,,survey:3\n")
    #expect(
      found.first?.hasSuffix("low and high are what the table has, since all its cells are 0")
        == true)
  }
}
