import Foundation
import SourcingFiles
import Tables
import TestSupport
import Testing

@Suite("Warnings about what tables repeat, replace or leave out")
struct TableWarningTests {
  /// The warnings of the sample instance with some files changed, without the path of the folder.
  private func warnings(_ changes: [String: String], removed: [String] = []) throws -> [String] {
    try withTemporaryFolder { folder in
      var files = SampleInstance.files.merging(changes) { $1 }
      for name in removed { files[name] = nil }
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      let (tables, instance) = try InstanceReader.readWithTables(folder: folder.path)
      return InstanceWarnings.find(in: instance, tables: tables).map {
        $0.description.replacing(folder.path + "/", with: "")
      }.filter { !$0.contains("neither a `source`") && !$0.contains("do not say their `basis`") }
    }
  }

  /// The warnings of the sample instance with lines at the end of a table.
  private func warnings(_ file: String, appending lines: String) throws -> [String] {
    try warnings([file: SampleInstance.files[file, default: ""] + lines])
  }

  @Test(
    "a row that repeats the key of an earlier one has a warning with both lines",
    arguments: [
      ("blocs.csv", "allies,JPN\n", "4: warning: the row is the same as line 2"),
      ("groups.csv", "finals,oxide\n", "4: warning: the row is the same as line 2"),
      ("recipes.csv", "separate,ore,input,10.0\n", "5: warning: the row is the same as line 2"),
      (
        "recipes.csv", "separate,ore,input,11\n",
        "5: warning: the row replaces line 2, which has the same process, commodity and role: quantity 11 instead of 10"
      ),
      (
        "capacities.csv", "s1,2021,150,,\n",
        "4: warning: the row replaces line 2, which has the same facility and period: capacity 150 instead of 140, "
          + "unit_cost blank instead of 11 (the blank counts, as the figure of `facilities.csv`)"
      ),
      ("prices.csv", "finals,,70\n", "4: warning: the row is the same as line 3"),
      (
        "prices.csv", "oxide,2021,61\n",
        "4: warning: the row replaces line 2, which has the same commodity and period: price 61 instead of 60"
      ),
      (
        "lanes.csv", "*,world,*,3,,,*\n",
        "5: warning: the row replaces line 2, which has the same commodity, origin, destination and period: unit_cost "
          + "3 instead of 1"
      ),
      (
        "demands.csv", "JPN,magnet,,41,1000\n",
        "4: warning: the row replaces line 2, which has the same region, commodity and period: quantity 41 instead of 40"
      ),
      (
        "history.csv", "oxide,CHN,JPN,2020,21\n",
        "3: warning: the row replaces line 2, which has the same commodity, origin, destination and period: quantity 21 "
          + "instead of 20"
      ),
      (
        "observed.csv", "oxide,AUS,JPN,2021,7\n",
        "4: warning: the row replaces line 3, which has the same commodity, origin, destination and period: quantity 7 "
          + "instead of 6"
      ),
      (
        "disruptions.csv", "quake,stock,JPN,,,,0.9,1,\n",
        "7: warning: the row is the same as line 6"
      ),
    ])
  func repeated(file: String, line: String, expected: String) throws {
    #expect(try warnings([:]).allSatisfy { !$0.contains("the same") })
    let found = try warnings(file, appending: line).filter { $0.contains("the same") }
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(file + ":" + expected) == true, "\(found)")
  }

  @Test("rows of a disruption that differ are no repetition, and a third row names the second")
  func notRepeated() throws {
    #expect(
      try warnings("disruptions.csv", appending: "quake,stock,JPN,,,,0.8,1,\n")
        .allSatisfy { !$0.contains("the same") })
    let thrice = try warnings(
      "history.csv", appending: "oxide,CHN,JPN,2020,21\noxide,CHN,JPN,2020,21\n")
    #expect(
      thrice.contains("history.csv:4: warning: the row is the same as line 3: remove one of them"))
  }

  @Test("many repeated rows are counted after the first twenty")
  func many() throws {
    let lines = (0..<50).map { "oxide,CHN,JPN,2020,2\($0 % 2)\n" }.joined()
    let found = try warnings("history.csv", appending: lines).filter { $0.contains("the same") }
    #expect(found.count == 20)
    #expect(found.last?.hasSuffix("(and 30 further warnings of this kind)") == true)
  }

  @Test("a row that later, more general rows replace has a warning")
  func replaced() throws {
    let demands = "JPN,magnet,2021,50,1000\nworld,magnet,*,40,1000\n"
    #expect(
      try warnings("demands.csv", appending: demands).contains {
        $0.hasPrefix(
          "demands.csv:2: warning: 2 rows have no effect, this is the first: later rows replace it")
      })
    #expect(
      try warnings("prices.csv", appending: "magnet,2020,1\nfinals,,90\n").contains {
        $0.hasPrefix("prices.csv:2: warning: 2 rows have no effect")
      })
    #expect(
      try warnings("demands.csv", appending: "JPN,magnet,2021,50,1000\n")
        .allSatisfy { !$0.hasPrefix("demands.csv") })
  }

  @Test(
    "periods whose lengths contradict their labels have a warning",
    arguments: [
      (
        "[2025, 2030, 2035]",
        "the period `2025` has 1 year, but `2030` follows; write {label: 2025, years: 5} for a length of 5 years (2 periods"
      ),
      ("[2025-29, 2030-34]", "the period `2025-29` has 1 year; write {label: 2025-29, years: 5}"),
      (
        "[{label: 2025, years: 5}, {label: 2030, years: 4}, {label: 2035, years: 5}]",
        "the period `2030` has 4 years, but `2035` follows; write {label: 2030, years: 5}"
      ),
      ("[{label: 2025-2029, years: 4}]", "the period `2025-2029` has 4 years; write"),
      ("[2021, 2020]", "`2021` is followed by `2020`; periods are in order of time"),
      (
        "[2025-01-01, 2026-01-01]",
        "`2025-01-01` is a date; a period is named by its year, such as `2025`"
      ),
      ("[FY2025, FY2030]", "the period `FY2025` has 1 year, but `FY2030` follows"),
      ("[y2025, y2030, y2035]", "the period `y2025` has 1 year, but `y2030` follows"),
      ("[2025.0, 2030.0]", "the period `2025.0` has 1 year, but `2030.0` follows"),
      ("[25, 30, 35]", "the period `25` has 1 year, but `30` follows"),
      ("[2025_29, 2030_34]", "the period `2025_29` has 1 year; write"),
      (
        "[2025Q1, 2025Q2]", "`2025Q1` and `2025Q2` are quarters of one year, but each period counts"
      ),
      ("[2025-Q1, 2025-Q2]", "`2025-Q1` and `2025-Q2` are quarters of one year"),
      ("[Q1-2025, Q2-2025]", "`Q1-2025` and `Q2-2025` are quarters of one year"),
      ("[2025H1, 2025H2]", "`2025H1` and `2025H2` are halves of one year"),
      ("[2025-01, 2025-02]", "`2025-01` and `2025-02` are months of one year"),
      ("[01.01.2025]", "`01.01.2025` is a date; a period is named by its year, such as `2025`"),
    ])
  func periods(periods: String, expected: String) throws {
    let found = try periodWarnings(periods)
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("instance.yaml:4: warning: periods: " + expected) == true, "\(found)")
  }

  @Test(
    "other periods have no warning",
    arguments: [
      "[FY2025, FY2026]", "[25, 26]", "[1, 2, 3]", "[2025Q1, 2026Q1]", "[a1000, a1005]", "[10]",
      "[25, 30, later]", "[{label: FY2025, years: 5}, FY2030]", "[Y1, Y2]", "[now, phase2]",
      "[2025, 2026]", "{from: 2020, to: 2030}", "[now, later]", "[2025-12, 2026-12]", "[2025]",
      "[{label: 2025, years: 5}, {label: 2030, years: 20}]", "[2025, {label: 2026-30, years: 5}]",
    ])
  func soundPeriods(periods: String) throws { #expect(try periodWarnings(periods) == []) }

  private func periodWarnings(_ periods: String) throws -> [String] {
    let manifest = try #require(SampleInstance.files["instance.yaml"])
    // Only the tables that every instance has: others name periods.
    let tables = SampleInstance.files.keys.filter {
      !["instance.yaml", "regions.csv", "commodities.csv", "demands.csv", "blocs.csv"].contains($0)
    }
    return try warnings(
      [
        "instance.yaml": manifest.replacing("[2020, 2021, 2022]", with: periods),
        "demands.csv": "region,commodity,period,quantity,shortage_cost\nJPN,ore,*,1,1\n",
      ], removed: tables
    ).filter { $0.hasPrefix("instance.yaml") }
  }

  @Test("without lanes.csv, and with one without rows, the warning says what that means")
  func noLanes() throws {
    let dropped = ["contracts.csv", "history.csv", "observed.csv", "quotas.csv"]
    let missing = try warnings([:], removed: ["lanes.csv"] + dropped)
    #expect(
      missing.contains {
        $0.hasPrefix(
          "lanes.csv: warning: the file does not exist: there are no lanes, so no goods can go")
      })
    let empty = try warnings(
      ["lanes.csv": "commodity,origin,destination,unit_cost\n"], removed: dropped)
    #expect(
      empty.contains { $0.hasPrefix("lanes.csv: warning: the table has no rows: there are no") })
    #expect(try warnings([:]).allSatisfy { !$0.contains("there are no lanes") })
  }

  @Test(
    "files that may be taken for tables have a warning",
    arguments: [
      ("data.xlsx", "Save each sheet as a CSV file"),
      ("Demands.XLSX", "Save each sheet as `demands.csv`"),
      ("lanes.ods", "Save each sheet as `lanes.csv`"), ("book.numbers", "tables are text in CSV"),
      ("demands.csv~", "tables end in `.csv`"),
      ("demands.csv.bak", "The name of the table is `demands.csv`"),
      ("demands.json", "The name of the table is `demands.csv`"),
      ("lanes.csv.gz", "The name of the table is `lanes.csv`"),
      ("prices.docx", "The name of the table is `prices.csv`"),
      ("lanes.tsv", "The name of the table is `lanes.csv`"), ("demand.csv.txt", "is `demands.csv`"),
    ])
  func stray(name: String, says: String) throws {
    let found = try warnings([name: "x"]).filter { $0.hasPrefix(name) }
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(name + ": warning: the file is not read: ") == true)
    #expect(found.first?.contains(says) == true, "\(found)")
  }

  @Test("other files of a folder have no warning")
  func notStray() throws {
    let names = [
      "README.md", ".lanes.csv.swp", "~$book.xlsx", ".~lock.lanes.csv#", "notes.txt", "model.yaml",
    ]
    let found = try warnings(Dictionary(uniqueKeysWithValues: names.map { ($0, "x") }))
    #expect(found.allSatisfy { !$0.contains("is not read") }, "\(found)")
  }

  @Test(
    "a missing file says which file may be meant",
    arguments: [
      ("demands.csv", "demands.xlsx", "save `demands.xlsx` as `demands.csv`, in CSV"),
      ("instance.yaml", "instance.yml", "is it `instance.yml`? Its name must be `instance.yaml`"),
      ("demands.csv", "demands.csv.txt", "is it `demands.csv.txt`?"),
    ])
  func meant(missing: String, other: String, says: String) throws {
    let problems = try #require(throws: InputProblems.self) {
      try warnings([other: "x"], removed: [missing])
    }.problems
    #expect(problems.contains { $0.file.hasSuffix("/" + missing) && $0.message.contains(says) })
  }

  @Test("years outside the periods are one problem, however many rows and years there are")
  func otherYears() throws {
    let rows = (1990..<2020).flatMap { year in
      ["oxide,CHN,JPN,\(year),1\n", "ore,AUS,JPN,\(year),1\n"]
    }.joined()
    let problems = try #require(throws: InputProblems.self) {
      try warnings("history.csv", appending: rows + "oxide,CHN,JPN,2023,1\n")
    }.problems
    #expect(
      problems.map { "\($0.line ?? 0) \($0.message)" } == [
        "3 unknown period `1990`; it is before the first period, 2020: leave out rows of other years (also in 59 "
          + "further rows, the last on line 62)",
        "63 unknown period `2023`; it is after the last period, 2022: leave out rows of other years",
      ])
  }

  @Test("a unit cost far above the shortage cost of what nothing else uses has a warning")
  func costAboveShortage() throws {
    let recipes = "process,commodity,role,quantity\nseparate,ore,input,10\nsinter,oxide,input,0.4\n"
    let found = { (cost: String, recipes: String) in
      let files = [
        "facilities.csv": SampleInstance.files["facilities.csv", default: ""]
          + "g2,sinter,JPN,100,\(cost),,,\n", "recipes.csv": recipes,
      ]
      return try self.warnings(files).filter { $0.contains("shortage cost") }
    }
    #expect(
      try found("20000", recipes) == [
        "facilities.csv:7: warning: unit_cost: 20000 is above the highest shortage cost of `magnet`, 1000, so a "
          + "shortage costs less: are both units right?"
      ])
    #expect(try found("10000", recipes) == [])
    // A by-product may pay for it.
    #expect(try found("20000", recipes + "sinter,ore,byproduct,0.1\n") == [])
  }
}
