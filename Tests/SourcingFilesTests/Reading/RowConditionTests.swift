import Foundation
import Sourcing
import SourcingFiles
import Tables
import TestSupport
import Testing

/// Conditions on rows, as the edits of studies and the column `where` of assumptions state them.
@Suite("Conditions on rows")
struct RowConditionTests {
  private static func tables(_ changes: [String: String] = [:]) throws -> InstanceTables {
    try withTemporaryFolder { folder in
      var files = SampleInstance.files
      files["assumptions.csv"] = nil
      try write(files.merging(changes) { $1 }.mapValues { Array($0.utf8) }, to: folder)
      return try InstanceTables.read(folder: folder.path)
    }
  }

  /// The lines of the rows that fulfil a condition.
  private static func lines(
    _ table: String, _ condition: RowCondition, in tables: InstanceTables
  ) throws(InputProblems) -> [Int] {
    var changed = tables
    try changed.apply([
      TableEdit(
        table: table, where: [condition], column: "note", change: .set("x"), file: "s", line: 3)
    ])
    return changed.editedCells.map(\.line)
  }

  private static let matches: [(table: String, column: String, yaml: String, lines: [Int])] = [
    ("facilities", "region", "[CHN, JPN]", [2, 4, 6]),
    ("facilities", "region", "'!=CHN'", [3, 5, 6]),
    ("facilities", "capacity", "'>=150'", [2, 3, 4]),
    ("facilities", "capacity", "'>150'", [2, 3]),
    ("facilities", "capacity", "'< 100'", [5]),
    ("facilities", "capacity", "<=100", [5, 6]),
    ("facilities", "capacity", "'!=50'", [2, 3, 4, 6]),
    ("facilities", "capacity", "100..150", [4, 6]),
    ("facilities", "capacity", "[50.0, 1000..2000]", [2, 3, 5]),
    // A blank cell compares with nothing.
    ("facilities", "minimum", "'>=0'", [4]),
    ("facilities", "minimum", "'!=0'", [4]),
    ("facilities", "minimum", "''", [2, 3, 5, 6]),
    ("facilities", "opens", "'>=2021'", [3]),
    ("capacities", "period", "2021..2022", [2, 3]),
    ("capacities", "period", "2020..2021", [2]),
    ("capacities", "period", "2021..2021", [2]),
    ("capacities", "period", "'>=2022'", [3]),
    ("capacities", "period", "'>2020'", [2, 3]),
    ("capacities", "period", "'<2022'", [2]),
    ("capacities", "period", "'!=2021'", [3]),
    ("capacities", "period", "[2020..2020, 2022]", [3]),
    // Rows about every period match where they are named.
    ("prices", "period", "2020..2022", [2]),
    ("prices", "period", "'*'", [3]),
    ("prices", "period", "['*', 2021]", [2, 3]),
    ("prices", "period", "'!=2020'", [2]),
    ("lanes", "period", "2020..2022", [3]),
    ("lanes", "period", "", [2, 4]),
    ("lanes", "period", "['', 2021]", [2, 3, 4]),
    ("lanes", "origin", "'!=CHN'", [4]),
    ("lanes", "tariff", "5%", [3]),
    ("lanes", "tariff", "'<=10%'", [3]),
    ("contracts", "price", "70.0", [2]),
  ]

  @Test("are fulfilled by the rows that they describe", arguments: matches.indices)
  func matching(index: Int) throws {
    let (table, column, yaml, lines) = Self.matches[index]
    let condition = try Self.condition(column, yaml)
    #expect(try Self.lines(table, condition, in: Self.tables()) == lines, "\(column): \(yaml)")
  }

