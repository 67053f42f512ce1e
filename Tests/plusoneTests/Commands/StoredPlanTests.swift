import Foundation
import TestSupport
import Testing

@Suite("Stored plans")
struct StoredPlanTests {
  /// A few kilograms of a metal next to a thousand million tonnes of ore; a month's stock of the metal.
  private static let files = [
    "instance.yaml": """
    name: small-market
    title: A small market beside a large one
    currency: USD
    periods: [2025, 2026]
    discount_rate: 0.05
    home: A
    parameters: {focus: metal}

    """,
    "regions.csv": "region\nA\nB\nC\n",
    "commodities.csv": "commodity,unit,price\nmetal,t,500000\nore,t,100\n",
    "processes.csv": "process,stage,output\np,make,metal\nq,mine,ore\n",
    "facilities.csv":
      "facility,process,region,capacity,unit_cost\nfb,p,B,100,300000\nfc,p,C,100,400000\nhb,q,B,5e9,60\n",
    "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,0.1\n",
    "demands.csv":
      "region,commodity,period,quantity,shortage_cost\nA,metal,*,0.5,5000000\nA,ore,*,2e9,1000\n",
    "stockpiles.csv":
      "stockpile,region,commodity,initial,capacity,holding_cost\ns,A,metal,0.05,5,10\n",
    "disruptions.csv":
      "disruption,effect,region,commodity,factor,months,probability\nban,exports,B,ore,0.5,3,0.1\n",
    "model.yaml": """
    name: half
    parameters: {cap: 50%}
    goals:
      - {kind: reliance, upon: B, commodity: metal, at_most: $cap, by: last}
    stress: {horizon_months: 6, reroute_months: 6}

    """,
  ]

