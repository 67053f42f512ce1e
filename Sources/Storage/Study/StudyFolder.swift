import Foundation
import Reporting
public import Studies
import Tables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folder in which a study keeps its runs and their comparison.
///
/// Every run is a folder of its own that appears whole, by one rename, when the run has finished; runs share
/// no file. So a kill at any moment loses only what is being computed, and any number of threads can store
/// runs at once. What spans runs is written from their records when all are there.
public struct StudyFolder: Sendable {
  public let path: String

  static let manifestFile = "manifest.json"
  static let comparisonFile = "comparison.csv"
  private static let partMark = ".plusone-"

  /// A folder of results to be read.
  public init(reading path: String) { self.path = path }

  /// Makes the folder, or takes one that a study wrote, and clears away what a killed study left behind.
  ///
  /// - Throws: ``OutputFailure``, also where another study is writing there.
  public init(opening path: String) throws {
    self.path = path
    let files = FileManager.default
    do { try files.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw OutputFailure(path: path, reason: "the folder cannot be made")
    }
    guard let entries = try? files.contentsOfDirectory(atPath: path) else {
      throw OutputFailure(path: path, reason: "cannot be read; name another folder")
    }
    guard entries.isEmpty || entries.contains(Self.manifestFile) || isOnlyLeftovers(entries) else {
      throw OutputFailure(
        path: path,
        reason:
          "holds no \(Self.manifestFile), so no study wrote it; name a new folder or remove it")
    }
    try lock()
    removeLeftovers()
  }

  private func isOnlyLeftovers(_ entries: [String]) -> Bool {
    entries.allSatisfy { $0.hasPrefix(".") && $0.contains(Self.partMark) }
  }

  /// Keeps other studies out until the process ends.
  private func lock() throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw OutputFailure(
        path: path, reason: "another study is writing there; wait for it or name another folder")
    }
  }

  private func removeLeftovers() {
    guard let names = FileManager.default.enumerator(atPath: path) else { return }
    for case let name as String in names {
      let last = (name as NSString).lastPathComponent
      if last.hasPrefix("."), last.contains(Self.partMark) {
        try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
      }
    }
  }

  // MARK: Runs

  func folder(of run: String) -> String { "\(path)/runs/\(run)" }

  /// What is stored of a run; nil where it has not finished.
  public func record(of run: String) -> RunRecord? {
    decode(RunRecord.self, "\(folder(of: run))/\(RunFolder.recordFile)")
  }

  func times(of run: String) -> RunTimes? {
    decode(RunTimes.self, "\(folder(of: run))/\(RunFolder.timesFile)")
  }

  private func decode<Value: Decodable>(_ type: Value.Type, _ file: String) -> Value? {
    guard let bytes = try? contents(ofFile: file) else { return nil }
    return try? decoded(type, Data(bytes))
  }

  /// Stores a finished run.
  ///
  /// - Throws: ``OutputFailure``.
  public func store(
    _ outcome: RunOutcome, of study: Study, key: String, timeLimit: Double?, solver: String
  ) throws -> RunRecord {
    try RunFolder(study: study, outcome: outcome, key: key, timeLimit: timeLimit, solver: solver)
      .write(to: folder(of: outcome.run.name)).0
  }

  /// Removes stored runs that are no part of the study any more.
  public func removeRuns(otherThan kept: Set<String>) {
    let files = FileManager.default
    let root = "\(path)/runs"
    func entries(_ folder: String) -> [String] {
      ((try? files.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
    for option in entries(root) {
      for variation in entries("\(root)/\(option)") {
        for coordination in entries("\(root)/\(option)/\(variation)")
        where !kept.contains("\(option)/\(variation)/\(coordination)") {
          try? files.removeItem(atPath: "\(root)/\(option)/\(variation)/\(coordination)")
        }
        if entries("\(root)/\(option)/\(variation)").isEmpty {
          try? files.removeItem(atPath: "\(root)/\(option)/\(variation)")
        }
      }
      if entries("\(root)/\(option)").isEmpty { try? files.removeItem(atPath: "\(root)/\(option)") }
    }
  }

  // MARK: What spans runs

  /// Writes the manifest alone, so that the folder is known as a study's from the start.
  public func begin(_ manifest: StudyManifest) throws {
    try write(try snakeCaseJSON(manifest), to: Self.manifestFile)
  }

  /// Writes the comparison, all edits, the times and the manifest.
  public func finish(_ comparison: Comparison, _ manifest: StudyManifest, of study: Study) throws {
    try write(comparison.table, to: Self.comparisonFile)
    try write(.edits(study.variations), to: "edits.csv")
    try write(timesTable(comparison.records), to: "times.csv")
    try write(try snakeCaseJSON(manifest), to: Self.manifestFile)
  }

  private func timesTable(_ records: [RunRecord]) -> ReportTable {
    var table = ReportTable(
      "times", columns: ["run", "plan", "stress", "explain", "write", "total"])
    for record in records {
      let times = times(of: record.run) ?? RunTimes()
      table.add(
        .text(record.run), .number(times.plan), .number(times.stress), .number(times.explain),
        .number(times.write), .number(times.total))
    }
    return table
  }

  private func write(_ table: ReportTable, to name: String) throws {
    try replace(name) { (part: String) throws(FileFailure) in try table.write(to: part) }
  }

  private func write(_ data: Data, to name: String) throws {
    try replace(name) { try data.write(to: URL(fileURLWithPath: $0)) }
  }

  /// Writes a file beside the old one, then puts it in its place in one step.
  private func replace(_ name: String, _ write: (String) throws -> Void) throws {
    let part = "\(path)/.\(name)\(Self.partMark)part"
    do { try write(part) } catch {
      throw OutputFailure(path: "\(path)/\(name)", reason: "cannot be written: \(error)")
    }
    guard rename(part, "\(path)/\(name)") == 0 else {
      let reason = String(cString: strerror(errno))
      throw OutputFailure(path: "\(path)/\(name)", reason: "cannot be replaced: \(reason)")
    }
  }

  /// The finished runs of a study side by side, from their records.
  ///
  /// - Throws: `InputProblems` where there is no study, or one that has not finished.
  public func comparison() throws -> Comparison {
    let file = "\(path)/\(Self.manifestFile)"
    let problems = ProblemLog()
    do {
      let bytes = try contents(ofFile: file)
      guard let manifest = try? decoded(StudyManifest.self, Data(bytes)) else {
        throw InputProblems([Problem("this is not the manifest of a study", file: file)])
      }
      guard !manifest.runs.isEmpty else {
        problems.addUnreadable(
          "the study has not finished; `plusone study` with --resume goes on", file: file)
        throw InputProblems(problems.problems, reason: .unreadable)
      }
      let records = manifest.runs.compactMap { storedRecord(of: $0.run, problems) }
      try problems.throwIfAny()
      return Comparison(records)
    } catch let failure as FileFailure {
      problems.addUnreadable(
        "\(failure); a folder of results is what `plusone study` writes", file: file)
      throw InputProblems(problems.problems, reason: .unreadable)
    }
  }

  private func storedRecord(of run: String, _ problems: ProblemLog) -> RunRecord? {
    if let record = record(of: run) { return record }
    problems.add(
      "this is not the record of a run; carry the study out again",
      file: "\(folder(of: run))/\(RunFolder.recordFile)")
    return nil
  }
}
