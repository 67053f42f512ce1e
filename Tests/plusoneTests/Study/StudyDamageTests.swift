import Foundation
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("A study with damaged runs")
struct StudyDamageTests {
  private static let run = "out/runs/baseline/as-is/joint"
  private static let options = ["--only", "*/as-is/joint", "--resume"]

  private func study(in folder: URL) throws -> RunResult {
    try runStudy(StudyFiles.small, in: folder, "--only", "*/as-is/joint", "--resume")
  }

  @Test("computes again what is missing, cut or changed, and nothing else")
  func damage() throws {
    try withTemporaryFolder { folder in
      #expect(try study(in: folder).status == 0)
      let whole = try StudyFiles.bytes(of: folder.appending(path: "out"))
      let place = folder.appending(path: Self.run)
      let names = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
      #expect(names.count > 15)
      for (number, name) in names.enumerated() {
        let file = place.appending(path: name)
        let bytes = try Data(contentsOf: file)
        switch number % 3 {
        case 0: try FileManager.default.removeItem(at: file)
        case 1: try bytes.prefix(bytes.count / 2).write(to: file)
        default:
          try FileManager.default.removeItem(at: file)
          try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
        }
        let again = try study(in: folder)
        #expect(again.status == 0, "\(name): \(again.errors)")
        #expect(again.errors.contains("note: the stored run baseline/as-is/joint"), "\(name)")
        #expect(again.output.contains("2 were there already"), "\(name)")
        if number % 3 == 2 { try? FileManager.default.removeItem(at: file) }
      }
      #expect(try study(in: folder).status == 0)
      #expect(try StudyFiles.bytes(of: folder.appending(path: "out")) == whole)
    }
  }

  @Test("does not take over a figure that was changed in a record")
  func changedFigure() throws {
    try withTemporaryFolder { folder in
      #expect(try study(in: folder).status == 0)
      let file = folder.appending(path: Self.run + "/run.json")
      let comparison = folder.appending(path: "out/comparison.csv")
      let (record, before) = (
        try String(contentsOf: file, encoding: .utf8), try Data(contentsOf: comparison)
      )
      let changed = record.replacing(/"worst_service" : [0-9.]+/, with: "\"worst_service\" : 1")
      #expect(changed != record)
      try Data(changed.utf8).write(to: file)
      let query = try runPlusOne(["study", "results", "out"], in: folder)
      #expect(query.status == 65 && query.errors.contains("run.json has changed"))
      #expect(try study(in: folder).status == 0)
      #expect(try Data(contentsOf: comparison) == before)
    }
  }

  @Test("keeps a user's files in a damaged run, and goes on with all files but one's record gone")
  func kept() throws {
    try withTemporaryFolder { folder in
      #expect(try study(in: folder).status == 0)
      let place = folder.appending(path: Self.run)
      for name in try FileManager.default.contentsOfDirectory(atPath: place.path)
      where name != "run.json" {
        try FileManager.default.removeItem(at: place.appending(path: name))
      }
      try Data("mine".utf8).write(to: place.appending(path: "remarks.txt"))
      #expect(try study(in: folder).status == 0)
      let remarks = try String(
        contentsOf: place.appending(path: "remarks.txt"), encoding: .utf8)
      #expect(remarks == "mine")
      #expect(
        FileManager.default.fileExists(atPath: place.appending(path: "allocation.csv").path))
    }
  }

  @Test("goes on after any signal, and leaves nothing hidden behind")
  func signals() throws {
    let whole = try withTemporaryFolder { folder in
      #expect(try study(in: folder).status == 0)
      return try StudyFiles.bytes(of: folder.appending(path: "out"))
    }
    try withTemporaryFolder { folder in
      try Data(StudyFiles.small.utf8).write(to: folder.appending(path: "study.yaml"))
      for (step, number) in [SIGHUP, SIGINT, SIGTERM, SIGQUIT, SIGKILL].enumerated() {
        let process = Process()
        process.executableURL = executableURL
        process.arguments = ["study", "study.yaml", "--out", "out"] + Self.options
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(100_000 + step * 60_000))
        kill(process.processIdentifier, number)
        process.waitUntilExit()
        if process.terminationReason == .uncaughtSignal {
          #expect(process.terminationStatus == number)
        }
      }
      #expect(try study(in: folder).status == 0)
      #expect(try StudyFiles.bytes(of: folder.appending(path: "out")) == whole)
    }
  }
}
