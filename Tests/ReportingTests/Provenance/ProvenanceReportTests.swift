import Foundation
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@testable import Reporting

@Suite("The report on where figures come from")
struct ProvenanceReportTests {
  @Test(
    "writes neighbouring lines as ranges",
    arguments: [
      ([], ""), ([3], "3"), ([2, 3], "2-3"), ([2, 4, 5, 6, 9], "2, 4-6, 9"),
    ])
  func ranges(lines: [Int], text: String) { #expect(LineRanges.text(lines) == text) }

  private func report(_ files: [String: String], width: Int = 100) throws -> String {
    try withTemporaryFolder { folder in
      let all = OneBuyer.files.merging(files) { $1 }
      try write(all.mapValues { Array($0.utf8) }, to: folder)
      let (tables, instance) = try InstanceReader.readWithTables(folder: folder.path)
      let report = ProvenanceReport(Provenance(of: tables, instance), of: instance)
      let lines = report.lines(width: width)
      #expect(lines.allSatisfy { $0.text.count <= width })
      return lines.map(\.text).joined(separator: "\n")
    }
  }

  private static let files = [
    "sources.csv": "source,title,publisher,year\nmany,Many,Office,2020\nidle,Idle,Office,2020\n",
    "demands.csv":
      "region,commodity,period,quantity,shortage_cost,basis,source,note\n"
      + "A,g,*,50,1000,published,many:p. 1,\nB,g,*,30,1000,assumption,,why\n",
  ]

  @Test("has rows and values by basis with sums, sources, and figures without range")
  func parts() throws {
    let text = try report(Self.files)
    // Facilities, regions and so on do not say their basis: 2 + 3 + 1 + 1 + 1 rows.
    #expect(text.contains(/all +10 +1 +1 +8/), "\(text)")
    // 50 and 30 units of demand, and 200 of capacity, at 10.
    #expect(text.contains(/demands +800.0 +500.0 +300.0/), "\(text)")
    #expect(text.contains(/all +2,800 +500.0 +300.0 +2,000/), "\(text)")
    #expect(text.contains("2,800, 17.9% is published or derived"))
    #expect(text.contains("Many. Office, 2020. (many, 1 row)"))
    #expect(text.contains("No row cites these sources: idle."))
    #expect(text.contains(/demands.csv +assumption +3 +1 +1/), "\(text)")
  }

  @Test("fits a narrow terminal")
  func narrow() throws { #expect(try report(Self.files, width: 60).contains("many")) }

  @Test("says what an instance without sources, bases and prices lacks")
  func bare() throws {
    let text = try report(["commodities.csv": "commodity,unit\ng,t\n"])
    #expect(text.contains("no commodity has a price"))
    #expect(text.contains("The instance has no sources.csv"))
    #expect(!text.contains("no range moves"))
  }
}
