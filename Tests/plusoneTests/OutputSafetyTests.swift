import Foundation
import TestSupport
import Testing

/// Writing results never loses a user's file.
@Suite("Results replace only results")
struct OutputSafetyTests {
  private static let instance = TestPaths.case("goal-reliance")
  private static let solve = ["solve", instance, "--model", instance + "/model.yaml", "--out"]

  private func write(_ text: String, _ path: String, in folder: URL) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func read(_ path: String, in folder: URL) -> String? {
    try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  private func copyInstance(to folder: URL) throws {
    try FileManager.default.copyItem(
      at: URL(filePath: Self.instance), to: folder.appending(path: "inst"))
  }

  @Test("the current folder, an empty name and folders above are refused by every command")
  func places() throws {
    try withTemporaryFolder { folder in
      let inside = folder.appending(path: "work/here")
      try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
      try Data(StudyFiles.small.utf8).write(to: folder.appending(path: "study.yaml"))
      for place in [".", "", "..", inside.path, "/", "../here/."] {
        for command in [Self.solve, ["study", "../../study.yaml", "--out"]] {
          let run = try runPlusOne(command + [place], in: inside)
          #expect(run.status == 73 && run.output == "", "\(command) \(place): \(run.errors)")
          #expect(run.errors.contains("name"), "\(run.errors)")
        }
        #expect(
          try FileManager.default.contentsOfDirectory(atPath: inside.path) == [], "\(place)")
      }
      #expect(try runPlusOne(["new", ""], in: inside).status != 0)
    }
  }

  @Test("the inputs of a command are never replaced")
  func inputs() throws {
    try withTemporaryFolder { folder in
      try copyInstance(to: folder)
      let before = try StudyFiles.bytes(of: folder)
      let inputs = ["inst", "--model", "inst/model.yaml", "--out"]
      for out in ["inst", "inst/", "../" + folder.lastPathComponent] {
        #expect(try runPlusOne(["solve"] + inputs + [out], in: folder).status == 73)
      }
      for out in ["inst/model.yaml", "inst/demands.csv", "inst/quotas.csv", "inst"] {
        let export = ["export"] + inputs + [out, "--format", "lp"]
        #expect(try runPlusOne(export, in: folder).status == 73, "\(out)")
      }
      #expect(try StudyFiles.bytes(of: folder) == before)
    }
  }

  @Test("a folder of somebody else with files of the same names is not changed")
  func foreign() throws {
    try withTemporaryFolder { folder in
      let files = ["manifest.json": "{\"name\": \"an extension\"}", "comparison.csv": "mine\n"]
      for (name, text) in files { try write(text, "out/\(name)", in: folder) }
      let run = try runStudy(StudyFiles.small, in: folder)
      #expect(run.status == 73 && run.errors.contains("comparison.csv, manifest.json"))
      for (name, text) in files { #expect(read("out/\(name)", in: folder) == text) }

      try write("{\"program\": \"other\"}", "plan/plusone.json", in: folder)
      try write("mine\n", "plan/costs.csv", in: folder)
      let plan = try runPlusOne(Self.solve + ["plan"], in: folder)
      #expect(plan.status == 73 && plan.errors.contains("costs.csv"))
      #expect(read("plan/costs.csv", in: folder) == "mine\n")
    }
  }

  @Test("results of one kind do not replace results of another")
  func kinds() throws {
    try withTemporaryFolder { folder in
      #expect(try runStudy(StudyFiles.small, in: folder, "--only", "baseline").status == 0)
      let run = try runPlusOne(Self.solve + ["out/runs/baseline/as-is/joint"], in: folder)
      #expect(run.status == 73 && run.errors.contains("holds a run, not a plan"))
    }
  }

  @Test("a folder of results with a file of the user is refused, and the file is named")
  func strangers() throws {
    try withTemporaryFolder { folder in
      #expect(try runPlusOne(Self.solve + ["plan"], in: folder).status == 0)
      #expect(try runPlusOne(Self.solve + ["plan"], in: folder).status == 0)
      try write("mine", "plan/notes.txt", in: folder)
      let run = try runPlusOne(Self.solve + ["plan"], in: folder)
      #expect(run.status == 73 && run.errors.contains("notes.txt"))
      #expect(read("plan/notes.txt", in: folder) == "mine")
    }
  }

  @Test("a study follows no link and removes only its own runs")
  func studyRuns() throws {
    try withTemporaryFolder { folder in
      #expect(try runStudy(StudyFiles.small, in: folder, "--only", "*/*/joint").status == 0)
      let mine = [
        "home/docs/letters/thesis.txt", "out/runs/notes.txt", "out/runs/x/y/z/deep.txt",
        "out/runs/x/.cache.plusone-backup/a.txt", "out/.photos.plusone-2024/b.jpg",
        "out/runs/baseline/as-is/joint/remarks.txt",
      ]
      for path in mine { try write("mine", path, in: folder) }
      for link in ["zz", "zy/q"] {
        let path = folder.appending(path: "out/runs/\(link)")
        try FileManager.default.createDirectory(
          at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
          at: path, withDestinationURL: folder.appending(path: "home"))
      }
      // The study now lacks its second option, so that runs are removed and others are computed again.
      let fewer = StudyFiles.small.replacing("name: below-60", with: "name: other")
      let run = try runStudy(fewer.replacing("both", with: "joint"), in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("out/runs/baseline/as-is/joint/remarks.txt and "))
      #expect(run.errors.contains("kept, because this study did not write it"))
      for path in mine { #expect(read(path, in: folder) == "mine", "\(path)") }
      let runs = folder.appending(path: "out/runs").path
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: runs).sorted()
          == ["a-tenth-at-home", "baseline", "notes.txt", "other", "x", "zy", "zz"])
    }
  }

