import Foundation
import TestSupport
import Testing

/// `--baseline` and the folder `without_goals`, on ``ThreeRegions``.
@Suite("--baseline")
struct BaselineCommandTests {
  /// A plan without goals of the instance with less demand, so that C keeps 2 of its metal and not 5. It is stored in
  /// `base`.
  private func withOtherBaseline(_ body: (URL) throws -> Void) throws {
    let less = [
      "demands.csv":
        "region,commodity,period,quantity,shortage_cost\nA,metal,*,10,1000\nC,metal,*,4,1000\n"
    ]
    try ThreeRegions.with(less) { folder in
      let solved = try ThreeRegions.run("solve", in: folder, ["--out", "base"])
      try #require(solved.status == 0, "\(solved.errors)")
      try ThreeRegions.write(to: folder)
      try body(folder)
    }
  }

  private static let other = ["--set", "others_keep=50%", "--baseline", "base", "--allow-changed"]

  @Test(
    "the flows that others keep are those of the stored plan",
    arguments: [
      ("solve", "objective", [String]()), ("explain", "objective", []),
      ("alternatives", "optimum", []),
      ("frontier", "cost", ["--vary", "service=0%..1%", "--steps", "2"]),
    ])
  func isUsed(command: String, key: String, options: [String]) throws {
    // C keeps 2: 2·10 + 8·11 for C, 8·11 for A, which is 2 short.
    try withOtherBaseline { folder in
      let result = try ThreeRegions.run(
        command, in: folder, options + Self.other + ["--format", "json"])
      #expect(abs(try ThreeRegions.number(key, result) - 2196) < 1e-4, "\(result.errors)")
      #expect(result.errors.contains("the instance has changed"))
    }
  }

  @Test("export takes the flows that others keep from the stored plan")
  func exported() throws {
    try withOtherBaseline { folder in
      let options = ["--set", "others_keep=50%", "--format", "mps"]
      let fresh = try ThreeRegions.run("export", in: folder, options)
      let other = try ThreeRegions.run(
        "export", in: folder, options + ["--baseline", "base", "--allow-changed"])
      #expect(fresh.status == 0 && other.status == 0, "\(other.errors)")
      #expect(fresh.output != other.output)
      #expect(try ThreeRegions.run("solve", in: folder, ["--out", "same"]).status == 0)
      let same = try ThreeRegions.run("export", in: folder, options + ["--baseline", "same"])
      #expect(same.status == 0 && same.output == fresh.output, "\(same.errors)")
    }
  }

  @Test(
    "a baseline is read and checked also if others keep nothing",
    arguments: [
      ("solve", [String]()), ("explain", []), ("alternatives", []), ("export", ["--format", "lp"]),
      ("frontier", ["--vary", "service=0%..1%", "--steps", "2"]),
    ])
  func isChecked(command: String, options: [String]) throws {
    try withOtherBaseline { folder in
      let missing = try ThreeRegions.run(command, in: folder, options + ["--baseline", "nowhere"])
      #expect(missing.status == 66 && missing.output == "", "\(missing.errors)")
      let changed = try ThreeRegions.run(command, in: folder, options + ["--baseline", "base"])
      #expect(changed.status == 65 && changed.output == "", "\(changed.errors)")
      #expect(changed.errors.contains("the instance has changed"))
      #expect(changed.errors.contains("; solve again, or use the old plan anyway"))
    }
  }

  @Test("alternatives compares with the stored plan, or says that it does not")
  func compared() throws {
    try withOtherBaseline { folder in
      let other = try ThreeRegions.run(
        "alternatives", in: folder, ["--baseline", "base", "--allow-changed"])
      #expect(other.status == 0 && other.errors.contains("a plan that is found now"))
      #expect(try ThreeRegions.run("solve", in: folder, ["--out", "same"]).status == 0)
      let same = try ThreeRegions.run("alternatives", in: folder, ["--baseline", "same"])
      let fresh = try ThreeRegions.run("alternatives", in: folder)
      #expect(same.status == 0 && same.errors == "" && same.output == fresh.output)
    }
  }

  @Test("the frontier reads the stored plan once and warns once")
  func warnsOnce() throws {
    try withOtherBaseline { folder in
      let result = try ThreeRegions.run(
        "frontier", in: folder,
        ["--vary", "others_keep=0%..100%", "--steps", "3", "--baseline", "base", "--allow-changed"])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }
  }

