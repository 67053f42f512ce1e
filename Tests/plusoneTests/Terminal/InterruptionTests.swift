import Foundation
import TestSupport
import Testing

@testable import plusone

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a signal leaves behind, and what is said.
@Suite("Interruption")
struct InterruptionTests {
  @Test("what is said fits what has been written")
  func texts() {
    #expect(
      Interruption.text("SIGINT", advice: nil, hasFinished: false)
        == "plusone: stopped by SIGINT: no file was written, and no earlier result has changed")
    #expect(
      Interruption.text("SIGTERM", advice: nil, hasFinished: true)
        == "plusone: stopped by SIGTERM: the output is complete")
    #expect(
      Interruption.text("SIGHUP", advice: { "3 runs are stored" }, hasFinished: true)
        == "plusone: stopped by SIGHUP: 3 runs are stored")
  }

  @Test("a study says how many runs are stored, and the command that goes on, as a shell takes it")
  func studyAdvice() {
    let advice = { (arguments: [String]) in
      StudyInterruption.advice(stored: 3, of: 12, in: "out", arguments: arguments)
    }
    #expect(
      advice(["plusone", "study", "my study.yaml", "--only", "it's/*", "--replace"])
        == "3 of 12 runs are stored in out. To go on: plusone study 'my study.yaml' --only 'it'\\''s/*' --resume"
    )
    #expect(
      advice(["plusone", "study", "s.yaml", "--resume"])
        == "3 of 12 runs are stored in out. To go on: plusone study s.yaml --resume")
  }

  @Test("where old runs are not yet computed anew, a study says so and does not advise --resume")
  func replaceAdvice() {
    let advice = { (older: Int) in
      StudyInterruption.advice(
        stored: 3, older: older, of: 12, in: "out",
        arguments: ["plusone", "study", "s.yaml", "--replace"])
    }
    let anew = "to compute all anew: plusone study s.yaml --replace"
    #expect(
      advice(9)
        == "3 of 12 runs are stored in out, beside 9 old ones that are not yet computed anew. --resume would use these; \(anew)"
    )
    #expect(
      advice(1)
        == "3 of 12 runs are stored in out, beside 1 old one that is not yet computed anew. --resume would use it; \(anew)"
    )
    #expect(
      advice(0) == "3 of 12 runs are stored in out. To go on: plusone study s.yaml --resume")
  }

  // MARK: Whole runs

  /// A command with its standard error on a terminal.
  private struct Terminal {
    let process = Process()
    private let screen: FileHandle

    init(_ arguments: [String], in folder: URL) throws {
      var (main, side): (Int32, Int32) = (-1, -1)
      try #require(openpty(&main, &side, nil, nil, nil) == 0)
      screen = FileHandle(fileDescriptor: main, closeOnDealloc: true)
      process.executableURL = executableURL
      process.arguments = arguments
      process.currentDirectoryURL = folder
      var all = ProcessInfo.processInfo.environment.filter { $0.key != "NO_COLOR" }
      all["TERM"] = "xterm"
      process.environment = all
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      let stream = FileHandle(fileDescriptor: side, closeOnDealloc: true)
      process.standardError = stream
      try process.run()
      try stream.close()
    }

    /// What is on the terminal until a text appears, until the process has ended, or until it has written nothing for
    /// five minutes.
    func read(until text: String? = nil) -> String {
      var (seen, bytes) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
      while text.map({ !String(decoding: seen, as: UTF8.self).contains($0) }) ?? true {
        // After the end of the process reading fails on Linux, and ends on macOS.
        let count = readSome()
        guard count > 0 else { break }
        seen += bytes.prefix(count)
      }
      return String(decoding: seen, as: UTF8.self)

      func readSome() -> Int {
        var stream = pollfd(fd: screen.fileDescriptor, events: Int16(POLLIN), revents: 0)
        var found = poll(&stream, 1, 300_000)
        while found == -1, errno == EINTR { found = poll(&stream, 1, 300_000) }
        guard found == 1 else { return 0 }
        #if canImport(Darwin)
          return Darwin.read(screen.fileDescriptor, &bytes, bytes.count)
        #else
          return Glibc.read(screen.fileDescriptor, &bytes, bytes.count)
        #endif
      }
    }
  }

  /// A command that takes hours.
  private static let long = [
    "frontier", TestPaths.package.path + "/instances/japan-rare-earths", "--model",
    TestPaths.model("reliance-cap"), "--vary", "cap=80%..20%", "--steps", "10000",
  ]

  @Test(
    "on a terminal progress is shown, and a signal clears it, says what is kept and ends the run",
    arguments: [SIGTERM, SIGQUIT])
  func terminal(signal: Int32) throws {
    try withTemporaryFolder { folder in
      let terminal = try Terminal(Self.long, in: folder)
      #expect(terminal.read(until: "of 10,000").contains("\r\u{1B}[Kplans by cap, "))
      kill(terminal.process.processIdentifier, signal)
      let last = terminal.read()
      terminal.process.waitUntilExit()
      #expect(terminal.process.terminationReason == .uncaughtSignal)
      #expect(terminal.process.terminationStatus == signal)
      let name = signal == SIGTERM ? "SIGTERM" : "SIGQUIT"
      #expect(
        last.contains("\r\u{1B}[Kplusone: stopped by \(name): no file was written"), "\(last)")
    }
  }

  @Test("a study that is stopped says how to go on, and going on uses the stored runs")
  func study() throws {
    // Far more work than a second for one thread.
    let edits = (1...1500).map {
      "  - {name: more-\($0), edit: [{table: demands, column: quantity, multiply: 1.\(10000 + $0)}]}"
    }
    let text = """
      name: long
      instance: \(TestPaths.case("everything"))
      options: [{model: \(TestPaths.model("baseline"))}]
      disruptions: none
      variations:
      \(edits.joined(separator: "\n"))

      """
    try withTemporaryFolder { folder in
      try Data(text.utf8).write(to: folder.appending(path: "study.yaml"))
      let study = ["study", "study.yaml", "--out", "out", "--jobs", "1"]
      let terminal = try Terminal(study, in: folder)
      #expect(terminal.read(until: "of 1,501").contains("runs, "))
      kill(terminal.process.processIdentifier, SIGTERM)
      let last = terminal.read()
      terminal.process.waitUntilExit()
      #expect(terminal.process.terminationReason == .uncaughtSignal)
      #expect(last.contains(" of 1501 runs are stored in out. To go on: "), "\(last)")
      #expect(last.contains("study study.yaml --out out --jobs 1 --resume"))
      let runs = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      #expect(try #require(runs).allSatisfy { !$0.contains(".plusone-") })
      // The last run, so that it is still an old one where all are computed anew and few have been.
      let only = ["--only", "baseline/more-1500", "--resume"]
      let next = try runPlusOne(["study", "study.yaml", "--out", "out"] + only, in: folder)
      #expect(next.status == 0 && !next.errors.contains("--replace"), "\(next.errors)")
      let again = try Terminal(study + ["--replace"], in: folder)
      #expect(again.read(until: "of 1,501").contains("runs, "))
      kill(again.process.processIdentifier, SIGTERM)
      let text = again.read()
      again.process.waitUntilExit()
      #expect(text.contains(" old one"), "\(text)")
      #expect(text.contains("anew: ") && !text.contains("--replace --resume"), "\(text)")
    }
  }
}
