import Foundation
import TestSupport
import Testing

@Suite("The folder of plusone sensitivity")
struct SensitivityFolderTests {
  private static let words =
    ["sensitivity"] + SensitivityRun.tornado
    + ["--claim", "change_cost < 50", "--samples", "40", "--out", "out"]

  private func run(_ further: [String], in folder: URL) throws -> RunResult {
    try runPlusOne(Self.words + further, in: folder)
  }

  private func files(in folder: URL) throws -> [String: Data] {
    try StudyFiles.bytes(of: folder.appending(path: "out"))
  }

  @Test("a second run uses stored plans with the same inputs, and gives the same bytes")
  func again() throws {
    try withTemporaryFolder { folder in
      let first = try run([], in: folder)
      #expect(first.status == 0 && !first.errors.contains("note:"), "\(first.errors)")
      let whole = try files(in: folder)
      let second = try run([], in: folder)
      #expect(second.errors.contains("plans are stored already with the same inputs"))
      #expect(second.output == first.output)
      let resumed = try run(["--resume"], in: folder)
      #expect(resumed.output == first.output && !resumed.errors.contains("note:"))
      let anew = try run(["--replace"], in: folder)
      #expect(anew.output == first.output && !anew.errors.contains("note:"))
      #expect(try files(in: folder) == whole)
      let other = try run(["--measure", "home_bill"], in: folder)
      #expect(other.status == 73 && other.errors.contains("has plans of another question"))
      #expect(other.errors.contains("another folder") && other.errors.contains("--replace"))
      #expect(try files(in: folder) == whole)
      let replaced = try run(["--measure", "home_bill", "--replace"], in: folder)
      #expect(replaced.status == 0, "\(replaced.errors)")
    }
  }

  @Test("stored plans are used, not made again")
  func used() throws {
    try withTemporaryFolder { folder in
      _ = try run([], in: folder)
      let journal = folder.appending(path: "out/worlds.journal")
      let text = try String(contentsOf: journal, encoding: .utf8)
      let lines = text.split(separator: "\n")
      // The last line is cut, one is changed, and one is lost; the others stay.
      let damaged = lines.dropFirst(2).dropLast().map(String.init)
      let changed = damaged[0].replacing("planned", with: "no-plan")
      let left =
        [String(lines[0]), changed] + damaged.dropFirst() + [String(lines.last?.dropLast(3) ?? "")]
      try Data(left.joined(separator: "\n").utf8).write(to: journal)
      let again = try run([], in: folder)
      #expect(again.errors.contains("note: \(lines.count - 4) plans are stored"), "\(again.errors)")
      #expect(try String(contentsOf: journal, encoding: .utf8) == text)
    }
  }

  @Test("an analysis that is killed ten times and resumed gives the same bytes")
  func kills() throws {
    let whole = try withTemporaryFolder { folder in
      _ = try run([], in: folder)
      return try files(in: folder)
    }
    try withTemporaryFolder { folder in
      var seed: UInt64 = 20_210_611
      for _ in 0..<10 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let process = Process()
        process.executableURL = executableURL
        process.arguments = Self.words + ["--resume", "--jobs", "2"]
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(50_000 + seed >> 33 % 500_000))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
      #expect(try run(["--resume"], in: folder).status == 0)
      #expect(try files(in: folder) == whole)
    }
  }

  @Test("a time limit ends with 75 and says what is stored; the next run goes on")
  func timeLimit() throws {
    try withTemporaryFolder { folder in
      let stopped = try run(["--sobol", "--time-limit", "0.3"], in: folder)
      #expect(stopped.status == 75, "\(stopped.errors)")
      #expect(stopped.errors.contains("stored in out. To go on: "))
      #expect(stopped.output.isEmpty)
      #expect(try run(["--sobol", "--resume"], in: folder).status == 0)
      let whole = try files(in: folder)
      #expect(try run(["--sobol", "--replace"], in: folder).status == 0)
      #expect(try files(in: folder) == whole)
    }
  }

  @Test("a signal says what is stored and how to go on")
  func signal() throws {
    try withTemporaryFolder { folder in
      let (process, pipe) = (Process(), Pipe())
      process.executableURL = executableURL
      process.arguments = Self.words + ["--sobol"]
      process.currentDirectoryURL = folder
      process.standardOutput = FileHandle.nullDevice
      process.standardError = pipe
      try process.run()
      let journal = folder.appending(path: "out/worlds.journal").path
      for _ in 0..<300 {
        let size = try? FileManager.default.attributesOfItem(atPath: journal)[.size] as? Int
        if size ?? 0 > 300 { break }
        usleep(20_000)
      }
      kill(process.processIdentifier, SIGTERM)
      let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal)
      #expect(
        text.contains("stopped by SIGTERM") && text.contains("stored in out. To go on: "), "\(text)"
      )
      #expect(text.contains("--resume"))
    }
  }

  @Test("a folder that the command did not write is refused, and so is a second writer")
  func refused() throws {
    try withTemporaryFolder { folder in
      let out = folder.appending(path: "out")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
      try write(["mine.txt": [1]], to: out)
      let run = try run([], in: folder)
      #expect(run.status == 73 && run.errors.contains("no sensitivity analysis wrote it"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: out.path) == ["mine.txt"])
    }
    try withTemporaryFolder { folder in
      let out = folder.appending(path: "out")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
      let descriptor = open(out.path, O_RDONLY)
      defer { close(descriptor) }
      #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      let run = try run([], in: folder)
      #expect(run.status == 73 && run.errors.contains("another sensitivity analysis is writing"))
    }
  }
}