  /// A folder with the instance, its model, and a plan of it.
  private func withPlan(_ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let instance = folder.appending(path: "instance")
      try FileManager.default.createDirectory(at: instance, withIntermediateDirectories: false)
      try write(Self.files.mapValues { Array($0.utf8) }, to: instance)
      let run = try run("solve", in: folder, Self.fresh + ["--out", "plan"])
      try #require(run.status == 0, "\(run.errors)")
      try body(folder)
    }
  }

  private func run(_ command: String, in folder: URL, _ options: [String] = []) throws -> RunResult
  {
    try runPlusOne([command, "instance"] + options, in: folder)
  }

  private static let fresh = ["--model", "instance/model.yaml", "--set", "cap=40%"]

  @Test("a stored plan gives the same results as the fresh one, without model and parameters")
  func sameAsFresh() throws {
    try withPlan { folder in
      let stored = ["--plan", "plan"]
      for (command, options) in [
        ("stress", [String]()), ("chokepoints", []), ("worst", []),
        ("stockpile", ["--service", "90%", "--members", "A", "--sharing", "own"]),
      ] {
        for format in ["table", "csv", "json"] {
          let options = options + ["--format", format]
          let first = try run(command, in: folder, Self.fresh + options)
          let second = try run(command, in: folder, stored + options)
          #expect(first.status == 0 && first.output == second.output, "\(second.errors)")
          #expect(second.status == 0 && second.errors == "")
          if format == "table" { #expect(second.output.contains("cap = 40%")) }
        }
      }
      let report = try runPlusOne(["report", "plan"], in: folder)
      #expect(report.status == 0 && report.output.contains("Parameters set: cap = 40%."))
    }
  }

  @Test("the flows of a small market are kept next to those of a large one")
  func smallFlows() throws {
    try withPlan { folder in
      let stress = try run("stress", in: folder, ["--plan", "plan"])
      #expect(stress.status == 0 && !stress.output.contains("even without a disruption"))
      let table = try String(
        contentsOf: folder.appending(path: "plan/allocation.csv"), encoding: .utf8)
      let rows = table.split(separator: "\n").filter { $0.hasPrefix("2026,metal,") }
      let quantities = rows.compactMap { Double($0.split(separator: ",")[4]) }
      #expect(quantities.count == 2 && abs(quantities.reduce(0, +) - 0.5) < 1e-9)
    }
  }

  @Test("a plan is complete even if a flow is too small to be stored")
  func tinyFlow() throws {
    var files = Self.files
    files["facilities.csv"] =
      "facility,process,region,capacity,unit_cost\nha,q,A,5e9,60\nfb,p,B,100,300000\nfc,p,C,100,400000\n"
    files["demands.csv"] =
      "region,commodity,period,quantity,shortage_cost\nA,metal,*,0.5,5000000\nA,ore,*,2e9,1000\nC,ore,*,1,1000\n"
    files["lanes.csv"] =
      "commodity,origin,destination,unit_cost\nmetal,*,*,0\nore,*,*,0.1\n"
    try withTemporaryFolder { folder in
      let instance = folder.appending(path: "instance")
      try FileManager.default.createDirectory(at: instance, withIntermediateDirectories: false)
      try write(files.mapValues { Array($0.utf8) }, to: instance)
      let solved = try run("solve", in: folder, Self.fresh + ["--out", "plan"])
      try #require(solved.status == 0, "\(solved.errors)")
      let report = try runPlusOne(["report", "plan"], in: folder)
      #expect(report.status == 0, "\(report.errors)")
    }
  }

  // MARK: What has changed

  @Test(
    "a changed instance or model is refused, or stressed with a warning",
    arguments: [
      ("demands.csv", "0.5,5000000", "1.5,5000000", "the instance has changed"),
      ("model.yaml", "horizon_months: 6", "horizon_months: 5", "the model has changed"),
      ("model.yaml", "", "", "parameter `cap` was `40%`, is `50%`"),
    ])
  func changed(file: String, old: String, new: String, says: String) throws {
    try withPlan { folder in
      let path = folder.appending(path: "instance/" + file)
      let text = try String(contentsOf: path, encoding: .utf8)
      try Data((old.isEmpty ? text : text.replacingOccurrences(of: old, with: new)).utf8)
        .write(to: path)
      let options =
        ["--plan", "plan", "--model", "instance/model.yaml"]
        + (old.isEmpty ? [] : ["--set", "cap=40%"])
      for command in ["stress", "chokepoints"] {
        let refused = try run(command, in: folder, options)
        #expect(refused.status == 65 && refused.output == "")
        #expect(refused.errors.contains(says) && refused.errors.contains("--allow-changed"))
        let allowed = try run(command, in: folder, options + ["--allow-changed"])
        #expect(allowed.status == 0 && !allowed.output.isEmpty)
        #expect(allowed.errors.contains("warning: ") && allowed.errors.contains(says))
      }
    }
  }

  @Test("the parameters of the plan are used, and others are refused")
  func parameters() throws {
    try withPlan { folder in
      let stored = ["--plan", "plan"]
      #expect(try run("stress", in: folder, stored + ["--set", "cap=40%"]).status == 0)
      let other = try run("stress", in: folder, stored + ["--set", "cap=30%"])
      #expect(other.status == 65 && other.errors.contains("was `40%`, is `30%`"))
      #expect(other.errors.contains("leave out --model and --set, or give the same --set"))
    }
  }

  @Test("a stress run needs a model or a plan")
  func usage() throws {
    try withPlan { folder in
      for options in [[], Self.fresh + ["--allow-changed"]] {
        let usage = try run("stress", in: folder, options)
        #expect(usage.status == 64 && usage.output == "" && usage.errors.contains("--plan"))
      }
    }
  }

  // MARK: Damage

  /// How a folder is damaged, for plans with and without a list of files.
  enum Damage: String, CaseIterable, Sendable {
    case cut, headerOnly, huge, negative, notANumber, missing, status, category, objective

    var file: String {
      switch self {
      case .status, .category, .objective: "summary.json"
      default: "allocation.csv"
      }
    }

    func apply(to folder: URL) throws {
      let path = folder.appending(path: file)
      if self == .missing { return try FileManager.default.removeItem(at: path) }
      let text = try String(contentsOf: path, encoding: .utf8)
      let lines = text.split(separator: "\n")
      let damaged =
        switch self {
        case .cut: lines.dropLast(2).joined(separator: "\n") + "\n"
        case .headerOnly: lines.prefix(1).joined() + "\n"
        case .huge: Self.text(lines, quantity: "1e308")
        case .negative: Self.text(lines, quantity: "-0.2")
        case .notANumber: Self.text(lines, quantity: "nan")
        case .status: text.replacingOccurrences(of: "\"optimal\"", with: "\"infeasible\"")
        case .category:
          text.replacingOccurrences(of: "\"transport\" : ", with: "\"transport\" : 7")
        case .objective:
          text.replacingOccurrences(of: "\"objective\" : ", with: "\"objective\" : 7")
        case .missing: text
        }
      try #require(damaged != text)
      try Data(damaged.utf8).write(to: path)
    }

    /// The table with another quantity in its last row.
    private static func text(_ lines: [Substring], quantity: String) -> String {
      var cells = (lines.last ?? "").split(separator: ",").map(String.init)
      cells[4] = quantity
      let rows = lines.dropLast().map(String.init) + [cells.joined(separator: ",")]
      return rows.joined(separator: "\n") + "\n"
    }
  }

  @Test(
    "a damaged plan is refused, with the file", arguments: Damage.allCases, [true, false])
  func damaged(damage: Damage, isListed: Bool) throws {
    try withPlan { folder in
      if !isListed { try makeOld(folder.appending(path: "plan")) }
      try damage.apply(to: folder.appending(path: "plan"))
      let stress = try run(
        "stress", in: folder, Self.fresh + ["--plan", "plan"])
      #expect(stress.status == (damage == .missing ? 66 : 65), "\(stress.errors)")
      #expect(stress.output == "")
      #expect(stress.errors.hasPrefix("plan"), "\(stress.errors)")
      // The report of an old plan reads the summary and sees whether the tables' costs add up.
      guard damage != .objective else { return }
      #expect(try runPlusOne(["report", "plan"], in: folder).status != 0)
    }
  }

  @Test("a plan that has lost its list of files is refused, and is not replaced")
  func lostList() throws {
    try withPlan { folder in
      try FileManager.default.removeItem(at: folder.appending(path: "plan/plusone.json"))
      let report = try runPlusOne(["report", "plan"], in: folder)
      #expect(report.status == 66)
      #expect(report.errors.hasPrefix("plan/plusone.json: the list of the plan's files is missing"))
      let again = try run("solve", in: folder, Self.fresh + ["--out", "plan"])
      #expect(again.status == 73 && again.errors.contains("but no list of files, plusone.json"))
    }
  }

  @Test("plans of earlier versions, without a list of files, model and settings, are read")
  func old() throws {
    try withPlan { folder in
      let plan = folder.appending(path: "plan")
      try makeOld(plan)
      // A table that came later is not there.
      try FileManager.default.removeItem(at: plan.appending(path: "reliance.csv"))
      let fresh = try run("stress", in: folder, Self.fresh + ["--format", "csv"])
      let stored = try run(
        "stress", in: folder, Self.fresh + ["--plan", "plan", "--format", "csv"])
      #expect(stored.status == 0 && stored.output == fresh.output, "\(stored.errors)")
      #expect(try runPlusOne(["report", "plan"], in: folder).status == 0)
      let modelless = try run("stress", in: folder, ["--plan", "plan"])
      #expect(modelless.status == 66 && modelless.errors.contains("give its --model"))
      let copied = try run(
        "stress", in: folder, Self.fresh + ["--plan", "plan", "--out", "again"])
      #expect(
        copied.status == 0
          && FileManager.default.fileExists(
            atPath: folder.appending(path: "again/stress.csv").path)
      )
    }
  }

  /// Removes what earlier versions did not store.
  private func makeOld(_ plan: URL) throws {
    for file in ["model.yaml", "plusone.json", "bills.csv", "marginal_costs.csv", "without_goals"] {
      try FileManager.default.removeItem(at: plan.appending(path: file))
    }
    let path = plan.appending(path: "summary.json")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: path))
    var summary = try #require(json as? [String: Any])
    for key in [
      "settings", "parameters_taken", "parameters_without_effect", "names", "stocks", "support",
      "stock_held", "bill", "bill_without_goals", "bills", "home_use_at_marginal_costs",
    ] {
      summary[key] = nil
    }
    let goals = try #require(summary["goals"] as? [[String: Any]])
    try #require(!goals.isEmpty)
    summary["goals"] = goals.map { goal in
      var goal = goal
      goal["entries"] = (goal["entries"] as? [[String: Any]])?.map { $0.removing("without_goals") }
      return goal
    }
    let suppliers = try #require(summary["suppliers"] as? [[String: Any]])
    summary["suppliers"] = suppliers.map { $0.removing("fixed_by_history") }
    try JSONSerialization.data(withJSONObject: summary, options: [.prettyPrinted, .sortedKeys])
      .write(to: path)
  }
}

extension [String: Any] {
  fileprivate func removing(_ key: String) -> [String: Any] {
    var fewer = self
    fewer[key] = nil
    return fewer
  }
}
