import Foundation
import TestSupport
import Testing

@Suite("plusone validate")
struct ValidateCommandTests {
  @Test("the sample instance is valid and summarised")
  func sample() throws {
    try withTemporaryFolder { folder in
      try write(SampleInstance.bytes, to: folder)
      let run = try runPlusOne(["validate", folder.path])
      #expect(run.status == 0)
      #expect(run.errors == "")
      #expect(run.output.contains("sample: 3 regions, 3 commodities, 3 periods"))
    }
  }

  @Test("a mistake has status 65 or 66, with file and line", arguments: Mistake.all)
  func mistake(mistake: Mistake) throws {
    try withTemporaryFolder { folder in
      try mistake.make(in: folder)
      let run = try runPlusOne(["validate", folder.path])
      #expect(!run.wasSignalled)
      #expect(run.status == mistake.status)
      #expect(run.output == "")
      #expect(run.errors.contains(mistake.place(in: folder)))
    }
  }

  @Test("twenty problems are listed and the others counted")
  func many() throws {
    try withTemporaryFolder { folder in
      let rows = (0..<5000).map { "JPN,ores\($0),*,1,1\n" }.joined()
      try Mistake("many", "demands.csv", .append(rows)).make(in: folder)
      let run = try runPlusOne(["validate", folder.path])
      #expect(run.status == 65)
      #expect(run.errors.split(separator: "\n").count == 21)
      #expect(run.errors.contains("more problems"))
    }
  }

  @Test("random changes of the input never crash the program")
  func corrupted() throws {
    var corruption = Corruption(seed: 4711)
    for _ in 0..<50 {
      try withTemporaryFolder { folder in
        try write(corruption.corrupted(), to: folder)
        let run = try runPlusOne(["validate", folder.path])
        #expect(!run.wasSignalled)
        #expect([0, 65, 66].contains(run.status))
      }
    }
  }

