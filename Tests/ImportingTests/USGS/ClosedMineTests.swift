import Testing

@testable import Importing

@Suite("Mines whose output ends")
struct ClosedMineTests {
  private static let map = "commodities: [{commodity: ore, usgs: Rare earths, unit: t}]\n"

  private static func edition(_ year: Int, _ rows: [String]) -> (String, [UInt8]) {
    let lines = rows.map { row in
      let cells = row.split(separator: ",")
      return
        "MCS\(year),\(cells[0]),\"Rare earths, mine production, metric tons\",\(cells[1]),\(cells[2])"
    }
    let text =
      (["Source,Country,Type,Prod_t_\(year - 2),Prod_t_est_\(year - 1)"] + lines)
      .joined(separator: "\n") + "\n"
    return ("mcs\(year)-raree_world.csv", Array(text.utf8))
  }

  private static let open = edition(2024, ["China,700,800", "Vietnam,100,50", "Canada,-,-"])
  private static let closed = edition(2025, ["China,810,900", "Vietnam,0,0", "Canada,-,-"])

  private func capacities(_ run: ImportRun) -> [String] {
    run.rows("facilities.csv", "region", "capacity").sorted()
      + run.rows("capacities.csv", "facility", "period", "capacity").sorted()
  }

  private func after(_ steps: [[(String, [UInt8])]]) throws -> ImportRun {
    var run: ImportRun?
    for files in steps {
      run = try importing(
        .usgs, files, map: Self.map, home: "JPN", existing: run?.files ?? [:])
    }
    return try #require(run)
  }

  @Test("a later output of 0 is the capacity, in any order and in one command")
  func orders() throws {
    let together = try after([[Self.open, Self.closed]])
    #expect(
      together.rows("facilities.csv", "region", "capacity").sorted() == [
        "CAN,0", "CHN,900", "VNM,0",
      ])
    #expect(
      together.rows("capacities.csv", "facility", "period", "capacity").filter {
        $0.hasPrefix("mine_ore_VNM")
      } == ["mine_ore_VNM,2022,100", "mine_ore_VNM,2023,0"])
    #expect(together.counts["kept: output of 0 of a country in a year (0 or a dash)"] == 5)
    for steps in [
      [[Self.open], [Self.closed]], [[Self.closed], [Self.open]], [[Self.closed, Self.open]],
    ] {
      #expect(try capacities(after(steps)) == capacities(together))
    }
  }

  @Test("a region of several countries has one edition a year, in any order and in one command")
  func regions() throws {
    let map = Self.map + "home: JPN\nregions: {ROW: others}\nareas: {Other countries: ROW}\n"
    let old = Self.edition(2024, ["China,700,1000", "Burma,700,800", "Other countries,50,60"])
    let new = Self.edition(2025, ["China,1060,1100", "Other countries,900,950"])
    for steps in [[[old, new]], [[new, old]], [[old], [new]], [[new], [old]]] {
      var run: ImportRun?
      for files in steps {
        run = try importing(.usgs, files, map: map, existing: run?.files ?? [:])
      }
      let last = try #require(run)
      #expect(last.rows("facilities.csv", "region", "capacity") == ["ROW,2050"])
      #expect(last.rows("capacities.csv", "period", "capacity") == ["2022,1450", "2023,1960"])
    }
  }

  @Test("a file without a mineral says how to name it")
  func noMineral() {
    let text = "Country,Type,Prod_t_2023\nChina,Mine production,5\n"
    let found = #expect(throws: (any Error).self) {
      try importing(.usgs, [("raree.csv", Array(text.utf8))], home: "JPN")
    }
    let words = found.map { "\($0)" } ?? ""
    #expect(words.contains("the file names no mineral: name the file as it is downloaded"))
    #expect(!words.contains("x : not in"))
  }
}
