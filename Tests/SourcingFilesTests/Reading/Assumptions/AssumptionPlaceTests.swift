import Sourcing
import SourcingFiles
import Tables
import TestSupport
import Testing

@Suite("Tables with assumptions at places")
struct AssumptionPlaceTests {
  @Test("assumptions are read with their rows together")
  func reading() throws {
    let (_, instance) = try SampleTables.read()
    #expect(instance.assumptions.map(\.id) == ["mining", "delay", "rust", "ban"])
    let mining = try SampleTables.assumption("mining", of: instance)
    #expect(mining.title == "What mining costs" && mining.distribution == .triangular)
    #expect(mining.edits.map(\.table) == ["facilities", "capacities"])
    #expect(mining.edits.map(\.line) == [2, 3])
    #expect(
      mining.edits[1].conditions == [
        RowCondition("facility", "m2"), RowCondition("period", ["2021", "2022"]),
      ])
    let delay = try SampleTables.assumption("delay", of: instance)
    #expect(delay.distribution == .uniform && delay.edits[0].mode == .add)
    #expect((delay.edits[0].low, delay.edits[0].high) == (0, 2))
  }

  @Test("at 0 they are the same, bit for bit")
  func nominal() throws {
    let (tables, instance) = try SampleTables.read()
    let same = try tables.applying(instance.assumptions.map { AssumptionPlace($0, at: 0) })
    #expect(same.contentHash == tables.contentHash)
    #expect(same.editedCells.isEmpty)
    #expect(try SampleTables.text(same.compile()) == SampleTables.text(tables.compile()))
    #expect(try same.compile().contentHash == instance.contentHash)
  }

  @Test("all rows of an assumption move together")
  func rows() throws {
    let (tables, instance) = try SampleTables.read()
    let mining = try SampleTables.assumption("mining", of: instance)
    let high = try tables.applying(mining, at: 1).compile()
    // m1 costs 2, m2 3, in 2022 by capacities.csv 3.5.
    #expect(high.facilities[0].unitCost == [3, 3, 3])
    #expect(high.facilities[1].unitCost == [4.5, 4.5, 5.25])
    #expect(high.facilities[2].unitCost == instance.facilities[2].unitCost)
    let low = try tables.applying(mining, at: -0.5).compile()
    #expect(low.facilities[0].unitCost == [1.8, 1.8, 1.8])
    #expect(high.contentHash != low.contentHash && high.contentHash != instance.contentHash)
  }

  @Test("a place is an edit of a study: factors and amounts give the same instance")
  func edits() throws {
    let (tables, instance) = try SampleTables.read()
    let conditions = [[RowCondition("process", "mine")], [RowCondition("facility", "m2")]]
    var edited = tables
    try edited.apply([
      TableEdit(
        table: "facilities", where: conditions[0], column: "unit_cost", change: .multiply(1.25),
        file: "s", line: 1),
      TableEdit(
        table: "capacities", where: conditions[1], column: "unit_cost", change: .multiply(1.25),
        file: "s", line: 2),
      TableEdit(table: "projects", column: "lead_years", change: .add(2), file: "s", line: 3),
      TableEdit(table: "stockpiles", column: "loss", change: .set("0"), file: "s", line: 4),
    ])
    let moved = try tables.applying([
      AssumptionPlace(SampleTables.assumption("mining", of: instance), at: 0.5),
      AssumptionPlace(SampleTables.assumption("delay", of: instance), at: 1),
      AssumptionPlace(SampleTables.assumption("rust", of: instance), at: -1),
    ])
    #expect(moved.editedCells.count == edited.editedCells.count)
    #expect(moved.editedCells.map(\.new) == edited.editedCells.map(\.new))
    #expect(try SampleTables.text(moved.compile()) == SampleTables.text(edited.compile()))
    #expect(moved.editedCells[0].edit.hasSuffix("/assumptions.csv:2"))
  }

  @Test("whole numbers are rounded to the nearest")
  func rounding() throws {
    let (tables, instance) = try SampleTables.read()
    let ban = try SampleTables.assumption("ban", of: instance)
    let months = try [-1, -0.8, 0.3, 1].map {
      try tables.applying(ban, at: $0).compile().disruptions[0].effects[0].months
    }
    // 12 times 0.5, 0.6, 1.3 and 2.
    #expect(months == [6, 7, 16, 24])
  }

  @Test("a blank cell counts as its default, and a column that the file lacks as blank")
  func defaults() throws {
    let (tables, instance) = try SampleTables.read(
      "t,lanes,origin=AUS,tariff,0,0.2,add,,,survey:3\nm,facilities,facility=m1,minimum,0,7,set,,,survey:3\n",
      changes: [
        "demands.csv": "region,commodity,period,quantity,shortage_cost\nJPN,magnet,*,40,9\n"
      ])
    let places = instance.assumptions.map { AssumptionPlace($0, at: 0.5) }
    let moved = try tables.applying(places)
    #expect(moved.editedCells.map(\.old) == ["", ""])
    #expect(moved.editedCells.map(\.new) == ["0.1", "3.5"])
    let cells = tables.movedCells(by: instance.assumptions)
    #expect(cells.map(\.nominal) == [0, 0] && cells.map(\.high) == [0.2, 7])
    _ = try moved.compile()
  }

  @Test("several assumptions on a cell have factors that multiply, in any order")
  func together() throws {
    let (tables, instance) = try SampleTables.read(
      """
      a,demands,commodity=magnet,quantity,0.5,2,,,,survey:3
      b,demands,region=JPN,quantity,0.75,1.5,,,,survey:3
      c,demands,region=JPN,quantity,-10,10,add,,,survey:3

      """)
    let places = zip(instance.assumptions, [1, -1, 0.5]).map { AssumptionPlace($0, at: $1) }
    let moved = try tables.applying(places)
    // 40 · 2 · 0.75 + 5, and the row of the allies as it is.
    #expect(moved.editedCells.map(\.new) == ["65"])
    let reversed = try tables.applying(places.reversed())
    #expect(try SampleTables.text(moved.compile()) == SampleTables.text(reversed.compile()))
    #expect(moved.editedCells[0].edit.contains("assumptions.csv:2, "))
  }

  @Test("at random places each cell has the number of the formula, and nothing else moves")
  func random() throws {
    let (tables, instance) = try SampleTables.read()
    var numbers = SeededNumbers(seed: 20)
    var compared = 0
    for _ in 0..<50 {
      let places = instance.assumptions.map {
        AssumptionPlace($0, at: Double.random(in: -1...1, using: &numbers))
      }
      let moved = try tables.applying(places)
      _ = try moved.compile()
      for place in places {
        for cell in tables.movedCells(by: [place.assumption]) {
          let edit = try #require(place.assumption.edits.first { $0.line == cell.edit })
          let wanted = edit.value(of: cell.nominal, at: place.z)
          let found = moved.editedCells.first {
            $0.table == cell.table && $0.line == cell.line && $0.column == cell.column
          }
          let number = try found.map { try DecimalNumber.parse($0.new) } ?? cell.nominal
          #expect(abs(number - wanted) <= (cell.column == "months" ? 0.5 : 0), "\(cell) \(place.z)")
          #expect((min(cell.low, cell.high)...max(cell.low, cell.high)).contains(number))
          compared += 1
        }
      }
      #expect(moved.editedCells.count <= tables.movedCells(by: instance.assumptions).count)
    }
    #expect(compared == 50 * 6)
  }

  @Test("a place outside the range is an error", arguments: [1.01, -2, .nan, .infinity])
  func outside(z: Double) throws {
    let (tables, instance) = try SampleTables.read()
    let error = #expect(throws: InputProblems.self) {
      try tables.applying(instance.assumptions[0], at: z)
    }
    #expect(error?.problems.first?.message.contains("must be from -1 (low) to 1 (high)") == true)
  }

  @Test("an assumption made in code that matches nothing is an error")
  func unknown() throws {
    let (tables, _) = try SampleTables.read()
    let edit = Assumption.Edit(
      table: "demands", where: [RowCondition("region", "XYZ")], column: "quantity", low: 0.5,
      high: 2)
    let error = #expect(throws: InputProblems.self) {
      try tables.applying(Assumption(id: "a", edits: [edit]), at: 1)
    }
    #expect(error?.problems.map(\.message).contains { $0.contains("matches no row") } == true)
  }

  @Test("numbers that two assumptions together move too far are an error at the last of them")
  func tooFar() throws {
    let (tables, instance) = try SampleTables.read(
      "a,regions,region=CHN,risk,0.5,2,,,,survey:3\nb,regions,,risk,0.5,1.5,,,,survey:3\n")
    #expect(throws: Never.self) { try tables.applying(instance.assumptions[0], at: 1).compile() }
    #expect(throws: Never.self) { try tables.applying(instance.assumptions[1], at: 1).compile() }
    let error = #expect(throws: InputProblems.self) {
      try tables.applying(instance.assumptions.map { AssumptionPlace($0, at: 1) })
    }
    #expect(error?.problems.first?.line == 3)
    #expect(error?.problems.first?.message.contains("risk: would be 1.5") == true)
  }

  @Test("an edit of a study changes what is nominal, and a number outside its range is an error")
  func editedNominal() throws {
    var (tables, instance) = try SampleTables.read(
      "a,demands,region=JPN,quantity,30,60,set,,,survey:3\n")
    let edit = { (number: String) in
      TableEdit(
        table: "demands", where: [RowCondition("region", "JPN")], column: "quantity",
        change: .set(number), file: "study.yaml", line: 7)
    }
    var far = tables
    try far.apply([edit("70")])
    let error = #expect(throws: InputProblems.self) { try far.compile() }
    #expect(
      error?.problems.first?.message.contains(
        "quantity (as edited by study.yaml:7): the table's own number 70") == true)
    try tables.apply([edit("50")])
    instance = try tables.compile()
    let half = try tables.applying(instance.assumptions[0], at: 0.5).compile()
    #expect(half.demands[region: 0, commodity: 2, period: 0].quantity == 55)
  }
}
