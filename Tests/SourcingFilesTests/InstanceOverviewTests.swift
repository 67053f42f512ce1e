import Foundation
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// A row of the table of sizes in `instances/README.md`.
struct InstanceSize: Sendable, CustomStringConvertible {
  var name: String
  /// Regions, commodities, periods, projects, disruptions and ranges.
  var counts: [Int]
  /// Of the value of all figures.
  var sourced: StatedShare

  var description: String { name }

  init?(_ line: Substring) {
    let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 9, cells[7].hasSuffix(" %"), let sourced = StatedShare(lastIn: cells[7])
    else { return nil }
    (name, counts, self.sourced) = (cells[0], cells[1...6].compactMap { Int($0) }, sourced)
  }

  static let all: [InstanceSize] = {
    let page = TestPaths.package.appending(path: "instances/README.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { InstanceSize($0) }
  }()
}

@Suite("The table of the instances that come with the program")
struct InstanceOverviewTests {
  @Test("has a row for each of them")
  func found() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: TestPaths.package.appending(path: "instances").path)
    #expect(InstanceSize.all.map(\.name).sorted() == folders.filter { !$0.contains(".") }.sorted())
  }

  @Test(
    "has the sizes that they have, and what is published or derived", arguments: InstanceSize.all)
  func sizes(row: InstanceSize) throws {
    let (tables, instance) = try InstanceReader.readWithTables(
      folder: TestPaths.instance(row.name))
    #expect(
      row.counts == [
        instance.regions.count, instance.commodities.count, instance.horizon.periods.count,
        instance.projects.count, instance.disruptions.count, instance.assumptions.count,
      ])
    let sourced = try #require(Provenance(of: tables, instance).sourcedShare)
    #expect(row.sourced.range.contains(sourced), "\(row.sourced), but it is \(sourced)")
  }
}
