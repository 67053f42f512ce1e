import Formulation
import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// A limit far above what can be used is no limit: its number does not change the optimum.
struct NoLimitTests {
  /// Tables and columns in which people type a number for "no limit".
  static let limits = [
    ("facilities", "capacity"), ("projects", "max_capacity"), ("lanes", "capacity"),
    ("quotas", "quantity"), ("stockpiles", "capacity"), ("stockpiles", "release_limit"),
    ("programmes", "budget"),
  ]

  /// The optimum of a case in which one number replaces some limits.
  static func optimum(
    of name: String, _ limits: [(String, String)], _ number: String
  ) throws -> Double {
    var (tables, _) = try InstanceReader.readWithTables(folder: TestPaths.case(name))
    for (table, column) in limits {
      // Some cases do not have all tables.
      let file = TestPaths.case(name) + "/\(table).csv"
      guard FileManager.default.fileExists(atPath: file) else { continue }
      try tables.apply([
        TableEdit(table: table, column: column, change: .set(number), file: "edit", line: 1)
      ])
    }
    let instance = try tables.compile()
    let model = try ModelReader.read(
      file: TestPaths.case(name) + "/model.yaml", instance: instance)
    let result = try Planner(solver: GLPKSolver()).plan(instance, model)
    #expect(result.termination == .optimal)
    return result.objective
  }

  @Test(
    "all limits typed as a large number give one optimum",
    arguments: [
      "projects", "contract", "everything", "stress-projects", "risk", "goal-resilience",
      "goal-plus-one", "quota", "stockpile-free",
    ])
  func allLimits(name: String) throws {
    let known = try Self.optimum(of: name, Self.limits, "1e7")
    for number in ["1e13", "1e15", "1e300"] {
      let optimum = try Self.optimum(of: name, Self.limits, number)
      #expect(abs(optimum - known) <= 1e-6 * max(1, abs(known)), "\(number)")
    }
  }

  @Test(
    "projects without a limit are ordered and paid for as a whole",
    arguments: ["1e8", "1e9", "3e9", "1e12", "1e300"])
  func wholeProjects(number: String) throws {
    let projects = [("projects", "max_capacity")]
    #expect(abs(try Self.optimum(of: "everything", projects, number) - 6915.222332) < 1e-4)
    #expect(abs(try Self.optimum(of: "projects-lumpy", projects, number) - 4113.53) < 0.005)
  }

  @Test(
    "whether a fixed cost pays does not depend on a limit that does not bind",
    arguments: ["1e9", "3e9", "1e15", "1e300"])
  func fixedCost(number: String) throws {
    let tables = [
      "instance.yaml": """
      name: one
      currency: USD
      periods: {from: 2025, to: 2029}
      discount_rate: 0
      home: A

      """,
      "regions.csv": "region\nA\nB\n",
      "commodities.csv": "commodity,unit\ng,t\n",
      "processes.csv": "process,stage,output\np,make,g\n",
      "facilities.csv": "facility,process,region,capacity,unit_cost\nfb,p,B,1000,30\n",
      "projects.csv": """
      project,process,region,max_capacity,capex,unit_cost,life_years,fixed_cost
      pa,p,A,\(number),1,1,5,5000

      """,
      "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,0.1\n",
      "demands.csv": "region,commodity,period,quantity,shortage_cost\nA,g,*,50,1000\n",
    ]
    // Built: 5·(50 + (50 + 5000)/5); bought: 5·50·30.1 = 7525.
    #expect(abs(try PublishedProblemTests.objective(tables) - 5300) < 1e-6)
  }

  @Test(
    "the best plan of each case, with limits as typed, uses no more than what can be used",
    arguments: TestPaths.caseNames)
  func boundsAreValid(name: String) throws {
    let instance = try InstanceReader.read(folder: TestPaths.case(name))
    let model = try ModelReader.read(
      file: TestPaths.case(name) + "/model.yaml", instance: instance)
    let usable = UsableQuantities(instance: instance, model: model)
    let typed = PlanningProgram(withTypedLimits: model, of: instance)
    let solution = try GLPKSolver().solve(typed.firstStage())
    // A case without an optimum has no plan whose quantities could be compared.
    let expected = try CaseTests.expectation(name).status
    #expect(solution.termination.rawValue == expected)
    guard solution.isOptimal else { return }
    #expect(typed.columns.flows.contains { solution[$0.column] > 0 })
    let value = { (column: Column?) in column.map { solution[$0] } ?? 0 }
    let slack = 1 + 1e-9
    for (index, project) in instance.projects.indexed() {
      for column in typed.columns.order[index] {
        #expect(value(column) <= usable.largestOrder(of: project) * slack)
      }
    }
    for (index, producer) in typed.producers.all.indexed() {
      for column in typed.columns.activity[index] {
        #expect(value(column) <= usable.most(.infinity, of: producer.process) * slack)
      }
    }
    for (key, column) in typed.columns.flows {
      #expect(value(column) <= usable.most(.infinity, of: key.commodity) * slack)
    }
    for (index, stockpile) in instance.stockpiles.indexed() {
      for column in typed.columns.level[index] {
        #expect(value(column) <= usable.most(.infinity, of: stockpile.commodity) * slack)
      }
    }
  }

