import Analysis
import Studies

/// Runs without a plan, and plans that are worth less than they look.
extension StudyReport {
  mutating func addFailures() {
    let failed = comparison.records.filter { $0.status != .optimal }
    guard !failed.isEmpty else { return }
    addBlank()
    add("Runs without a plan (explanation.txt in the folder of the run says why)", .heading)
    let reasons = failed.map { "\($0.option), \($0.status.rawValue): \($0.reason)" }
    addGrouped(Array(zip(reasons, failed)))
  }

  /// The runs whose goals are met only with shortages, as the first line.
  mutating func addServingLess() {
    let runs = comparison.records.filter { ($0.figures?.plan.goalsMetByServingLess ?? 0) > 0 }
    guard !runs.isEmpty else { return }
    let options = runs.map(\.option).uniqued()
    let more = options.count > 5 ? " and \(options.count - 5) more" : ""
    add(
      "In \(runs.count) of \(comparison.records.count) runs goals are met only with shortages: "
        + "\(options.prefix(5).joined(separator: ", "))\(more). See the warnings.", .bad)
    addBlank()
  }

  mutating func addWarnings() {
    let warned = comparison.records.flatMap { record in
      (record.warnings ?? []).map { ("\(record.option): \($0)", record) }
    }
    guard !warned.isEmpty else { return }
    addBlank()
    add("Warnings", .heading)
    addGrouped(warned)
  }

  /// Each text once, with the runs for which it is true.
  private mutating func addGrouped(_ said: [(text: String, record: RunRecord)]) {
    var runs: [String: [String]] = [:]
    var texts: [String] = []
    for (text, record) in said {
      if runs[text] == nil { texts.append(text) }
      runs[text, default: []].append(
        record.coordination == said[0].record.coordination
          ? record.variation : "\(record.variation)/\(record.coordination)")
    }
    for text in texts.prefix(8) {
      add("  \(text) [\((runs[text] ?? []).joined(separator: ", "))]", .bad)
    }
    addRest(texts.count - 8, in: "comparison.csv")
  }
}
