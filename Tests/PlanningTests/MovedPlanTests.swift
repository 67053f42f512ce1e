import Formulation
import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing
import Yams

/// Plans for instances whose assumptions are moved, on the case `tornado`.
@Suite("Plans for a moved world")
struct MovedPlanTests {
  /// The costs of a plan and of the plan without goals.
  private struct Costs {
    var cost: Double
    var change: Double
  }

  /// The instance of a folder with assumptions at places, and its model.
  private static func question(
    _ folder: String, _ places: [String: Double], model file: String = "model.yaml"
  ) throws -> (Instance, Model) {
    let (tables, nominal) = try InstanceReader.readWithTables(folder: folder)
    let instance = try tables.moved(to: places, of: nominal.assumptions).instance
    #expect(instance.movedAssumptions == places.filter { $0.value != 0 })
    return (instance, try ModelReader.read(file: "\(folder)/\(file)", instance: instance))
  }

  private static func costs(_ places: [String: Double]) throws -> Costs {
    let (instance, model) = try question(TestPaths.case("tornado"), places)
    let pair = try Planner(solver: GLPKSolver()).planPair(instance, model)
    let (plan, base) = (pair.plan, try #require(pair.withoutGoals))
    try #require(plan.plan != nil && base.plan != nil)
    return Costs(cost: plan.cost, change: plan.cost - base.cost)
  }

  /// What an independent solver found with one assumption at an end.
  struct Known: CustomStringConvertible, Sendable {
    var id: String
    var end: String
    var cost: Double
    var change: Double
    var description: String { "\(id) at \(end)" }

    static let all: [Known] = {
      let file = TestPaths.case("tornado") + "/expected.yaml"
      let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
      let document = (try? Yams.load(yaml: text)) as? [String: Any]
      let tornado = document?["tornado"] as? [String: [String: [String: Double]]]
      return (tornado ?? [:]).flatMap { id, ends in
        ends.map { end, figures in
          Known(
            id: id, end: end, cost: figures["cost"] ?? .nan, change: figures["change_cost"] ?? .nan)
        }
      }.sorted { $0.description < $1.description }
    }()
  }

  @Test("there are known costs of four assumptions at both ends")
  func known() { #expect(Known.all.count == 8) }

  @Test("have the costs that an independent solver found", arguments: Known.all)
  func ends(known: Known) throws {
    let found = try Self.costs([known.id: known.end == "low" ? -1 : 1])
    #expect(abs(found.cost - known.cost) <= 1e-6 * known.cost)
    #expect(abs(found.change - known.change) <= 1e-4)
  }

  @Test("at 0 are those of the tables, bit for bit")
  func nominal() throws {
    let folder = TestPaths.case("tornado")
    let plain = try Planner(solver: GLPKSolver()).plan(
      InstanceReader.read(folder: folder), Self.question(folder, [:]).1)
    let ids = plain.program.instance.assumptions.map(\.id)
    #expect(ids.count == 4)
    let (instance, model) = try Self.question(
      folder, Dictionary(uniqueKeysWithValues: ids.map { ($0, 0) }))
    #expect(instance.contentHash == plain.program.instance.contentHash)
    let moved = try Planner(solver: GLPKSolver()).plan(instance, model)
    #expect(moved.objective == plain.objective)
    #expect(moved.solution.values == plain.solution.values)
  }

  @Test(
    "never cost less where a cost is higher",
    arguments: ["rival-cost", "capex", "freight"])
  func monotone(id: String) throws {
    let costs = try [-1, -0.4, 0, 0.3, 1].map { try Self.costs([id: $0]).cost }
    for (less, more) in zip(costs, costs.dropFirst()) {
      #expect(more >= less - 1e-7 * less, "\(costs)")
    }
    let (least, most) = (costs[0], costs[4])
    #expect(most > least)
  }

  @Test("do not change with an assumption on what no plan can use")
  func unused() throws {
    try withTemporaryFolder { folder in
      let files = try FileManager.default.contentsOfDirectory(
        at: TestPaths.cases.appending(path: "tornado"), includingPropertiesForKeys: nil)
      for file in files {
        try FileManager.default.copyItem(
          at: file, to: folder.appending(path: file.lastPathComponent))
      }
      // f12 has no capacity.
      let path = folder.appending(path: "facilities.csv")
      let text = try String(contentsOf: path, encoding: .utf8)
      let header = try #require(text.split(separator: "\n").first)
      #expect(header.hasPrefix("facility,process,region,capacity,unit_cost,minimum,opens,closes"))
      try (text + "f12,p0,R2,0,5,,,\n").write(to: path, atomically: true, encoding: .utf8)
      let assumptions =
        "assumption,table,where,column,low,high,mode,source\nidle,facilities,facility=f12,unit_cost,0.1,9,multiply,made up\n"
      try assumptions.write(
        to: folder.appending(path: "assumptions.csv"), atomically: true, encoding: .utf8)
      let objectives = try [-1.0, 0, 1].map { z in
        let (instance, model) = try Self.question(folder.path, ["idle": z])
        return try Planner(solver: GLPKSolver()).plan(instance, model).objective
      }
      #expect(Set(objectives).count == 1, "\(objectives)")
    }
  }
}
