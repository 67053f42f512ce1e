import Foundation
import TestSupport
import Testing

@Suite("plusone import baci")
struct ImportBACICommandTests {
  private static let map = """
    home: JPN
    commodities:
      - {commodity: compounds, hs: [284610, 284690], unit: t}
      - {commodity: metal, hs: 280530, unit: t}
    regions: {ROW: others, CHN: CHN, VNM: VNM, FRA: FRA, USA: USA}

    """
  private static let list = "country_codes_V202401b.csv"

  /// A folder with the excerpt of BACI in `baci`, and a map.
  private func withExcerpt(_ check: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "baci"),
        withDestinationURL: TestPaths.package.appending(path: "Tests/Downloads/baci"))
      try write(["map.yaml": Array(Self.map.utf8)], to: folder)
      try check(folder)
    }
  }

  private func file(_ year: Int) -> String { "baci/BACI_HS92_Y\(year)_V202401b.csv" }

  @Test("twenty years of an excerpt become an instance that validates and can be solved")
  func excerpt() throws {
    try withExcerpt { folder in
      let words = ["import", "baci"] + (2005...2024).map(file) + ["--map", "map.yaml"]
      let result = try runPlusOne(words + ["--into", "mine"], in: folder)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.hasPrefix("mine: "))
      let check = try runPlusOne(["validate", "mine"], in: folder)
      #expect(check.output.hasSuffix("0 errors, 0 warnings\n"), "\(check.output)")
      let plan = try runPlusOne(
        [
          "solve", "mine", "--model", TestPaths.model("reliance-cap"), "--set", "cap=60%", "--set",
          "by=2025",
        ], in: folder)
      #expect(plan.status == 0, "\(plan.output)\(plan.errors)")
      let named = try runPlusOne(
        words + ["--countries", "baci/\(Self.list)", "--into", "named"], in: folder)
      #expect(named.status == 0, "\(named.errors)")
      for name in ["history.csv", "lanes.csv"] {
        let read = { (instance: String) in
          try String(
            contentsOf: folder.appending(path: "\(instance)/\(name)"), encoding: .utf8)
        }
        #expect(try read("named") == read("mine"))
      }
    }
  }

  @Test("years that are imported one by one give the instance of all years at once")
  func oneByOne() throws {
    try withExcerpt { folder in
      // Years without a missing weight: estimates depend on the files of a command.
      for year in [2012, 2016, 2007] {
        let result = try runPlusOne(
          ["import", "baci", file(year), "--map", "map.yaml", "--into", "single"], in: folder)
        #expect(result.status == 0, "\(result.errors)")
      }
      let words = ["import", "baci"] + [2007, 2012, 2016].map(file)
      #expect(
        try runPlusOne(words + ["--map", "map.yaml", "--into", "whole"], in: folder).status == 0)
      for name in ["history.csv", "lanes.csv", "facilities.csv", "demands.csv", "regions.csv"] {
        let texts = try ["single", "whole"].map {
          try String(contentsOf: folder.appending(path: "\($0)/\(name)"), encoding: .utf8)
        }
        #expect(texts[0] == texts[1], "\(name)")
      }
    }
  }

  @Test("a file can come through a pipe, and is not read twice")
  func pipe() throws {
    try withExcerpt { folder in
      let result = try TestSupport.run(
        URL(filePath: "/bin/sh"),
        [
          "-c",
          "cat \(file(2024)) | '\(executableURL.path)' import baci /dev/stdin --countries baci/\(Self.list) --map map.yaml --into mine",
        ], in: folder)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("figures read from 1 file"))
    }
  }

  @Test("a list of countries that is missing is told")
  func withoutList() throws {
    try withTemporaryFolder { folder in
      try write(
        ["map.yaml": Array(Self.map.utf8), "baci.csv": Array("t,i,j,k,v,q\n".utf8)], to: folder)
      let words = ["import", "baci", "baci.csv", "--map", "map.yaml", "--into", "mine"]
      let result = try runPlusOne(words, in: folder)
      #expect(result.status == 64 && result.errors.contains("--countries"), "\(result.errors)")
      let missing = try runPlusOne(words + ["--countries", "nowhere.csv"], in: folder)
      #expect(
        missing.status == 66 && missing.errors.contains("nowhere.csv: the file does not exist"))
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/mine"))
    }
  }

  @Test("two editions of the HS in one command are bad data, and nothing is written")
  func editions() throws {
    try withExcerpt { folder in
      let other = "BACI_HS17_Y2023_V202401b.csv"
      try FileManager.default.copyItem(
        at: folder.appending(path: file(2023)).resolvingSymlinksInPath(),
        to: folder.appending(path: other))
      let result = try runPlusOne(
        [
          "import", "baci", file(2024), other, "--map", "map.yaml", "--into", "mine",
        ], in: folder)
      #expect(result.status == 65 && result.errors.contains("HS17"), "\(result.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/mine"))
    }
  }
}
