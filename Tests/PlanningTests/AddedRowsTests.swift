import Formulation
import FoundationEssentials
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// Rows that are added while a plan is solved are in its program, each with its key.
struct AddedRowsTests {
  private func result(_ model: String, _ decomposition: Decomposition = .never) throws
    -> PlanningResult
  {
    try withTemporaryFolder { folder in
      try write(SampleInstance.bytes, to: folder)
      let instance = try InstanceReader.read(folder: folder.path)
      let model = try ModelReader.read(
        bytes: Array("name: rows\n\(model)".utf8), file: "model.yaml", instance: instance)
      return try Planner(solver: GLPKSolver(), decomposition: decomposition).plan(instance, model)
    }
  }

  private func expectWhole(_ result: PlanningResult) {
    let program = result.program
    #expect(result.termination == .optimal)
    #expect(program.rowKeys.count == program.program.rowCount)
    #expect(program.rowKeys.count == result.solution.rowDuals.count)
    var lp = program.program
    for column in 0..<lp.columnCount { lp.setCost(Column(column), 0) }
    var point = result.solution
    point.objective = 0
    let verdict = OptimalityReferee().examinePoint(point, of: lp)
    #expect(verdict.complaint == nil, "the point keeps the added rows as the program states them")
  }

  @Test("a stage of the objective is kept by a row")
  func objectiveStage() throws {
    let result = try result("objective: [{minimise: shortage}, {minimise: cost}]\n")
    expectWhole(result)
    #expect(result.program.rowKeys.filter { $0 == .objectiveStage(0) }.count == 1)
    let names = ReadableNames(result.program)
    #expect(names.name(of: Row(result.program.rowKeys.count - 1)) == "objective[0]")
    let row = result.program.program.rowUpper.count - 1
    #expect(result.program.program.rowUpper[row] >= result.stageValues[0])
  }

  @Test("a cut of a cone belongs to its goal, and its dual to the shadow price")
  func coneCut() throws {
    let plain = try result("")
    let model = "goals: [{kind: hhi, commodity: oxide, basis: imports, at_most: 0.55, in: last}]\n"
    let result = try result(model)
    expectWhole(result)
    let cuts = result.program.rowKeys.filter { $0.family == .hhi }.count
    let first = PlanningProgram(instance: result.program.instance, model: result.program.model)
      .rowKeys.filter { $0.family == .hhi }.count
    #expect(cuts > first, "else no cut was needed and this test would show nothing")
    #expect(result.program.goals[0].rows.count == cuts)
    #expect(result.objective > plain.objective)
  }

  @Test("a cut of a stress window names its window")
  func recourseCut() throws {
    let result = try result(
      """
      goals: [{kind: resilience, against: all, commodity: magnet, at_least: 99%, penalty: 1}]
      stress: {reroute_months: 12}

      """, .always)
    expectWhole(result)
    let windows = Set(
      result.program.rowKeys.compactMap { key -> RecourseSubject? in
        if case .recourseCut(let subject) = key { subject } else { nil }
      })
    #expect(!windows.isEmpty)
    #expect(windows.isSubset(of: Set(result.program.recourses.map(\.subject))))
  }
}
