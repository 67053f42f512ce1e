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
  /// Tables of a stress run or of worst cases that are written beside the plan's.
  public var further: [ReportTable] = []
  /// The plan without goals, which is stored in a folder of its own in the plan's; empty if there is none.
  private var inner: [PlanFolder] = []

  /// The plan without goals, which is stored in the folder `without_goals` in the plan's; nil if there is none.
  public var withoutGoals: PlanFolder? {
    get { inner.first }
    set { inner = newValue.map { [$0] } ?? [] }
  }

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
    let (this, initial) = (self, summary)
    var finished = initial
    try OutputFolder.write(to: path, Self.kind, inputs: inputs) { folder in
      try this.writeTables(to: folder)
      if let other = this.withoutGoals {
        try folder.writeFolder(Self.withoutGoalsFolder, Self.kind) { inner in
          try other.writeTables(to: inner)
          try inner.write(try other.summary.json(), as: Self.summaryFile)
        }
      }
      let seconds = (ContinuousClock.now - started) / .seconds(1)
      finished.times?.write = seconds
      finished.times?.total += seconds
      try folder.write(try finished.json(), as: Self.summaryFile)
    }
    summary = finished
  }

  /// The tables that are written: those of the plan, those beside them and that of sampled worlds.
  public var allTables: [ReportTable] {
    tables.all + further + [summary.ranges?.table].compactMap(\.self)
  }

  private func writeTables(to folder: OutputFolder.Contents) throws {
    for table in allTables { try folder.write(table) }
    if let model { try folder.write(Data(model.bytes), as: Self.modelFile) }
  }

  /// The folder in a plan's folder that has the plan without goals.
  public static let withoutGoalsFolder = "without_goals"
  private static let kind = OutputFolder.Kind(WrittenFolder.plan, times: [summaryFile])
  static let summaryFile = WrittenFolder.summary
  /// The model as it was read, byte by byte.
  static let modelFile = "model.yaml"

  /// Names of the files that a plan's folder may hold, those that stress runs and worst cases add included.
  public static let fileNames = Set(
    TableDefinition.fileNames(in: [.solveFolder, .stressFolder, .worstFolder])
      + [summaryFile, modelFile])
}
