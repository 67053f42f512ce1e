import Foundation
import TestSupport
import Testing

/// Commands with `others_keep` and `--baseline`.
///
/// B makes metal for A and could for C; C makes 10 for itself. Under the cap A may buy nothing from B. With 0 % C sells
/// its metal to A and buys from B: 10·(10 + 1) twice. With 50 % it keeps 5, and A is 5 short.
@Suite("What others keep")
struct OthersKeepCommandTests {
  private static let files = [
    "instance.yaml": """
    name: three
    title: Three regions
    currency: USD
    periods: [2025]
    discount_rate: 0
    home: A
    parameters: {focus: metal}

    """,
    "regions.csv": "region\nA\nB\nC\n",
    "commodities.csv": "commodity,unit,price\nmetal,t,100\n",
    "processes.csv": "process,stage,output\np,make,metal\n",
    "facilities.csv":
      "facility,process,region,capacity,unit_cost\nfb,p,B,100,10\nfc,p,C,10,10\n",
    "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,1\n",
    "demands.csv":
      "region,commodity,period,quantity,shortage_cost\nA,metal,*,10,1000\nC,metal,*,10,1000\n",
    "model.yaml": """
    name: cap
    parameters: {service: 0}
    goals:
      - {kind: reliance, upon: B, commodity: metal, at_most: 0, by: last}
      - {kind: service, commodity: metal, at_least: $service}

    """,
  ]
  private static let model = ["--model", "instance/model.yaml"]

