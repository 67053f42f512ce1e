import Formulation
import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// A limit on concentration is about shares: in any unit it is met, and its cuts end.
struct ConcentrationUnitTests {
  /// Columns that hold quantities.
  static let quantities = [
    "facilities": ["capacity", "minimum"], "demands": ["quantity"], "lanes": ["capacity"],
    "projects": ["max_capacity", "min_capacity"],
  ]

  @Test(
    "quantities in another unit give a cost in proportion",
    arguments: [1e3, 1, 1e-3, 1e-4, 3e-5, 1e-5, 3e-7, 1e-7, 1e-8])
  func otherUnit(factor: Double) throws {
    let folder = TestPaths.case("goal-hhi")
    var (tables, _) = try InstanceReader.readWithTables(folder: folder)
    for (table, columns) in Self.quantities {
      let text = try String(contentsOfFile: "\(folder)/\(table).csv", encoding: .utf8)
      let rows = text.split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      for column in columns {
        guard let place = rows[0].firstIndex(of: column) else { continue }
        // Blank cells have another meaning.
        let values = Set(rows.dropFirst().map { $0[place] }).subtracting([""])
        try tables.apply(
          values.sorted().map {
            TableEdit(
              table: table, where: [RowCondition(column, $0)], column: column,
              change: .multiply(factor),
              file: "edit", line: 1)
          })
      }
    }
    let instance = try tables.compile()
    let model = try ModelReader.read(file: folder + "/model.yaml", instance: instance)
    let result = try Planner(solver: GLPKSolver()).plan(instance, model)
    #expect(result.termination == .optimal)
    #expect(abs(result.objective / factor - 2857.606868) < 0.003)
    for outcome in result.goals where !outcome.isVacuous {
      #expect(outcome.achieved <= outcome.target + 1e-6)
    }
  }

  @Test("a small market is as concentrated as a large one", arguments: ["50", "0.5", "0.005"])
  func smallMarket(demand: String) throws {
    let tables = [
      "instance.yaml": PublishedProblemTests.manifest(home: "A"),
      "regions.csv": "region\nA\nB\nC\nD\n",
      "commodities.csv": "commodity,unit\ng,t\n",
      "processes.csv": "process,stage,output\np,make,g\n",
      "facilities.csv": """
      facility,process,region,capacity,unit_cost
      fb,p,B,100,1
      fc,p,C,100,2
      fd,p,D,100,3.1

      """,
      "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,0.1\n",
      "demands.csv":
        "region,commodity,period,quantity,shortage_cost\nA,g,*,\(demand),1000\n",
    ]
    let model = "goals: [{kind: hhi, commodity: g, at_most: 0.4, by: last}]\n"
    let cost = try PublishedProblemTests.objective(tables, model: model)
    let size = try #require(Double(demand))
    #expect(abs(cost / size - 1.749782) < 1e-5)
  }

  @Test("an amount that is only rounding is not concentrated")
  func nothingBought() throws {
    let folder = TestPaths.case("goal-hhi")
    let instance = try InstanceReader.read(folder: folder)
    let model = try ModelReader.read(file: folder + "/model.yaml", instance: instance)
    let program = PlanningProgram(instance: instance, model: model)
    let cone = try #require(program.cones.first { !$0.bySource.isEmpty })
    let flow = try #require(cone.bySource.first?.terms.first)
    var point = [Double](repeating: 0, count: program.program.columnCount)
    point[flow.column.index] = 1e-14
    #expect(cone.relativeExcess(at: point) == 0 && cone.violatedCut(at: point) == nil)
    point[flow.column.index] = 1
    #expect(cone.relativeExcess(at: point) > 0.1)
  }

  @Test("a plan that stays too concentrated is an error, not an optimum")
  func broken() throws {
    let folder = TestPaths.case("goal-hhi")
    let instance = try InstanceReader.read(folder: folder)
    let model = try ModelReader.read(file: folder + "/model.yaml", instance: instance)
    let program = PlanningProgram(instance: instance, model: model)
    let first = try GLPKSolver().solve(program.program).values
    // With any cuts, the point stays the same.
    let stuck = ScriptedSolver(GLPKSolver()) { _ in
      .altered { if $0.values.count == first.count { $0.values = first } }
    }
    let error = #expect(throws: SolverError.self) { try Planner(solver: stuck).solve(program) }
    #expect(error.map { "\($0)" }?.contains("a limit on concentration is exceeded") == true)
  }
}
