import Foundation
import TestSupport
import Testing

@testable import plusone

@Suite("Commands explain, frontier and alternatives")
struct ExplainCommandTests {
  private let infeasible = [
    TestPaths.case("infeasible"), "--model", TestPaths.case("infeasible") + "/model.yaml",
  ]
  private let japan = [
    TestPaths.instance("japan-rare-earths-2020"), "--model", TestPaths.model("reliance-cap"),
  ]

  private func json(_ result: RunResult) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  private func expectWidth(_ result: RunResult) {
    for line in result.output.split(separator: "\n") { #expect(line.count <= 100) }
  }

  @Test("solve names the conflict and suggests explain")
  func solveNamesConflict() throws {
    let run = try runPlusOne(["solve"] + infeasible)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    for goal in [
      "reliance-1: at most 27%", "service-2: at least 90%", "largest_source-3: at most 61%",
    ] {
      #expect(run.errors.contains(goal))
    }
    #expect(run.errors.contains("plusone explain"))
  }

  @Test("a parameter that the model does not use is a warning, and the answer is the same")
  func unusedParameter() throws {
    let plain = try runPlusOne(["explain"] + japan)
    let run = try runPlusOne(["explain"] + japan + ["--set", "critical=dytb_oxide"])
    #expect(run.status == 0 && run.output == plain.output && plain.errors.isEmpty)
    #expect(
      run.errors
        == "warning: `critical` is a parameter of the instance that this model does not use\n")
  }