  @Test("the frontier checks the options of every model")
  func optionsOfEach() throws {
    let declining =
      (ThreeRegions.files["model.yaml"] ?? "")
      .replacing("{service: 0}", with: "{service: 0, decline: 100%}") + "max_decline: $decline\n"
    try ThreeRegions.with(["model.yaml": declining]) { folder in
      #expect(try ThreeRegions.run("solve", in: folder, ["--out", "base"]).status == 0)
      let options = ["--vary", "decline=100%..50%", "--steps", "2", "--baseline", "base"]
      let refused = try ThreeRegions.run("frontier", in: folder, options)
      #expect(refused.status == 65 && refused.errors.contains("other options (max_decline)"))
      let allowed = try ThreeRegions.run("frontier", in: folder, options + ["--allow-changed"])
      #expect(allowed.status == 0, "\(allowed.errors)")
      #expect(allowed.errors.components(separatedBy: "max_decline").count == 2)
    }
  }

  // MARK: Where it is stored

  @Test("the plan without goals is stored with the plan, and can be the baseline")
  func stored() throws {
    try ThreeRegions.with { folder in
      let keep = ["--set", "others_keep=50%"]
      #expect(try ThreeRegions.run("solve", in: folder, keep + ["--out", "plan"]).status == 0)
      let inner = folder.appending(path: "plan/without_goals")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: inner.path).contains("allocation.csv"))
      let report = try runPlusOne(["report", "plan/without_goals"], in: folder)
      #expect(report.status == 0, "\(report.errors)")
      let tested = try runPlusOne(["report", "plan"], in: folder)
      #expect(tested.status == 0, "\(tested.errors)")
      for baseline in ["plan", "plan/without_goals"] {
        let again = try ThreeRegions.run(
          "solve", in: folder, keep + ["--baseline", baseline, "--format", "json"])
        #expect(abs(try ThreeRegions.number("objective", again) - 5160) < 1e-4)
      }
      // It is replaced as a whole, and kept if it holds a file of the user.
      #expect(try ThreeRegions.run("solve", in: folder, keep + ["--out", "plan"]).status == 0)
      let note = inner.appending(path: "note.txt")
      try Data("mine".utf8).write(to: note)
      let refused = try ThreeRegions.run("solve", in: folder, keep + ["--out", "plan"])
      #expect(
        refused.status == 73 && refused.errors.contains("without_goals/note.txt"),
        "\(refused.errors)")
      #expect(FileManager.default.fileExists(atPath: note.path))
    }
  }

  @Test("a plan without goals replaces one that has the folder without_goals, and leaves none")
  func replacedWithout() throws {
    try ThreeRegions.with(["none.yaml": "name: none\n"]) { folder in
      #expect(try ThreeRegions.run("solve", in: folder, ["--out", "plan"]).status == 0)
      let plain = try runPlusOne(
        ["solve", "instance", "--model", "instance/none.yaml", "--out", "plan"], in: folder)
      #expect(plain.status == 0, "\(plain.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/plan/without_goals"))
      let hidden = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(hidden.sorted() == ["instance", "plan"])
      let result = try ThreeRegions.run(
        "solve", in: folder,
        ["--set", "others_keep=50%", "--baseline", "plan", "--format", "json"])
      #expect(abs(try ThreeRegions.number("objective", result) - 5160) < 1e-4)
    }
  }

  @Test("a baseline for other options or another instance is an error, unless it is allowed")
  func changedBaseline() throws {
    let other = (ThreeRegions.files["model.yaml"] ?? "") + "max_decline: 10%\n"
    try ThreeRegions.with(["other.yaml": other]) { folder in
      #expect(try ThreeRegions.run("solve", in: folder, ["--out", "plan"]).status == 0)
      let arguments = [
        "solve", "instance", "--model", "instance/other.yaml", "--set", "others_keep=50%",
        "--baseline", "plan",
      ]
      let refused = try runPlusOne(arguments, in: folder)
      #expect(refused.status == 65 && refused.errors.contains("max_decline"), "\(refused.errors)")
      let allowed = try runPlusOne(
        arguments + ["--allow-changed", "--out", "allowed"], in: folder)
      #expect(allowed.status == 0 && allowed.errors.contains("warning"), "\(allowed.errors)")
      let stored = try runPlusOne(["report", "allowed"], in: folder)
      for report in [allowed.output, stored.output] {
        let text = report.replacing("\n  ", with: " ")
        #expect(text.contains("is a stored plan of other data or options"), "\(text)")
        #expect(text.contains("with other options (max_decline)"))
        #expect(!text.contains("the same data, options and objective"))
      }
      let costs = "commodity,origin,destination,unit_cost\n*,*,*,2\n"
      try Data(costs.utf8).write(to: folder.appending(path: "instance/lanes.csv"))
      let changed = try ThreeRegions.run("solve", in: folder, ["--baseline", "plan"])
      #expect(
        changed.status == 65 && changed.errors.contains("instance has changed"), "\(changed.errors)"
      )
    }
  }

  @Test("no file is written into the stored plan, nor into the plan that it is in")
  func isOutside() throws {
    try ThreeRegions.with { folder in
      #expect(try ThreeRegions.run("solve", in: folder, ["--out", "plan"]).status == 0)
      let before = try StudyFiles.bytes(of: folder)
      let inner = "plan/without_goals"
      for (baseline, out) in [
        ("plan", inner + "/allocation.csv"), ("plan", "plan/new.lp"), (inner, "plan/model.yaml"),
      ] {
        let run = try ThreeRegions.run(
          "export", in: folder, ["--format", "lp", "--baseline", baseline, "--out", out])
        #expect(
          run.status == 73 && run.errors.contains("which this command reads"), "\(run.errors)")
      }
      let solved = try ThreeRegions.run(
        "solve", in: folder, ["--baseline", inner, "--out", inner])
      #expect(
        solved.status == 73 && solved.errors.contains("which this command reads"),
        "\(solved.errors)")
      #expect(try StudyFiles.bytes(of: folder) == before)
    }
  }

  @Test("a baseline of another model is stored with its own model, and can be used again")
  func otherModel() throws {
    let base = "name: base\ntitle: No limits\nparameters: {md: 50%}\nmax_decline: $md\n"
    try ThreeRegions.with(["base.yaml": base]) { folder in
      let solved = try ThreeRegions.run(
        "solve", in: folder, model: "base.yaml", ["--set", "md=100%", "--out", "base"])
      #expect(solved.status == 0, "\(solved.errors)")
      let keep = ["--set", "others_keep=50%"]
      let kept = try ThreeRegions.run(
        "solve", in: folder, keep + ["--baseline", "base", "--out", "kept"])
      #expect(kept.status == 0, "\(kept.errors)")
      let inner = "kept/without_goals"
      let own = try String(
        contentsOf: folder.appending(path: inner + "/model.yaml"), encoding: .utf8)
      #expect(own == base)
      let summary = try runPlusOne(["report", inner, "--format", "json"], in: folder)
      #expect(summary.status == 0 && !summary.output.contains("\"times\""), "\(summary.errors)")
      for baseline in ["kept", inner] {
        let again = try ThreeRegions.run(
          "solve", in: folder, keep + ["--baseline", baseline, "--format", "json"])
        #expect(abs(try ThreeRegions.number("objective", again) - 5160) < 1e-4)
      }
      let stress = try runPlusOne(["stress", "instance", "--plan", inner], in: folder)
      #expect(stress.status == 0 && stress.output.contains("No limits"), "\(stress.errors)")
    }
  }

  @Test("a stress run is stored with the plan without goals", arguments: [true, false])
  func stressed(isStored: Bool) throws {
    try ThreeRegions.with { folder in
      #expect(try ThreeRegions.run("solve", in: folder, ["--out", "plan"]).status == 0)
      let plan = isStored ? ["--plan", "plan"] : ["--model", "instance/model.yaml"]
      let run = try runPlusOne(["stress", "instance"] + plan + ["--out", "again"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let read = { (name: String) in
        try StudyFiles.bytes(of: folder.appending(path: name + "/without_goals"))
      }
      let (before, after) = (try read("plan"), try read("again"))
      #expect(before.count > 10 && after == before)
      let summary = { (name: String) in
        try runPlusOne(["report", name, "--format", "json"], in: folder)
      }
      for key in ["bill", "bill_without_goals"] {
        let bills = try ["plan", "again"].map { try ThreeRegions.number(key, summary($0)) }
        #expect(bills[0] > 0 && bills[0] == bills[1])
      }
      let again = try ThreeRegions.run(
        "solve", in: folder,
        ["--set", "others_keep=50%", "--baseline", "again", "--format", "json"])
      #expect(abs(try ThreeRegions.number("objective", again) - 5160) < 1e-4)
    }
  }

  @Test(
    "a report on the plan without goals is headed by its own title and has no parameter of goals")
  func heading() throws {
    let titled =
      "title: Nothing from B\n"
      + (ThreeRegions.files["model.yaml"] ?? "")
      .replacing("{service: 0}", with: "{service: 10%, decline: 90%}") + "max_decline: $decline\n"
    try ThreeRegions.with(["model.yaml": titled]) { folder in
      #expect(try ThreeRegions.run("solve", in: folder, ["--out", "plan"]).status == 0)
      let outer = try runPlusOne(["stress", "instance", "--plan", "plan"], in: folder)
      #expect(outer.output.contains("service = 10%"), "\(outer.errors)")
      let inner = folder.appending(path: "plan/without_goals")
      for (plan, place) in [("plan/without_goals", folder), (".", inner)] {
        let instance = folder.appending(path: "instance").path
        let run = try runPlusOne(["stress", instance, "--plan", plan], in: place)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("The plan without the goals of: Nothing from B"))
        #expect(run.output.contains("decline = 90%") && !run.output.contains("service = "))
        let report = try runPlusOne(["report", plan], in: place)
        #expect(report.status == 0 && report.output.contains("decline = 90%"))
        #expect(!report.output.contains("service = "))
      }
    }
  }
}
