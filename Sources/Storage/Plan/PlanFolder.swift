import Foundation
public import Reporting
public import Sourcing
import SourcingFiles
import Tables

/// A folder of tables of one plan, as `plusone solve --out` writes it.
public struct PlanFolder: Sendable {
  public var tables: PlanTables
  public var summary: Summary
  /// What the plan's model was read from; nil where it was made in code.
  public var model: ModelSource?
  /// Tables of a stress run that are written beside the plan's.
  public var stress: [ReportTable] = []

  public init(tables: PlanTables, summary: Summary, model: ModelSource? = nil) {
    self.tables = tables
    self.summary = summary
    self.model = model
  }

  /// Writes all tables, the model and `summary.json`, or nothing. The summary's time of writing and its list of
  /// files are filled in.
  ///
  /// - Throws: ``OutputFailure``.
  public mutating func write(to path: String) throws {
    let started = ContinuousClock.now
    let (tables, model, initial) = (tables.all + stress, model, summary)
    var finished = initial
    try OutputFolder.write(
      to: path, knownFiles: Self.fileNames, marker: Self.summaryFile
    ) { folder in
      for table in tables {
        try OutputFolder.step {
          try table.write(to: "\(folder)/\(table.name).csv")
        }
      }
      if let model {
        try OutputFolder.step {
          try Data(model.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(Self.modelFile)"))
        }
      }
      let names = tables.map { "\($0.name).csv" } + (model == nil ? [] : [Self.modelFile])
      finished.files = try names.map {
        FileFingerprint(name: $0, contents: try contents(ofFile: "\(folder)/\($0)"))
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
  /// The model as it was read, byte by byte.
  static let modelFile = "model.yaml"

  /// Names of the files that a plan's folder may hold, those that stress runs add included.
  public static let fileNames = Set(
    (PlanTable.allCases.map(\.rawValue) + ["stress", "stress_months", "shared_draws"])
      .map { "\($0).csv" } + [summaryFile, modelFile])
}
