import Foundation
import Outputs
import Reporting
import SourcingFiles
public import Studies
import Tables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folder of the runs of a study and their comparison.
///
/// Each run is a folder of its own, which appears by one rename when the run has finished; runs share no file. A kill
/// at any moment loses only runs that are not finished, and several threads can store runs at once. Files for all
/// runs together are written from the records when all runs are there.
public struct StudyFolder: Sendable {
  /// As the user named it.
  public let path: String

  static let manifestFile = WrittenFolder.manifest
  static let comparisonFile = "comparison.csv"
  private static let editsFile = "edits.csv"
  private static let timesFile = "times.csv"
  private static let robustnessFile = "robustness.csv"
  private static let worldsFile = "sampled_worlds.csv"
  private static let boxesFile = "boxes.csv"
  private static let indicesFile = "indices.csv"

  /// A folder of results to be read.
  public init(reading path: String) { self.path = path }

  /// Makes the folder, or takes one that a study wrote.
  ///
  /// - Parameters:
  ///   - path: path of the folder.
  ///   - inputs: files and folders that the study is read from.
  /// - Throws: `OutputFailure`, also where another study is writing there.
  public init(opening path: String, inputs: [String]) throws {
    try GrowingFolder.open(path, inputs: inputs, holding: WrittenFolder.study, of: "study") {
      Self.manifest(in: $0) != nil
    }
    self.path = path
  }

  /// The manifest in a folder; nil if there is none that a study wrote. A study that has lost its list of files is
  /// known by it.
  private static func manifest(in folder: String) -> StudyManifest? {
    guard let bytes = try? contents(ofFile: "\(folder)/\(manifestFile)", limit: FileLimit.record)
    else { return nil }
    return try? decoded(StudyManifest.self, Data(bytes))
  }

  /// What was read and what computed it; nil if the folder is not that of a study.
  public var manifest: StudyManifest? { Self.manifest(in: path) }

  // MARK: Runs

  /// What is stored of a run.
  public enum Stored: Sendable {
    /// There is no folder of the run.
    case nothing
    /// A file is missing, cut or changed: which one, in a few words.
    case damaged(String)
    /// The files are as they were written, by an earlier version of the program, whose record has fewer figures.
    case outdated
    /// All files that were looked at are complete; the record of the run.
    case whole(RunRecord)
  }

  func folder(of run: String) -> String { "\(path)/runs/\(run)" }

  /// Looks at the files of a run.
  ///
  /// - Parameters:
  ///   - run: name of the run.
  ///   - names: the files to look at; nil means all.
  public func stored(_ run: String, among names: Set<String>? = nil) -> Stored {
    let folder = folder(of: run)
    guard FileKind.following(folder) != nil else { return .nothing }
    guard let listing = FolderListing.read(folder), listing.holds == RunFolder.kind.name else {
      return .damaged("\(FolderListing.fileName) is missing")
    }
    if let damage = listing.damage(in: folder, among: names) { return .damaged(damage) }
    guard RunFolder.name(in: folder) == run else {
      return .damaged("\(RunFolder.recordFile) cannot be read")
    }
    guard let record = RunFolder.record(in: folder) else { return .outdated }
    guard RunFolder.times(in: folder) != nil else {
      return .damaged("\(RunFolder.timesFile) cannot be read")
    }
    return .whole(record)
  }

  /// Stores a finished run.
  ///
  /// - Throws: `OutputFailure`.
  public func store(
    _ outcome: RunOutcome, of study: Study, key: String, timeLimit: Double?, solver: String
  ) throws -> RunRecord {
    try RunFolder(study: study, outcome: outcome, key: key, timeLimit: timeLimit, solver: solver)
      .write(to: folder(of: outcome.run.name)).0
  }

  /// Removes stored runs that are no part of the study any more.
  ///
  /// - Returns: what else is in the folder of runs, which is left as it is.
  public func removeRuns(otherThan kept: Set<String>) -> [String] {
    var cleaning = RunCleaning(root: path, kept: kept)
    cleaning.clean()
    return cleaning.strangers
  }

  // MARK: What spans runs

