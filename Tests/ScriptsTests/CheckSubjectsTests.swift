import Foundation
import TestSupport
import Testing

/// `scripts/check-subjects` on small repositories.
@Suite("Subjects of commits")
struct CheckSubjectsTests {
  /// 73 and 72 characters; ü and … are one character each.
  static let tooLong = "Längste " + String(repeating: "x", count: 64) + "…"
  static let longest = "Längste " + String(repeating: "x", count: 63) + "…"

  private func withRepository(_ body: (ScratchRepository) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try body(ScratchRepository(in: folder, copying: ["scripts/check-subjects"]))
    }
  }

  @Test("72 characters pass, 73 do not")
  func limit() throws {
    #expect(Self.longest.count == 72)
    try withRepository { repository in
      try repository.commit(Self.longest, on: "2027-01-01T00:00:00Z")
      let passes = try repository.script("check-subjects")
      #expect(passes.status == 0, "\(passes.errors)")
      try repository.commit(Self.tooLong, on: "2027-01-02T00:00:00Z")
      let run = try repository.script("check-subjects")
      #expect(run.status == 1)
      #expect(run.errors.contains("(73 characters)"))
      #expect(try repository.script("check-subjects", "HEAD~1").status == 0)
    }
  }

  @Test("commits from before the rule are not checked, unless a range contains them")
  func olderCommits() throws {
    try withRepository { repository in
      try repository.commit(Self.tooLong, on: "2026-11-26T17:00:00Z")
      #expect(try repository.script("check-subjects").status == 0)
      #expect(try repository.script("check-subjects", "HEAD~1..HEAD").status == 1)
      try repository.commit(Self.tooLong, on: "2026-11-26T19:00:00Z")
      #expect(try repository.script("check-subjects").status == 1)
    }
  }

  @Test("a shallow clone is checked as far as it goes")
  func shallowClone() throws {
    try withRepository { repository in
      try repository.commit(Self.tooLong, on: "2027-01-01T00:00:00Z")
      try repository.commit("Short", on: "2027-01-02T00:00:00Z")
      try withTemporaryFolder { folder in
        let from = "file://\(repository.folder.path)"
        try repository.git("clone", "--quiet", "--depth", "1", from, folder.path)
        let script = folder.appending(path: "scripts/check-subjects")
        #expect(try run(script, []).status == 0)
        try repository.git("-C", folder.path, "fetch", "--quiet", "--depth", "2")
        #expect(try run(script, []).status == 1)
      }
    }
  }

  @Test("without a repository there is nothing to check")
  func noRepository() throws {
    try withRepository { repository in
      try FileManager.default.removeItem(at: repository.folder.appending(path: ".git"))
      // Git must not find a repository above the folder.
      let script = repository.folder.appending(path: "scripts/check-subjects")
      let outside = ["GIT_CEILING_DIRECTORIES": repository.folder.deletingLastPathComponent().path]
      let result = try run(script, [], environment: outside)
      #expect(result.status == 0)
      #expect(result.output.contains("not a git repository"))
    }
  }
}
