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

  /// Writes all tables and `summary.json`, or nothing. The summary's time of writing is filled in.
  ///
  /// - Throws: ``OutputFailure``.
  public mutating func write(to path: String) throws {
    let started = ContinuousClock.now
    let (tables, initial) = (tables.all + stress, summary)
    var finished = initial
    try OutputFolder.write(
      to: path, knownFiles: Self.fileNames, marker: Self.summaryFile
    ) { folder in
      for table in tables {
        try OutputFolder.step {
          try table.write(to: "\(folder)/\(table.name).csv")
        }
      }
      let seconds = (ContinuousClock.now - started) / .seconds(1)
      finished.times?.write = seconds
      finished.times?.total += seconds
      let json = try finished.json()
      try OutputFolder.step {
        try json.write(to: URL(fileURLWithPath: "\(folder)/\(Self.summaryFile)"))
      }
    }
    summary = finished
  }

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
