import Foundation
import Sourcing
import SourcingFiles
import Tables
import TestSupport
import Testing

/// A row of `Tests/Downloads/iea/batteries-supply.csv`: what a source expects to be made of a good in a country, and the
/// facilities of the instance `batteries` that stand for it.
struct PublishedSupply: Sendable, CustomStringConvertible {
  var commodity: String
  var region: String
  var facilities: [String]
  var year: String
  /// Thousand tons a year, as published.
  var published: Double

  var description: String { "\(commodity) in \(region), \(year)" }

  static let all: [PublishedSupply] = {
    let file = TestPaths.package.appending(path: "Tests/Downloads/iea/batteries-supply.csv")
    guard let bytes = try? Data(contentsOf: file) else { return [] }
    let table = CSVTable(file: file.path, bytes: Array(bytes), problems: ProblemLog())
    let names = ["commodity", "region", "facilities", "year", "published"]
    let columns = names.compactMap(table.column)
    guard columns.count == names.count else { return [] }
    return (0..<table.rowCount).compactMap { row in
      let cells = columns.map { table.text(row: row, column: $0) }
      return Double(cells[4]).map {
        PublishedSupply(
          commodity: cells[0], region: cells[1],
          facilities: cells[2].split(separator: "|").map(String.init), year: cells[3],
          published: $0)
      }
    }
  }()
}

@Suite("What the source of the batteries' supply has")
struct PublishedSupplyTests {
  @Test("is there for mines and refineries, in three years")
  func found() {
    let rows = PublishedSupply.all
    #expect(rows.count == 115)
    #expect(Set(rows.map(\.year)) == ["2024", "2030", "2035"])
    #expect(rows.allSatisfy { !$0.facilities.isEmpty && $0.published > 0 })
    // A facility counts once a year.
    let counted = rows.flatMap { row in row.facilities.map { "\($0) \(row.year)" } }
    #expect(Set(counted).count == counted.count)
  }

  @Test("is what the instance's facilities can make together")
  func capacities() throws {
    let instance = try InstanceReader.read(folder: TestPaths.instance("batteries"))
    for row in PublishedSupply.all {
      let period = try #require(instance.horizon.periods.firstIndex { $0.label == row.year })
      let capacities = try row.facilities.map { id in
        let facility = try #require(
          instance.facilities.first { $0.id == id }, "no facility \(id): \(row)")
        // What the source sums up as the rest of the world has countries that the instance names, and what it counts as
        // battery graphite has plants that make anodes in one go.
        let region = instance.regions[facility.region].id
        #expect(region == row.region || row.region == "ROW", "\(id)")
        let output = instance.commodities[instance.processes[facility.process].output].id
        #expect(
          output == row.commodity || (output, row.commodity) == ("anode", "battery_graphite"),
          "\(id)")
        return facility.capacity[period]
      }
      let sum = capacities.reduce(0, +)
      // The fixture and the tables have four digits after the point.
      #expect(abs(sum - row.published) <= 0.0001 * Double(capacities.count), "\(row): \(sum)")
    }
  }
}
