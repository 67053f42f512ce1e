import Foundation
import SourcingFiles
import TestSupport
import Testing

@Suite("plusone new --for COUNTRY")
struct NewForCountryTests {
  /// Files of an excerpt of BACI, which has the imports of Japan.
  private static func files(_ years: ClosedRange<Int>) -> [String] {
    let folder = TestPaths.package.appending(path: "Tests/Downloads/baci").path
    return years.map { "\(folder)/BACI_HS92_Y\($0)_V202401b.csv" }
  }

  private func new(
    _ scratch: URL, _ more: String..., goods: String = "284690,metals=280530",
    years: ClosedRange<Int> = 2022...2024
  ) throws -> RunResult {
    try runPlusOne(
      ["new", "japan", "--for", "JPN", "--goods", goods] + more + ["--baci"] + Self.files(years),
      in: scratch)
  }

  @Test("the instance is valid, has the shares of the data, and can be planned")
  func planned() throws {
    try withTemporaryFolder { scratch in
      let made = try new(scratch)
      #expect(made.status == 0, "\(made.errors)")
      #expect(made.output.contains("The rival is China, home's largest origin over all goods"))
      let check = try runPlusOne(["validate", "japan", "--checks"], in: scratch)
      #expect(
        check.status == 0 && check.output.contains("; 0 errors, "),
        "\(check.output)\(check.errors)")
      let held = try #require(
        check.output.firstMatch(of: /: ([0-9]+) of ([0-9]+) hold in the plan/))
      #expect(held.1 == held.2 && Int(held.2) ?? 0 > 8)
      let model = ["--model", "japan/model.yaml"]
      #expect(
        try runPlusOne(["solve", "japan"] + model + ["--out", "plan"], in: scratch).status == 0)
      let stress = try runPlusOne(["stress", "japan", "--plan", "plan"], in: scratch)
      #expect(stress.status == 0 && stress.output.contains("CHN-stops"), "\(stress.errors)")
      let watch = try runPlusOne(
        ["watch"] + Self.files(2018...2024) + [
          "--map", "japan/map.yaml", "--instance", "japan", "--plan", "plan",
        ],
        in: scratch)
      #expect(watch.status == 3, "\(watch.errors)")
      #expect(watch.output.contains("Alerts are priced by the plan"), "\(watch.output)")
    }
  }

  @Test("the study runs, and an assumption can be moved to both ends")
  func studied() throws {
    try withTemporaryFolder { scratch in
      #expect(try new(scratch, goods: "284690", years: 2023...2024).status == 0)
      let study = try runPlusOne(["study", "japan/study.yaml", "--out", "results"], in: scratch)
      #expect(study.status == 0, "\(study.output)\(study.errors)")
      for end in ["high", "low"] {
        let moved = try runPlusOne(
          ["solve", "japan", "--model", "baseline", "--assume", "demand_284690=\(end)"], in: scratch
        )
        #expect(moved.status == 0, "\(moved.errors)")
      }
    }
  }

  @Test("a year that is withheld is compared with the plan")
  func withheld() throws {
    try withTemporaryFolder { scratch in
      #expect(try new(scratch, "--year", "2023", goods: "284690").status == 0)
      let test = try runPlusOne(
        ["backtest", "japan", "--model", "baseline", "--from", "2023"], in: scratch)
      #expect(
        test.status == 0 && test.output.contains("Plans as of 2023."),
        "\(test.output)\(test.errors)")
    }
  }

  @Test(
    "options that lack others, or that are wrong, are refused",
    arguments: [
      (["--goods", "284690"], "go with --for COUNTRY"),
      (["--for", "JPN"], "--for needs --goods"),
      (["--for", "JPN", "--goods", "284690"], "--for needs --baci"),
      (["--for", "Japn", "--goods", "284690", "--baci", "x"], "the most similar name is `Japan`"),
      (["--for", "JPN", "--goods", "2846", "--baci", "x"], "no code of six digits"),
      (["--for", "JPN", "--goods", "284690", "--baci", "x", "--rival", "XYZ1"], "is no country"),
      (
        ["--for", "JPN", "--goods", "284690", "--baci", "x", "--from", "y"],
        "does not go with --from"
      ),
      (
        ["--for", "JPN", "--goods", "284690", "--mine", "284691=Tin", "--baci", "x"],
        "none of the goods"
      ),
    ])
  func refused(options: [String], message: String) throws {
    try withTemporaryFolder { scratch in
      let run = try runPlusOne(["new", "made"] + options, in: scratch)
      #expect(run.status == 64 && run.errors.contains(message), "\(run.errors)")
    }
  }

  @Test("files that are missing or have nothing of the goods are named, and nothing is written")
  func unanswered() throws {
    try withTemporaryFolder { scratch in
      let goods = ["new", "made", "--for", "JPN", "--goods", "284690"]
      #expect(try runPlusOne(goods + ["--baci", "none.csv"], in: scratch).status == 66)
      let other = try new(scratch, goods: "260300")
      #expect(other.status == 65, "\(other.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
      #expect(try new(scratch, goods: "284690").status == 0)
      let again = try new(scratch, goods: "284690")
      #expect(again.status == 73 && again.errors.contains("exists already"))
    }
  }
}