  @Test("frontier warns of a parameter that the model does not use, too")
  func unusedVaried() throws {
    let run = try runPlusOne(["frontier"] + japan + ["--vary", "critical=1..2", "--steps", "2"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.errors.contains(
        "warning: `critical` is a parameter of the instance that this model does not use\n"))
  }

  @Test("a blank value of --set is an error")
  func blankSetting() throws {
    for name in ["critical", "others_keep"] {
      let run = try runPlusOne(["explain"] + japan + ["--set", "\(name)="])
      #expect(run.status == 64)
      #expect(run.errors.contains("`\(name)=`") || run.errors.contains("'\(name)='"))
    }
  }

  @Test("explain says what conflicts and what would help, as text, CSV and JSON")
  func explainInfeasible() throws {
    let text = try runPlusOne(["explain"] + infeasible)
    #expect(text.status == 0)
    #expect(
      text.output.contains(
        "These conditions conflict. If any one of them is left out, the others can be met:\n"))
    expectWidth(text)
    let table = try runPlusOne(["explain"] + infeasible + ["--format", "csv"])
    #expect(table.status == 0)
    #expect(
      table.output.hasPrefix(
        "part,item,direction,each_month,target,suggested,change,relative_change,enough\n"))
    let answer = try json(try runPlusOne(["explain"] + infeasible + ["--format", "json"]))
    #expect(answer["status"] as? String == "infeasible")
    let conflict = try #require(answer["conflict"] as? [String])
    #expect(conflict.count == 3 && conflict[0] == "goal reliance-1: at most 27% in 2021")
    #expect((answer["alone"] as? [Any])?.count == 3)
  }

  @Test("explain says what each goal of a feasible model costs")
  func explainFeasible() throws {
    let text = try runPlusOne(["explain"] + japan)
    #expect(text.status == 0)
    expectWidth(text)
    let answer = try json(try runPlusOne(["explain"] + japan + ["--format", "json"]))
    let goal = try #require((answer["goals"] as? [[String: Any]])?.first)
    let objective = try #require(answer["objective"] as? Double)
    let without = try #require(goal["objective_without"] as? Double)
    #expect(without < objective)
    #expect(try #require(goal["shadow_price"] as? Double) < 0)
    #expect(goal["disruption"] == nil && goal["each_month"] == nil)
  }

  @Test(
    "explain distinguishes the disruptions of a goal, and the worst month from the window, as solve does"
  )
  func explainMonthly() throws {
    let folder = TestPaths.case("goal-monthly")
    let arguments = [folder, "--model", folder + "/model.yaml"]
    let run = try runPlusOne(["explain"] + arguments)
    #expect(run.status == 0)
    let rows = run.output.split(separator: "\n").filter { $0.contains(">=") }
    #expect(rows.count == 4 && rows.filter { $0.contains(", in each month") }.count == 2)
    #expect(rows.filter { $0.contains(">= 20.0%") && $0.contains("/cut") }.count == 1)
    #expect(rows.filter { $0.contains(">= 24.0%") && $0.contains("/surge") }.count == 1)
    let table = try runPlusOne(["explain"] + arguments + ["--format", "csv"])
    #expect(
      table.output.hasPrefix("goal,kind,of,commodity,period,disruption,each_month,direction,"))
    for bound in ["cut,false,at_least,0.2", "surge,true,at_least,0.24"] {
      #expect(table.output.split(separator: "\n").filter { $0.contains(bound) }.count == 1)
    }
    let answer = try json(try runPlusOne(["explain"] + arguments + ["--format", "json"]))
    let goals = try #require(answer["goals"] as? [[String: Any]])
    #expect(goals.map { $0["disruption"] as? String } == ["cut", "cut", "surge", "surge"])
    #expect(goals.map { $0["each_month"] as? Bool } == [false, true, false, true])
  }

  @Test("frontier steps over years by whole ones, and says where there are fewer than asked for")
  func frontierOfYears() throws {
    try withTemporaryFolder { folder in
      try write(Starter.files(name: "ex").mapValues { Array($0.utf8) }, to: folder)
      let words = [
        "frontier", ".", "--model", "model.yaml", "--vary", "by=2026..2030", "--format", "json",
      ]
      let years = { (run: RunResult) in
        try #require(json(run)["steps"] as? [[String: Any]]).map { $0["text"] as? String }
      }
      let all = try runPlusOne(words, in: folder)
      #expect(try years(all) == ["2026", "2027", "2028", "2029", "2030"])
      #expect(
        all.errors == "note: `by` takes periods only, so there are 5 values, not 13\n")
      let three = try runPlusOne(words + ["--steps", "3"], in: folder)
      #expect(try years(three) == ["2026", "2028", "2030"] && three.errors == "")
    }
  }

  @Test("frontier names the last objective, also if that is not cost")
  func frontierOfFlow() throws {
    try withTemporaryFolder { folder in
      let goal = "kind: reliance, upon: B, commodity: g, at_most: $cap}\nparameters: {cap: 50%"
      try OneBuyer.write(to: folder, goal: goal)
      let model = folder.appending(path: "model.yaml")
      let text = try String(contentsOf: model, encoding: .utf8)
      let words = ["frontier", ".", "--model", "model.yaml", "--vary", "cap=90%..40%"]
      let plain = try runPlusOne(words, in: folder)
      #expect(plain.output.contains("cost: the objective: total cost"))
      let flow = text + "\nobjective: [cost, {minimise: flow, upon: B, commodity: g}]\n"
      try Data(flow.utf8).write(to: model)
      let run = try runPlusOne(words, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("Flow for each value of the parameter cap."))
      #expect(run.output.contains("flow: the last stage of the objective: the flow that the model"))
      #expect(run.output.contains("extra flow: flow minus the flow at cap = 90%"))
      #expect(!run.output.contains("cost: the objective"))
    }
  }

  @Test("frontier gives the cost of each step and the tightest feasible value")
  func frontier() throws {
    let arguments = ["frontier"] + japan + ["--vary", "cap=80%..0%", "--steps", "5"]
    let text = try runPlusOne(arguments)
    #expect(text.status == 0)
    expectWidth(text)
    let answer = try json(try runPlusOne(arguments + ["--format", "json"]))
    let steps = try #require(answer["steps"] as? [[String: Any]])
    #expect(steps.map { $0["text"] as? String } == ["80%", "60%", "40%", "20%", "0%"])
    let costs = steps.compactMap { $0["cost"] as? Double }
    #expect(costs == costs.sorted())
  }

  @Test("a wrong range, and a parameter that the model does not have, are reported")
  func wrongRanges() throws {
    #expect(try runPlusOne(["frontier"] + japan + ["--vary", "cap=80%"]).status == 64)
    #expect(
      try runPlusOne(["frontier"] + japan + ["--vary", "cap=8%..1%", "--steps", "1"]).status == 64)
    let unknown = try runPlusOne(["frontier"] + japan + ["--vary", "cup=80%..20%"])
    #expect(unknown.status == 65)
    #expect(unknown.errors.contains("cap"))
    for allowance in [
      "much", "-5%", "%", "5% of", "5% of goals", "-1", "-5% of total", "5 of total", "5 5%",
    ] {
      let wrong = try runPlusOne(["alternatives"] + japan + ["--within=\(allowance)"])
      #expect(wrong.status == 64, "\(allowance)")
      for form in ["20", "50% of policy", "5% of total"] { #expect(wrong.errors.contains(form)) }
    }
    // A blank before the sign is no mistake: only the model is missing.
    for allowance in ["5 %", "5 % of total", "5\u{A0}% of policy"] {
      let run = try runPlusOne(
        ["alternatives", japan[0], "--model", "no-such-model", "--within=\(allowance)"])
      #expect(run.status == 66, "\(allowance): \(run.errors)")
    }
  }

  @Test("alternatives distinguishes projects that all plans, some plans or no plan builds")
  func alternatives() throws {
    let folder = TestPaths.case("projects")
    let arguments = [
      "alternatives", folder, "--model", folder + "/model.yaml", "--within", "1%",
    ]
    let text = try runPlusOne(arguments)
    #expect(text.status == 0)
    expectWidth(text)
    let answer = try json(try runPlusOne(arguments + ["--format", "json"]))
    let projects = try #require(answer["projects"] as? [[String: Any]])
    #expect(!projects.isEmpty)
    for project in projects {
      let least = try #require(project["least"] as? Double)
      let greatest = try #require(project["greatest"] as? Double)
      let verdict = project["verdict"] as? String
      #expect(least <= greatest)
      #expect((verdict == "must") == (least > 1e-3))
    }
    let base = arguments.dropLast(2)
    let policy = try json(
      try runPlusOne(base + ["--within", "50% of policy", "--format", "json"]))
    let (goals, half) = (policy["cost_of_goals"] as? Double, policy["allowance"] as? Double)
    #expect(try abs(#require(half) - #require(goals) / 2) < 1e-6 && #require(goals) > 1)
    let others = try #require(policy["projects"] as? [[String: Any]])
    #expect(others.allSatisfy { ($0["without_goals"] as? [String: Any])?["verdict"] != nil })
    let money = try json(try runPlusOne(base + ["--within", "7.5", "--format", "json"]))
    #expect(money["allowance"] as? Double == 7.5)
    #expect(try runPlusOne(["alternatives"] + infeasible).status == 2)
  }
}
