import Foundation
import Tables
import TestSupport
import Testing

@testable import Importing

@Suite("The output of mines by country")
struct MineProductionTests {
  private func read(_ files: [String: [UInt8]]) throws -> MineProduction {
    try withTemporaryFolder { folder in
      try write(files, to: folder)
      return try MineProduction.read(
        worldMiningData: files.keys.sorted().map { folder.appending(path: $0).path })
    }
  }

  @Test("tons by mineral, place and year; what is not known is not there")
  func tons() throws {
    let mines = try read(["6.4.xlsx": try MiningWorkbook.all.bytes()])
    #expect(mines.minerals == ["Gold", "Nickel", "Tungsten (W)"])
    #expect(mines.tons(of: "Nickel", in: "AUS", year: 2022) == 155_000)
    #expect(mines.tons(of: "nickel", in: "COD", year: 2021) == 0)
    #expect(mines.tons(of: "Nickel", in: "COD", year: 2020) == nil)
    #expect(mines.tons(of: "Nickel", in: "FRA", year: 2022) == nil)
    #expect(mines.tons(of: "Gold", in: "GHA", year: 2020) == 125)
    #expect(mines.outputs(of: "Tungsten", in: "PRK") == [2020: 410, 2022: 520])
    #expect(mines.tons(of: "Nickel", in: "COD", year: 2022) == 50.5)
    #expect(mines.years(of: "Nickel") == [2020, 2021, 2022])
    #expect(mines.years(of: "Cobalt").isEmpty)
    #expect(
      mines.summary.entries.contains { $0.reason.contains("`Mio m3` is no weight") })
  }

  @Test("a mineral is found by its name, or by what stands before brackets if that is one mineral")
  func names() throws {
    var second = MiningWorkbook.gold
    second.name = "Tungsten (WO3)"
    let one = try read(["6.4.xlsx": try MiningWorkbook.all.bytes()])
    let two = try read([
      "6.4.xlsx": try SampleWorkbook([MiningWorkbook.tungsten, second]).bytes()
    ])
    #expect(one.mineral(named: "TUNGSTEN") == "Tungsten (W)")
    #expect(two.mineral(named: "Tungsten") == nil)
    #expect(two.mineral(named: "tungsten wo3") == "Tungsten (WO3)")
    #expect(one.mineral(named: "") == nil)
  }

  @Test("problems of all files are thrown together")
  func mistakes() throws {
    let error = #expect(throws: InputProblems.self) {
      try read(["a.csv": Array("x,y\n1,2\n".utf8), "b.csv": Array("{}".utf8)])
    }
    #expect(error?.problems.count == 2)
    let missing = #expect(throws: InputProblems.self) {
      try MineProduction.read(worldMiningData: ["/nowhere/6.4.xlsx"])
    }
    #expect(missing?.reason == .unreadable)
  }
}
