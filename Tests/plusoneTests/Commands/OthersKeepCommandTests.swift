import Foundation
import TestSupport
import Testing

/// Commands with `others_keep`, on ``ThreeRegions``.
@Suite("What others keep")
struct OthersKeepCommandTests {
  private func withInstance(
    _ changes: [String: String] = [:], _ body: (URL) throws -> Void
  ) throws {
    try ThreeRegions.with(changes, body)
  }

  private func run(_ command: String, in folder: URL, _ options: [String] = []) throws -> RunResult
  {
    try ThreeRegions.run(command, in: folder, options)
  }

  private func objective(_ result: RunResult) throws -> Double {
    try ThreeRegions.number("objective", result)
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
    let text = (ThreeRegions.files["model.yaml"] ?? "") + "others_keep: 100%\n"
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

  @Test(
    "alternatives keep what others keep", arguments: [(0, 0.999, 1.0), (50, 0.5, 0.51)])
  func alternatives(percent: Int, least: Double, most: Double) throws {
    // Under a cap of 50 % half of A's metal comes from C. Each further unit costs 1 more, if C may sell it.
    let half = (ThreeRegions.files["model.yaml"] ?? "").replacing(
      "at_most: 0", with: "at_most: 50%")
    try withInstance(["model.yaml": half]) { folder in
      let result = try run(
        "alternatives", in: folder,
        ["--set", "others_keep=\(percent)%", "--within", "10", "--format", "csv"])
      #expect(result.status == 0, "\(result.errors)")
      let rows = result.output.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let column = try #require(rows.first?.firstIndex(of: "greatest"))
      let row = try #require(rows.first { $0.starts(with: ["share", "C"]) }, "\(result.output)")
      let greatest = try #require(Double(row[column]))
      #expect(greatest >= least && greatest <= most, "\(result.output)")
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
