import Foundation
import Synchronization
import TestSupport

/// Commands that read only what comes with the program, or what `ExampleFolder` has always. They answer the same in
/// every folder, so each is run once in all tests, and what it wrote is copied.
final class SharedRuns: Sendable {
  /// How a command ended, and the folder that it made.
  struct Outcome: Sendable {
    var ended: RunResult
    var made: [String: Data] = [:]
  }

  /// A command and its outcome. Who comes second waits.
  private final class Entry: Sendable {
    let outcome = Mutex<Outcome?>(nil)
  }

  static let shared = SharedRuns()

  private let entries = Mutex<[String: Entry]>([:])

  /// The outcome of a command: of `run` at the first call, else the same again, with its folder written anew.
  ///
  /// - Parameter out: the folder that the command makes.
  func outcome(of text: String, out: URL?, run: () throws -> RunResult) throws -> RunResult {
    let entry = entries.withLock { entries in
      let entry = entries[text] ?? Entry()
      entries[text] = entry
      return entry
    }
    return try entry.outcome.withLock { outcome in
      if let outcome {
        if let out { try Self.write(outcome.made, to: out) }
        return outcome.ended
      }
      let ended = try run()
      outcome = Outcome(ended: ended, made: try out.map(Self.files) ?? [:])
      return ended
    }
  }

  /// The files of a folder and of those in it.
  private static func files(of folder: URL) throws -> [String: Data] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    var files: [String: Data] = [:]
    for path in paths {
      let file = folder.appending(path: path)
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if exists, !isFolder.boolValue { files[path] = try Data(contentsOf: file) }
    }
    return files
  }

  private static func write(_ files: [String: Data], to folder: URL) throws {
    for (path, bytes) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file)
    }
  }
}
