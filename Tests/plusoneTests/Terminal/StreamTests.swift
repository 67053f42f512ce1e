import Foundation
import Sourcing
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Streams and signals", .serialized)
struct StreamTests {
  private static let solve = [
    "solve", TestPaths.instance("japan-rare-earths"), "--model", TestPaths.model("baseline"),
  ]

  @Test("the program does not fail if the reader of a pipe stops early")
  func brokenPipe() throws {
    for format in ["table", "csv", "json"] {
      let command = Self.solve.map { "'\($0)'" }.joined(separator: " ")
      let script =
        "'\(executableURL.path)' \(command) --format \(format) | head -n 1; echo ${PIPESTATUS[0]}"
      let output = try shell(script)
      #expect(output.split(separator: "\n").last == "0", "\(output)")
    }
  }

  @Test("output is coloured on a terminal, and plain with NO_COLOR or TERM=dumb")
  func colour() throws {
    let folder = TestPaths.case("goal-reliance")
    let arguments = ["solve", folder, "--model", folder + "/model.yaml"]
    let coloured = try onTerminal(arguments, ["TERM": "xterm", "NO_COLOR": ""])
    #expect(coloured.contains("\u{1B}[") && coloured.contains("Goal met"))
    for environment in [["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb", "NO_COLOR": ""]] {
      let plain = try onTerminal(arguments, environment)
      #expect(!plain.contains("\u{1B}") && plain.contains("Goal met"))
    }
    let forced = try runPlusOne(arguments, environment: ["FORCE_COLOR": "1", "TERM": "xterm"])
    #expect(!forced.output.contains("\u{1B}"))
  }

  @Test("an interruption leaves the old folder or the new one, complete, and nothing else")
  func interruption() throws {
    try withTemporaryFolder { scratch in
      let plan = scratch.appending(path: "plan")
      let first = try runPlusOne(Self.solve + ["--out", plan.path])
      #expect(first.status == 0)
      let whole = try contents(of: plan)
      var interrupted = 0
      for step in 0..<24 {
        let number = [SIGHUP, SIGINT, SIGTERM][step % 3]
        if try isEnded(by: number, writing: plan, in: scratch, orSeconds: Double(step) * 0.05) {
          interrupted += 1
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["plan"])
        #expect(try contents(of: plan) == whole)
      }
      #expect(interrupted > 0)
    }
  }

  /// Sends a signal to a solve when it starts to write, or after some time; whether the signal ended the process.
  private func isEnded(
    by number: Int32, writing plan: URL, in scratch: URL, orSeconds seconds: Double
  ) throws -> Bool {
    let process = Process()
    process.executableURL = executableURL
    process.arguments = Self.solve + ["--out", plan.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try waitForStaging(in: scratch, orSeconds: seconds)
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    guard process.terminationReason == .uncaughtSignal else { return false }
    #expect(process.terminationStatus == number)
    return true
  }

  @Test("SIGQUIT ends the program, and the next run removes what it left")
  func quitting() throws {
    try withTemporaryFolder { scratch in
      let plan = scratch.appending(path: "plan")
      var ended = 0
      for _ in 0..<4 {
        if try isEnded(by: SIGQUIT, writing: plan, in: scratch, orSeconds: 5) { ended += 1 }
      }
      #expect(ended > 0)
      #expect(try runPlusOne(Self.solve + ["--out", plan.path]).status == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["plan"])
    }
  }

  @Test("a signal that is ignored when the program starts stays ignored")
  func ignored() throws {
    let command = Self.solve.map { "'\($0)'" }.joined(separator: " ")
    for name in ["HUP", "INT", "TERM"] {
      let script = """
        trap '' \(name); $PLUSONE \(command) > /dev/null &
        sleep 0.3; kill -\(name) $!; wait $!; echo $?
        """
      #expect(try shell(script) == "0\n", "\(name)")
    }
  }

  /// Returns when something is written next to the plan, or after some seconds. So interruptions come before, during
  /// and after writing.
  private func waitForStaging(in folder: URL, orSeconds seconds: Double) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      if try FileManager.default.contentsOfDirectory(atPath: folder.path).count > 1 { return }
      usleep(200)
    }
  }

  /// Tables by name; of the summary, which has times, only that it exists.
  private func contents(of folder: URL) throws -> [String: String] {
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      files[name] =
        name == "summary.json"
        ? "" : try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return files
  }

  /// The output of the program on a terminal, which `script` provides.
  private func onTerminal(_ arguments: [String], _ environment: [String: String]) throws -> String {
    let command = ([executableURL.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    let settings = environment.map { "\($0)='\($1)'" }.joined(separator: " ")
    #if os(Linux)
      return try shell("\(settings) script -qec \"\(command)\" /dev/null")
    #else
      return try shell("\(settings) script -q /dev/null \(command)")
    #endif
  }
}
