import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import Statistics
import Studies
import Tables
import TestSupport
import Testing

@Suite("Sampled worlds")
struct SampledWorldsTests {
  @Test("in each world the figures are those of its numbers")
  func figures() throws {
    // B costs 1 and C costs c from 1 to 4; the goal moves 20 t from B to C.
    let worlds = try Self.sampled(
      "c-cost,facilities,facility=fc,unit_cost,0.5,2,multiply,uniform,made up", count: 40)
    let extra = try #require(worlds.measures.firstIndex { $0.name == "extra_cost" })
    for (point, world) in zip(worlds.points, worlds.worlds) {
      let cost = 2 * (point[0] < 0 ? 1 + 0.5 * point[0] : 1 + point[0])
      let value = try #require(world.values[extra])
      #expect(abs(value - 20 * (cost - 1)) < 1e-6)
    }
    let spread = try #require(worlds.spread(at: extra))
    #expect(spread.count == 40 && spread.least < 5 && spread.greatest > 55)
    #expect(abs((worlds.nominal.values[extra] ?? 0) - 20) < 1e-6)
  }

  @Test("assumptions that no plan could use give the nominal figures, with no width")
  func withoutEffect() throws {
    let worlds = try Self.sampled(
      "room,facilities,facility=fb,capacity,0.9,1.5,multiply,triangular,made up", count: 10)
    for place in worlds.measures.indices {
      let nominal = worlds.nominal.values[place]
      let spread = worlds.spread(at: place)
      #expect(spread?.least == nominal && spread?.greatest == nominal)
    }
  }

  @Test("the number of threads changes nothing")
  func threads() throws {
    let rows = """
      c-cost,facilities,facility=fc,unit_cost,0.5,2,multiply,uniform,made up
      growth,demands,,quantity,0.8,1.3,multiply,triangular,made up
      """
    try Self.withQuestion(rows) { question, space in
      let planner = try WorldPlanner(question, solver: GLPKSolver())
      let places = space.points(samples: 25, seed: 7).map(space.places)
      let one = try places.map { try planner.values(at: $0) }
      for jobs in [1, 2, 5] {
        let many = try planner.values(ofWorlds: places.count, jobs: jobs) { places[$0] }
        #expect(many == one)
      }
    }
  }

  @Test("worlds without a plan are counted, and have no figures")
  func withoutPlan() throws {
    // C must be able to supply 20 t.
    let worlds = try Self.sampled(
      "c-room,facilities,facility=fc,capacity,0,1,multiply,uniform,made up", count: 50,
      goal: "\(Self.goal)}\n  - {kind: service, commodity: g, at_least: 100%")
    let able = worlds.points.map { 100 * (1 + $0[0]) >= 20 }
    #expect(worlds.worlds.map(\.hasPlan) == able)
    #expect(worlds.plannedCount == 40)
    #expect(zip(worlds.worlds, able).allSatisfy { $1 || $0.values.allSatisfy { $0 == nil } })
    #expect(worlds.spread(at: 0)?.count == 40)
  }

  @Test(
    "tables that break a rule in a world are reported with the first such world, whatever the threads"
  )
  func brokenTables() throws {
    let rows = """
      room,facilities,facility=fb,capacity,0.62,1,multiply,uniform,made up
      least,facilities,facility=fb,minimum,1,1.3,multiply,uniform,made up
      """
    let facilities = """
      facility,process,region,capacity,unit_cost,minimum
      fb,p,B,100,1,60
      fc,p,C,100,2,
      """
    try Self.withQuestion(rows, further: ["facilities.csv": facilities]) { question, space in
      let planner = try WorldPlanner(question, solver: GLPKSolver())
      let points = space.points(samples: 30, seed: 1)
      // Capacity 100·(1 + 0.38·z) below the least output 60·(1 + 0.3·z).
      let broken = try #require(
        points.firstIndex { 100 * (1 + 0.38 * $0[0]) < 60 * (1 + 0.3 * $0[1]) })
      for jobs in [1, 4] {
        let error = #expect(throws: InputProblems.self) {
          try planner.values(ofWorlds: 30, jobs: jobs) { space.places(at: points[$0]) }
        }
        #expect(
          error?.problems.allSatisfy { $0.message.contains("in world \(broken + 1) of the sample") }
            == true)
        #expect(error?.problems.isEmpty == false)
      }
    }
  }

  @Test("a time limit that comes first is an error, and no further world is planned")
  func timeLimit() throws {
    let rows = "c-cost,facilities,facility=fc,unit_cost,0.5,2,multiply,uniform,made up"
    try Self.withQuestion(rows) { question, space in
      let instance = try question.tables.compile()
      let pair = try Planner(solver: GLPKSolver()).planPair(instance, question.policy(instance))
      let late = try WorldPlanner(
        question, nominal: pair, solver: Deadline.over.limiting(GLPKSolver()))
      let points = space.points(samples: 3, seed: 1)
      let worlds = try late.values(ofWorlds: 3, jobs: 2) { space.places(at: points[$0]) }
      #expect(worlds.map(\.ending) == [.timeLimit, .timeLimit, .timeLimit])
      #expect(throws: NoOptimum.self) {
        try SampledWorlds(WorldSample(3, seed: 1, in: space), of: late)
      }
      let inTime = try WorldPlanner(question, nominal: pair, solver: GLPKSolver())
      #expect(inTime.nominal == (try WorldPlanner(question, solver: GLPKSolver()).nominal))
    }
  }

  // MARK: The question

  private static let goal = "kind: largest_source, commodity: g, at_most: 60%"

  private static func sampled(
    _ rows: String, count: Int, goal: String = goal
  ) throws -> SampledWorlds {
    try withQuestion(rows, goal: goal) { question, space in
      try SampledWorlds(
        WorldSample(count, seed: 1, in: space), of: WorldPlanner(question, solver: GLPKSolver()),
        jobs: 2)
    }
  }

  /// One buyer with a table of assumptions, and the space of all of them.
  private static func withQuestion<Answer>(
    _ rows: String, goal: String = goal, further: [String: String] = [:],
    _ body: (WorldPlanner.Question, WorldSpace) throws -> Answer
  ) throws -> Answer {
    try withTemporaryFolder { folder in
      let header = "assumption,table,where,column,low,high,mode,distribution,source\n"
      try OneBuyer.write(
        to: folder, goal: goal,
        with: further.merging(["assumptions.csv": header + rows + "\n"]) { $1 })
      let (tables, instance) = try InstanceReader.readWithTables(folder: folder.path)
      let file = folder.path + "/model.yaml"
      let model = try ModelReader.read(file: file, instance: instance)
      let bytes = try #require(model.source).bytes
      let question = WorldPlanner.Question(
        tables: tables, measures: PlanMeasure.headlines(of: model)
      ) { try ModelReader.read(bytes: bytes, file: file, instance: $0) }
      return try body(question, WorldSpace(Array(instance.assumptions), in: tables))
    }
  }
}
