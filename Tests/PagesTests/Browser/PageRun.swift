import Foundation
import TestSupport
import Testing

/// A run of a command that writes a page, and where the tables are that the page draws.
struct PageRun: Sendable, CustomTestStringConvertible {
  /// What the command prints as its table.
  enum Printed: Sendable {
    /// The table with this name: the command writes no folder.
    case table(String)
    /// Nothing that is needed: all tables are in the folder of `--out`.
    case nothing
  }

  /// Name for people: command and instance.
  var name: String
  /// The arguments without `--html`, `--charts` and `--out`.
  var arguments: [String]
  var printed = Printed.nothing
  /// Files that are written before it into the same folder.
  var files: [String: String] = [:]
  /// Commands that are run before it in the same folder.
  var before: [[String]] = []
  /// The folder with the tables, if it is not that of `--out`.
  var tables: String?
  /// Whether the answer is one without pictures.
  var hasPictures = true
  /// The exit status.
  var status: Int32 = 0

  var testDescription: String { name }

  /// A page and the tables of the same run.
  struct Written {
    var page: String
    var charts: String
    var tables: [String: URL]
  }

  /// Runs the command in a folder.
  ///
  /// - Parameter folder: an empty folder, or one with the inputs.
  func run(in folder: URL) throws -> Written {
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    for command in before { _ = try runPlusOne(command, in: folder) }
    var all = arguments + ["--html", "page.html", "--charts", "charts"]
    switch printed {
    case .table: all += ["--format", "csv"]
    case .nothing: if tables == nil { all += ["--out", "out"] }
    }
    let result = try runPlusOne(all, in: folder)
    guard result.status == status else { throw Failure(name: name, result: result) }
    var found: [String: URL] = [:]
    let out = folder.appending(path: tables ?? "out")
    for file in (try? FileManager.default.contentsOfDirectory(atPath: out.path)) ?? []
    where file.hasSuffix(".csv") {
      found[String(file.dropLast(4))] = out.appending(path: file)
    }
    if case .table(let table) = printed {
      let file = folder.appending(path: "\(table).csv")
      try Data(result.output.utf8).write(to: file)
      found[table] = file
    }
    return Written(
      page: folder.appending(path: "page.html").path,
      charts: folder.appending(path: "charts").path, tables: found)
  }

  struct Failure: Error, CustomStringConvertible {
    var name: String
    var result: RunResult
    var description: String { "\(name): status \(result.status): \(result.errors)" }
  }
}
