import Foundation
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// A row of the table "Base year: published and here" in an instance's README.
struct BaseYearShare: Sendable, CustomStringConvertible {
  var instance: String
  var figure: String
  var of: String
  var upon: String
  var commodity: String
  var isImports: Bool
  /// In percent: as published, and as the instance has it by the README.
  var published: Double
  var here: Double
  /// Percentage points.
  var tolerance: Double

  var description: String { "\(instance): \(figure)" }

  init?(_ line: String, instance: String) {
    let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 9, ["supply", "imports"].contains(cells[4]),
      let published = Double(cells[5]), let here = Double(cells[6]),
      let tolerance = Double(cells[7])
    else { return nil }
    self.instance = instance
    (figure, of, upon, commodity) = (cells[0], cells[1], cells[2], cells[3])
    isImports = cells[4] == "imports"
    (self.published, self.here, self.tolerance) = (published, here, tolerance)
  }

  static let all: [BaseYearShare] = ["batteries", "pharmaceuticals", "semiconductors"].flatMap {
    name in
    let file = TestPaths.instance(name) + "/README.md"
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { BaseYearShare(String($0), instance: name) }
  }
}

@Suite("The base year of the instances")
struct BaseYearTests {
  /// Share, in percent, of the observed flows of a period that reach `of` and come from `upon`.
  private func share(
    _ instance: Instance, of: String, upon: String, commodity: String, isImports: Bool
  ) throws -> (share: Double, total: Double) {
    let group = try #require(
      instance.groups.first { $0.id == commodity }?.members
        ?? instance.commodities.firstIndex { $0.id == commodity }.map { [$0] })
    let destinations = try members(of, instance)
    let origins = try members(upon, instance)
    let first = try #require(instance.history.map(\.period).min())
    let flows = instance.history.filter {
      $0.period == first && group.contains($0.commodity) && destinations.contains($0.destination)
        && !(isImports && destinations.contains($0.origin))
    }
    let total = flows.reduce(0) { $0 + $1.quantity }
    let part = flows.filter { origins.contains($0.origin) }.reduce(0) { $0 + $1.quantity }
    return (100 * part / total, total)
  }

  private func members(_ id: String, _ instance: Instance) throws -> [RegionIndex] {
    if id == "world" { return Array(instance.regions.indices) }
    return try #require(
      instance.blocs.first { $0.id == id }?.members
        ?? instance.regions.firstIndex { $0.id == id }.map { [$0] })
  }

  @Test(
    "history has the published shares within the tolerance of its README",
    arguments: BaseYearShare.all)
  func published(row: BaseYearShare) throws {
    let instance = try InstanceReader.read(folder: TestPaths.instance(row.instance))
    let found = try share(
      instance, of: row.of, upon: row.upon, commodity: row.commodity, isImports: row.isImports
    ).share
    #expect(abs(found - row.published) <= row.tolerance + 0.05, "\(found)")
    #expect(abs(found - row.here) <= 0.06, "the README says \(row.here), history has \(found)")
  }

  /// Semiconductors have shares of the base year only of what Korea imports: the others are checks of capacity.
  @Test(
    "each of the three instances has a table of shares",
    arguments: [("batteries", 20), ("pharmaceuticals", 12), ("semiconductors", 3)])
  func tables(name: String, count: Int) {
    #expect(BaseYearShare.all.count { $0.instance == name } >= count)
  }

  @Test(
    "imports of Japan's rare earths add up to the published total and shares",
    arguments: [("CHN", 58.0), ("VNM", 14.0), ("FRA", 11.0), ("MYS", 10.0)])
  func japan(origin: String, published: Double) throws {
    let instance = try InstanceReader.read(folder: TestPaths.instance("japan-rare-earths-2020"))
    let found = try share(
      instance, of: "JPN", upon: origin, commodity: "rare_earths", isImports: true)
    #expect(abs(found.share - published) <= 0.1)
    #expect(abs(found.total - 19_101) <= 1)
  }
}
