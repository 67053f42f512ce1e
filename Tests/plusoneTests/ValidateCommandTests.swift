import Foundation
import TestSupport
import Testing

@Suite("plusone validate")
struct ValidateCommandTests {
  @Test("accepts the sample instance and sums it up")
  func sample() throws {
    try withTemporaryFolder { folder in
      try write(SampleInstance.bytes, to: folder)
      let run = try runPlusOne(["validate", folder.path])
      #expect(run.status == 0)
      #expect(run.errors == "")
      #expect(run.output.contains("sample: 3 regions, 3 commodities, 3 periods"))
    }
  }

  @Test("ends with 65 or 66 and names file and line", arguments: Mistake.all)
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

  @Test("lists twenty problems and counts the others")
  func many() throws {
    try withTemporaryFolder { folder in
      let rows = String(repeating: "JPN,ores,*,1,1\n", count: 5000)
      try Mistake("many", "demands.csv", .append(rows)).make(in: folder)
      let run = try runPlusOne(["validate", folder.path])
      #expect(run.status == 65)
      #expect(run.errors.split(separator: "\n").count == 21)
      #expect(run.errors.contains("further problems"))
    }
  }

  @Test("never crashes on input spoilt at random")
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

  @Test("explains its use with 64 when called without a folder")
  func usage() throws {
    #expect(try runPlusOne(["validate"]).status == 64)
  }
}
