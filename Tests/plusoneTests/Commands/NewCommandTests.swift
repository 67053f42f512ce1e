import Foundation
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("plusone new")
struct NewCommandTests {
  @Test("the new instance is valid without warnings, and its plan builds something")
  func starter() throws {
    try withTemporaryFolder { scratch in
      #expect(try runPlusOne(["new", "first"], in: scratch).status == 0)
      let check = try runPlusOne(["validate", "first"], in: scratch)
      #expect(
        check.status == 0 && check.output.hasSuffix("0 errors, 0 warnings\n"), "\(check.output)")
      let run = try runPlusOne(["solve", "first", "--model", "first/model.yaml"], in: scratch)
      #expect(run.status == 0 && run.output.contains("Goal met from 2028 on"))
      #expect(run.output.contains("home_magnets_2"))
    }
  }

  @Test("an instance is copied under a new name")
  func copy() throws {
    try withTemporaryFolder { scratch in
      let source = TestPaths.instance("japan-rare-earths")
      let run = try runPlusOne(["new", "mine", "--from", source], in: scratch)
      #expect(run.status == 0)
      let copy = try InstanceReader.read(folder: scratch.appending(path: "mine").path)
      let original = try InstanceReader.read(folder: source)
      #expect(copy.name == "mine" && copy.title == original.title)
      #expect(copy.facilities.map(\.id) == original.facilities.map(\.id))
    }
  }

  @Test("a source without permission is not called missing", .enabled(if: geteuid() != 0))
  func forbidden() throws {
    try withTemporaryFolder { scratch in
      #expect(try runPlusOne(["new", "closed/first"], in: scratch).status == 0)
      let closed = scratch.appending(path: "closed").path
      #expect(chmod(closed, 0) == 0)
      defer { chmod(closed, 0o700) }
      let copy = try runPlusOne(["new", "other", "--from", "closed/first"], in: scratch)
      #expect(copy.status == 66)
      #expect(copy.errors == "closed/first/instance.yaml: no permission to read the file\n")
    }
  }

  @Test("nothing is overwritten, and a missing source is reported")
  func refusals() throws {
    try withTemporaryFolder { scratch in
      #expect(try runPlusOne(["new", "first"], in: scratch).status == 0)
      let again = try runPlusOne(["new", "first"], in: scratch)
      #expect(again.status == 73 && again.errors.contains("exists already"))
      #expect(try runPlusOne(["new", "other", "--from", "nowhere"], in: scratch).status == 66)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["first"])
    }
  }
}