  @Test("goals that ask for nothing have a warning, with file and line")
  func idleGoal() throws {
    try withTemporaryFolder { folder in
      try OneBuyer.write(
        to: folder, goal: "kind: reliance, upon: B, commodity: g, at_most: 10%",
        with: ["history.csv": OneBuyer.history])
      let run = try runPlusOne(["validate", ".", "--model", "model.yaml"], in: folder)
      #expect(run.status == 0)
      #expect(
        run.output.contains(
          "\nmodel.yaml:3: warning: goals: goal reliance-1 applies to no period: history.csv"))
    }
  }

  @Test("messages repeat no long text and no control character")
  func untrusted() throws {
    try withTemporaryFolder { folder in
      let long = String(repeating: "x", count: 1_000_000)
      try Mistake("long", "demands.csv", .append("\(long),ore,*,1,1\n")).make(in: folder)
      let run = try runPlusOne(["validate", folder.path])
      #expect(run.status == 65 && run.errors.utf8.count < 1000)
      for arguments in [
        ["validate", "no\u{1B}[2J"], ["validate", ".", "--x\u{1B}[2J"], ["\u{9B}2J"],
        ["split", "no\u{202E}"], ["report", "\u{7F}"],
      ] {
        let run = try runPlusOne(arguments, in: folder)
        #expect(run.status == 64 || run.status == 65 || run.status == 66)
        #expect((run.output + run.errors).contains("\\u{"), "\(arguments)")
        #expect(
          !(run.output + run.errors).unicodeScalars.contains {
            ["\u{1B}", "\u{9B}", "\u{202E}"].contains($0)
          })
      }
    }
  }

  private static let cited = [
    "sources.csv": "source,title,publisher,year\nsurvey,Survey of demand,Office,2021\n",
    "demands.csv":
      "region,commodity,period,quantity,shortage_cost,basis,source,note\n"
      + "A,g,*,50,1000,published,survey:p. 2,\n",
  ]

  @Test("--provenance says where the figures come from, after the warnings")
  func provenance() throws {
    try withTemporaryFolder { folder in
      try OneBuyer.write(
        to: folder, goal: "kind: largest_source, commodity: g, at_most: 55%", with: Self.cited)
      let run = try runPlusOne(["validate", ".", "--provenance"], in: folder)
      #expect(run.status == 0 && run.errors == "")
      let plain = try runPlusOne(["validate", "."], in: folder)
      #expect(
        run.output.hasPrefix(plain.output) && plain.output.contains("do not say their `basis`"))
      #expect(run.output.contains("Survey of demand. Office, 2021. (survey, 1 row)"))
      let csv = try runPlusOne(["validate", ".", "--provenance", "--format", "csv"], in: folder)
      #expect(csv.status == 0 && csv.errors == plain.output)
      #expect(csv.output.contains("\ndemands,published,1,quantity,500,0.2,0,\n"))
      #expect(csv.output.contains("\nregions,not said,3,,,,0,\n"))
    }
  }

  @Test(
    "sources stand in the reports of a plan and of a stored plan, and nowhere without sources.csv")
  func sourcesInReports() throws {
    try withTemporaryFolder { folder in
      let goal = "kind: largest_source, commodity: g, at_most: 55%"
      try OneBuyer.write(to: folder, goal: goal, with: Self.cited)
      let solve = ["solve", ".", "--model", "model.yaml"]
      let sentence = "Survey of demand. Office, 2021. (survey, 1 row)"
      #expect(try runPlusOne(solve + ["--out", "plan"], in: folder).output.contains(sentence))
      #expect(try runPlusOne(["report", "plan"], in: folder).output.contains(sentence))
      try FileManager.default.removeItem(at: folder.appending(path: "sources.csv"))
      let without = try runPlusOne(solve, in: folder).output
      #expect(!without.contains("Sources of the data") && without.contains("Total cost"))
      let json = try runPlusOne(solve + ["--format", "json"], in: folder).output
      #expect(!json.contains("\"sources\""))
    }
  }

  @Test("--assumptions shows what each row moves, after the warnings, or a row for each cell")
  func assumptions() throws {
    try withTemporaryFolder { folder in
      try write(SampleInstance.bytes, to: folder)
      let report = try runPlusOne(["validate", ".", "--assumptions"], in: folder)
      #expect(report.status == 0 && report.errors == "")
      let lines = report.output.split(separator: "\n").map(String.init)
      let words = lines.map { $0.split(separator: " ").map(String.init) }
      #expect(
        words.contains([
          "mining", "facilities.unit_cost", "2", "2.000", "to", "3.000", "1.600", "to", "2.400",
          "3.000", "to", "4.500",
        ]), "\(report.output)")
      #expect(lines.contains("  mining: What mining costs"))
      #expect(
        lines.contains {
          $0.hasPrefix("mining: of the 2 cells of facilities.unit_cost 1 has an effect")
        })
      #expect(report.output.contains("0 errors"))
      let csv = try runPlusOne(["validate", ".", "--assumptions", "--format", "csv"], in: folder)
      let rows = csv.output.split(separator: "\n").map(String.init)
      #expect(rows.count == 7 && csv.errors.contains("0 errors"))
      #expect(
        rows.contains("ban,,disruptions,2,months,months,12,6,24,"), "\(csv.output)")
    }
  }

  @Test("--assumptions of an instance without any says so")
  func withoutAssumptions() throws {
    try withTemporaryFolder { folder in
      var files = SampleInstance.bytes
      files["assumptions.csv"] = nil
      try write(files, to: folder)
      let run = try runPlusOne(["validate", ".", "--assumptions"], in: folder)
      #expect(run.status == 0 && run.output.contains("The instance has no assumptions.csv"))
      let json = try runPlusOne(["validate", ".", "--assumptions", "--format", "json"], in: folder)
      #expect(json.output.contains("\"moved_cells\" : ["), "\(json.output)")
    }
  }

  @Test("a rule that breaks at an end is an error, also without --assumptions")
  func brokenEnd() throws {
    try withTemporaryFolder { folder in
      try Mistake(
        "end", "assumptions.csv", .append("c,facilities,facility=s1,capacity,0.02,1,,,,survey:3,\n")
      ).make(in: folder)
      let run = try runPlusOne(["validate", "."], in: folder)
      #expect(run.status == 65 && run.output == "")
      #expect(
        run.errors.contains(
          "./assumptions.csv:7: low: at low of `c`, ./facilities.csv:4: minimum: in 2020 the least output 5"
        ),
        "\(run.errors)")
      // A rule that takes a solver to check.
      try Mistake(
        "free", "assumptions.csv", .append("r,recipes,role=byproduct,quantity,1,80,,,,survey:3,\n")
      ).make(in: folder)
      let free = try runPlusOne(["validate", "."], in: folder)
      #expect(free.status == 65 && free.errors.contains("high: at high of `r`, "), "\(free.errors)")
      #expect(free.errors.contains("from nothing"))
    }
  }

  @Test("--format is the form of something that is shown besides")
  func formatAlone() throws {
    let run = try runPlusOne(["validate", "japan-rare-earths", "--format", "csv"])
    #expect(run.status == 64 && run.errors.contains("--assumptions"))
  }

  @Test("without a folder the status is 64")
  func usage() throws {
    #expect(try runPlusOne(["validate"]).status == 64)
  }
}
