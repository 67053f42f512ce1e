import Formulation
import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("plusone export")
struct ExportCommandTests {
  static let cases = TestPaths.caseNames
  /// Cases that one linear program cannot express: the file has only the first stage, or no cone.
  static let partial: Set = ["goal-hhi", "objective"]

  @Test(
    "every row and every column of every kind of model is written, in every format",
    arguments: cases,
    ["mps", "lp", "glpk"])
  func writes(name: String, format: String) throws {
    let folder = TestPaths.case(name)
    let run = try runPlusOne([
      "export", folder, "--model", folder + "/model.yaml", "--format", format,
    ])
    #expect(run.status == 0)
    let instance = try InstanceReader.read(folder: folder)
    let model = try ModelReader.read(file: folder + "/model.yaml", instance: instance)
    let program = try Planner(solver: GLPKSolver()).programInOnePiece(for: instance, model)
      .program.firstStage()
    let size = try #require(ExportedSize(run.output, format: format))
    #expect(size == ExportedSize(rows: program.rowCount, columns: program.columnCount))
  }

  @Test(
    "glpsol finds the same optimum in the exported program",
    .enabled(if: glpsol != nil, "glpsol (Debian: glpk-utils) is not installed"),
    arguments: cases.filter { $0 != "infeasible" && !partial.contains($0) }, ["mps", "lp", "glpk"])
  func sameOptimum(name: String, format: String) throws {
    let glpsol = try #require(Self.glpsol)
    try withTemporaryFolder { scratch in
      let (file, answer) = (scratch.appending(path: "p"), scratch.appending(path: "s"))
      let folder = TestPaths.case(name)
      let run = try runPlusOne([
        "export", folder, "--model", folder + "/model.yaml", "--format", format, "--out", file.path,
      ])
      #expect(run.status == 0 && run.output == "")
      let option = ["mps": "--freemps", "lp": "--lp", "glpk": "--glp"][format] ?? ""
      let process = Process()
      process.executableURL = URL(filePath: glpsol)
      process.arguments = [option, file.path, "--mipgap", "1e-9", "-w", answer.path]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      let found = try #require(Self.objective(try String(contentsOf: answer, encoding: .utf8)))
      let instance = try InstanceReader.read(folder: folder)
      let model = try ModelReader.read(file: folder + "/model.yaml", instance: instance)
      let expected = try Planner(solver: GLPKSolver()).plan(instance, model).objective
      #expect(abs(found - expected) <= 1e-6 * max(1, abs(expected)))
    }
  }

  @Test("the file has the windows of the attacks that matter, and a note names them")
  func attacks() throws {
    let folder = TestPaths.case("cuts-1")
    let run = try runPlusOne([
      "export", folder, "--model", folder + "/model.yaml", "--format", "mps",
    ])
    #expect(run.status == 0 && run.output.contains("resilience["))
    #expect(run.errors.contains("of goals against any cuts the file has the window"))
    #expect(run.errors.contains("region:R1"))
    #expect(run.errors.contains("the optimum of the file is that of the plan"))
  }

  @Test("rows and columns have unique names that say what they are about")
  func names() throws {
    let folder = TestPaths.case("plain")
    let export = { (format: String) in
      try runPlusOne(["export", folder, "--model", folder + "/model.yaml", "--format", format])
    }
    let mps = try export("mps")
    #expect(mps.status == 0 && mps.output.contains(" use[") && mps.output.contains(" flow["))
    // Names in the LP format have no brackets.
    let run = try export("lp")
    #expect(run.status == 0 && run.output.contains(" use_") && run.output.contains(" flow_"))
    let rows = run.output.split(separator: "\n").compactMap { line -> Substring? in
      let name = line.trimmingPrefix(while: { $0 == " " })
      return name.firstIndex(of: ":").map { name[..<$0] }
    }
    #expect(rows.count > 10 && Set(rows).count == rows.count)
  }

  private static let glpsol = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { "\($0)/glpsol" }
    .first(where: FileManager.default.isExecutableFile)

  private static func objective(_ solution: String) -> Double? {
    for line in solution.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.starts(with: ["s", "bas"]) { return Double(words[6]) }
      if words.starts(with: ["s", "mip"]) { return Double(words[5]) }
    }
    return nil
  }
}
