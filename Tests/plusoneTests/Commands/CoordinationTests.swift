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

  /// Runs the study over the two regions and gives the figures of each plan: "sum with" and so on.
  private func figures(_ more: [String: String], option: String) throws -> [String: [String:
    String]]
  {
    try withTemporaryFolder { folder in
      let all = Self.files.merging(more) { $1 }
      try write(all.mapValues { Array($0.utf8) }, to: folder)
      let run = try runStudy(Self.study, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let rows = try StudyFiles.rows(
        folder.appending(path: "out/runs/\(option)/as-is/unilateral/coordination.csv"))
      return Dictionary(
        uniqueKeysWithValues: rows.map { ("\($0["plan"] ?? "") \($0["goals"] ?? "")", $0) })
    }
  }

  /// A needs 60 and B 40, so the claims are 60 % and 40 %. With the goal, A may import as much as it makes.
  /// Together 30 are built: 70 made in B, 30 in A, 30 moved, capital 60, in all 190; without the goal 160.
  /// Alone A may build its claim of the project only, 24, imports 24 and lacks 12, each worth 10:
  /// 48 + 24 + 48 + 120 = 240, and B pays 40; without the goal 160. So the price is 120 − 30 = 90.
  @Test("members pay for what their claims do not let them build")
  func price() throws {
    let plans = try figures(
      [
        "demands.csv":
          "region,commodity,period,quantity,shortage_cost\nA,good,*,60,10\nB,good,*,40,10\n",
        "projects.csv":
          "project,process,region,max_capacity,capex,unit_cost,life_years\np,make,A,40,2,1,1\n",
      ], option: "half")
    let figure = { (plan: String, column: String) in plans[plan]?.number(column) ?? .nan }
    #expect(abs(figure("A with", "claim") - 0.6) < 1e-9)
    #expect(abs(figure("joint with", "cost") - 190) < 1e-6)
    #expect(abs(figure("joint without", "cost") - 160) < 1e-6)
    #expect(abs(figure("A with", "cost") - 240) < 1e-6)
    #expect(abs(figure("sum with", "cost") - 280) < 1e-6)
    #expect(abs(figure("sum without", "cost") - 160) < 1e-6)
    #expect(abs(figure("sum with", "capex") - 48) < 1e-6)
    #expect(abs(figure("joint with", "capex") - 60) < 1e-6)
  }

  /// Claims are 10 % and 90 %. A contract of 50 into A is set aside first, so A may use 50 + 5 of the facility and B
  /// 45. A lacks 5 and B 495, each worth 10; 55 are moved to A.
  @Test("contracted flows are set aside before claims divide the rest")
  func contract() throws {
    let plans = try figures(
      [
        "demands.csv":
          "region,commodity,period,quantity,shortage_cost\nA,good,*,60,10\nB,good,*,540,10\n",
        "contracts.csv": "contract,commodity,origin,destination,quantity\nc,good,B,A,50\n",
      ], option: "baseline")
    let cost = { (plan: String) in plans["\(plan) with"]?.number("cost") ?? .nan }
    #expect(abs(cost("A") - (55 + 55 + 50)) < 1e-6)
    #expect(abs(cost("others") - (45 + 4950)) < 1e-6)
    #expect(abs(cost("sum") - cost("A") - cost("others")) < 1e-6)
  }

  /// History fixes 2029, so the joint plan is used there. 2030 is open, and each planner has its claim.
  @Test(
    "the joint plan is kept where history fixes it, and a programme's projects belong to its payer")
  func history() throws {
    let plans = try figures(
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
      ], option: "baseline")
    let cost = { (plan: String) in plans["\(plan) with"]?.number("cost") ?? .nan }
    // 2029: 30 moved, 90 made, 30 lacking. 2030 together: 20 built in A, 100 made in B, 40 moved.
    #expect(abs(cost("joint") - (30 + 90 + 300 + 120 + 40 + 20)) < 1e-6)
    // Alone, in 2030: 50 each from the facility; B may build in A and brings 10 home.
    #expect(abs(cost("A") - (50 + 50 + 100)) < 1e-6)
    #expect(abs(cost("others") - (60 + 10 + 10)) < 1e-6)
    #expect(abs(cost("sum") - (420 + cost("A") + cost("others"))) < 1e-6)
  }
}
