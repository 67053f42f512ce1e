import Foundation
import TestSupport
import Testing

/// `scripts/release` on a repository with copies of the two files that it changes.
@Suite("Releases")
struct ReleaseTests {
  static let versionFile = "Sources/plusone/Version.swift"
  static let changelog = """
    # Changelog

    ## [Unreleased]

    ### Added

    - A new thing.

    ## [7.8.9] - 2020-02-02

    ### Added

    - An old thing.

    """

  /// Runs `body` on a repository whose checks end with `status`.
  private func withRepository(
    changelog: String = changelog, checksEndWith status: Int = 0,
    _ body: (ScratchRepository) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let makefile = "lint:\n\t@true\ntest:\n\t@grep -c 7.9.0 CHANGELOG.md && exit \(status)\n"
      try body(
        ScratchRepository(
          in: folder, copying: ["scripts/release", Self.versionFile],
          texts: ["CHANGELOG.md": changelog, "Makefile": makefile]))
    }
  }

  @Test("a release sets version and changelog, commits, tags and starts the next version")
  func release() throws {
    try withRepository { repository in
      let run = try repository.script("release", "7.9.0")
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        try repository.git("log", "--format=%s") == "Start 7.10.0-dev\nRelease 7.9.0\nFirst\n")
      #expect(try repository.git("tag", "--list", "--points-at", "HEAD~1") == "v7.9.0\n")
      #expect(try repository.git("show", "v7.9.0:\(Self.versionFile)").contains("= \"7.9.0\"\n"))
      #expect(try repository.text(of: Self.versionFile).contains("= \"7.10.0-dev\"\n"))
      #expect(try repository.git("status", "--porcelain") == "")

      let today = Date.now.formatted(.iso8601.year().month().day())
      let expected = Self.changelog.replacing(
        "## [Unreleased]\n", with: "## [Unreleased]\n\n## [7.9.0] - \(today)\n")
      #expect(try repository.text(of: "CHANGELOG.md") == expected)
    }
  }

  @Test("a dry run shows the changes and makes none")
  func dryRun() throws {
    try withRepository { repository in
      let before = try repository.text(of: Self.versionFile)
      let run = try repository.script("release", "--dry-run", "7.9.0")
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("\n+## [7.9.0] - "))
      #expect(run.output.contains("\n+  static let text = \"7.9.0\"\n"))
      #expect(try repository.text(of: Self.versionFile) == before)
      #expect(try repository.text(of: "CHANGELOG.md") == Self.changelog)
      #expect(try repository.git("log", "--format=%s") == "First\n")
      #expect(try repository.git("tag") == "")
    }
  }

  @Test("failed checks leave the repository as it was")
  func failedChecks() throws {
    try withRepository(checksEndWith: 1) { repository in
      let run = try repository.script("release", "7.9.0")
      #expect(run.status == 1)
      #expect(run.errors.contains("the checks failed"))
      #expect(try repository.git("status", "--porcelain") == "")
      #expect(try repository.git("log", "--format=%s") == "First\n")
      #expect(try repository.git("tag") == "")
    }
  }

  @Test(
    "a version that is none or not greater than the last is refused",
    arguments: [
      ("7.9", 64), ("v7.9.0", 64), ("7.9.0-dev", 64), ("07.9.0", 64), ("7.8.9", 1), ("7.8.10", 0),
      ("6.10.11", 1), ("7.10.0", 0),
    ])
  func version(text: String, status: Int32) throws {
    try withRepository { repository in
      let run = try repository.script("release", "--dry-run", text)
      #expect(run.status == status)
    }
  }

  @Test("uncommitted changes, a tag that exists and an empty changelog are refused")
  func refusals() throws {
    try withRepository { repository in
      try repository.git("tag", "v7.9.0")
      let tagged = try repository.script("release", "7.9.0")
      #expect(tagged.status == 1 && tagged.errors.contains("the tag v7.9.0 exists"))
      try repository.write("", to: "new")
      let changed = try repository.script("release", "7.9.1")
      #expect(changed.status == 1 && changed.errors.contains("uncommitted changes"))
    }
    let empty = Self.changelog.replacing("### Added\n\n- A new thing.\n\n", with: "")
    try withRepository(changelog: empty) { repository in
      let run = try repository.script("release", "7.9.0")
      #expect(run.status == 1 && run.errors.contains("no unreleased changes"))
    }
  }
}
