import Analysis
import Scenarios
import Sourcing

/// The explanation of an infeasible model.
extension ExplanationReport {
  /// Adds what conflicts, and which changes of targets would make a plan possible.
  func addDiagnosis(
    _ conflict: Conflict?, _ advice: TargetRelaxation?, to report: inout ReportDocument
  ) {
    report.add("The model is infeasible: no plan meets all of its goals and the data.", .bad)
    if let conflict { add(conflict, to: &report) }
    guard let advice else { return }
    if advice.joint.isEmpty {
      report.addBlank()
      report.add("No change of the goals' targets makes a plan possible.", .bad)
    } else {
      report.add(
        grid(of: advice.joint.map { ($0, true) }),
        heading: "Smallest change of targets that makes a plan possible:")
      if advice.joint.count > 1 {
        report.add(
          "Smallest: the sum of all changes, each divided by its target, is "
            + "\(NumberText.percent(advice.total ?? 0)).")
      }
    }
    if advice.alone.count > 1 || advice.joint.isEmpty, !advice.alone.isEmpty {
      report.add(
        grid(of: advice.alone.map { ($0.change, $0.isEnough) }),
        heading: "Smallest change if only one target changes:")
    }
    if !advice.joint.isEmpty || !advice.alone.isEmpty { report.addLegend([Self.changeNote]) }
  }

  private func add(_ conflict: Conflict, to report: inout ReportDocument) {
    report.addHeading(
      conflict.members.count == 1
        ? "This condition cannot be met, whatever the others are:"
        : "These conditions conflict. If any one of them is left out, the others can be met:")
    for text in conflict.texts(in: instance, model) { report.addItem(text, .indentedDash) }
    if !conflict.isIrreducible {
      report.addNote("(some of these may already conflict without the others)")
    }
  }

  private static let changeNote = (
    term: "would have to be",
    meaning: "with these targets a plan exists; what it costs does not count here, and it may have "
      + "shortages"
  )

  private func grid(of changes: [(TargetChange, isEnough: Bool)]) -> TextGrid {
    var grid = TextGrid(["goal", "target", "would have to be", "change"])
    grid.breaksWideRows = true
    for (change, isEnough) in changes {
      let word = change.direction == .atMost ? "<= " : ">= "
      let kind = model.goals.first { $0.name == change.name }?.kind.name.rawValue ?? ""
      let month = windowWords(kind, isEachMonth: change.isEachMonth)
      let path = { (values: [Double]) in
        values.map { change.unit.text($0) }.joined(separator: " … ")
      }
      grid.add([
        change.name + month, word + path(change.targets),
        isEnough ? word + path(change.suggested) : "no change is enough",
        isEnough ? change.text : "-",
      ])
    }
    return grid
  }

  /// The same as a table.
  func diagnosisTable(_ conflict: Conflict?, _ advice: TargetRelaxation?) -> ReportTable {
    var table = ReportTable(.conflictExplanation)
    for text in conflict?.texts(in: instance, model) ?? [] {
      table.add(
        .text("conflict"), .text(text), .blank, .blank, .blank, .blank, .blank, .blank,
        .blank)
    }
    let add = { (table: inout ReportTable, part: String, change: TargetChange, isEnough: Bool) in
      // Of a path the last value.
      table.add(
        .text(part), .text(change.name), .text(change.direction.rawValue),
        .text(change.isEachMonth ? "true" : "false"),
        change.targets.last.map { .number($0) } ?? .blank,
        isEnough ? change.suggested.last.map { .number($0) } ?? .blank : .blank,
        isEnough ? .number(change.change) : .blank,
        isEnough ? .number(change.relativeChange) : .blank, .text(isEnough ? "true" : "false"))
    }
    for change in advice?.joint ?? [] { add(&table, "joint", change, true) }
    for entry in advice?.alone ?? [] { add(&table, "alone", entry.change, entry.isEnough) }
    return table
  }
}

extension TargetChange {
  /// The change in the unit of the target, with its sign: `+18.9036 percentage points`, `-30 days`.
  fileprivate var text: String {
    let sign = direction == .atMost ? "+" : "-"
    guard unit == .share else { return sign + unit.text(change) }
    return sign + Goal.Unit.index.text(100 * change) + " percentage points"
  }
}
