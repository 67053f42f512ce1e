import Tables
import Testing

@testable import Importing

@Suite("Kinds of mineral commodity summaries")
struct USGSEditionTests {
  private func run(
    _ text: String, _ name: String, map: String? = nil, existing: [String: String] = [:]
  ) throws -> ImportRun {
    try importing(.usgs, [(name, Array(text.utf8))], map: map, home: "JPN", existing: existing)
  }

  private func map(_ mineral: String, _ type: String) -> String {
    "commodities: [{commodity: good, usgs: \(mineral), type: \"\(type)\", unit: kt}]\n"
  }

  @Test(
    "the weight of ore and the metal in it do not add up: the map chooses, and the error lists both"
  )
  func ironOre() throws {
    let name = "mcs2023-feore_world.csv"
    let found = problems {
      try run(USGSDownloads.ironOre, name, map: map("Iron ore", "Mine production"))
    }
    #expect(found.count == 1)
    #expect(found.first?.contains("\(name):6: Iron ore: Australia has several statistics") == true)
    #expect(found.first?.contains("usable ore -thousand metric tons`") == true)
    #expect(found.first?.contains("iron content - thousand metric tons`") == true)
    for (type, capacities) in [
      ("usable ore", ["880000", "410000"]), ("Iron content", ["540000", "260000"]),
    ] {
      let run = try self.run(USGSDownloads.ironOre, name, map: map("feore", type))
      #expect(run.rows("facilities.csv", "capacity") == capacities)
      #expect(run.missing.allSatisfy { !$0.contains("world total") })
    }
    // Without a map the mineral is left out, and the reason says the same.
    #expect(problems { try run(USGSDownloads.ironOre, name) }.first?.contains("`type: ") == true)
  }

