import Sourcing
import SourcingFiles

/// The report on what assumptions move: one row for each row of `assumptions.csv`.
public struct AssumptionReport: CollectedReport {
  /// What it says, from top to bottom.
  public internal(set) var blocks: [ReportBlock] = []

  /// The report on the assumptions of an instance.
  ///
  /// - Parameter overview: what they move.
  public init(_ overview: AssumptionOverview) {
    guard !overview.assumptions.isEmpty else {
      add(
        "The instance has no assumptions.csv, so it does not say how far its numbers may be wrong.")
      return
    }
    add("What assumptions move", .heading)
    add(
      "Each row of assumptions.csv, with the numbers of its cells in the table, at the low end and at the high end."
    )
    addBlank()
    add(Self.grid(overview))
    addLegend(
      overview.assumptions.compactMap { assumption in
        Self.meaning(of: assumption).map { (assumption.id, $0) }
      })
    let notes = Self.notes(overview)
    if !notes.isEmpty { addBlank() }
    for note in notes { add(note) }
  }

  private static func grid(_ overview: AssumptionOverview) -> TextGrid {
    var grid = TextGrid(["assumption", "moves", "cells", "table", "low", "high"], keyCount: 2)
    for assumption in overview.assumptions {
      for edit in assumption.edits {
        let cells = overview.entries(of: assumption, edit).map(\.cell)
        let range = { (numbers: [Double]) in
          guard let least = numbers.min(), let most = numbers.max() else { return "-" }
          return RangeText.amount(least, most)
        }
        grid.add([
          assumption.id, "\(edit.table).\(edit.column)", "\(cells.count)",
          range(cells.map(\.nominal)), range(cells.map(\.low)), range(cells.map(\.high)),
        ])
      }
    }
    return grid
  }

  /// The title of an assumption, and its distribution where it is not the usual one.
  private static func meaning(of assumption: Assumption) -> String? {
    let shape = assumption.distribution == .triangular ? nil : assumption.distribution.rawValue
    let parts = [assumption.title.isEmpty ? nil : assumption.title, shape].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// Where cells have no effect, a sentence for each edit and reason. The first cell is the example.
  private static func notes(_ overview: AssumptionOverview) -> [String] {
    overview.assumptions.flatMap { assumption in
      assumption.edits.flatMap { edit in
        let entries = overview.entries(of: assumption, edit)
        let idle = entries.filter { if case .none = $0.reach { true } else { false } }
        let partial = entries.filter { if case .partly = $0.reach { true } else { false } }
        return [(idle, "no effect"), (partial, "an effect in some periods only")].compactMap {
          Self.note(assumption, edit, $0, of: entries.count, effect: $1)
        }
      }
    }
  }

  private static func note(
    _ assumption: Assumption, _ edit: Assumption.Edit, _ found: [AssumptionOverview.Entry],
    of count: Int, effect: String
  ) -> String? {
    guard let first = found.first, let reason = first.note else { return nil }
    let place = "\(edit.table).csv:\(first.cell.line): \(reason)."
    let column = "\(edit.table).\(edit.column)"
    if count == 1 { return "\(assumption.id): the cell of \(column) has \(effect). \(place)" }
    let some = found.count == 1 ? "1 has" : "\(found.count) have"
    return
      "\(assumption.id): of the \(count) cells of \(column) \(some) \(effect), such as \(place)"
  }
}
