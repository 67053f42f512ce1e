import Analysis
import Formulation
import Foundation
import Planning
import Reporting
import Scenarios
import Sourcing
import SourcingFiles
import Studies
import Tables

/// The folder of one finished run: the tables of the plan and of its stress runs, the edits of its instance, and
/// `run.json`; without a plan, an explanation. It is written whole or not at all.
struct RunFolder {
  let study: Study
  let outcome: RunOutcome
  let key: String
  let timeLimit: Double?
  let solver: String

  static let recordFile = WrittenFolder.run
  static let timesFile = WrittenFolder.times
  static let explanationFile = "explanation.txt"
  static let kind = OutputFolder.Kind(WrittenFolder.runOfStudy, times: [timesFile])
  static let fileNames = PlanFolder.fileNames.union([
    recordFile, timesFile, explanationFile,
  ]).union(TableDefinition.fileNames(in: [.run]))

  /// The record in a run's folder; nil if there is none that can be read.
  static func record(in folder: String) -> RunRecord? {
    decode(RunRecord.self, "\(folder)/\(recordFile)")
  }

  /// The name of the run in a folder, which every version of the program has written; nil if it cannot be read.
  static func name(in folder: String) -> String? {
    struct Name: Decodable { var run: String }
    return decode(Name.self, "\(folder)/\(recordFile)")?.run
  }

  /// How long the run in a folder took; nil if that cannot be read.
  static func times(in folder: String) -> RunTimes? {
    decode(RunTimes.self, "\(folder)/\(timesFile)")
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ file: String) -> Value? {
    guard let bytes = try? Tables.contents(ofFile: file, limit: FileLimit.record) else {
      return nil
    }
    return try? decoded(type, Data(bytes))
  }

  /// Names of the files of a run in a folder; nil if the folder is not that of the run. A folder without a list is
  /// recognised by its record, a folder without a record by its list.
  static func files(in folder: String, of run: String) -> Set<String>? {
    let (listing, name) = (FolderListing.read(folder), name(in: folder))
    guard FileKind.of(folder) == .folder, listing != nil || name != nil,
      listing.map({ $0.holds == kind.name }) ?? true, name.map({ $0 == run }) ?? true
    else { return nil }
    return listing?.names ?? fileNames.union([FolderListing.fileName])
  }

  /// - Throws: `OutputFailure`; `BillMismatch` if the bills do not add up to the cost.
  func write(to path: String) throws -> (RunRecord, RunTimes) {
    let started = ContinuousClock.now
    var times = outcome.times
    // Thousands of runs of sampled worlds store their figures only.
    let isSampled = study.isSampled(outcome.run)
    var tables = isSampled ? [] : [ReportTable.edits(study.variations[outcome.run.variation])]
    var texts: [(name: String, data: Data)] = []
    var record: RunRecord
    switch outcome.result {
    case .planned(let run) where isSampled:
      record = try figures(of: run, run.view, bills: run.bills).record
    case .noPlanInWorld:
      record = self.record(.infeasible, explanation.1)
    case .planned(let run):
      let parts = try contents(of: run)
      tables += parts.tables
      record = parts.record
      texts.append(("summary.json", try parts.summary.json()))
      if let model = run.planning.program.model.source {
        texts.append((PlanFolder.modelFile, Data(model.bytes)))
      }
    default:
      let (status, reason, explanation) = explanation
      record = self.record(status, reason)
      let text = (["\(record.run): \(reason)"] + explanation).joined(separator: "\n") + "\n"
      texts.append((Self.explanationFile, Data(text.utf8)))
    }
    texts.append((Self.recordFile, try snakeCaseJSON(record)))
    let (written, files) = (tables, texts)
    let ours = Self.files(in: path, of: record.run)
    try OutputFolder.writePart(to: path, Self.kind, ours: ours) { folder in
      for table in written { try folder.write(table) }
      for file in files { try folder.write(file.data, as: file.name) }
      times.write = (ContinuousClock.now - started) / .seconds(1)
      times.total += times.write
      try folder.write(try snakeCaseJSON(times), as: Self.timesFile)
    }
    return (record, times)
  }

  private func record(_ status: RunRecord.Status, _ reason: String) -> RunRecord {
    var record = RunRecord(
      outcome.run, in: study, key: key, status: status, reason: reason, timeLimit: timeLimit)
    if case .infeasible(let it) = outcome.result, it.isUnproven { record.unproven = true }
    return record
  }

  // MARK: With a plan

  private func contents(of run: PlannedRun) throws(BillMismatch) -> (
    tables: [ReportTable], summary: Summary, record: RunRecord
  ) {
    let view = run.view
    let bills = try run.bills
    var tables = PlanTables(view, bills: bills).all + [.prices(run.instance)]
    if !run.stress.isEmpty {
      tables += StressTables(run.stress, instance: run.instance).all + [.stressSummary(run)]
    }
    if let coordination = run.coordination { tables.append(.coordination(coordination)) }
    let (summary, record) = figures(of: run, view, bills: bills)
    return (tables, summary, record)
  }

  private func figures(
    of run: PlannedRun, _ view: PlanView, bills: BillComparison
  ) -> (summary: Summary, record: RunRecord) {
    var summary = Summary(
      run.planning, view: view, bills: bills, withoutGoals: run.withoutGoals, solver: solver)
    summary.times = nil
    summary.checks = run.checks

    var record = record(.optimal, "")
    record.figures = RunFigures(run, view, bills: bills)
    record.warnings = summary.warnings.isEmpty ? nil : summary.warnings
    record.checks = run.checks
    record.assumptions = summary.assumptions
    record.sizes = summary.sizes
    record.iterations = summary.iterations
    return (summary, record)
  }

  // MARK: Without one

  /// Status, one sentence, and the lines of the explanation file.
  private var explanation: (RunRecord.Status, String, [String]) {
    switch outcome.result {
    case .planned:
      return (.optimal, "", [])
    case .infeasible(let it):
      let who = it.planner.map { " (planner: \($0))" } ?? ""
      let report = ExplanationReport(it.explanation, of: it.instance, it.model)
      var reason = "the model is infeasible\(who)"
      if case .infeasible(let conflict?, _) = it.explanation.finding {
        reason += "; these conditions conflict: "
        reason += conflict.texts(in: it.instance, it.model).joined(separator: "; ")
      }
      if it.isUnproven { reason += ". " + UnprovenText.sentence }
      return (.infeasible, reason, [""] + report.lines().map(\.text))
    case .noPlanInWorld(let planner):
      let who = planner.map { " (planner: \($0))" } ?? ""
      return (.infeasible, "the model is infeasible in this world\(who)", [])
    case .timeLimit(let seconds, let planner):
      let who = planner.map { " (planner: \($0))" } ?? ""
      let end =
        seconds.map { "the time limit of \(DecimalNumber.text($0)) s was reached" }
        ?? "it was stopped"
      return (
        .timeLimit, "\(end) before a plan was proven to be the best\(who)",
        ["", "Set a longer time with --time-limit or the option's time_limit, and use --resume."]
      )
    case .badInput(let problems):
      let first = problems.first ?? "its model cannot be read"
      let more = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
      return (.badInput, first + more, [""] + problems)
    case .failed(let message):
      return (.failed, message.split(separator: "\n").joined(separator: " "), ["", message])
    }
  }
}
