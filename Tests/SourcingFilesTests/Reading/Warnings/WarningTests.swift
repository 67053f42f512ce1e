import Formulation
import Foundation
import GLPKSolver
import Scenarios
import SourcingFiles
import Tables
import TestSupport
import Testing

@Suite("Warnings")
struct WarningTests {
  private func warnings(_ added: [String: String]) throws -> [String] {
    try withTemporaryFolder { folder in
      let all = SampleInstance.files.merging(added) { $0 + $1 }
      try write(all.mapValues { Array($0.utf8) }, to: folder)
      let (tables, instance) = try InstanceReader.readWithTables(folder: folder.path)
      return InstanceWarnings.find(in: instance, tables: tables).map {
        $0.description.replacing(folder.path + "/", with: "")
      }
    }
  }

  @Test(
    "suspicious values have a warning with their line",
    arguments: [
      ("commodities.csv", "tin,t,1\n", "commodities.csv:5: warning: commodity: nobody needs `tin`"),
      (
        "processes.csv", "smelt,smelting,ore\n",
        "processes.csv:5: warning: process: no facility or project runs `smelt`"
      ),
      ("demands.csv", "CHN,oxide,*,1e6,1\n", "demands.csv: warning: demand for `oxide` in 2020"),
      (
        "projects.csv", "p2,mine,AUS,1,1,1,50,,,,,,,\n",
        "projects.csv:3: warning: project: `p2` can never operate"
      ),
      (
        "lanes.csv", "ore,AUS,AUS,1,,,2020\nore,AUS,AUS,2,,,\n",
        "lanes.csv:5: warning: 1 row has no effect"
      ),
      (
        "lanes.csv", "oxide,CHN,JPN,1,3,,\noxide,CHN,JPN,1,25,,\noxide,CHN,JPN,1,3.5,,\n",
        "lanes.csv:6: warning: tariff: found `25`, a share of the price: a tariff of 2500%; write 0.25 for 25% "
          + "(and 1 more row with a tariff above 3)"
      ),
      (
        "prices.csv", "ore,2021,0\n",
        "commodities.csv:2: warning: commodity: `ore` has no price in 2021 and is made together with other outputs (`sinter`)"
      ),
      (
        "contracts.csv", "d,magnet,AUS,JPN,501,,,,\n",
        "contracts.csv:3: warning: contract: `d` cannot be kept in 2020"
      ),
      (
        "history.csv", "oxide,AUS,JPN,2020,51\n",
        "history.csv:3: warning: origin: `AUS` sends 51 of `oxide` in 2020, but could make at most 50"
      ),
      (
        "history.csv", "magnet,JPN,CHN,2020,51\n",
        "history.csv:3: warning: destination: `CHN` gets 51 of `magnet` in 2020, but could use and store at most 0"
      ),
      (
        "observed.csv", "oxide,AUS,JPN,2022,51\n",
        "observed.csv:4: warning: origin: `AUS` sends 51 of `oxide` in 2022, but could make at most 50"
      ),
      (
        "observed.csv", "oxide,CHN,JPN,2020,19\n",
        "observed.csv:4: warning: destination: history.csv has other flows of `oxide` into `JPN` in 2020; back-tests use "
          + "those of observed.csv"
      ),
    ])
  func warning(file: String, added: String, expected: String) throws {
    #expect(try !warnings([:]).contains { $0.hasPrefix(expected) })
    let found = try warnings([file: added])
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test(
    "a tariff above 1 is data; above 3 a percentage may be meant",
    arguments: [
      ("1.5", nil as String?), ("3", nil),
      ("3.5", "3.5`, a share of the price: a tariff of 350%; write 0.035 for 3.5%"),
      ("2500", "2500`, a share of the price: a tariff of 250000%; write 0.25 for 25%"),
    ])
  func tariffs(tariff: String, expected: String?) throws {
    let found = try warnings(["lanes.csv": "oxide,CHN,JPN,1,\(tariff),,\n"])
      .filter { $0.contains("tariff") }
    #expect(
      found == (expected.map { ["lanes.csv:5: warning: tariff: found `\($0)"] } ?? []))
  }