  /// A condition as a study states it.
  private static func condition(_ column: String, _ yaml: String) throws -> RowCondition {
    let log = ProblemLog()
    let value = YAMLReader.read(Array("v: \(yaml)\n".utf8), file: "s", log: log)?["v"]
    try log.throwIfAny()
    return try RowCondition(column, stated: try #require(value))
  }

  private static let faults: [(table: String, column: String, yaml: String, message: String)] = [
    ("capacities", "period", "2022..2020", "the range `2022..2020` ends before it starts"),
    ("capacities", "period", "2020..2035", "unknown period `2035`"),
    ("capacities", "period", "'>=2035'", "unknown period `2035`"),
    ("capacities", "period", "[2021, 2035]", "unknown period `2035`"),
    ("capacities", "period", "'*'", "unknown period `*`"),
    ("capacities", "period", "2020..", "without a last value, write `>=2020`"),
    ("capacities", "period", "..2020", "without a first value, write `<=2020`"),
    ("capacities", "period", "2020...2022", "a range is written with two points"),
    ("capacities", "period", "2020..2020", "no row fulfils `period 2020..2020`"),
    ("facilities", "capacity", "5..3", "the range `5..3` ends before it starts"),
    ("facilities", "capacity", "much", "`much` is not a number"),
    ("facilities", "capacity", "'>=much'", "`much` is not a number"),
    ("facilities", "capacity", "'>=30%'", "`30%` is a share, and this column takes no share"),
    ("facilities", "capacity", "'>=1e6'", "no row fulfils `capacity >= 1e6`"),
    ("facilities", "capacity", "'>='", "no value follows `>=`"),
    ("facilities", "capacity", "'>=1..2'", "a comparison is with one value"),
    ("facilities", "capacity", "['>=1', 5]", "in a list, which can mean all of its items or one"),
    ("facilities", "capacity", "[]", "found an empty list"),
    ("facilities", "capacity", "[[1]]", "found a list"),
    ("facilities", "capacity", "{from: 1}", "found a mapping"),
    ("facilities", "region", "'>=CHN'", "so its cells have no order"),
    ("facilities", "note", "'<5'", "so its cells have no order"),
    ("facilities", "region", "[XYZ, AUT]", "no row has the region `XYZ` or `AUT`"),
    (
      "facilities", "region", "[CHN, JPM]",
      "no row has the region `JPM`; the most similar name is `JPN`"
    ),
    ("facilities", "capacity", "[50, 1..2, 51]", "no row has the capacity `51`"),
    ("capacities", "period", "[2020, 2022]", "no row has the period `2020`"),
    ("capacities", "period", "['', 2022]", "no row has the period a blank cell"),
  ]

  @Test("that make no sense are errors with advice", arguments: faults.indices)
  func mistakes(index: Int) throws {
    let (table, column, yaml, message) = Self.faults[index]
    do {
      let condition = try Self.condition(column, yaml)
      let error = #expect(throws: InputProblems.self) {
        try Self.lines(table, condition, in: Self.tables())
      }
      let texts = error?.problems.map(\.description) ?? []
      #expect(texts.count == 1 && texts[0].hasPrefix("s:3: where: "), "\(texts)")
      #expect(texts.joined().contains(message), "\(texts)")
    } catch let mistake as WhereMistake {
      #expect(mistake.description.contains(message), "\(mistake)")
      #expect(mistake.description.hasPrefix("`\(column)`: "))
    }
  }

  @Test(
    "without quotes where YAML needs them are errors that say so",
    arguments: ["period: !=2030", "period: >=2030", "b: {period: !=2030}", "b: {period: >=2030}"])
  func quotes(text: String) throws {
    let log = ProblemLog()
    #expect(YAMLReader.read(Array("a: 1\n\(text)\n".utf8), file: "s", log: log) == nil)
    let problems = log.problems
    #expect(problems.count == 1 && problems[0].line == 2, "\(problems)")
    #expect(problems[0].message.contains("quotes"), "\(problems)")
  }