  /// A comes from X only, and there is a cap on the share of A and B together that comes from X. B from Y, used at
  /// home, dilutes it.
  private static func dilution(
    demands: (a: String, b: String), price: String, shortageCost: String, limit: String
  ) -> [String: String] {
    [
      "instance.yaml": PublishedProblemTests.manifest(home: "H"),
      "regions.csv": "region\nH\nX\nY\n",
      "commodities.csv": "commodity,unit,price\nA,t,\(price)\nB,t,1\nC,t,1\n",
      "groups.csv": "group,commodity\nAB,A\nAB,B\n",
      "processes.csv": "process,stage,output\npa,make,A\npb,make,B\nuse,use,C\n",
      "recipes.csv": "process,commodity,role,quantity\nuse,B,input,1\n",
      "facilities.csv": """
      facility,process,region,capacity,unit_cost
      fa,pa,X,2000000,1
      fu,use,H,\(limit),0

      """,
      "projects.csv": """
      project,process,region,max_capacity,capex,unit_cost,life_years
      pby,pb,Y,\(limit),1,1,1

      """,
      "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,0.1\n",
      "demands.csv": """
      region,commodity,period,quantity,shortage_cost
      H,A,*,\(demands.a),\(shortageCost)
      H,B,*,\(demands.b),\(shortageCost)

      """,
    ]
  }

  @Test(
    "a good that dilutes a group's share may be used as much as the group's most needed good",
    arguments: ["2e6", "1e9", "1e15"])
  func dilutedGroup(limit: String) throws {
    let tables = Self.dilution(
      demands: ("1000000", "1"), price: "1", shortageCost: "1000", limit: limit)
    let goals = "goals: [{kind: reliance, upon: X, commodity: AB, at_most: 50%}]\n"
    // 1.1 for each of A; 1 of capital, 1 to run and 0.1 to send each of as much B.
    let cost = try PublishedProblemTests.objective(tables, model: goals)
    #expect(abs(cost - 3.2e6) < 10)
  }

  @Test(
    "by value, a good may dilute as much as its value allows",
    arguments: ["2e7", "1e9", "1e15"])
  func dilutedValue(limit: String) throws {
    let tables = Self.dilution(
      demands: ("10", "10"), price: "1000000", shortageCost: "100000000", limit: limit)
    let goals =
      "goals: [{kind: reliance, upon: X, commodity: AB, at_most: 50%, measure: value}]\n"
    let cost = try PublishedProblemTests.objective(tables, model: goals)
    #expect(abs(cost - (11 + 2.1e7)) < 10)
  }

  @Test("a recipe that loops has a bound too", arguments: ["0.9", "1"])
  func loops(back: String) throws {
    // Most of the acid comes back.
    let tables = [
      "instance.yaml": PublishedProblemTests.manifest(home: "A"),
      "regions.csv": "region\nA\n",
      "commodities.csv": "commodity,unit\noxide,t\nacid,t\n",
      "processes.csv": "process,stage,output\nseparate,separation,oxide\nburn,making,acid\n",
      "recipes.csv": """
      process,commodity,role,quantity
      separate,acid,input,1
      separate,acid,byproduct,\(back)

      """,
      "facilities.csv": "facility,process,region,capacity,unit_cost\nb,burn,A,1e300,1\n",
      "projects.csv": """
      project,process,region,max_capacity,capex,unit_cost,life_years,fixed_cost
      s,separate,A,1e300,1,1,1,1

      """,
      "demands.csv": "region,commodity,period,quantity,shortage_cost\nA,oxide,now,10,100\n",
    ]
    // 10 of capacity, the fixed cost, 10 to run, and the acid that does not come back.
    let acid = back == "1" ? 0.0 : 1
    #expect(abs(try PublishedProblemTests.objective(tables) - (21 + acid)) < 1e-6)
  }
}