  /// Writes the list of files and the manifest at the start of a study.
  public func begin(_ manifest: StudyManifest) throws {
    let names = [
      Self.manifestFile, Self.comparisonFile, Self.editsFile, Self.timesFile, Self.robustnessFile,
      Self.worldsFile, Self.boxesFile, Self.indicesFile,
    ]
    let listing = FolderListing(
      holds: WrittenFolder.study,
      files: Dictionary(uniqueKeysWithValues: names.map { ($0, FolderListing.Entry()) }))
    try OutputFile.write(try sortedJSON(listing), to: "\(path)/\(FolderListing.fileName)")
    try write(try snakeCaseJSON(manifest), to: Self.manifestFile)
  }

  /// Writes the comparison, all edits, the worlds, the times and the manifest.
  public func finish(_ comparison: Comparison, _ manifest: StudyManifest, of study: Study) throws {
    try write(comparison.table, to: Self.comparisonFile)
    try write(Robustness(comparison).table, to: Self.robustnessFile)
    try write(.edits(study.variations), to: Self.editsFile)
    let worlds = study.worlds
    try write(worlds.map { .sampledWorlds($0) }, orRemove: Self.worldsFile)
    try write(worlds.map { _ in comparison.boxes.table }, orRemove: Self.boxesFile)
    let hasIndices = (worlds?.drawn.sobol ?? 0) > 0
    try write(hasIndices ? comparison.indices.table : nil, orRemove: Self.indicesFile)
    try write(timesTable(comparison.records), to: Self.timesFile)
    try write(try snakeCaseJSON(manifest), to: Self.manifestFile)
  }

  private func timesTable(_ records: [RunRecord]) -> ReportTable {
    var table = ReportTable(.times)
    for record in records {
      let times = RunFolder.times(in: folder(of: record.run)) ?? RunTimes()
      table.add(
        .text(record.run), .number(times.plan), .number(times.stress), .number(times.explain),
        .number(times.write), .number(times.total))
    }
    return table
  }

  /// Writes a table, or removes that of an earlier version of the study.
  private func write(_ table: ReportTable?, orRemove name: String) throws {
    if let table {
      try write(table, to: name)
    } else if FolderListing.read(path)?.names.contains(name) == true {
      unlink("\(path)/\(name)")
    }
  }

  private func write(_ table: ReportTable, to name: String) throws {
    try OutputFile.write(table, to: "\(path)/\(name)")
  }

  private func write(_ data: Data, to name: String) throws {
    try OutputFile.write(data, to: "\(path)/\(name)")
  }

  /// The finished runs of a study side by side, from their records.
  ///
  /// - Throws: `InputProblems` where there is no study, or one that has not finished.
  public func comparison() throws -> Comparison {
    let file = "\(path)/\(Self.manifestFile)"
    let problems = ProblemLog()
    do {
      let bytes = try contents(ofFile: file, limit: FileLimit.record)
      guard let manifest = try? decoded(StudyManifest.self, Data(bytes)) else {
        throw InputProblems([Problem("this is not the manifest of a study", file: file)])
      }
      guard !manifest.runs.isEmpty else {
        problems.addUnreadable(
          "the study has not finished; `plusone study` with --resume goes on", file: file)
        throw InputProblems(problems.problems, reason: .unreadable)
      }
      let records = manifest.runs.compactMap { wholeRecord(of: $0.run, problems) }
      try problems.throwIfAny()
      return Comparison(
        records, claims: manifest.statedClaims, worlds: manifest.worlds?.drawnWorlds)
    } catch let failure as FileFailure {
      problems.add(
        failure, hint: "a folder of results is what `plusone study` writes", file: file)
      throw InputProblems(problems.problems, reason: failure.reason)
        .explained(by: path, as: .results)
    }
  }

  private func wholeRecord(of run: String, _ problems: ProblemLog) -> RunRecord? {
    let (folder, hint) = (folder(of: run), "`plusone study` with --resume computes it again")
    switch stored(run, among: [RunFolder.recordFile]) {
    case .whole(let record): return record
    case .nothing: problems.addUnreadable("this run is missing; \(hint)", file: folder)
    case .outdated:
      problems.add(
        "an earlier version of the program stored this run, with fewer figures; \(hint)",
        file: folder)
    case .damaged(let what):
      let needed = [FolderListing.fileName, RunFolder.recordFile, RunFolder.timesFile]
      let text = "this run is damaged: \(what); \(hint)"
      if needed.contains(where: { FileKind.of("\(folder)/\($0)") == nil }) {
        problems.addUnreadable(text, file: folder)
      } else {
        problems.add(text, file: folder)
      }
    }
    return nil
  }
}
