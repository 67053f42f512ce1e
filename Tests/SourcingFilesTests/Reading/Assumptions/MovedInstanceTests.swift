import Sourcing
import SourcingFiles
import Tables
import TestSupport
import Testing

@Suite("Instances with assumptions at places")
struct MovedInstanceTests {
  @Test("say where each assumption stands; what stands at 0 is not moved")
  func places() throws {
    let (tables, instance) = try SampleTables.read()
    let moved = try tables.moved(
      to: ["mining": 1, "delay": 0, "rust": -0.5, "unknown": 1], of: instance.assumptions)
    #expect(moved.instance.movedAssumptions == ["mining": 1, "rust": -0.5])
    #expect(instance.movedAssumptions.isEmpty)
    #expect(moved.instance.contentHash == moved.tables.contentHash)
  }

  @Test("depend on the places, not on the order or the way in which they are given")
  func ways() throws {
    let (tables, instance) = try SampleTables.read()
    let mining = try SampleTables.assumption("mining", of: instance)
    let rust = try SampleTables.assumption("rust", of: instance)
    let places = [AssumptionPlace(mining, at: 0.5), AssumptionPlace(rust, at: 1)]
    let once = try tables.applying(places)
    let others = [
      try tables.applying(places.reversed()),
      try tables.applying(mining, at: -1).applying(rust, at: 1).applying(mining, at: 0.5),
      try tables.applying([
        AssumptionPlace(mining, at: 0.5), AssumptionPlace(rust, at: 1),
        AssumptionPlace(SampleTables.assumption("delay", of: instance), at: 0),
      ]),
    ]
    for other in others {
      #expect(other.contentHash == once.contentHash)
      #expect(other.editedCells == once.editedCells)
      #expect(try SampleTables.text(other.compile()) == SampleTables.text(once.compile()))
    }
    let back = try once.applying(places.map { AssumptionPlace($0.assumption, at: 0) })
    #expect(back.contentHash == tables.contentHash && back.editedCells.isEmpty)
    #expect(once.nominal.contentHash == tables.contentHash)
  }

  @Test("change with edits as if these came first, since edits change what is nominal")
  func edits() throws {
    let (tables, instance) = try SampleTables.read()
    let mining = try SampleTables.assumption("mining", of: instance)
    let edit = TableEdit(
      table: "facilities", where: [RowCondition("process", "mine")], column: "unit_cost",
      change: .add(1), file: "s", line: 1)
    var before = tables
    try before.apply([edit])
    before = try before.applying(mining, at: 1)
    var after = try tables.applying(mining, at: 1)
    try after.apply([edit])
    #expect(after.contentHash == before.contentHash)
    // m1 costs 2: (2 + 1) · 1.5.
    #expect(try after.compile().facilities[0].unitCost == [4.5, 4.5, 4.5])
  }

  @Test("have ranges about nominal numbers, wherever they stand")
  func ranges() throws {
    let (tables, instance) = try SampleTables.read()
    let moved = try tables.moved(to: ["mining": 1, "rust": 1], of: instance.assumptions)
    #expect(
      moved.tables.movedCells(by: instance.assumptions)
        == tables.movedCells(by: instance.assumptions))
  }

  @Test("are checked by all rules, and a problem names the assumptions that move its row")
  func problems() throws {
    let (tables, instance) = try SampleTables.read(
      """
      c,stockpiles,,capacity,0.5,1,,,,survey:3
      m,stockpiles,,minimum,1,15,,,,survey:3
      other,demands,,quantity,0.5,2,,,,survey:3

      """)
    #expect(throws: Never.self) {
      try tables.moved(to: ["c": -1, "other": 1], of: instance.assumptions)
    }
    let error = #expect(throws: InputProblems.self) {
      try tables.moved(to: ["c": -1, "m": 0.75, "other": 1], of: instance.assumptions)
    }
    let problem = try #require(error?.problems.first)
    #expect(error?.problems.count == 1)
    #expect(problem.message.hasPrefix("at low of `c` and z = 0.75 of `m`, "), "\(problem)")
    #expect(problem.message.contains("stockpiles.csv:2: minimum: "), "\(problem)")
    #expect(problem.file.hasSuffix("/assumptions.csv") && problem.line == 3)
  }

  @Test("have their recipes checked further where a recipe moves, and only there")
  func check() throws {
    let (tables, instance) = try SampleTables.read(
      "r,recipes,role=byproduct,quantity,0.5,2,,,,survey:3\nd,demands,,quantity,0.5,2,,,,survey:3\n"
    )
    var checked: [[String: Double]] = []
    for places in [["d": 1.0], ["r": 1], ["r": 0.5, "d": -1]] {
      _ = try tables.moved(to: places, of: instance.assumptions) {
        checked.append($0.movedAssumptions)
      }
    }
    #expect(checked == [["r": 1], ["r": 0.5, "d": -1]])
    let error = #expect(throws: InputProblems.self) {
      try tables.moved(to: ["r": 1], of: instance.assumptions) {
        throw InputProblems([Problem("too much", file: $0.folder + "/recipes.csv")])
      }
    }
    #expect(error?.problems.first?.message.hasPrefix("at high of `r`, ") == true)
  }
}
