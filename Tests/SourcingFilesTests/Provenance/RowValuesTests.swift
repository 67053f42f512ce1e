import Foundation
import Sourcing
import TestSupport
import Testing

@testable import SourcingFiles

/// The sample has the prices 1 (ore), 70 (oxide) and 70 (magnet) in each of three periods of a year.
@Suite("Values of rows")
struct RowValuesTests {
  private func read(_ files: [String: String] = [:]) throws -> (InstanceTables, Instance) {
    try withTemporaryFolder { folder in
      let all = SampleInstance.files.merging(files) { $1 }
      try write(all.mapValues { Array($0.utf8) }, to: folder)
      return try InstanceReader.readWithTables(folder: folder.path)
    }
  }

  private func values(
    _ table: InstanceTable, _ files: [String: String] = [:]
  ) throws -> [Double?] {
    let (tables, instance) = try read(files)
    return RowValues(tables, in: instance).values(of: table)
  }

  @Test(
    "are the main figure times price and years where the row counts",
    arguments: [
      // 40·70·3 for magnets in three years; 10·70·2 for oxide in Japan and Australia in 2020.
      (InstanceTable.demands, [8400, 1400]),
      // 20·70.
      (.history, [1400]),
      // 5·70·2, from 2021 to 2022.
      (.contracts, [700]),
      // 90·70·3 and 60·70.
      (.quotas, [18_900, 4200]),
      // 2000·3; m2 opens in 2021: 1000·2; s1 has another capacity in 2021: 150·70·2; 50·70·3; 100·70·3.
      (.facilities, [6000, 2000, 21_000, 10_500, 21_000]),
      // 140·70; the row of m2 has no capacity.
      (.capacities, [9800, nil]),
      // 30·70·2: ordered in 2020 it is ready in 2021.
      (.projects, [4200]),
      // 5·70.
      (.stockpiles, [350]),
      // The third row: 500·70·3 for oxide and for magnets from Australia to Japan.
      (.lanes, [nil, nil, 210_000]),
      (.recipes, [nil, nil, nil]), (.sources, [nil, nil]),
    ] as [(InstanceTable, [Double?])])
  func byHand(table: InstanceTable, expected: [Double?]) throws {
    #expect(try values(table) == expected)
  }

  @Test("count the years of a period")
  func years() throws {
    let manifest = try #require(SampleInstance.files["instance.yaml"])
      .replacing("[2020, 2021, 2022]", with: "[2020, 2021, {label: 2022, years: 5}]")
    #expect(
      try values(.demands, ["instance.yaml": manifest]) == [19_600, 1400])
  }

  @Test(
    "are of no row that later rows replace, of no unlimited capacity, and of nothing without price")
  func without() throws {
    let demands = """
      region,commodity,period,quantity,shortage_cost
      JPN,magnet,2020,1,1
      JPN,*,*,2,1
      JPN,ore,2021,3,1

      """
    #expect(try values(.demands, ["demands.csv": demands]) == [nil, 844, 3])
    let history = """
      commodity,origin,destination,period,quantity
      ore,CHN,JPN,2020,7
      ore,CHN,JPN,2021,7
      ore,CHN,JPN,2020,0

      """
    #expect(try values(.history, ["history.csv": history]) == [nil, 7, 0])
    let priceless = "commodity,period,price\nfinals,*,0\n"
    #expect(try values(.demands, ["prices.csv": priceless]) == [nil, nil])
    #expect(try values(.facilities, ["prices.csv": priceless]).prefix(3) == [6000, 2000, nil])
    let capacities = "facility,period,capacity\nm1,2020,1e30\nm1,2021,\n"
    #expect(try values(.capacities, ["capacities.csv": capacities]) == [nil, nil])
    #expect(try values(.facilities, ["capacities.csv": capacities]).first == 4000)
  }

  @Test("sum to what the instance itself has, for random instances", arguments: 0..<20)
  func sums(seed: Int) throws {
    let files = Self.withRandomRows(seed: UInt64(seed))
    let (tables, instance) = try withTemporaryFolder { folder in
      try write(files, to: folder)
      return try InstanceReader.readWithTables(folder: folder.path)
    }
    let rows = RowValues(tables, in: instance)
    let sum = { (tables: InstanceTable...) in
      tables.flatMap(rows.values).compactMap(\.self).reduce(0, +)
    }
    var (demand, capacity, limits) = (0.0, 0.0, 0.0)
    for period in instance.horizon.indices {
      let years = Double(instance.horizon[period].years)
      for commodity in instance.commodities.indices {
        let price = instance.commodities[commodity].price[period] * years
        for region in instance.regions.indices {
          demand +=
            price
            * instance.demands[region: region, commodity: commodity, period: period].quantity
          for other in instance.regions.indices {
            let lane = instance.lanes[
              commodity: commodity, origin: region, destination: other, period: period]
            if let lane, lane.capacity <= 1e18 { limits += price * lane.capacity }
          }
        }
      }
      for facility in instance.facilities where facility.capacity[period] <= 1e18 {
        let output = instance.processes[facility.process].output
        capacity += facility.capacity[period] * years * instance.commodities[output].price[period]
      }
    }
    #expect(abs(sum(.demands) - demand) <= 1e-9 * demand)
    #expect(abs(sum(.facilities, .capacities) - capacity) <= 1e-9 * capacity)
    #expect(abs(sum(.lanes) - limits) <= 1e-9 * limits)
    #expect(demand > 0 && capacity > 0 && limits > 0)
  }

  /// A random instance with further rows of demands and lanes, some of which replace others.
  private static func withRandomRows(seed: UInt64) -> [String: [UInt8]] {
    var files = RandomInstance.files(seed: seed)
    var numbers = SeededNumbers(seed: seed &+ 1)
    let word = { (words: String...) in words.randomElement(using: &numbers) ?? "*" }
    let region = { word("R0", "R1", "R2", "allies", "world", "*") }
    let rest = { (word("ore", "oxide", "*"), word("2020", "2021", "2022-23", "*", "")) }
    var (demands, lanes) = ("region,commodity,period,quantity,shortage_cost\n", "")
    lanes = "commodity,origin,destination,unit_cost,capacity,period\n*,*,*,1,,\n"
    for _ in 0..<8 {
      let (commodity, period) = rest()
      demands +=
        "\(region()),\(commodity),\(period),\(Int.random(in: 1...9, using: &numbers)),100\n"
      lanes += "\(commodity),\(region()),\(region()),1,\(word("7", "500", "", "0")),\(period)\n"
    }
    lanes += "oxide,R0,R1,1,7,2020\n"
    files["demands.csv"] = Array(demands.utf8)
    files["lanes.csv"] = Array(lanes.utf8)
    files["contracts.csv"] = nil
    return files
  }
}
