import Foundation
import TestSupport

/// A git repository in a temporary folder, with some files of this package.
struct ScratchRepository {
  let folder: URL

  /// Git reads no settings of the machine, and its commits have an author.
  private static let environment = [
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
    "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.org",
    "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.org",
  ]

  /// Makes the repository and commits `files`, copied from the package, and `texts`, files by their path.
  init(in folder: URL, copying files: [String], texts: [String: String] = [:]) throws {
    self.folder = folder
    for path in files {
      let copy = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: TestPaths.package.appending(path: path), to: copy)
    }
    for (path, text) in texts { try write(text, to: path) }
    try git("init", "--quiet")
    try commit("First")
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: path))
  }

  func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  func commit(_ subject: String, on date: String? = nil) throws {
    try git("add", "--all")
    var environment = Self.environment
    environment["GIT_COMMITTER_DATE"] = date
    let run = try TestSupport.run(
      URL(filePath: "/usr/bin/env"),
      ["git", "commit", "--quiet", "--allow-empty", "--message", subject],
      in: folder, environment: environment)
    guard run.status == 0 else { throw ScriptFailure(text: run.errors) }
  }

  /// The output of a git command, which must succeed.
  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let run = try TestSupport.run(
      URL(filePath: "/usr/bin/env"), ["git"] + arguments, in: folder,
      environment: Self.environment)
    guard run.status == 0 else { throw ScriptFailure(text: run.errors) }
    return run.output
  }

  /// Runs a script of the repository.
  func script(_ name: String, _ arguments: String...) throws -> RunResult {
    try TestSupport.run(
      folder.appending(path: "scripts/\(name)"), arguments, in: folder,
      environment: Self.environment)
  }
}

/// A git command that failed, with what it wrote on standard error.
struct ScriptFailure: Error {
  var text: String
}
