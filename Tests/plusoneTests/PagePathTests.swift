import Foundation
import TestSupport
import Testing

/// `--html` and `--charts` lose nothing: no input, no stored results, no other output, no page that was there.
@Suite("Pages replace only pages")
struct PagePathTests {
  private static let solve = ["solve", "inst", "--model", "inst/model.yaml"]

  /// Runs commands in a folder with an instance, a plan and a file.
  private func withPlan(_ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(
        at: URL(filePath: TestPaths.case("goal-reliance")), to: folder.appending(path: "inst"))
      #expect(try runPlusOne(Self.solve + ["--out", "plan"], in: folder).status == 0)
      try Data("mine\n".utf8).write(to: folder.appending(path: "notes.txt"))
      try body(folder)
    }
  }

  /// Expects that a command is refused before it works, and changes nothing.
  private func expectRefusal(_ command: [String], in folder: URL, _ words: String) throws {
    let before = try StudyFiles.bytes(of: folder)
    let run = try runPlusOne(command, in: folder)
    #expect(run.status == 73 && run.output == "", "\(command)")
    #expect(run.errors.contains(words), "\(command): \(run.errors)")
    #expect(try StudyFiles.bytes(of: folder) == before, "\(command)")
  }

  @Test("no page and no picture is written into stored results that are read")
  func stored() throws {
    try withPlan { folder in
      let baseline = ["inst", "--model", "inst/model.yaml", "--baseline", "plan"]
      for command in [
        ["report", "plan"], ["report", "plan/without_goals"], ["solve"] + baseline,
        ["explain"] + baseline, ["alternatives"] + baseline,
        ["stress", "inst", "--plan", "plan"], ["worst", "inst", "--plan", "plan"],
      ] {
        for output in [
          ["--html", "plan/summary.json"], ["--html", "./plan/new.html"], ["--charts", "plan/new"],
        ] {
          try expectRefusal(command + output, in: folder, "which this command reads")
        }
      }
      #expect(try runStudy(StudyFiles.small, in: folder, "--only", "baseline").status == 0)
      for output in [["--html", "out/comparison.csv"], ["--charts", "out/charts"]] {
        try expectRefusal(
          ["study", "results", "out"] + output, in: folder, "which this command reads")
      }
    }
  }

  @Test("outputs at one place, or one in another, are refused")
  func apart() throws {
    try withPlan { folder in
      for outputs in [
        ["--html", "x", "--charts", "x"], ["--out", "x", "--html", "x"],
        ["--out", "x", "--charts", "./x/"], ["--charts", "x", "--out", "x/plan"],
        ["--out", "x", "--html", "x/page.html"], ["--charts", "x", "--html", "x/page.html"],
        ["--html", "x", "--charts", "x/charts"],
      ] {
        try expectRefusal(Self.solve + outputs, in: folder, "which this command writes too")
      }
      let sensitivity = ["sensitivity", "inst", "--model", "inst/model.yaml", "--out", "worlds"]
      try expectRefusal(
        sensitivity + ["--resume", "--html", "worlds/tornado.csv"], in: folder, "writes too")
    }
  }

  @Test("inputs, folders, files of others and results of another kind are kept")
  func inputs() throws {
    try withPlan { folder in
      for page in ["inst/model.yaml", "inst/demands.csv"] {
        try expectRefusal(Self.solve + ["--html", page], in: folder, "is an input")
      }
      let study = "name: s\ninstance: inst\noptions:\n  - model: inst/model.yaml\n"
      try Data(study.utf8).write(to: folder.appending(path: "study.yaml"))
      for page in ["study.yaml", "inst/demands.csv"] {
        try expectRefusal(["study", "study.yaml", "--html", page], in: folder, "is an input")
      }
      try expectRefusal(Self.solve + ["--html", "plan"], in: folder, "is a folder; name a file")
      try expectRefusal(Self.solve + ["--charts", "inst"], in: folder, "is an input")
      try expectRefusal(Self.solve + ["--charts", "notes.txt"], in: folder, "is a file")
      try expectRefusal(
        Self.solve + ["--charts", "plan"], in: folder, "holds a plan, not pictures")
    }
  }

  @Test("a page and pictures replace older ones, and leave nothing beside them")
  func again() throws {
    try withPlan { folder in
      for _ in 1...2 {
        let run = try runPlusOne(
          Self.solve + ["--html", "page.html", "--charts", "charts", "--out", "plan"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
          == ["charts", "inst", "notes.txt", "page.html", "plan"])
      let page = try runPlusOne(["report", "plan", "--html", "/dev/stdout"], in: folder)
      #expect(page.status == 0 && page.output.hasPrefix("<!DOCTYPE html>"), "\(page.errors)")
    }
  }

  @Test("a page that cannot be written leaves the old one, and nothing beside it")
  func failure() throws {
    try withPlan { folder in
      let before = try StudyFiles.bytes(of: folder)
      let script = "(ulimit -f 1; exec $PLUSONE report plan --html notes.txt 2>&1); echo $?"
      #expect(
        try shell(script, in: folder)
          == "plusone: notes.txt: cannot be written: File too large\n73\n")
      let run = try runPlusOne(["report", "plan", "--html", "notes.txt/page.html"], in: folder)
      #expect(run.status == 73 && run.output == "", "\(run.errors)")
      #expect(try StudyFiles.bytes(of: folder) == before)
    }
  }

  @Test(
    "a program without the files for pictures says so before it works, and needs none without a page"
  )
  func charting() throws {
    try withPlan { folder in
      let program = folder.appending(path: "bin/plusone")
      try FileManager.default.createDirectory(
        at: program.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: executableURL, to: program)
      for output in ["--html", "--charts"] {
        let run = try TestSupport.run(program, ["report", "plan", output, "new"], in: folder)
        #expect(run.status == 66 && run.output == "", "\(run.errors)")
        #expect(run.errors.contains("make charting"), "\(run.errors)")
      }
      #expect(try TestSupport.run(program, ["report", "plan"], in: folder).status == 0)
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "new").path))
    }
  }
}
