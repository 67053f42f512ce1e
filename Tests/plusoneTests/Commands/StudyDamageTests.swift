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

  @Test("missing, cut or changed files are computed again, and nothing else")
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
        #expect(again.output.contains("2 were stored already"), "\(name)")
        if number % 3 == 2 { try? FileManager.default.removeItem(at: file) }
      }
      #expect(try study(in: folder).status == 0)
      #expect(try StudyFiles.bytes(of: folder.appending(path: "out")) == whole)
    }
  }

  @Test("a study that has lost its list of files, or another file for all runs, goes on")
  func lostList() throws {
    try withTemporaryFolder { folder in
      #expect(try study(in: folder).status == 0)
      let out = folder.appending(path: "out")
      let whole = try StudyFiles.bytes(of: out)
      for name in ["plusone.json", "comparison.csv", "edits.csv", "times.csv", "manifest.json"] {
        try FileManager.default.removeItem(at: out.appending(path: name))
        let again = try study(in: folder)
        #expect(again.status == 0 && again.output.contains("3 were stored already"), "\(name)")
        #expect(try StudyFiles.bytes(of: out) == whole, "\(name)")
      }
    }
  }

  @Test("a figure that was changed in a record is not used")
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

  @Test("a run that an earlier version stored is not called damaged, and is computed again")
  func earlierVersion() throws {
    try withTemporaryFolder { folder in
      #expect(try study(in: folder).status == 0)
      let whole = try StudyFiles.bytes(of: folder.appending(path: "out"))
      let place = folder.appending(path: Self.run)
      // Without a figure that came later, and with the list of that time.
      try change(place.appending(path: "run.json")) { record in
        var figures = try #require(record["figures"] as? [String: Any])
        var plan = try #require(figures["plan"] as? [String: Any])
        try #require(plan.removeValue(forKey: "home_bill") != nil)
        (figures["plan"], figures["without_goals"]) = (plan, nil)
        record["figures"] = figures
      }
      try change(place.appending(path: "plusone.json")) { listing in
        var files = try #require(listing["files"] as? [String: Any])
        files["run.json"] = [String: Any]()
        listing["files"] = files
      }
      let query = try runPlusOne(["study", "results", "out"], in: folder)
      #expect(query.status == 65 && query.output == "")
      #expect(query.errors.contains("an earlier version of the program stored this run"))
      #expect(query.errors.contains("with --resume") && !query.errors.contains("damaged"))
      let again = try study(in: folder)
      #expect(again.status == 0 && again.errors.contains("note: an earlier version of the program"))
      #expect(try StudyFiles.bytes(of: folder.appending(path: "out")) == whole)
    }
  }

  private func change(_ file: URL, _ body: (inout [String: Any]) throws -> Void) throws {
    var object = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    try body(&object)
    try JSONSerialization.data(withJSONObject: object).write(to: file)
  }

  @Test("a damaged run is computed again and keeps a user's files")
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

  @Test("a user's entry in place of a run is moved aside, and nothing of it is lost")
  func strangers() throws {
    let baseline = "--model '\(TestPaths.model("baseline"))'"
    let setups = [
      "rmdir $(dirname $RUN); echo mine > $(dirname $RUN)",
      "mkdir -p plans/best; echo mine > plans/best/costs.csv; ln -s \"$PWD/plans/best\" $RUN",
      "$PLUSONE solve '\(TestPaths.case("everything"))' \(baseline) --out $RUN",
      "mkdir $RUN; echo mine > $RUN/costs.csv", "echo mine > $RUN", "ln -s nowhere $RUN",
      "cp -r out/runs/below-60/as-is/joint $RUN",
    ]
    try withTemporaryFolder { folder in
      #expect(try study(in: folder).status == 0)
      let whole = try StudyFiles.bytes(of: folder.appending(path: "out"))
      for (number, setup) in setups.enumerated() {
        _ = try shell("RUN=\(Self.run); rm -r $RUN; \(setup)", in: folder)
        let again = try study(in: folder)
        #expect(again.status == 0, "\(setup): \(again.errors)")
        for (name, bytes) in whole {
          let now = try? Data(contentsOf: folder.appending(path: "out/\(name)"))
          #expect(now == bytes, "\(setup): \(name)")
        }
        let aside = try shell("find out -name '*.moved-aside*' | wc -l", in: folder)
        #expect(Int(aside.filter(\.isNumber)) == number + 1, "\(setup)")
      }
      #expect(try shell("cat plans/best/costs.csv", in: folder) == "mine\n")
      let kept = "cat out/runs/baseline/as-is/joint.moved-aside-3/costs.csv"
      #expect(try shell(kept, in: folder) == "mine\n")
    }
  }

  @Test("a user's file with the name of a run's file is kept, and so are copies of runs")
  func copies() throws {
    let only = StudyFiles.small.replacing("coordination: both", with: "coordination: joint")
    try withTemporaryFolder { folder in
      #expect(try runStudy(only, in: folder).status == 0)
      let place = folder.appending(path: Self.run)
      _ = try shell("cp -r ../joint ../joint-before", in: place)
      for suffix in ["", "-2"] {
        // As if the run had been written by a version without this table.
        _ = try shell(
          "sed -i '/\"costs.csv\"/,/}/d' plusone.json; echo mine > costs.csv", in: place)
        let again = try runStudy(only, in: folder, "--replace")
        #expect(
          again.status == 0 && again.errors.contains("kept, because this study did not write it"))
        let kept = place.appending(path: "costs.csv.moved-aside" + suffix)
        #expect(try String(contentsOf: kept, encoding: .utf8) == "mine\n")
        let table = place.appending(path: "costs.csv")
        #expect(try String(contentsOf: table, encoding: .utf8).contains(","))
      }
      let copy = place.deletingLastPathComponent().appending(path: "joint-before/costs.csv")
      #expect(FileManager.default.fileExists(atPath: copy.path))
    }
  }

  @Test("a study starts if a killed one has left an empty hidden folder")
  func emptyLeftover() throws {
    try withTemporaryFolder { folder in
      _ = try shell("mkdir -p out/.plusone.json.plusone-abcdef", in: folder)
      #expect(try study(in: folder).status == 0)
      #expect(hidden(in: folder) == [])
    }
  }

  @Test("missing records have status 66, and records that are too large 65")
  func records() throws {
    try withTemporaryFolder { folder in
      #expect(try study(in: folder).status == 0)
      let query = { try runPlusOne(["study", "results", "out"], in: folder) }
      _ = try shell("mv \(Self.run)/run.json .", in: folder)
      #expect(try query().status == 66)
      _ = try shell("mv \(Self.run) kept", in: folder)
      #expect(try query().status == 66)
      _ = try shell("mv kept \(Self.run); mv run.json \(Self.run)", in: folder)
      #expect(try query().status == 0)
      _ = try shell("truncate -s 1T out/manifest.json", in: folder)
      let large = try query()
      #expect(large.status == 65 && large.errors.contains("larger than"), "\(large.errors)")
    }
  }

  @Test("a study continues after any signal, and leaves nothing hidden")
  func signals() throws {
    let whole = try withTemporaryFolder { folder in
      #expect(try study(in: folder).status == 0)
      return try StudyFiles.bytes(of: folder.appending(path: "out"))
    }
    try withTemporaryFolder { folder in
      try Data(StudyFiles.small.utf8).write(to: folder.appending(path: "study.yaml"))
      var ended = 0
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
          ended += 1
          #expect(process.terminationStatus == number)
        }
        // Signals that cannot be caught may leave something, which the next run removes.
        if ![SIGQUIT, SIGKILL].contains(number) { #expect(hidden(in: folder) == []) }
      }
      #expect(ended > 0)
      #expect(try study(in: folder).status == 0)
      #expect(hidden(in: folder) == [])
      #expect(try StudyFiles.bytes(of: folder.appending(path: "out")) == whole)
    }
  }

  private func hidden(in folder: URL) -> [String] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
    return paths.compactMap { $0 as? String }.filter { $0.contains(".plusone-") }
  }
}
