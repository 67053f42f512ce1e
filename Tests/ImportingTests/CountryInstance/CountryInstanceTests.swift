import Tables
import Testing

@testable import Importing

@Suite("An instance of a country")
struct CountryInstanceTests {
  @Test("has the regions, flows and shares of the data")
  func flows() throws {
    let made = try CountryWorld.graphite.instance()
    #expect(made.rows("regions.csv", "region") == ["JPN", "CHN", "BRA", "KOR"])
    #expect(
      made.rows("history.csv", "origin", "destination", "period", "quantity", "basis").filter {
        $0.contains(",2023,")
      } == [
        "BRA,JPN,2023,300,published", "CHN,JPN,2023,600,published", "CHN,KOR,2023,400,published",
        "KOR,JPN,2023,100,published", "CHN,CHN,2023,4000,derived", "JPN,JPN,2023,20,derived",
      ])
    #expect(
      made.rows("checks.csv", "partner", "period", "published", "tolerance") == [
        "CHN,2023,0.588235294,0.001", "BRA,2023,0.294117647,0.001", "KOR,2023,0.0980392157,0.001",
      ], "of 1,020 t, 20 t of them from Japan's own mine")
  }

  @Test(
    "the history has five years, however many the files have, so costs do not depend on their number"
  )
  func years() throws {
    var long = CountryWorld.graphite
    var short = CountryWorld.graphite
    long.add("CHN", "JPN", 900, code: "250410", years: 2001...2020)
    short.add("CHN", "JPN", 900, code: "250410", years: 2019...2020)
    let (old, new) = (try long.instance(), try short.instance())
    #expect(old.files["demands.csv"] == new.files["demands.csv"])
    #expect(old.rows("history.csv", "period").min() == "2019")
    #expect(old.files["instance.yaml"]?.contains("periods: {from: 2019, to: 2033}") == true)
    #expect(
      old.remarks.contains { $0.hasPrefix("The files begin in 2001. The history has the 5 years") })
    #expect(!new.remarks.contains { $0.hasPrefix("The files begin") })
  }

  @Test("the focus is the good of which the rival has the largest share")
  func focus() throws {
    var world = CountryWorld.graphite
    world.add("BRA", "JPN", 900, code: "260300")
    world.add("CHN", "JPN", 100, code: "260300")
    let made = {
      try world.instance(goods: "250410,260300", rival: $0).files["instance.yaml"] ?? ""
    }
    #expect(try made("BRA").contains("rival: BRA, focus: \"260300\""))
    #expect(try made("CHN").contains("rival: CHN, focus: \"250410\""))
  }

  @Test("use is imports + production - exports, and never below 0")
  func use() throws {
    let made = try CountryWorld.graphite.instance()
    let rows = made.rows("demands.csv", "region", "period", "quantity", "shortage_cost")
    // Korea gets 400 t and passes on 100 t; Brazil sends 50 t more than it mines.
    #expect(
      rows.filter { $0.contains(",2023,") }.sorted() == [
        "CHN,2023,4000,20", "JPN,2023,1020,20", "KOR,2023,300,20",
      ])
    #expect(rows.contains("JPN,2033,1020,20"))
    #expect(
      made.rows("facilities.csv", "facility", "capacity").sorted() == [
        "mine_250410-BRA,275", "mine_250410-CHN,5500", "mine_250410-JPN,22", "other_250410-BRA,55",
        "pass_on_250410-KOR,110",
      ])
    #expect(
      made.rows("recipes.csv", "process", "commodity", "role", "quantity") == [
        "pass_on_250410,250410,input,1"
      ])
    #expect(made.remarks.contains { $0.contains("is below 0 in Brazil in 2023") })
  }

  @Test("without mines, those who export more than they import make what they export")
  func exporters() throws {
    let made = try CountryWorld.graphite.instance(withMines: false)
    #expect(
      made.rows("facilities.csv", "facility", "capacity").sorted() == [
        "make_250410-BRA,330", "make_250410-CHN,1100", "pass_on_250410-KOR,110",
      ])
    #expect(
      made.rows("demands.csv", "region", "period", "quantity").filter { $0.contains(",2023,") }
        .sorted() == ["JPN,2023,1000", "KOR,2023,300"])
  }

  @Test("a mineral can be chosen for a good, or none")
  func minerals() throws {
    let none = try CountryWorld.graphite.instance(minerals: ["250410": nil])
    #expect(none.rows("processes.csv", "process").contains("make_250410"))
    var world = CountryWorld.graphite
    world.output["Salt"] = ["BRA": [2023: 1000]]
    let salt = try world.instance(minerals: ["250410": "Salt"])
    #expect(salt.rows("facilities.csv", "facility", "capacity").contains("mine_250410-BRA,1100"))
  }

  @Test("what is not one of the largest is joined in the rest of the world")
  func restOfWorld() throws {
    var world = CountryWorld.graphite
    let codes = Country.all.map(\.code).filter { !["CHN", "BRA", "KOR", "JPN"].contains($0) }
    for (place, code) in codes.prefix(40).enumerated() {
      world.add(code, "JPN", Double(50 - place))
      world.add("CHN", code, Double(100 + place))
    }
    let made = try world.instance()
    let regions = made.rows("regions.csv", "region")
    #expect(regions.count == 26 && regions.first == "JPN" && regions.last == "ROW")
    // The origins: China, Brazil, Korea and the nine largest others; then the twelve that import most.
    #expect(
      Array(regions[1...12]) == ["CHN", "BRA", "KOR"] + Array(codes[0..<9]),
      "by what they send to Japan")
    #expect(Set(regions[13...24]) == Set(codes[28..<40]))
    let rest = codes[9..<28].enumerated().reduce(0) { $0 + Double(50 - 9 - $1.offset) }
    #expect(
      made.rows("history.csv", "origin", "destination", "period", "quantity").contains(
        "ROW,JPN,2023,\(DecimalNumber.text(rest))"))
    #expect(made.remarks.contains { $0.contains("joined in ROW") })
  }

  @Test("lanes cost their unit value, cut to limits where it is far from the median")
  func lanes() throws {
    var world = CountryWorld.graphite
    world.add("DEU", "JPN", 1, value: 1000)
    world.add("FRA", "JPN", 10, value: 0.1)
    let made = try world.instance()
    let rows = made.rows("lanes.csv", "origin", "destination", "unit_cost", "basis")
    #expect(rows.contains("CHN,JPN,2,derived") && rows.contains("BRA,JPN,3,derived"))
    #expect(rows.contains("DEU,JPN,10,assumption") && rows.contains("FRA,JPN,0.2,assumption"))
    #expect(made.rows("commodities.csv", "price") == ["2"])
  }

  @Test("weights that are missing are estimated from the value")
  func estimates() throws {
    var world = CountryWorld.graphite
    world.add("DEU", "JPN", nil, value: 23)
    let made = try world.instance()
    let row = made.rows("history.csv", "origin", "period", "quantity", "basis").first {
      $0.hasPrefix("DEU,2023")
    }
    // The imports of Japan with a weight: 2.4 million dollars for 1,000 t.
    #expect(row == "DEU,2023,9.58333333,assumption")
  }

  @Test("later years are withheld, and the plan knows their use")
  func withheld() throws {
    var world = CountryWorld.graphite
    world.add("CHN", "JPN", 700, years: 2024...2024)
    let made = try world.instance(year: 2023)
    #expect(
      made.rows("observed.csv", "origin", "destination", "period", "quantity").filter {
        $0.hasPrefix("CHN,JPN")
      } == ["CHN,JPN,2024,700"])
    #expect(!made.rows("history.csv", "period").contains("2024"))
    #expect(made.rows("demands.csv", "region", "period", "quantity").contains("JPN,2024,720"))
  }

  @Test("capacities and costs know nothing of the years that are withheld")
  func withheldFigures() throws {
    var world = CountryWorld.graphite
    world.add("CHN", "JPN", 700, value: 7000, years: 2024...2024)
    world.add("DEU", "JPN", 50, value: 1, years: 2024...2024)
    world.output["Graphite (natural)"]?["CHN"]?[2024] = 9000
    let made = try world.instance(year: 2023)
    #expect(made.rows("facilities.csv", "facility", "capacity").contains("mine_250410-CHN,5500"))
    #expect(made.rows("capacities.csv", "period").max() == "2023")
    let lanes = made.rows("lanes.csv", "origin", "destination", "unit_cost", "basis")
    #expect(lanes.contains("CHN,JPN,2,derived"))
    #expect(lanes.contains("DEU,JPN,2,assumption") || lanes.contains("ROW,JPN,2,assumption"))
    #expect(made.rows("commodities.csv", "price") == ["2"])
  }

  @Test("what was left out of the files, and notes on them, are told")
  func reading() throws {
    var world = CountryWorld.graphite
    world.tradeSummary.count(
      .leftOut, "exporter 996 is not known", at: FilePlace(file: "/data/baci.csv", line: 7))
    world.tradeSummary.count(
      .leftOut, "HS codes that are not asked for", at: FilePlace(file: "baci.csv", line: 2),
      times: 9)
    world.summary.count(
      .note, "an estimate of the publisher", at: FilePlace(file: "mines.csv", line: 3), times: 2)
    let made = try world.instance()
    #expect(made.remarks.contains("BACI, left out: exporter 996 is not known (first: baci.csv:7)."))
    #expect(
      made.remarks.contains(
        "World Mining Data, note: an estimate of the publisher (2 times, first: mines.csv:3)."))
    #expect(made.remarks.allSatisfy { !$0.contains("asked for") })
    #expect(made.files["README.md"]?.contains("exporter 996 is not known") == true)
    let without = try world.instance(withMines: false)
    #expect(without.remarks.allSatisfy { !$0.contains("World Mining Data, note") })
    for place in 1...20 {
      world.tradeSummary.count(.note, "remark \(place)", at: FilePlace(file: "b.csv", line: place))
    }
    let many = try world.instance().remarks.filter { $0.hasPrefix("BACI, ") }
    #expect(many.count == CountryReading.mostReasons + 1)
    #expect(many.last?.contains("11 more reasons") == true, "\(many.last ?? "")")
  }

  @Test("projects are those of the two largest producers but home and the rival")
  func projects() throws {
    let made = try CountryWorld.graphite.instance()
    #expect(
      made.rows("projects.csv", "project", "max_capacity", "capex", "lead_years") == [
        "more_250410-BRA,62.5,6,5"
      ])
    #expect(made.remarks.contains { $0.contains("1 project") })
  }

  @Test("every row has a basis, and what the basis needs")
  func provenance() throws {
    let made = try CountryWorld.graphite.instance()
    var count = 0
    for file in made.files.keys where file.hasSuffix(".csv") && file != "sources.csv" {
      for row in made.rows(file, "basis", "source", "note") {
        let cells = row.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
        count += 1
        #expect(["published", "derived", "assumption", "definition"].contains(cells[0]), "\(file)")
        #expect(cells[0] != "published" || cells[1].contains(":"), "\(file): \(row)")
        #expect(cells[0] != "derived" || !(cells[1].isEmpty || cells[2].isEmpty), "\(file): \(row)")
        #expect(cells[0] != "assumption" || !cells[2].isEmpty, "\(file): \(row)")
      }
    }
    #expect(count > 100)
    #expect(made.rows("sources.csv", "source", "licence").contains("baci-hs92-v202401b,Etalab 2.0"))
  }

  @Test("stores take what arrives while flows fall slowly, and the fall is that of the history")
  func inertia() throws {
    var world = CountryWorld.graphite
    // Of 1,400 t a year nothing falls but this flow: 100 t, 50 t, 0 t.
    world.add("DEU", "JPN", 100, years: 2021...2021)
    world.add("DEU", "JPN", 50, years: 2022...2022)
    let made = try world.instance(withMines: false)
    #expect(
      made.rows("stockpiles.csv", "stockpile", "initial", "capacity").sorted() == [
        "stock_250410-JPN,0,22000", "stock_250410-KOR,0,8000",
      ])
    // 100 of 2,950 t: 3.4 %; at least 5 % are allowed.
    #expect(made.files["instance.yaml"]?.contains("max_decline: 5%}") == true)
  }

  @Test("a year without any flow into a region that has had some is told as 0")
  func nothing() throws {
    var world = CountryWorld.graphite
    world.add("CHN", "DEU", 50, years: 2021...2022)
    let made = try world.instance(withMines: false)
    let rows = made.rows("history.csv", "origin", "destination", "period", "quantity")
    #expect(
      rows.filter { $0.contains(",DEU,") } == [
        "CHN,DEU,2021,50", "CHN,DEU,2022,50", "CHN,DEU,2023,0",
      ])
  }
}