  @Test("two minerals whose totals make the total of both are parts of a whole")
  func titanium() throws {
    let run = try self.run(
      USGSDownloads.titanium, "mcs2024-timin_world.csv", map: map("timin", "Mine production"))
    #expect(run.rows("facilities.csv", "region", "capacity") == ["AUS,620", "USA,210"])
    #expect(run.counts["left out: `included with ilmenite` is no figure"] == 2)
    #expect(
      run.counts[
        "note: good, 2023: what is kept of `mine production ilmentite and rutile titanium dioxide tio2 content` makes 100 % of the world total"
      ] == 1)
    let rutile = try self.run(
      USGSDownloads.titanium, "mcs2024-timin_world.csv", map: map("timin", "rutile, titanium"))
    #expect(rutile.rows("facilities.csv", "region", "capacity") == ["AUS,200"])
  }

  @Test("two metals with a total each are no parts of a whole; each can be a commodity of its own")
  func platinum() throws {
    let name = "mcs2023-plati_world.csv"
    let found = problems {
      try self.run(USGSDownloads.platinum, name, map: map("plati", "Mine production"))
    }
    #expect(
      found.first?.contains("`Mine production: Palladium`, `Mine production: Platinum`") == true)
    let run = try self.run(
      USGSDownloads.platinum, name,
      map: """
        commodities:
          - {commodity: palladium, usgs: plati, type: "Mine production: Palladium", unit: t}
          - {commodity: platinum, usgs: plati, type: "Mine production: Platinum", unit: t}
        """)
    #expect(
      run.rows("facilities.csv", "facility", "capacity") == [
        "mine_palladium_CAN,16", "mine_palladium_RUS,87", "mine_platinum_CAN,6.1",
        "mine_platinum_RUS,20",
      ])
  }

  @Test("statistics that the map names one by one add up in one commodity")
  func chosenTwice() throws {
    let run = try run(
      USGSDownloads.platinum, "mcs2023-plati_world.csv",
      map: """
        commodities:
          - {commodity: metals, usgs: plati, type: "Mine production: Palladium", unit: t}
          - {commodity: metals, usgs: plati, type: "Mine production: Platinum", unit: t}
        """)
    #expect(run.rows("facilities.csv", "region", "capacity") == ["CAN,22.1", "RUS,107"])
  }

  @Test(
    "a total without the United States is compared with the others; a footnote alone is no figure")
  func barite() throws {
    let run = try self.run(USGSDownloads.barite, "mcs2023-barit_world.csv")
    #expect(
      run.rows("facilities.csv", "region", "capacity") == [
        "CHN,1900000", "IND,1600000", "USA,300000",
      ]
    )
    #expect(run.counts["left out: `(4)` is no figure"] == 1)
    #expect(run.counts["note: barit, 2021: what is kept makes 100 % of the world total"] == 1)
    #expect(run.counts["note: barit, 2022: what is kept makes 100 % of the world total"] == 1)
    // India is not known in 2022, which is not 0: there is no row for that year.
    #expect(
      run.rows("capacities.csv", "facility", "period", "capacity") == [
        "mine_barit_CHN,2021,2000000"
      ])
  }

  @Test("a file with the kind of production in the place of `Type`, and footnotes after countries")
  func fluorspar() throws {
    let run = try self.run(USGSDownloads.fluorspar, "mcs2024-fluor_world.csv")
    #expect(run.rows("facilities.csv", "region", "capacity") == ["CHN,5700000", "MEX,1100000"])
    #expect(run.counts["left out: not available (NA)"] == 2)
  }

  @Test(
    "marked estimates and less than half a unit are read; unknown countries are left out by name")
  func sand() throws {
    let run = try self.run(
      USGSDownloads.sand, "mcs2024-sandi_world.csv", map: map("sandi", "Mine production"))
    #expect(
      run.rows("facilities.csv", "region", "capacity") == ["ARG,4000", "MEX,0.5", "USA,130000"])
    #expect(run.rows("capacities.csv", "capacity") == ["3900", "0.5", "114000"])
    #expect(
      run.counts[
        "left out: unknown country `Atlantis`; say in the map what it is: `areas: {Atlantis: REGION}`, or `omit`"
      ] == 2)
    #expect(run.counts["note: a bound such as >95, taken at its number"] == 2)
  }

  @Test("countries may count different things if each counts one; the only total is for all")
  func silicon() throws {
    let run = try self.run(
      USGSDownloads.silicon, "mcs2023-simet_world.csv", map: map("simet", "Plant production"))
    #expect(run.rows("facilities.csv", "region", "capacity") == ["BTN,85", "BRA,400"].sorted())
    #expect(run.counts["note: good, 2022: what is kept makes 101 % of the world total"] == 1)
  }

  @Test("words about the goods after a country do not matter")
  func boron() throws {
    let run = try self.run(
      USGSDownloads.boron, "mcs2023-boron_world.csv", map: map("boron", "Mine production"))
    #expect(run.rows("facilities.csv", "region", "capacity") == ["ARG,135", "CHL,300"])
    #expect(run.counts["left out: not mine production: Plant production, refined borates"] == 2)
  }

  @Test(
    "million metric tons may be `mmt`, and the name of a product may be in the names of columns")
  func products() throws {
    let steel = try run(
      USGSDownloads.steel, "mcs2024-feste_world.csv", map: map("feste", "Pig iron"))
    #expect(steel.rows("facilities.csv", "region", "capacity") == ["JPN,63000", "KOR,44000"])
    let sponge = try run(
      USGSDownloads.sponge, "mcs2024-titan_world.csv", map: map("titan", "Sponge metal production"))
    #expect(sponge.rows("facilities.csv", "region", "capacity") == ["JPN,60", "MEX,0"])
    #expect(sponge.counts["left out: withheld (W)"] == 2)
    #expect(sponge.counts["kept: output of 0 of a country in a year (0 or a dash)"] == 2)
  }

  @Test(
    "only letters and digits of the names of columns count",
    arguments: [
      "source,commodity,country,type,unit_meas,prod_2023,prod_est_2024",
      "SOURCE,Commodity,Country,Type,Unit meas,Prod 2023,Production est. 2024",
    ])
  func names(header: String) throws {
    let row = "MCS2025,Cobalt,Canada,\"Mine production, cobalt content\",metric tons,4300,4500\n"
    let run = try run(header + "\n" + row, "MCS2025_World_Data.csv")
    #expect(run.rows("facilities.csv", "facility", "capacity") == ["mine_cobalt_CAN,4500"])
    #expect(run.rows("capacities.csv", "period", "capacity") == ["2023,4300"])
  }

  @Test("volumes are left out, and files about the United States only do not end the import")
  func leftOut() throws {
    let both = try importing(
      .usgs,
      [
        ("mcs2024-heliu_world.csv", Array(USGSDownloads.helium.utf8)),
        ("mcs2023-fluor_salient.csv", Array(USGSDownloads.salient.utf8)),
        ("mcs2024-fluor_world.csv", Array(USGSDownloads.fluorspar.utf8)),
      ], home: "JPN")
    #expect(both.rows("facilities.csv", "region") == ["CHN", "MEX"])
    #expect(both.counts["left out: the unit `mcm` is no weight in metric units"] == 4)
    #expect(both.counts.keys.contains { $0.hasPrefix("left out: a file of salient statistics") })
  }

  @Test("figures that exceed the world total by more than a tenth are named")
  func tooMuch() throws {
    let text = USGSDownloads.fluorspar.replacing(",6800,", with: ",5000,")
    let run = try self.run(text, "mcs2024-fluor_world.csv")
    #expect(
      run.missing.contains {
        $0.hasPrefix("facilities.csv: fluor, 2023: what is kept makes 136 % of the world total (")
      })
  }

  @Test("the latest edition counts, whatever the order of files, and in a folder too")
  func editions() throws {
    let old = Downloads.usgs2023
    let new = Downloads.usgs2024.replacing(",42000,43000,", with: ",42500,45000,")
    let files = [("mcs2023-raree_world.csv", old), ("mcs2024-raree_world.csv", new)]
    func importAll(_ files: [(String, String)], _ existing: [String: String] = [:]) throws
      -> ImportRun
    {
      try importing(
        .usgs, files.map { ($0.0, Array($0.1.utf8)) }, home: "JPN", existing: existing)
    }
    let once = try importAll(files)
    #expect(
      once.rows("capacities.csv", "facility", "period", "capacity").filter { $0.contains("USA") }
        == ["mine_rare_earths_USA,2021,42000", "mine_rare_earths_USA,2022,42500"])
    #expect(once.rows("facilities.csv", "region", "capacity").contains("USA,45000"))
    let runs = [
      try importAll(files.reversed()),
      try importAll([files[1]], try importAll([files[0]]).files),
      try importAll([files[0]], try importAll([files[1]]).files),
    ]
    for run in runs {
      for name in ["facilities.csv", "capacities.csv", "regions.csv"] {
        #expect(run.files[name] == once.files[name])
      }
    }
  }

  @Test("two minerals of one commodity add up, also from two files, if these are of one edition")
  func twoMinerals() throws {
    let map = """
      commodities: [{commodity: titanium, usgs: timin}, {commodity: titanium, usgs: rutil}]

      """
    let text = { (mineral: String, tons: String) in
      "Source,Country,Type,Prod_t_2022,Prod_t_est_2023\n,Australia,\"Mine production, \(mineral)\",\(tons)\n"
    }
    let timin = ("mcs2024-timin_world.csv", text("ilmenite", "100,110"))
    let rutil = ("mcs2024-rutil_world.csv", text("rutile", "10,11"))
    func run(_ files: [(String, String)]) throws -> ImportRun {
      try importing(.usgs, files.map { ($0.0, Array($0.1.utf8)) }, map: map, home: "JPN")
    }
    for files in [[timin, rutil], [rutil, timin]] {
      let both = try run(files)
      #expect(both.rows("facilities.csv", "region", "capacity") == ["AUS,121"])
      #expect(both.rows("capacities.csv", "period", "capacity") == ["2022,110"])
    }
    let old = ("mcs2023-rutil_world.csv", rutil.1)
    let mixed = try run([timin, old])
    #expect(mixed.rows("facilities.csv", "region", "capacity") == ["AUS,110"])
    #expect(
      mixed.counts[
        "set aside: an earlier figure for the same country and year: the latest edition counts"]
        == 2)
  }

  @Test("a capacity that the user has raised is not overwritten by a later edition")
  func raised() throws {
    var files = try run(Downloads.usgs2023, "mcs2023-raree_world.csv").files
    files["facilities.csv"] = files["facilities.csv"]?.replacing(",USA,43000,", with: ",USA,50000,")
    let raised = files
    #expect(throws: ImportConflict.self) {
      try self.run(Downloads.usgs2024, "mcs2024-raree_world.csv", existing: raised)
    }
    // Costs are the user's: they stay when the capacity changes.
    files["facilities.csv"] = files["facilities.csv"]?.replacing(",50000,0,", with: ",43000,7,")
    let later = Downloads.usgs2024.replacing(",43000,", with: ",44000,")
    let run = try self.run(later, "mcs2024-raree_world.csv", existing: files)
    #expect(run.rows("facilities.csv", "region", "capacity", "unit_cost").contains("USA,44000,7"))
  }
}
