import Foundation
public import Reporting
import Tables

/// A folder of tables of one plan, as `plusone solve --out` writes it.
public struct PlanFolder: Sendable {
  public var tables: PlanTables
  public var summary: Summary
  /// Tables of a stress run that are written beside the plan's.
  public var stress: [ReportTable] = []

  public init(tables: PlanTables, summary: Summary) {
    self.tables = tables
    self.summary = summary
  }

  /// Refuses a folder that must not be written, before any work is done.
  ///
  /// - Parameter inputs: files and folders that the command reads.
  /// - Throws: `OutputFailure`.
  public static func check(_ path: String, inputs: [String]) throws {
    try OutputFolder.check(path, kind, inputs: inputs)
  }

  /// Writes all tables and `summary.json`, or nothing. The summary's time of writing is filled in.
  ///
  /// - Parameter inputs: files and folders that the command reads.
  /// - Throws: `OutputFailure`.
  public mutating func write(to path: String, inputs: [String] = []) throws {
    let started = ContinuousClock.now
    let (tables, initial) = (tables.all + stress, summary)
    var finished = initial
    try OutputFolder.write(to: path, Self.kind, inputs: inputs) { folder in
      for table in tables { try folder.write(table) }
      let seconds = (ContinuousClock.now - started) / .seconds(1)
      finished.times?.write = seconds
      finished.times?.total += seconds
      try folder.write(try finished.json(), as: Self.summaryFile)
    }
    summary = finished
  }

  private static let kind = OutputFolder.Kind("plan", times: [summaryFile])
  static let summaryFile = "summary.json"

  /// Names of the files that a plan's folder may hold, those that stress runs add included.
  public static let fileNames = Set(
    (PlanTable.allCases.map(\.rawValue) + ["stress", "stress_months", "shared_draws"])
      .map { "\($0).csv" } + [summaryFile])

  /// Reads the tables and the summary back.
  ///
  /// - Throws: `InputProblems` where something is missing or is no such table.
  public static func read(_ path: String) throws -> PlanFolder {
    let summaryPath = "\(path)/\(summaryFile)"
    let problems = ProblemLog()
    var summary: Summary?
    do {
      let bytes = try contents(ofFile: summaryPath)
      do { summary = try JSONDecoder().decode(Summary.self, from: Data(bytes)) } catch {
        problems.add(
          "this is not the summary of a stored plan as this version writes it; solve again",
          file: summaryPath)
      }
    } catch {
      problems.addUnreadable(
        "\(error); a plan folder is what `plusone solve --out` writes", file: summaryPath)
    }
    let tables = PlanTables(stored: path, problems: problems)
    try problems.throwIfAny()
    guard let summary else { throw InputProblems(problems.problems) }
    return PlanFolder(tables: tables, summary: summary)
  }
}
