import Foundation
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("Where the figures of an instance come from")
struct ProvenanceTests {
  private func provenance(
    _ files: [String: String], moves: (TableRow) -> Bool = { _ in false }
  ) throws -> Provenance {
    try withTemporaryFolder { folder in
      let all = OneBuyer.files.merging(files) { $1 }
      try write(all.mapValues { Array($0.utf8) }, to: folder)
      let (tables, instance) = try InstanceReader.readWithTables(folder: folder.path)
      return Provenance(of: tables, instance, moves: moves)
    }
  }

  private static let files = [
    "sources.csv": """
    source,title,publisher,year
    idle,Idle,Nobody,2020
    few,Few,Somebody,2020
    many,Many,Somebody,2020

    """,
    "facilities.csv": """
    facility,process,region,capacity,unit_cost,basis,source,note
    fb,p,B,100,1,published,many:p. 1,
    fc,p,C,60,2,derived,many:p. 1;few:p. 2,100 - 40
    fd,p,C,40,2,assumption,,the rest
    fe,p,C,10,2,assumption,,a guess

    """,
    "demands.csv": """
    region,commodity,period,quantity,shortage_cost,basis,source,note
    A,g,*,50,1000,fitted,many,to the total of A
    B,g,*,30,1000,,,

    """,
  ]

  @Test("is counted by table and basis, with values and unmoved lines")
  func shares() throws {
    let found = try provenance(Self.files)
    let parts = found.shares.filter { [.facilities, .demands].contains($0.table) }
    #expect(
      parts.map { "\($0.table) \($0.basis.map(\.rawValue) ?? "-") \($0.rows) \($0.unmovedLines)" }
        == [
          "facilities published 1 []", "facilities derived 1 []",
          "facilities assumption 2 [4, 5]", "demands fitted 1 [2]", "demands - 1 []",
        ])
    // The price is 10.
    #expect(parts.map(\.value) == [1000, 600, 500, 500, 300])
    #expect(found.value == 2900)
    #expect(try abs(#require(found.sourcedShare) - 1600 / 2900) < 1e-12)
    let others = found.shares.filter { ![.facilities, .demands].contains($0.table) }
    #expect(others.map(\.table) == [.regions, .commodities, .processes, .lanes])
    #expect(others.allSatisfy { $0.basis == nil && $0.value == nil && $0.unmovedLines.isEmpty })
  }

  @Test("counts every row once, and sources by the rows that cite them")
  func sources() throws {
    let found = try provenance(Self.files)
    // Facilities, demands, regions, and one row each of commodities, processes and lanes.
    #expect(found.shares.map(\.rows).reduce(0, +) == 12)
    #expect(found.listsSources && found.unusedSources == ["idle"])
    #expect(found.citedSources.map(\.id) == ["many", "few"])
    #expect(
      found.citedSources.map(\.rows) == [["facilities": 2, "demands": 1], ["facilities": 1]])
  }

  @Test("leaves out the rows that a range moves")
  func moved() throws {
    var asked: [TableRow] = []
    let found = try provenance(Self.files) { place in
      asked.append(place)
      return place == TableRow(table: .facilities, line: 4)
    }
    #expect(found.shares.flatMap(\.unmovedLines) == [5, 2])
    // Only assumed and fitted figures are asked for.
    #expect(asked.map(\.line) == [4, 5, 2])
  }

  @Test("of an instance without bases and prices is not said, and has no value")
  func bare() throws {
    let found = try provenance(["commodities.csv": "commodity,unit\ng,t\n"])
    #expect(found.shares.count == 6 && found.shares.allSatisfy { $0.basis == nil })
    #expect(found.value == nil && found.sourcedShare == nil)
    #expect(!found.listsSources && found.citedSources.isEmpty && found.unusedSources.isEmpty)
  }

  @Test("of rows in another order is the same", arguments: 0..<5)
  func order(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let files = Self.files.mapValues { text in
      let lines = text.split(separator: "\n")
      return ([lines[0]] + lines.dropFirst().shuffled(using: &numbers)).joined(separator: "\n")
        + "\n"
    }
    let (one, other) = (try provenance(Self.files), try provenance(files))
    #expect(one.shares.map(\.rows) == other.shares.map(\.rows))
    #expect(one.shares.map(\.value) == other.shares.map(\.value))
    #expect(one.citedSources.map(\.id) == other.citedSources.map(\.id))
  }

  @Test("knows the main figure of each table as a column of numbers with a unit")
  func mainFigures() throws {
    let tables = InstanceTable.allCases.filter { $0.mainFigure != nil }
    #expect(tables.count >= 9)
    for table in tables {
      let column = try #require(table.mainFigure.flatMap { TableSchema.of(table)[$0.column] })
      #expect(["units/yr", "units", "main output/yr"].contains(column.unit), "\(table)")
    }
  }
}
