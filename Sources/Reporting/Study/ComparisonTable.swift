import Analysis
import Scenarios
public import Studies

extension Comparison {
  /// `comparison.csv`: one row a run, every figure, and its difference against the first option under the
  /// same variation as `change_…`.
  public var table: ReportTable {
    var table = ReportTable(
      .comparison,
      columns: TableDefinition.runColumns.map(\.name) + figures.map(\.name)
        + figures.map(\.changeName))
    for record in records {
      var row: [ReportTable.Cell] = [
        record.run, record.option, record.variation, record.coordination, record.status.rawValue,
        record.feasibleText, pareto.contains(record.run) ? "yes" : "no", record.reason,
        record.achievedText, record.figures?.plan.focus?.largestSource ?? "",
        (record.warnings ?? []).joined(separator: "; "),
      ].map { $0.isEmpty ? .blank : .text($0) }
      row += figures.map(record.cell)
      row += figures.map { change($0, of: record).map { .number($0) } ?? .blank }
      table.add(contentsOf: row)
    }
    return table
  }
}

extension RunFigure {
  /// The column of its difference against the first option.
  public var changeName: String { "change_\(name)" }
}

extension RunRecord {
  /// Whether there is a plan; blank if it is not known, also where branch and cut found none without proof.
  fileprivate var feasibleText: String {
    switch status {
    case .optimal: "yes"
    case .infeasible: unproven == true ? "" : "no"
    case .timeLimit, .badInput, .failed: ""
    }
  }

  /// What each goal achieves: `reliance: 0.482; cover: 90, with shortages`.
  fileprivate var achievedText: String {
    (figures?.plan.goals ?? []).map {
      "\($0.name): \(NumberText.amount($0.achieved))"
        + ($0.attack.map { " under \($0)" } ?? "")
        + ($0.isMetByServingLess == true ? ", with shortages" : "")
    }
    .joined(separator: "; ")
  }

  /// A figure as a cell. Months that reach to the end of the window are written as `>=12`.
  fileprivate func cell(_ figure: RunFigure) -> ReportTable.Cell {
    guard let value = self[figure] else { return .blank }
    if case .stress(let measure, let sharing) = figure,
      [.timeToSurvive, .timeToSurviveProRata].contains(measure),
      let horizon = figures?.stress.first(where: { $0.sharing == sharing })?.horizonMonths,
      value >= Double(horizon)
    {
      return .atLeast(Double(horizon))
    }
    return .number(value)
  }
}