  @Test("nothing is written into a stored plan that is read")
  func storedPlan() throws {
    try withTemporaryFolder { folder in
      let instance = TestPaths.case("stress")
      let plan = ["solve", instance, "--model", instance + "/model.yaml", "--out", "plan"]
      #expect(try runPlusOne(plan, in: folder).status == 0)
      let before = try StudyFiles.bytes(of: folder)
      for command in [
        ["chokepoints", "--out", "plan/allocation.csv"], ["chokepoints", "--out", "plan/new.csv"],
        ["stress", "--out", "plan/sub"], ["worst", "--out", "plan/sub"],
        ["stockpile", "--service", "90%", "--members", "quad", "--out", "./plan/sub"],
      ] {
        let options = [command[0], instance, "--plan", "plan"] + command.dropFirst()
        let run = try runPlusOne(options, in: folder)
        #expect(
          run.status == 73 && run.errors.contains("which this command reads"), "\(run.errors)")
        #expect(try StudyFiles.bytes(of: folder) == before)
      }
    }
  }

  @Test("a stream that leads to a file is not emptied", arguments: ["stdout", "fd/1"])
  func stream(name: String) throws {
    let everything = TestPaths.case("everything")
    let commands = [
      "export '\(Self.instance)' --model '\(Self.instance)/model.yaml' --format lp",
      "chokepoints '\(everything)' --model '\(TestPaths.model("baseline"))' --format csv",
    ]
    for command in commands {
      try withTemporaryFolder { folder in
        try write("old\n", "all", in: folder)
        let script = "$PLUSONE \(command) --out /dev/\(name) >> all; echo $?"
        #expect(try shell(script, in: folder) == "0\n")
        let text = try #require(read("all", in: folder))
        #expect(text.hasPrefix("old\n") && text.count > 100)
        let second = "(echo first; $PLUSONE \(command) --out /dev/\(name)) > all; echo $?"
        #expect(try shell(second, in: folder) == "0\n")
        #expect(read("all", in: folder)?.dropFirst(6) == text.dropFirst(4))
      }
    }
  }

  @Test("a single file is replaced completely or stays, and a link to it is followed")
  func singleFile() throws {
    try withTemporaryFolder { folder in
      let command =
        "$PLUSONE export '\(Self.instance)' --model '\(Self.instance)/model.yaml' --format lp --out"
      try write("old", "real.lp", in: folder)
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "link.lp").path, withDestinationPath: "real.lp")
      for limit in [0, 1] {
        let script = "(ulimit -f \(limit); exec \(command) link.lp 2>/dev/null); echo $?"
        #expect(try shell(script, in: folder) == "73\n")
        #expect(read("real.lp", in: folder) == "old")
      }
      #expect(try shell("\(command) link.lp; echo $?", in: folder) == "0\n")
      #expect(read("real.lp", in: folder)?.hasSuffix("End\n") == true)
      #expect(try shell("\(command) /dev/stdout | tail -n 1", in: folder) == "End\n")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
          == ["link.lp", "real.lp"])
    }
  }

  @Test("the table of chokepoints is complete before it replaces the old one")
  func chokepoints() throws {
    try withTemporaryFolder { folder in
      let everything = TestPaths.case("everything")
      try write("old", "c.csv", in: folder)
      let script =
        "$PLUSONE chokepoints '\(everything)' --model '\(TestPaths.model("baseline"))' --out c.csv"
      let full = try shell("(ulimit -f 0; exec \(script) 2>&1 >/dev/null) | cat", in: folder)
      #expect(full == "plusone: c.csv: cannot be written: File too large\n")
      #expect(read("c.csv", in: folder) == "old")
      #expect(try shell("\(script) >/dev/null; echo $?", in: folder) == "0\n")
      #expect(read("c.csv", in: folder)?.contains(",") == true)
    }
  }
}