  @Test("where no output has a price, only those beside the main output bear nothing")
  func jointProducts() throws {
    let found = try warnings(["prices.csv": "ore,2021,0\nmagnet,2021,0\n"])
      .filter { $0.contains("no price") }
    #expect(
      found == [
        "commodities.csv:2: warning: commodity: `ore` has no price in 2021 and is made together with other outputs "
          + "(`sinter`), none of which has a price: in bills the main output bears all cost"
      ])
    let priced = try warnings(["prices.csv": "ore,2021,0\n"]).filter { $0.contains("no price") }
    #expect(priced.count == 1 && priced[0].hasSuffix("in bills those bear its part of the cost"))
  }

  @Test(
    "parameters that name no part of the content have a warning",
    arguments: ["partners", "region", "rival"])
  func blocs(name: String) throws {
    let manifest = try #require(SampleInstance.files["instance.yaml"])
    let read = { (value: String) throws -> [String] in
      try withTemporaryFolder { folder in
        var files = SampleInstance.files
        files["instance.yaml"] = manifest.replacing(
          "parameters: {rival: CHN, focus: oxide}", with: "parameters:\n  \(name): \(value)")
        try write(files.mapValues { Array($0.utf8) }, to: folder)
        let (tables, instance) = try InstanceReader.readWithTables(folder: folder.path)
        return InstanceWarnings.find(in: instance, tables: tables).map {
          $0.description.replacing(folder.path + "/", with: "")
        }.filter { $0.contains("content of bills") }
      }
    }
    #expect(
      try read("alies") == [
        "instance.yaml:8: warning: parameters: the parameter `\(name)` must name a region or a bloc: found `alies`; the "
          + "most similar name is `allies`. The content of bills leaves it out"
      ])
    for value in ["allies", "CHN", "world"] { #expect(try read(value).isEmpty) }
  }

  @Test("commodities that are needed and that nobody can make are named")
  func unmakeable() throws {
    let found = try warnings([
      "commodities.csv": "tin,t,1\n", "demands.csv": "JPN,tin,*,1,1\n",
    ])
    #expect(found.contains { $0.contains("nobody can make `tin`") })
  }

  @Test("rows without source or assumption are counted")
  func sources() throws {
    let found = try warnings([:])
    #expect(
      found.contains(
        "facilities.csv: warning: 5 of 5 rows have neither a `source` nor an `assumption:`"))
    let sourced = """
      facility,process,region,capacity,unit_cost,source,note
      m1,mine,CHN,2000,2,USGS,
      s1,separate,CHN,150,10,,assumption: like s2
      s2,separate,AUS,50,15,,guess
      m2,mine,AUS,50,15,,

      """
    try withTemporaryFolder { folder in
      var files = SampleInstance.files
      files["facilities.csv"] = sourced
      files["capacities.csv"] = nil
      files["sources.csv"] = nil
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      let (tables, instance) = try InstanceReader.readWithTables(folder: folder.path)
      let texts = InstanceWarnings.find(in: instance, tables: tables).map(\.message)
      #expect(texts.contains("2 of 4 rows have neither a `source` nor an `assumption:`"))
    }
  }

  @Test(
    "a loop of processes that makes matter from nothing is an error, and a loop with losses is not")
  func freeMatter() throws {
    for (share, isFree) in [(0.9, false), (1.0, false), (1.01, true)] {
      try withTemporaryFolder { folder in
        var files = SampleInstance.files
        files["processes.csv", default: ""] += "recycle,recycling,oxide\n"
        files["recipes.csv", default: ""] += "recycle,magnet,input,\(2.5 / share)\n"
        files["recipes.csv"] = files["recipes.csv"]?
          .replacing("sinter,ore,byproduct,0.1\n", with: "")
        try write(files.mapValues { Array($0.utf8) }, to: folder)
        let instance = try InstanceReader.read(folder: folder.path)
        if isFree {
          #expect(throws: InputProblems.self) {
            try FreeMatter.check(instance, solver: GLPKSolver())
          }
        } else {
          try FreeMatter.check(instance, solver: GLPKSolver())
        }
      }
    }
  }
}
