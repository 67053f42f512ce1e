import Foundation
public import Reporting
public import Sourcing
import SourcingFiles
import Tables

/// A folder of tables of one plan, as `plusone solve --out` writes it.
public struct PlanFolder: Sendable {
  /// The tables of the plan.
  public var tables: PlanTables
  /// What `summary.json` holds.
  public var summary: Summary
  /// What the plan's model was read from; nil if it was made in code.
  public var model: ModelSource?
  /// Tables of a stress run that are written beside the plan's.
  public var stress: [ReportTable] = []

  /// A plan to be stored.
  ///
  /// - Parameters:
  ///   - tables: the tables of the plan.
  ///   - summary: the summary of the plan.
  ///   - model: what the model was read from; nil if it was made in code.
  public init(tables: PlanTables, summary: Summary, model: ModelSource? = nil) {
    self.tables = tables
    self.summary = summary
    self.model = model
  }

  /// Refuses a folder that must not be written, before any work is done.
  ///
  /// - Parameters:
  ///   - path: path of the folder.
  ///   - inputs: files and folders that the command reads.
  /// - Throws: `OutputFailure`.
  public static func check(_ path: String, inputs: [String]) throws {
    try OutputFolder.check(path, kind, inputs: inputs)
  }

  /// Writes all tables, the model and `summary.json`, or nothing. The summary's time of writing is filled in.
  ///
  /// - Parameters:
  ///   - path: path of the folder.
  ///   - inputs: files and folders that the command reads.
  /// - Throws: `OutputFailure`.
  public mutating func write(to path: String, inputs: [String] = []) throws {
    let started = ContinuousClock.now
    let (tables, model, initial) = (tables.all + stress, model, summary)
    var finished = initial
    try OutputFolder.write(to: path, Self.kind, inputs: inputs) { folder in
      for table in tables { try folder.write(table) }
      if let model { try folder.write(Data(model.bytes), as: Self.modelFile) }
      let seconds = (ContinuousClock.now - started) / .seconds(1)
      finished.times?.write = seconds
      finished.times?.total += seconds
      try folder.write(try finished.json(), as: Self.summaryFile)
    }
    summary = finished
  }

  private static let kind = OutputFolder.Kind("plan", times: [summaryFile])
  static let summaryFile = "summary.json"
  /// The model as it was read, byte by byte.
  static let modelFile = "model.yaml"

  /// Names of the files that a plan's folder may hold, those that stress runs add included.
  public static let fileNames = Set(
    TableDefinition.fileNames(in: [.solveFolder, .stressFolder]) + [summaryFile, modelFile])
}
