import Foundation
import TestSupport
import Testing

/// Two regions, one good, one facility in B: small enough to be solved by hand.
@Suite("Planning without coordination")
struct CoordinationTests {
  private static let files = [
    "instance.yaml": """
    name: two
    currency: USD
    periods: [2030]
    discount_rate: 0
    home: A
    parameters: {rival: B, focus: good}

    """,
    "regions.csv": "region\nA\nB\n",
    "blocs.csv": "bloc,region\nclub,A\n",
    "commodities.csv": "commodity,unit,price\ngood,t,1\n",
    "processes.csv": "process,stage,output\nmake,making,good\n",
    "facilities.csv": "facility,process,region,capacity,unit_cost\nf,make,B,100,1\n",
    "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,1\n",
  ]

  private static let study = """
    name: two
    instance: .
    options:
      - model: \(TestPaths.model("baseline"))
      - model: \(TestPaths.model("reliance-cap"))
        name: half
        set: {cap: 50%}
    disruptions: none
    coordination: unilateral
    members: club

    """

  /// The figures of each plan in `coordination.csv` ("sum with" and so on), and the run's row of `comparison.csv`.
  private struct Written {
    var plans: [String: [String: String]]
    var comparison: [String: String]
  }

  /// Runs the study over the two regions.
  private func written(_ more: [String: String], option: String) throws -> Written {
    try withTemporaryFolder { folder in
      let all = Self.files.merging(more) { $1 }
      try write(all.mapValues { Array($0.utf8) }, to: folder)
      let run = try runStudy(Self.study, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let rows = try StudyFiles.rows(
        folder.appending(path: "out/runs/\(option)/as-is/unilateral/coordination.csv"))
      let comparison = try StudyFiles.rows(folder.appending(path: "out/comparison.csv"))
        .filter { $0["option"] == option && $0["coordination"] == "unilateral" }
      #expect(comparison.count == 1)
      return Written(
        plans: Dictionary(
          uniqueKeysWithValues: rows.map { ("\($0["plan"] ?? "") \($0["goals"] ?? "")", $0) }),
        comparison: try #require(comparison.first))
    }
  }

  /// The instance of `UnilateralExampleTests`, which has the plans worked out by hand.
  @Test("coordination.csv has all plans, from which the price in comparison.csv can be computed")
  func price() throws {
    let written = try written(
      [
        "demands.csv":
          "region,commodity,period,quantity,shortage_cost\nA,good,*,60,10\nB,good,*,40,10\n",
        "projects.csv":
          "project,process,region,max_capacity,capex,unit_cost,life_years\np,make,A,40,2,1,1\n",
      ], option: "half")
    let names = ["A", "others", "sum", "joint"]
    #expect(
      Set(written.plans.keys) == Set(names.flatMap { ["\($0) with", "\($0) without"] }))
    let figure = { (plan: String, column: String) in
      try #require(written.plans[plan]?[column].flatMap(Double.init), "\(plan), \(column)")
    }
    for goals in ["with", "without"] {
      #expect(
        abs(try figure("A \(goals)", "claim") + figure("others \(goals)", "claim") - 1) < 1e-9)
      #expect(written.plans["sum \(goals)"]?["claim"] == "")
      #expect(written.plans["joint \(goals)"]?["claim"] == "")
      for column in ["cost", "capex", "support", "unused_capacity", "unused_capex"] {
        let parts = try figure("A \(goals)", column) + figure("others \(goals)", column)
        #expect(abs(try figure("sum \(goals)", column) - parts) < 1e-6, "\(column)")
      }
    }
    let price = try #require(
      written.comparison["price_of_not_coordinating"].flatMap(Double.init))
    let extra = { (plan: String) in
      try figure("\(plan) with", "cost") - figure("\(plan) without", "cost")
    }
    #expect(price > 1)
    #expect(abs(try price - (extra("sum") - extra("joint"))) < 1e-6)
  }

  /// Claims are 10 % and 90 %. A contract of 50 into A is set aside first, so A may use 50 + 5 of the facility and B
  /// 45. A lacks 5 and B 495, each worth 10; 55 are moved to A.
  @Test("contracted flows are set aside before claims divide the rest")
  func contract() throws {
    let plans = try written(
      [
        "demands.csv":
          "region,commodity,period,quantity,shortage_cost\nA,good,*,60,10\nB,good,*,540,10\n",
        "contracts.csv": "contract,commodity,origin,destination,quantity\nc,good,B,A,50\n",
      ], option: "baseline"
    ).plans
    let cost = { (plan: String) in plans["\(plan) with"]?.number("cost") ?? .nan }
    #expect(abs(cost("A") - (55 + 55 + 50)) < 1e-6)
    #expect(abs(cost("others") - (45 + 4950)) < 1e-6)
    #expect(abs(cost("sum") - cost("A") - cost("others")) < 1e-6)
  }

  /// History fixes 2029, so the joint plan is used there. 2030 is open, and each planner has its claim.
  @Test(
    "the joint plan is kept where history fixes it, and a programme's projects belong to its payer")
  func history() throws {
    let plans = try written(
      [
        "instance.yaml": (Self.files["instance.yaml"] ?? "").replacing(
          "[2030]", with: "[2029, 2030]"),
        "demands.csv":
          "region,commodity,period,quantity,shortage_cost\nA,good,*,60,10\nB,good,*,60,10\n",
        "history.csv": "commodity,origin,destination,period,quantity\ngood,B,A,2029,30\n",
        "programmes.csv": "programme,payer,budget,share\ng,B,1000,1\n",
        "projects.csv": """
        project,process,region,max_capacity,capex,unit_cost,earliest,life_years,programme
        p,make,A,40,1,1,2030,1,g

        """,
      ], option: "baseline"
    ).plans
    let cost = { (plan: String) in plans["\(plan) with"]?.number("cost") ?? .nan }
    // 2029: 30 moved, 90 made, 30 lacking. 2030 together: 20 built in A, 100 made in B, 40 moved.
    #expect(abs(cost("joint") - (30 + 90 + 300 + 120 + 40 + 20)) < 1e-6)
    // Alone, in 2030: 50 each from the facility; B may build in A and brings 10 home.
    #expect(abs(cost("A") - (50 + 50 + 100)) < 1e-6)
    #expect(abs(cost("others") - (60 + 10 + 10)) < 1e-6)
    #expect(abs(cost("sum") - (420 + cost("A") + cost("others"))) < 1e-6)
  }
}
