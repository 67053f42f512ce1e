import Formulation
import Foundation
import GLPKSolver
import Scenarios
import SourcingFiles
import Tables
import TestSupport
import Testing

@Suite("Bad input")
struct BadInputTests {
  private func problems(in folder: URL) throws -> InputProblems? {
    do {
      let instance = try InstanceReader.read(folder: folder.path)
      try FreeMatter.check(instance, solver: GLPKSolver())
      return nil
    } catch let problems as InputProblems {
      return problems
    }
  }

  @Test("the sample instance has no mistake")
  func sample() throws {
    try withTemporaryFolder { folder in
      try write(SampleInstance.bytes, to: folder)
      #expect(try problems(in: folder)?.problems.map(\.description) == nil)
    }
  }

  @Test(
    "a mistake is reported with its file, its line and what would be right", arguments: Mistake.all)
  func mistake(mistake: Mistake) throws {
    try withTemporaryFolder { folder in
      try mistake.make(in: folder)
      let found = try #require(try problems(in: folder), "nothing was said")
      #expect((found.reason == .unreadable ? 66 : 65) == mistake.status)
      let texts = found.problems.map(\.description)
      let matching = texts.filter { text in
        text.hasPrefix(mistake.place(in: folder)) && mistake.says.allSatisfy(text.contains)
      }
      #expect(!matching.isEmpty, "found instead: \(texts)")
      #expect(texts.count <= 4, "one mistake should not be told in many: \(texts)")
    }
  }

  @Test("a file without permission is reported", .enabled(if: geteuid() != 0))
  func forbidden() throws {
    try withTemporaryFolder { folder in
      try Mistake("forbidden", "lanes.csv", .forbid).make(in: folder)
      let found = try #require(try problems(in: folder))
      #expect(found.reason == .unreadable)
      #expect(found.problems.map(\.message) == ["no permission to read the file"])
    }
  }

  @Test("all mistakes are reported at once")
  func together() throws {
    try withTemporaryFolder { folder in
      var files = SampleInstance.files
      files["lanes.csv", default: ""] += "ore,CNH,JPN,1,,,\nore,CHN,JPN,-1,,,\n"
      files["demands.csv", default: ""] += "JPN,ores,*,x,1\n"
      files["regions.csv"] = nil
      files["regions.csv"] = "region,risk\nJPN,2\nCHN,\nAUS,\n"
      files["instance.yaml"] = files["instance.yaml"]?.replacing("home: JPN", with: "home: JPX")
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      let found = try #require(try problems(in: folder))
      let places = found.problems.map {
        "\(URL(filePath: $0.file).lastPathComponent):\($0.line ?? 0):\($0.column ?? "")"
      }
      #expect(
        Set(places) == [
          "regions.csv:2:risk", "instance.yaml:6:home", "lanes.csv:5:origin",
          "lanes.csv:6:unit_cost",
          "demands.csv:4:commodity", "demands.csv:4:quantity",
        ])
    }
  }

  @Test("a name with a sign that cannot be seen is reported even where the names cannot be read")
  func hiddenInDamaged() throws {
    try withTemporaryFolder { folder in
      var files = SampleInstance.files
      files["regions.csv"] = "region;risk\nJPN;0,5\n"
      files["demands.csv", default: ""] += "JPN\u{A0},ore,*,1,1\nXYZ,ore,*,1,1\n"
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      let found = try #require(try problems(in: folder)).problems.map {
        "\(URL(filePath: $0.file).lastPathComponent):\($0.line ?? 0)"
      }
      #expect(found == ["regions.csv:1", "demands.csv:4"])
    }
  }

  @Test("a missing folder, and a file in place of a folder, are reported")
  func folder() throws {
    try withTemporaryFolder { folder in
      #expect(try problems(in: folder.appending(path: "none"))?.reason == .unreadable)
      let file = folder.appending(path: "file")
      try Data().write(to: file)
      #expect(try problems(in: file)?.reason == .unreadable)
    }
  }

  private static let isLong = ProcessInfo.processInfo.environment["PLUSONE_LONG_TESTS"] != nil

  @Test("random changes of the files never crash the reader", arguments: 0..<(isLong ? 40 : 4))
  func corrupted(seed: Int) throws {
    var corruption = Corruption(seed: UInt64(seed))
    for _ in 0..<100 {
      try withTemporaryFolder { folder in
        try write(corruption.corrupted(), to: folder)
        _ = try problems(in: folder)
      }
    }
  }
}