  private func withInstance(
    _ changes: [String: String] = [:], _ body: (URL) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let instance = folder.appending(path: "instance")
      try FileManager.default.createDirectory(at: instance, withIntermediateDirectories: false)
      let files = Self.files.merging(changes) { $1 }
      try write(files.mapValues { Array($0.utf8) }, to: instance)
      try body(folder)
    }
  }

  private func run(_ command: String, in folder: URL, _ options: [String] = []) throws -> RunResult
  {
    try runPlusOne([command, "instance"] + Self.model + options, in: folder)
  }

  private func objective(_ result: RunResult) throws -> Double {
    try #require(result.status == 0, "\(result.errors)")
    let text = try #require(
      result.output.firstMatch(of: /\n  "objective" : ([0-9.e+]+)/)?.output.1)
    return try #require(Double(text))
  }

  @Test(
    "a model that does not declare others_keep takes it",
    arguments: [(0, 220.0), (50, 5160), (100, 10100)])
  func isKnown(percent: Int, cost: Double) throws {
    try withInstance { folder in
      let result = try run(
        "solve", in: folder, ["--set", "others_keep=\(percent)%", "--format", "json"])
      #expect(abs(try objective(result) - cost) < 1e-4)
      #expect(!result.errors.contains("warning"))
    }
  }

  @Test("a setting replaces the value of the key, and a wrong one is an error")
  func setting() throws {
    let text = (Self.files["model.yaml"] ?? "") + "others_keep: 100%\n"
    try withInstance(["model.yaml": text]) { folder in
      let json = ["--format", "json"]
      #expect(abs(try objective(run("solve", in: folder, json)) - 10100) < 1e-4)
      let set = try run("solve", in: folder, json + ["--set", "others_keep=50%"])
      #expect(abs(try objective(set) - 5160) < 1e-4)
      let wrong = try run("solve", in: folder, ["--set", "others_keep=150%"])
      #expect(wrong.status == 65 && wrong.errors.contains("others_keep"))
      #expect(wrong.errors.contains("must be a share from 0% to 100%"))
    }
  }

  @Test("explain names others_keep as a condition that conflicts with the goals")
  func explained() throws {
    try withInstance { folder in
      let options = ["--set", "others_keep=50%", "--set", "service=100%"]
      let result = try run("explain", in: folder, options)
      #expect(result.status == 0 && result.output.contains("others keep 50%"), "\(result.output)")
      let none = try run("solve", in: folder, options)
      #expect(none.status == 2 && none.errors.contains("others keep 50%"), "\(none.errors)")
    }
  }

  @Test("the frontier of others_keep never falls")
  func frontier() throws {
    try withInstance { folder in
      let result = try run(
        "frontier", in: folder,
        ["--vary", "others_keep=0%..100%", "--steps", "3", "--format", "csv"])
      #expect(result.status == 0, "\(result.errors)")
      let costs = result.output.split(separator: "\n").dropFirst().compactMap {
        Double($0.split(separator: ",", omittingEmptySubsequences: false)[3])
      }
      #expect(costs.count == 3 && costs == costs.sorted(), "\(result.output)")
      #expect(abs((costs.last ?? 0) - 10100) < 1e-4)
    }
  }

  @Test("alternatives keep what others keep")
  func alternatives() throws {
    try withInstance { folder in
      let result = try run(
        "alternatives", in: folder, ["--set", "others_keep=50%", "--format", "csv"])
      #expect(result.status == 0, "\(result.errors)")
    }
  }

  @Test("without a plan without goals the exit status is 2, and the message says why")
  func noPlanWithoutGoals() throws {
    let contract = "contract,commodity,origin,destination,quantity\nc,metal,C,B,50\n"
    try withInstance(["contracts.csv": contract]) { folder in
      let result = try run("solve", in: folder, ["--set", "others_keep=10%"])
      #expect(
        result.status == 2 && result.errors.contains("there is no plan without goals"),
        "\(result.errors)")
    }
  }

  @Test("the plan without goals is stored with the plan, and can be the baseline")
  func stored() throws {
    try withInstance { folder in
      let keep = ["--set", "others_keep=50%"]
      #expect(try run("solve", in: folder, keep + ["--out", "plan"]).status == 0)
      let inner = folder.appending(path: "plan/without_goals")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: inner.path).contains("allocation.csv"))
      let report = try runPlusOne(["report", "plan/without_goals"], in: folder)
      #expect(report.status == 0, "\(report.errors)")
      let tested = try runPlusOne(["report", "plan"], in: folder)
      #expect(tested.status == 0, "\(tested.errors)")
      for baseline in ["plan", "plan/without_goals"] {
        let again = try run(
          "solve", in: folder, keep + ["--baseline", baseline, "--format", "json"])
        #expect(abs(try objective(again) - 5160) < 1e-4)
      }
      // It is replaced as a whole, and kept if it holds a file of the user.
      #expect(try run("solve", in: folder, keep + ["--out", "plan"]).status == 0)
      let note = inner.appending(path: "note.txt")
      try Data("mine".utf8).write(to: note)
      let refused = try run("solve", in: folder, keep + ["--out", "plan"])
      #expect(
        refused.status == 73 && refused.errors.contains("without_goals/note.txt"),
        "\(refused.errors)")
      #expect(FileManager.default.fileExists(atPath: note.path))
    }
  }

  @Test("a plan without goals replaces one that has the folder without_goals, and leaves none")
  func replacedWithout() throws {
    try withInstance(["none.yaml": "name: none\n"]) { folder in
      #expect(try run("solve", in: folder, ["--out", "plan"]).status == 0)
      let plain = try runPlusOne(
        ["solve", "instance", "--model", "instance/none.yaml", "--out", "plan"], in: folder)
      #expect(plain.status == 0, "\(plain.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/plan/without_goals"))
      let hidden = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(hidden.sorted() == ["instance", "plan"])
      let result = try run(
        "solve", in: folder,
        ["--set", "others_keep=50%", "--baseline", "plan", "--format", "json"])
      #expect(abs(try objective(result) - 5160) < 1e-4)
    }
  }

  @Test("a baseline for other options or another instance is an error, unless it is allowed")
  func changedBaseline() throws {
    let other = (Self.files["model.yaml"] ?? "") + "max_decline: 10%\n"
    try withInstance(["other.yaml": other]) { folder in
      #expect(try run("solve", in: folder, ["--out", "plan"]).status == 0)
      let arguments = [
        "solve", "instance", "--model", "instance/other.yaml", "--set", "others_keep=50%",
        "--baseline", "plan",
      ]
      let refused = try runPlusOne(arguments, in: folder)
      #expect(refused.status == 65 && refused.errors.contains("max_decline"), "\(refused.errors)")
      let allowed = try runPlusOne(arguments + ["--allow-changed"], in: folder)
      #expect(allowed.status == 0 && allowed.errors.contains("warning"), "\(allowed.errors)")
      let costs = "commodity,origin,destination,unit_cost\n*,*,*,2\n"
      try Data(costs.utf8).write(to: folder.appending(path: "instance/lanes.csv"))
      let changed = try run("solve", in: folder, ["--baseline", "plan"])
      #expect(
        changed.status == 65 && changed.errors.contains("instance has changed"), "\(changed.errors)"
      )
    }
  }

  @Test("a study refuses others_keep with unilateral plans, with the line of the option")
  func unilateral() throws {
    let study = """
      instance: instance
      members: world
      coordination: unilateral
      options:
        - {name: free, model: instance/model.yaml}
        - {name: kept, model: instance/model.yaml, set: {others_keep: 50%}}

      """
    try withInstance { folder in
      try Data(study.utf8).write(to: folder.appending(path: "study.yaml"))
      let result = try runPlusOne(["study", "study.yaml", "--out", "results"], in: folder)
      #expect(result.status == 65 && result.errors.contains("study.yaml:6"), "\(result.errors)")
      #expect(result.errors.contains("`kept`") && !result.errors.contains("`free`"))
    }
  }
}
