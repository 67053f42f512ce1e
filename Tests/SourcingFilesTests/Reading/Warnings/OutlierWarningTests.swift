import Foundation
import SourcingFiles
import Tables
import TestSupport
import Testing

@Suite("Numbers that are hundreds of times their neighbours")
struct OutlierWarningTests {
  /// The warnings about outliers of the sample instance with lines at the end of tables.
  private func outliers(_ added: [String: String]) throws -> [String] {
    try withTemporaryFolder { folder in
      let files = SampleInstance.files.merging(added) { $0 + $1 }
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      let (tables, instance) = try InstanceReader.readWithTables(folder: folder.path)
      return InstanceWarnings.find(in: instance, tables: tables).map {
        $0.description.replacing(folder.path + "/", with: "")
      }.filter { $0.contains("the median") }
    }
  }

  /// Three mines beside the two of the sample, which cost 2 and 3.
  private func mines(cost: String, capacity: String) -> [String: String] {
    [
      "facilities.csv":
        "m3,mine,JPN,1500,2.5,,,\nm4,mine,JPN,900,4,,,\nm5,mine,JPN,\(capacity),\(cost),,,\n"
    ]
  }

  @Test("a unit cost a thousand times too large or too small has a warning")
  func costs() throws {
    #expect(
      try outliers(mines(cost: "2500", capacity: "1000")) == [
        "facilities.csv:9: warning: unit_cost: 2500 is about 910 times the median of the other numbers of the same "
          + "output, 2.75: is its unit right?"
      ])
    #expect(
      try outliers(mines(cost: "0.0025", capacity: "1000")) == [
        "facilities.csv:9: warning: unit_cost: 0.0025 is about 1/1100 of the median of the other numbers of the same "
          + "output, 2.75: is its unit right?"
      ])
    #expect(try outliers(mines(cost: "250", capacity: "1000")) == [])
    #expect(try outliers(mines(cost: "0", capacity: "1000")) == [])
  }

  @Test("a capacity is an outlier only above the others, and not if it stands for no limit")
  func capacities() throws {
    #expect(
      try outliers(mines(cost: "3", capacity: "1000000")).first?.hasPrefix(
        "facilities.csv:9: warning: capacity: 1000000 is about 800 times") == true)
    #expect(try outliers(mines(cost: "3", capacity: "0.001")) == [])
    #expect(try outliers(mines(cost: "3", capacity: "1e15")) == [])
  }

  @Test("two neighbours are enough for costs if they agree, and too few for capacities")
  func few() throws {
    #expect(
      try outliers(["facilities.csv": "m4,mine,JPN,900,4000,,,\n"]) == [
        "facilities.csv:7: warning: unit_cost: 4000 is about 1600 times the median of the other numbers of the same "
          + "output, 2.5: is its unit right?"
      ])
    #expect(try outliers(["facilities.csv": "m4,mine,JPN,9e6,4,,,\n"]) == [])
    #expect(
      try outliers(["prices.csv": "magnet,2020,90\nmagnet,2021,90000\n"]) == [
        "prices.csv:5: warning: price: 90000 is about 1000 times the median of the other numbers of the same "
          + "commodity, 90: is its unit right?"
      ])
    // 40 and 90 do not agree.
    #expect(try outliers(["prices.csv": "magnet,2020,40\nmagnet,2021,90000\n"]) == [])
  }

  @Test("projects and facilities with the same output are neighbours")
  func projects() throws {
    let project = "p2,separate,JPN,30,40,12000,1,10,5,2020,2021,20,onshoring,fund\n"
    #expect(
      try outliers(["projects.csv": project]) == [
        "projects.csv:3: warning: unit_cost: 12000 is about 1000 times the median of the other numbers of the same "
          + "output, 12: is its unit right?"
      ])
  }

  @Test(
    "other tables have the rule too",
    arguments: [
      ("prices.csv", "finals,2020,70\nfinals,2021,69\nfinals,2022,70000\n", "price: 70000"),
      (
        "lanes.csv", "ore,AUS,JPN,2,,,\nore,AUS,CHN,3,,,\nore,CHN,JPN,2,,,\nore,CHN,AUS,4000,,,\n",
        "unit_cost: 4000"
      ),
      (
        "demands.csv",
        "CHN,ore,2020,9,5\nCHN,ore,2021,8,5\nAUS,ore,2020,9,5\nAUS,ore,2021,9,5000\n",
        "shortage_cost: 5000"
      ),
      ("contracts.csv", "d,oxide,AUS,JPN,1,,,70,65000\n", "floor: 65000"),
      (
        "projects.csv",
        "p2,mine,AUS,10,5,1,,,,,,,,\np3,mine,AUS,10,6,1,,,,,,,,\np4,mine,AUS,10,7,1,,,,,,,,\np5,mine,AUS,10,6000,1,,,,,,,,\n",
        "capex: 6000"
      ),
    ])
  func tables(file: String, lines: String, says: String) throws {
    let found = try outliers([file: lines])
    #expect(found.count == 1)
    #expect(
      found.first?.contains("\(file):") == true && found.first?.contains(says) == true, "\(found)")
  }

  @Test("the shipped instances have no such number")
  func shipped() throws {
    let names = [
      "batteries", "critical-minerals", "japan-rare-earths", "japan-rare-earths-2020",
      "pharmaceuticals", "semiconductors",
    ]
    for name in names {
      let (tables, instance) = try InstanceReader.readWithTables(
        folder: TestPaths.instance(name))
      let found = InstanceWarnings.find(in: instance, tables: tables).map(\.description)
      #expect(found.allSatisfy { !$0.contains("median") && !$0.contains("the same") }, "\(found)")
    }
  }
}