  @Test("of a period whose name looks like a range are errors if both readings are possible")
  func ambiguous() throws {
    let manifest = try #require(SampleInstance.files["instance.yaml"])
    let periods = "periods: [2020, 2021, 2020..2021, a..b, 2022]"
    let tables = try Self.tables([
      "instance.yaml": manifest.replacing("periods: [2020, 2021, 2022]", with: periods),
      "capacities.csv":
        "facility,period,capacity,unit_cost,minimum\ns1,2021,140,11,\nm2,a..b,,3.5,\n",
    ])
    let lines = { (value: String) throws(InputProblems) in
      try Self.lines("capacities", RowCondition("period", value), in: tables)
    }
    #expect(try lines("a..b") == [3])
    #expect(try lines("2021..2022") == [2, 3])
    let error = #expect(throws: InputProblems.self) { try lines("2020..2021") }
    #expect(error?.description.contains("list the periods that are meant") == true)
  }

  @Test("with a range or comparison of periods warn of rows about every period that they pass over")
  func passedOver() throws {
    let tables = try Self.tables()
    let warnings = { (table: String, yaml: String) in
      let edit = TableEdit(
        table: table, where: [try Self.condition("period", yaml)], column: "note",
        change: .set("x"), file: "s", line: 3)
      return tables.rowsPassedOver(by: [edit]).map(\.description)
    }
    let ending = "a range or comparison of periods finds only rows that name their period"
    #expect(
      try warnings("prices", "2020..2022") == [
        "s:3: warning: where: 1 row of prices.csv with `*` or a blank period, which is about every period, is not changed: "
          + ending
      ])
    #expect(try warnings("lanes", "'>=2020'").joined().contains("2 rows of lanes.csv"))
    #expect(try warnings("prices", "[2020..2022, '*']") == [])
    #expect(try warnings("prices", "2021") == [])
    #expect(try warnings("capacities", "'>=2020'") == [])
    let row = "a,prices,period>=2021,price,0.9,1.1,,,,survey:3\n"
    let (moved, instance) = try SampleTables.read(row)
    let found = InstanceWarnings.find(in: instance, tables: moved).map(\.description)
    #expect(
      found.count { $0.contains("assumptions.csv:2: warning: where: 1 row of prices.csv") } == 1,
      "\(found)")
  }

  @Test("in assumptions.csv have an error for a value of a list that no row has")
  func unknownInList() throws {
    let error = #expect(throws: InputProblems.self) {
      try SampleTables.read("a,facilities,region=CHN|MARS,capacity,0.9,1.1,,,,survey:3\n")
    }
    #expect(
      error?.description.contains("assumptions.csv:2: where: no row has the region `MARS`") == true,
      "\(String(describing: error))")
  }

  @Test("in assumptions.csv have the same ranges and comparisons")
  func assumptions() throws {
    let rows = [
      ("capacities", "period=2021..2022", "capacity", [2]),
      ("facilities", "capacity>=150;region!=AUS", "unit_cost", [2, 4]),
      ("facilities", "capacity = 50 | 100..150", "unit_cost", [4, 5, 6]),
      ("prices", "period<2022", "price", [2]),
    ]
    for (table, conditions, column, lines) in rows {
      let (tables, instance) = try SampleTables.read(
        "a,\(table),\(conditions),\(column),0.9,1.1,,,,survey:3\n",
        changes: ["capacities.csv": "facility,period,capacity,unit_cost,minimum\ns1,2021,140,11,\n"]
      )
      #expect(
        tables.movedCells(by: instance.assumptions).map(\.line) == lines, "\(conditions)")
    }
  }

  @Test("made in code are those of files")
  func inCode() throws {
    #expect(try Self.condition("period", "'>=2021'") == RowCondition("period", .atLeast, "2021"))
    #expect(
      try Self.condition("period", "[2021, 2022]") == RowCondition("period", ["2021", "2022"]))
    for comparison in RowCondition.Comparison.allCases {
      let texts = [(1, 2), (2, 2), (3, 2)].filter { comparison.holds($0, $1) }.map(\.0)
      let wanted: [Int] =
        switch comparison {
        case .atLeast: [2, 3]
        case .atMost: [1, 2]
        case .isNot: [1, 3]
        case .above: [3]
        case .below: [1]
        }
      #expect(texts == wanted)
    }
  }
}
