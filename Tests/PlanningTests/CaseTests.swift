import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import SourcingFiles
import TestSupport
import Testing

/// Small instances with their models and the optimum that an independent solver found.
struct CaseTests {
  static let folder = TestPaths.cases
  static let names = TestPaths.caseNames

  /// What `expected.yaml` says: a status, and the objective exactly where there is an optimum. A case of many worlds has
  /// the objective of each; that of its instance is `as-is`.
  static func expectation(_ name: String) throws -> (status: String, objective: Double?) {
    let text = try String(
      contentsOf: folder.appending(path: "\(name)/expected.yaml"), encoding: .utf8)
    var status = ""
    var objective: Double?
    for line in text.split(separator: "\n")
    where !line.hasPrefix(" ") || line.hasPrefix("  as-is:") {
      let parts = line.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
      if parts[0] == "status" { status = parts[1] }
      if parts[0] == "objective" { objective = Double(parts[1]) }
      if parts[0] == "as-is" { (status, objective) = ("optimal", Double(parts[1])) }
    }
    try #require(["optimal", "infeasible"].contains(status))
    try #require((objective != nil) == (status == "optimal"))
    return (status, objective)
  }

  @Test("every case with a known optimum is there")
  func casesExist() {
    #expect(Self.names.count >= 41)
  }

  @Test("a case reaches the optimum that an independent solver found", arguments: names)
  func reachesKnownOptimum(name: String) throws {
    let folder = Self.folder.appending(path: name)
    let expected = try Self.expectation(name)
    let instance = try InstanceReader.read(folder: folder.path())
    let model = try ModelReader.read(
      file: folder.appending(path: "model.yaml").path(), instance: instance)
    let result = try Planner(solver: GLPKSolver()).plan(instance, model)
    #expect(result.termination.rawValue == expected.status)
    if let objective = expected.objective {
      #expect(abs(result.objective - objective) <= 1e-6 * max(1, abs(objective)))
    }
  }
}
