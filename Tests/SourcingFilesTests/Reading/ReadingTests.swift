import Foundation
import Sourcing
import SourcingFiles
import Tables
import TestSupport
import Testing

@Suite("Reading an instance")
struct ReadingTests {
  /// The sample instance with some files replaced.
  private func read(_ files: [String: String] = [:]) throws -> Instance {
    try withTemporaryFolder { folder in
      let all = SampleInstance.files.merging(files) { $1 }
      try write(all.mapValues { Array($0.utf8) }, to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
  }

  @Test("every case and every instance that comes with the program is read")
  func cases() throws {
    #expect(TestPaths.caseNames.count == 54)
    for name in TestPaths.caseNames {
      let instance = try InstanceReader.read(folder: TestPaths.case(name))
      #expect(instance.regions.count >= 2, "\(name)")
      #expect(instance.contentHash.count == 64)
    }
  }

  @Test("files may start with a byte-order mark and end lines as Windows does")
  func windows() throws {
    let files = SampleInstance.files.mapValues {
      "\u{FEFF}" + $0.replacing("\n", with: "\r\n")
    }
    let plain = try read()
    let marked = try read(files)
    #expect(marked.home == plain.home)
    #expect(marked.facilities.count == plain.facilities.count)
  }

  @Test("scalars are text: NO is Norway")
  func norway() throws {
    let regions = SampleInstance.files["regions.csv", default: ""] + "NO,Norway,,,\n"
    let yaml = SampleInstance.files["instance.yaml", default: ""]
      .replacing("home: JPN", with: "home: NO")
    let instance = try read(["regions.csv": regions, "instance.yaml": yaml])
    #expect(instance.home == RegionSet(id: "NO", members: [3]))
  }

  @Test(
    "periods have three forms",
    arguments: [
      ("[2020, 2021]", ["2020", "2021"], [1, 1]),
      ("{from: 2020, to: 2022}", ["2020", "2021", "2022"], [1, 1, 1]),
      (
        "[{label: 2020, years: 1}, {label: 2021-25, years: 5}, 2026]", ["2020", "2021-25", "2026"],
        [1, 5, 1]
      ),
    ])
  func periods(yaml: String, labels: [String], years: [Int]) throws {
    let instance = try withTemporaryFolder { folder in
      let keep = ["regions.csv", "commodities.csv"]
      var files = SampleInstance.files.filter { keep.contains($0.key) }
      files["demands.csv"] = "region,commodity,period,quantity,shortage_cost\n"
      files["instance.yaml"] =
        "name: a\nperiods: \(yaml)\ndiscount_rate: 0.05\nhome: world\n"
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
    #expect(instance.horizon.periods.map(\.label) == labels)
    #expect(instance.horizon.periods.map(\.years) == years)
    #expect(instance.home.members == [0, 1, 2])
  }

  @Test("the last matching lane row replaces the earlier ones completely")
  func lanes() throws {
    let instance = try read([
      "lanes.csv": """
      commodity,origin,destination,unit_cost,tariff,capacity,period
      *,*,*,1,0.1,7,
      oxide,CHN,allies,2,,,2021
      oxide,CHN,JPN,3,,0,2022
      magnet,JPN,JPN,4,,,
      *,allies,allies,5,,,*

      """
    ])
    let (jpn, chn, aus): (RegionIndex, RegionIndex, RegionIndex) = (0, 1, 2)
    let lane = {
      (commodity: CommodityIndex, from: RegionIndex, to: RegionIndex, period: PeriodIndex) in
      instance.lanes[commodity: commodity, origin: from, destination: to, period: period]
    }
    #expect(lane(1, chn, jpn, 0) == Lane(unitCost: 1, tariff: 0.1, capacity: 7))
    #expect(lane(1, chn, jpn, 1) == Lane(unitCost: 2))
    #expect(lane(1, chn, jpn, 2) == nil)
    #expect(lane(1, chn, aus, 1) == Lane(unitCost: 2))
    #expect(lane(1, jpn, aus, 1) == Lane(unitCost: 5))
    // Wildcards and blocs do not match the lane inside a region; the id of the region on both sides does.
    #expect(lane(1, jpn, jpn, 1) == .domestic)
    #expect(lane(2, jpn, jpn, 1) == Lane(unitCost: 4))
  }

  @Test("there is no international lane without a row")
  func noLanes() throws {
    let instance = try read([
      "lanes.csv": "commodity,origin,destination,unit_cost\n",
      "contracts.csv": "contract,commodity,origin,destination,quantity,starts,ends\n",
    ])
    #expect(instance.lanes[commodity: 0, origin: 0, destination: 1, period: 0] == nil)
    #expect(instance.lanes[commodity: 0, origin: 1, destination: 1, period: 0] == .domestic)
  }

  @Test("demands spread over blocs, groups and periods, and the last row counts")
  func demands() throws {
    let instance = try read([
      "demands.csv": """
      region,commodity,period,quantity,shortage_cost
      world,*,,1,10
      allies,finals,2021,2,20
      JPN,magnet,2021,3,30

      """
    ])
    let quantity = { (region: RegionIndex, commodity: CommodityIndex, period: PeriodIndex) in
      instance.demands[region: region, commodity: commodity, period: period].quantity
    }
    #expect(quantity(1, 0, 0) == 1)
    #expect(quantity(0, 1, 1) == 2)
    #expect(quantity(2, 2, 1) == 2)
    #expect(quantity(0, 2, 1) == 3)
    #expect(quantity(0, 2, 2) == 1)
  }

  @Test("capacities, prices and defaults are applied")
  func figures() throws {
    let instance = try read()
    #expect(instance.facilities[2].capacity == [150, 140, 150])
    #expect(instance.facilities[2].unitCost == [10, 11, 10])
    #expect(instance.facilities[2].minimum == [5, 5, 5])
    #expect(instance.facilities[1].capacity == [0, 1000, 1000])
    #expect(instance.facilities[1].unitCost[2] == 3.5)
    #expect(instance.commodities.map(\.price) == [[1, 1, 1], [70, 70, 70], [70, 70, 70]])
    #expect(instance.stockpiles[0].releaseLimit == 10)
    #expect(instance.projects[0].programme == 0)
    #expect(instance.contracts[0].periods == 1...2)
    #expect(instance.contracts.map(\.price) == [70] && instance.contracts.map(\.floor) == [65])
    #expect(instance.quotas.map(\.period) == [nil, 1])
    #expect(instance.quotas[0].destinations == [0, 1, 2])
    #expect(instance.disruptions.map(\.id) == ["ban", "strait", "quake"])
    #expect(instance.disruptions[0].effects[0].partners == [0, 2])
    #expect(instance.disruptions[0].probability == 0.1)
    #expect(instance.checks.map(\.id) == ["from-chn", "ore-chn", "magnets"])
    #expect(instance.checks.map(\.kind) == [.supplyShare, .productionShare, .demand])
    #expect(instance.checks.map(\.published) == [0.9, 0.6, 40])
    #expect(instance.checks.map(\.tolerance) == [0.1, 0.05, 0.05])
    #expect(instance.checks.map(\.partner?.members) == [[1], nil, nil])
    #expect(instance.checks.map(\.line) == [2, 3, 4])
    #expect(instance.processes[2].byproducts == [Process.Term(commodity: 0, quantity: 0.1)])
  }

  @Test("the order of columns does not matter, and tables may be absent")
  func order() throws {
    let plain = try read()
    let turned = try read([
      "recipes.csv": "quantity,note,role,commodity,process\n10,,input,ore,separate\n"
    ])
    #expect(turned.processes[1].inputs == plain.processes[1].inputs)
    #expect(turned.processes[2].inputs.isEmpty)
  }

  @Test("the hash covers names and contents")
  func hash() throws {
    let first = try read().contentHash
    #expect(try read().contentHash == first)
    #expect(
      try read(["history.csv": "commodity,origin,destination,period,quantity\n"]).contentHash
        != first)
  }

  @Test("of many rows of one scope the last counts, with and without wildcards")
  func manyRows() throws {
    let header = "commodity,origin,destination,unit_cost,tariff,capacity,period\n"
    let rows = (1...8000).map { "oxide,CHN,JPN,\($0),0.05,500,2021\n*,*,allies,\($0).25,,,\n" }
    let one = "oxide,CHN,AUS,0.5,,,2022\n"
    let lanes = try read(["lanes.csv": header + rows.joined() + one]).lanes
    let lane = { (destination: RegionIndex, period: PeriodIndex) in
      lanes[commodity: 1, origin: 1, destination: destination, period: period]
    }
    #expect(lane(0, 1) == Lane(unitCost: 8000.25))
    #expect(lane(2, 1) == Lane(unitCost: 8000.25))
    #expect(lane(2, 2) == Lane(unitCost: 0.5))
    // Lanes inside regions, the last wildcard row and the last row have terms; the other rows have none.
    #expect(lanes[commodity: 1, origin: 1, destination: 1, period: 1] == .domestic)
    #expect(lanes.terms.count == 16_002)
    #expect(lanes.linesWithoutLane() == Array(2...16_000))
  }

  @Test(
    "a million lanes are read",
    .enabled(if: ProcessInfo.processInfo.environment["PLUSONE_LONG_TESTS"] != nil))
  func million() throws {
    var generator = SeededGenerator(state: 1)
    var lanes = "commodity,origin,destination,unit_cost,tariff,capacity,period\n"
    let (goods, places) = (["ore", "oxide", "magnet"], ["JPN", "CHN", "AUS"])
    for row in 1...1_000_000 {
      let good = goods.randomElement(using: &generator) ?? ""
      let place = places.randomElement(using: &generator) ?? ""
      lanes += "\(good),\(place),JPN,\(Double(row) / 8),0.125,\(row),2021\n"
    }
    lanes += "oxide,CHN,JPN,0.5,0,7,2021\n"
    let instance = try read(["lanes.csv": lanes])
    #expect(
      instance.lanes[commodity: 1, origin: 1, destination: 0, period: 1]
        == Lane(unitCost: 0.5, capacity: 7))
  }

  @Test(
    "of a table that is wrong in every row, the first problems are listed and the others counted")
  func wrongEverywhere() throws {
    let header = "commodity,origin,destination,unit_cost\n"
    let rows = (0..<20_000).map { "oxyde\($0),CHN\($0),JPN\($0),one\n" }
    let error = #expect(throws: InputProblems.self) {
      try read(["lanes.csv": header + rows.joined()])
    }
    let problems = error?.problems.filter { $0.file.hasSuffix("lanes.csv") } ?? []
    #expect(problems.count == 1001)
    #expect(problems.last?.message == "79000 further problems")
  }
}
