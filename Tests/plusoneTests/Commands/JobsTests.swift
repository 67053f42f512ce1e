import Foundation
import TestSupport
import Testing

/// The number of threads changes only the time that a command takes.
@Suite("--jobs")
struct JobsTests {
  /// Expects the same output with 1, 2 and 7 jobs.
  private func expectSame(_ arguments: [String]) throws {
    let runs = try ["1", "2", "7"].map { try runPlusOne(arguments + ["--jobs", $0]) }
    #expect(runs[0].status == 0 && !runs[0].output.isEmpty, "\(runs[0].errors)")
    for run in runs { #expect(run.output == runs[0].output && run.status == runs[0].status) }
  }

  @Test(
    "the number of jobs changes no byte of the output",
    arguments: [
      ["stress", "--sharing", "own,pooled,quota=30%,iep,pooled+max_min", "--members", "allies"],
      ["chokepoints", "--sharing", "pooled", "--members", "allies"],
      ["chokepoints", "--sharing", "iep+max_min", "--members", "allies"],
      [
        "worst", "--targets", "regions,stages,exports", "--sharing", "pooled", "--members",
        "allies",
      ],
      [
        "stockpile", "--service", "40%", "--sharing", "own,pooled,iep", "--members", "allies",
        "--split",
      ],
    ], ["table", "csv", "json"])
  func commands(command: [String], format: String) throws {
    let folder = TestPaths.case("sharing-pooled")
    try expectSame(
      [command[0], folder, "--model", folder + "/model.yaml", "--format", format]
        + command.dropFirst())
  }

  /// The larger instance takes a minute in a debug build.
  private static let instances =
    ["japan-rare-earths-2020"]
    + (ProcessInfo.processInfo.environment["PLUSONE_LONG_TESTS"] == nil
      ? [] : ["japan-rare-earths"])

  @Test(
    "the number of jobs changes no byte where many answers are equally good",
    arguments: instances)
  func manyDisruptions(instance: String) throws {
    try expectSame([
      "stress", TestPaths.instance(instance), "--model", TestPaths.model("baseline"),
      "--sharing", "own,pooled,iep", "--members", "quad", "--format", "json",
    ])
  }

  @Test("the result of a disruption does not depend on the others")
  func alone() throws {
    let folder = TestPaths.case("stress")
    let model = folder + "/model.yaml"
    let all = try runPlusOne(["stress", folder, "--model", model, "--format", "csv"])
    for disruption in ["plant", "strait"] {
      let one = try runPlusOne(
        ["stress", folder, "--model", model, "--format", "csv", "--disruption", disruption])
      let rows = all.output.split(separator: "\n").filter { $0.hasPrefix(disruption + ",") }
      let alone = Array(one.output.split(separator: "\n").dropFirst())
      #expect(!rows.isEmpty && rows == alone)
    }
  }
}
