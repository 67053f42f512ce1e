import Foundation
import Sourcing
import TestSupport
import Testing

@Suite("plusone study")
struct StudyCommandTests {
  @Test("the number of jobs changes no byte of the results")
  func jobs() throws {
    let results = try ["1", "2", "7"].map { jobs in
      try withTemporaryFolder { folder in
        let run = try runStudy(StudyFiles.small, in: folder, "--jobs", jobs)
        #expect(run.status == 0)
        return (run.output, try StudyFiles.bytes(of: folder.appending(path: "out")))
      }
    }
    #expect(results[0].0 == results[1].0)
    #expect(results[0].1.count > 12 * 15)
    #expect(results[0].1 == results[1].1)
  }

  @Test("a study says first in which runs goals are met only with shortages")
  func servingLess() throws {
    try withTemporaryFolder { folder in
      let bought = folder.appending(path: "buyer")
      try FileManager.default.createDirectory(at: bought, withIntermediateDirectories: true)
      let goal = "kind: largest_source, commodity: g, at_most: $cap}\nparameters: {cap: 33.3%"
      try OneBuyer.write(to: bought, goal: goal)
      let study = """
        name: small
        instance: buyer
        options:
          - {model: buyer/model.yaml, name: nothing}
          - {model: buyer/model.yaml, name: half, set: {cap: 60%}}
          - {model: buyer/model.yaml, name: free, set: {cap: 100%}}

        """
      let run = try runStudy(study, in: folder)
      #expect(run.status == 0)
      #expect(
        run.output.hasPrefix("In 1 of 3 runs goals are met only with shortages: nothing."),
        "\(run.output)")
      #expect(run.output.contains("1 of 1, short"))
      let columns = "option,goals,goals_met,goals_met_by_serving_less,achieved"
      let table = try runPlusOne(
        ["study", "results", "out", "--format", "csv", "--columns", columns], in: folder)
      let lines = table.output.split(separator: "\n")
      #expect(
        lines == [
          "option,goals,goals_met,goals_met_by_serving_less,achieved",
          "nothing,1,1,1,\"largest_source-1: 0, with shortages\"",
          "half,1,1,0,largest_source-1: 0.600", "free,0,0,0,",
        ], "\(table.output) \(table.errors)")
    }
  }

  @Test("a study says which goals the plan without goals meets too")
  func metWithoutGoals() throws {
    try withTemporaryFolder { folder in
      let buyer = folder.appending(path: "buyer")
      try FileManager.default.createDirectory(at: buyer, withIntermediateDirectories: true)
      let second = "kind: largest_source, commodity: g, at_most: $second"
      let goal =
        "kind: reliance, of: A, upon: C, commodity: g, at_most: 50%}\n  - {\(second)}\nparameters: {second: 100%"
      try OneBuyer.write(to: buyer, goal: goal)
      let study = """
        name: small
        instance: buyer
        options:
          - {model: buyer/model.yaml, name: easy}
          - {model: buyer/model.yaml, name: hard, set: {second: 60%}}

        """
      let run = try runStudy(study, in: folder)
      #expect(run.status == 0)
      #expect(run.output.contains("1 of 1, anyway "), "\(run.output)")
      #expect(run.output.contains("2 of 2, 1 anyway "))
      let columns = "option,goals,goals_met,goals_met_without_goals"
      let table = try runPlusOne(
        ["study", "results", "out", "--format", "csv", "--columns", columns], in: folder)
      #expect(table.output == "\(columns)\neasy,1,1,1\nhard,2,2,1\n", "\(table.errors)")
    }
  }

  @Test("a study is a file, or in the folder of an instance, which has a path or a name")
  func names() throws {
    try withTemporaryFolder { folder in
      let found = folder.appending(path: "instances/mine")
      try FileManager.default.createDirectory(at: found, withIntermediateDirectories: true)
      try OneBuyer.write(to: found, goal: "kind: largest_source, commodity: g, at_most: 60%")
      let study = "name: s\ninstance: .\noptions:\n  - {model: model.yaml}\n"
      try Data(study.utf8).write(to: found.appending(path: "study.yaml"))
      for (place, name) in [(folder, "instances/mine"), (found, "."), (found, "study.yaml")] {
        let run = try runPlusOne(["study", name, "--out", folder.path + "/out"], in: place)
        #expect(run.status == 0, "\(name): \(run.errors)")
      }
      let beside = folder.appending(path: "instances")
      let run = try runPlusOne(["study", "mine", "--out", folder.path + "/out"], in: beside)
      #expect(run.status == 0, "\(run.errors)")
      for (name, hint) in [("japan-rare-earth", "japan-rare-earths"), ("no.yaml", "no.yaml")] {
        let missing = try runPlusOne(["study", name], in: folder)
        #expect(missing.status == 66 && missing.errors.contains(hint), "\(missing.errors)")
      }
    }
  }

  @Test("a study that is killed ten times and resumed gives the same bytes")
  func kills() throws {
    let whole = try withTemporaryFolder { folder in
      _ = try runStudy(StudyFiles.small, in: folder)
      return try StudyFiles.bytes(of: folder.appending(path: "out"))
    }
    try withTemporaryFolder { folder in
      try Data(StudyFiles.small.utf8).write(to: folder.appending(path: "study.yaml"))
      var seed: UInt64 = 20_100_907
      for _ in 0..<10 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let process = Process()
        process.executableURL = executableURL
        process.arguments = ["study", "study.yaml", "--out", "out", "--resume", "--jobs", "2"]
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(50_000 + seed >> 33 % 900_000))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
      let last = try runStudy(StudyFiles.small, in: folder, "--resume")
      #expect(last.status == 0)
      #expect(try StudyFiles.bytes(of: folder.appending(path: "out")) == whole)
    }
  }

  @Test("only missing or changed runs are computed again")
  func resume() throws {
    try withTemporaryFolder { folder in
      _ = try runStudy(StudyFiles.small, in: folder)
      let record = { (run: String) in
        let path = folder.appending(path: "out/runs/\(run)/run.json").path
        return try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
      }
      let (kept, changed) = (
        try record("baseline/as-is/joint"), try record("below-60/as-is/joint")
      )
      try FileManager.default.removeItem(
        at: folder.appending(path: "out/runs/baseline/demand-up/joint"))
      let edited = StudyFiles.small.replacing("cap: 60%", with: "cap: 70%")
      let run = try runStudy(edited, in: folder, "--resume")
      #expect(run.output.contains("7 were stored already"))
      #expect(try record("baseline/as-is/joint") == kept)
      #expect(try record("below-60/as-is/joint") != changed)
      #expect(try record("baseline/demand-up/joint") != nil)
    }
  }

  @Test("stored runs with the same inputs are not computed again silently")
  func again() throws {
    try withTemporaryFolder { folder in
      let only = ["--only", "*/as-is/joint"]
      let first = try runStudy(StudyFiles.small, in: folder, only[0], only[1])
      #expect(!first.errors.contains("note:"))
      let file = folder.appending(path: "out/runs/baseline/as-is/joint/run.json").path
      let number = {
        try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
      }
      let kept = try number()
      let second = try runStudy(StudyFiles.small, in: folder, only[0], only[1])
      #expect(second.status == 0 && second.errors.contains("note: 3 runs are stored already"))
      #expect(second.errors.contains("--resume") && second.errors.contains("--replace"))
      #expect(try number() == kept)
      let resumed = try runStudy(StudyFiles.small, in: folder, only[0], only[1], "--resume")
      #expect(resumed.output == second.output && !resumed.errors.contains("note:"))
      #expect(try number() == kept)
      let anew = try runStudy(StudyFiles.small, in: folder, only[0], only[1], "--replace")
      #expect(anew.status == 0 && !anew.errors.contains("note:"))
      #expect(try number() != kept)
      let both = try runStudy(StudyFiles.small, in: folder, "--resume", "--replace")
      #expect(both.status == 64 && both.errors.contains("give one of them"))
    }
  }

  @Test("shortages without a disruption are said before all figures of disruptions")
  func shortWithoutDisruption() throws {
    try withTemporaryFolder { folder in
      let short = StudyFiles.small.replacing("multiply: 1.2", with: "multiply: 40")
      let run = try runStudy(short, in: folder, "--only", "baseline/*/joint")
      let warning = try #require(run.output.range(of: "even without a disruption"))
      let table = try #require(run.output.range(of: "Disruptions: R0 (home) first"))
      #expect(warning.lowerBound < table.lowerBound)
      #expect(run.output[warning.lowerBound...].prefix(300).contains("demand-up/joint"))
      let rows = try StudyFiles.rows(folder.appending(path: "out/comparison.csv"))
      let served = rows.compactMap { Double($0["service_undisturbed_own"] ?? "") }
      #expect(served.contains { $0 < 1 } && served.contains(1))
    }
  }

  @Test("--only computes the runs that match and keeps the others")
  func only() throws {
    try withTemporaryFolder { folder in
      let first = try runStudy(StudyFiles.small, in: folder, "--only", "*/as-is/joint")
      #expect(first.status == 0 && first.output.contains("3 of 12 runs"))
      let second = try runStudy(StudyFiles.small, in: folder, "--only", "baseline", "--resume")
      #expect(second.output.contains("6 of 12 runs"))
      let none = try runStudy(StudyFiles.small, in: folder, "--only", "nothing*")
      #expect(none.status == 64 && none.errors.contains("below-60"))
    }
    try withTemporaryFolder { folder in
      let none = try runStudy(StudyFiles.small, in: folder, "--only", "nothing*")
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(none.status == 64 && left == ["study.yaml"])
    }
  }

  @Test("a run without a plan is a row with its reason, and the others are complete")
  func failures() throws {
    let study = """
      name: bad
      instance: \(TestPaths.instance("japan-rare-earths-2020"))
      options:
        - model: \(TestPaths.model("baseline"))
        - model: \(TestPaths.model("reliance-cap"))
          name: impossible
          set: {cap: 0%, by: 2021}
        - model: \(TestPaths.model("reliance-cap"))
          name: misspelt
          set: {upon: CHM}
        - model: \(TestPaths.model("reliance-cap"))
          name: hurried
          set: {cap: 50%, by: 2025}
          time_limit: 0.001
        - model: \(TestPaths.model("reliance-cap"))
          name: below-50
          set: {cap: 50%, by: 2025}
      disruptions: none

      """
    try withTemporaryFolder { folder in
      let run = try runStudy(study, in: folder)
      #expect(run.status == 0)
      let rows = try StudyFiles.rows(folder.appending(path: "out/comparison.csv"))
      #expect(
        rows.map { $0["status"] } == [
          "optimal", "infeasible", "bad-input", "time-limit", "optimal",
        ])
      let reasons = rows.map { $0["reason"] ?? "" }
      let conflict = """
        the model is infeasible; these conditions conflict: goal reliance upon CHN for rare_earths: \
        at most 0% in 2021 to 2030 (in conflict: 2021); 
        """
      #expect(reasons[1].hasPrefix(conflict))
      #expect(reasons[2].contains("`CHM`") && reasons[2].contains("`CHN`"))
      #expect(reasons[3].contains("time limit of 0.001"))
      #expect(
        run.errors.contains(
          "warning: the model of 1 of 5 runs cannot be read; the first is misspelt/as-is/joint: "))
      for (row, name) in zip(rows, ["", "impossible", "misspelt", "hurried", ""]) {
        guard !name.isEmpty else {
          #expect(row.number("cost") > 0)
          continue
        }
        #expect(row["cost"] == "" && row["pareto"] == "no")
        let file = folder.appending(path: "out/runs/\(name)/as-is/joint/explanation.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.hasPrefix("\(name)/as-is/joint: ") && text.count > 60)
        #expect(run.output.contains(name))
      }
    }
  }

  @Test("a study of which no model can be read is stored, and ends with the status of bad data")
  func onlyBadModels() throws {
    try withTemporaryFolder { folder in
      try OneBuyer.write(to: folder, goal: "kind: largest_source, commodity: g, at_most: 60%")
      try Data("gaols: []\n".utf8).write(to: folder.appending(path: "model.yaml"))
      let run = try runStudy("instance: .\noptions: [{model: model.yaml}]\n", in: folder)
      #expect(run.status == 65)
      #expect(run.errors.contains("warning: the model of 1 of 1 runs cannot be read; "))
      let rows = try StudyFiles.rows(folder.appending(path: "out/comparison.csv"))
      #expect(rows.map { $0["status"] } == ["bad-input"])
    }
  }

  @Test("mistakes in the study's file are reported with their lines before anything is solved")
  func mistakes() throws {
    let cases = [
      ("{table: demands, where: {region: NOWHERE}, column: quantity, set: 1}", "matches no row"),
      ("{table: demands, column: quantities, set: 1}", "unknown column `quantities`"),
      ("{table: demands, where: {regoin: R0}, column: quantity, set: 1}", "`region`"),
      ("{table: demand, column: quantity, set: 1}", "unknown table `demand`"),
      ("{table: demands, column: quantity, add: -1000000}", "would be -"),
      ("{table: demands, column: quantity, multiply: nan}", "stands for a missing number"),
      ("{table: demands, column: quantity, multiply: '2,5 %'}", "write a point, 2.5%"),
      ("{table: demands, column: quantity, multiply: 1e308}", "no finite number"),
      ("{table: demands, column: region, multiply: 2}", "use `set`"),
      ("{table: demands, column: quantity}", "one of `set`, `add` and `multiply`"),
    ]
    for (edit, message) in cases {
      try withTemporaryFolder { folder in
        let text = StudyFiles.small.replacing(
          "{table: demands, column: quantity, multiply: 1.2}", with: edit)
        let run = try runStudy(text, in: folder)
        #expect(run.status == 65, "\(edit)")
        #expect(run.errors.contains("study.yaml:14:"), "\(run.errors)")
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out").path))
      }
    }
  }

  @Test("every changed cell is logged, with old and new value")
  func edits() throws {
    let text = StudyFiles.small.replacing(
      "{table: demands, column: quantity, multiply: 1.2}",
      with: """
        {table: stockpiles, column: initial, set: 1}
              - {table: facilities, where: {facility: f1}, column: capacity, add: 10}
              - {table: facilities, where: {facility: f1}, column: capacity, multiply: 2}
        """)
    try withTemporaryFolder { folder in
      #expect(try runStudy(text, in: folder, "--only", "baseline").status == 0)
      let rows = try StudyFiles.rows(folder.appending(path: "out/edits.csv"))
      let capacity = rows.filter { $0["table"] == "facilities" }
      #expect(capacity.count == 2)
      let first = capacity[0]
      #expect(abs(first.number("new") - first.number("old") - 10) < 1e-9)
      #expect(capacity[1]["old"] == first["new"])
      #expect(abs(capacity[1].number("new") - 2 * capacity[1].number("old")) < 1e-9)
      #expect(first["variation"] == "demand-up" && first["edit"] == "study.yaml:15")
      let stockpiles = rows.filter { $0["table"] == "stockpiles" }
      #expect(!stockpiles.isEmpty && stockpiles.allSatisfy { $0["new"] == "1" })
      let own = try StudyFiles.rows(
        folder.appending(path: "out/runs/baseline/demand-up/joint/edits.csv"))
      #expect(own == rows)
    }
  }

  @Test("a folder that no study wrote is not changed")
  func strangeFolder() throws {
    try withTemporaryFolder { folder in
      let out = folder.appending(path: "out")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: out.appending(path: "thesis.txt"))
      let run = try runStudy(StudyFiles.small, in: folder)
      #expect(run.status == 73 && run.errors.contains("thesis.txt"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: out.path) == ["thesis.txt"])
    }
  }

  @Test(
    "runs name goals that ask for nothing or are met by serving less; empty settings are mistakes")
  func warnings() throws {
    try withTemporaryFolder { folder in
      try OneBuyer.write(to: folder, goal: "kind: largest_source, commodity: g, at_most: 33.3%")
      let run = try runStudy("instance: .\noptions: [{model: model.yaml}]\n", in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("model: goal largest_source-1 is met without any supply"))
      let rows = try StudyFiles.rows(folder.appending(path: "out/comparison.csv"))
      #expect(rows.first?["warnings"]?.hasPrefix("goal largest_source-1 is met without") == true)
      let empty = try runStudy(
        "instance: .\noptions:\n  - {model: model.yaml, set: {cap: {}, a: [], b: }}\n", in: folder)
      #expect(empty.status == 65)
      #expect(
        empty.errors == """
          study.yaml:3: set: cap: found an empty mapping; give a value
          study.yaml:3: set: a: found an empty list; give a value
          study.yaml:3: set: b: found nothing; give a value

          """)
    }
  }

  @Test("a parameter that an option sets and its model does not use is a warning with its line")
  func unusedSetting() throws {
    try withTemporaryFolder { folder in
      try OneBuyer.write(to: folder, goal: "kind: service, commodity: g, at_least: 10%")
      let model = folder.appending(path: "model.yaml")
      let text = try String(contentsOf: model, encoding: .utf8)
      try Data(("parameters: {spare: 1}\n" + text).utf8).write(to: model)
      let run = try runStudy(
        "instance: .\noptions:\n  - {model: model.yaml, set: {spare: 2}}\n", in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        run.errors.contains(
          "study.yaml:3: warning: set: the option `model` sets `spare`, which its model does not use\n"
        ))
    }
  }

  @Test("results are selected by conditions")
  func results() throws {
    try withTemporaryFolder { folder in
      _ = try runStudy(StudyFiles.small, in: folder, "--only", "*/*/joint")
      let query = { (condition: String) in
        try runPlusOne(
          [
            "study", "results", "out", "--where", condition, "--format", "csv", "--columns", "run",
          ], in: folder)
      }
      #expect(
        try query("option = below-60 and change_cost > 0").output
          == "run\nbelow-60/as-is/joint\nbelow-60/demand-up/joint\n")
      #expect(
        try query("(option ~ 'b*' or cost < 0) and variation != as-is").output
          == "run\nbaseline/demand-up/joint\nbelow-60/demand-up/joint\n")
      #expect(try query("reliance <= 60.001%").output.contains("below-60/as-is/joint"))
      let unknown = try query("costs < 1")
      #expect(unknown.status == 64 && unknown.errors.contains("`cost`"))
      #expect(try query("cost <").status == 64)
      for condition in ["cost < 1,000", "cost < nan", "cost < cost"] {
        let run = try query(condition)
        #expect(run.status == 64 && run.errors.contains("is not a number"), "\(run.errors)")
      }
      let deep = try query(String(repeating: "(", count: 20_000))
      #expect(deep.status == 64 && deep.errors.utf8.count < 1000)
      for columns in [",", "run,", " "] {
        let run = try runPlusOne(["study", "results", "out", "--columns", columns], in: folder)
        #expect(run.status == 64 && run.errors.contains("blank name"), "\(columns)")
      }
      let two = try runPlusOne(
        ["study", "results", "out", "--columns", "run, cost", "--format", "csv"], in: folder)
      #expect(two.output.hasPrefix("run,cost\n"))
      let table = try runPlusOne(["study", "results", "out"], in: folder)
      #expect(table.status == 0 && table.output.contains("below-60/as-is/joint"))
      #expect(table.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
  }
}
