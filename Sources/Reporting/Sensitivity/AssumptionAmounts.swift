import Analysis
import Sourcing
import SourcingFiles

/// What assumptions make of their numbers at a place.
struct AssumptionAmounts {
  private let assumptions: [Assumption]
  private let cells: [MovedCell]

  /// - Parameters:
  ///   - assumptions: the assumptions.
  ///   - cells: the cells that they move.
  init(_ assumptions: [Assumption], _ cells: [MovedCell]) {
    self.assumptions = assumptions
    self.cells = cells
  }

  /// `factor 1.3`, `0.2 added`, `tariff 0.12`; of several columns each.
  func text(of assumption: Int, at z: Double) -> String {
    let edits = assumptions[assumption].edits
    let texts = edits.map { text(of: assumptions[assumption], $0, at: z) }
    let isNumber = edits.contains { $0.mode == .set }
    guard isNumber || Set(texts).count > 1 else { return texts.first ?? "" }
    return zip(edits, texts).map { "\($0.column) \($1)" }.uniqued().joined(separator: ", ")
  }

  private func text(of assumption: Assumption, _ edit: Assumption.Edit, at z: Double) -> String {
    switch edit.mode {
    case .multiply:
      return "factor \(NumberText.place(edit.value(of: 1, at: z), awayFrom: 1))"
    case .add:
      let amount = edit.value(of: 0, at: z)
      let units = Set(cells(of: assumption, edit).map(\.unit))
      let unit = units.count == 1 ? units.first.map { " " + $0 } ?? "" : ""
      let text = NumberText.place(abs(amount), awayFrom: 0) + unit
      return "\(text) \(amount < 0 ? "subtracted" : "added")"
    case .set:
      let numbers = cells(of: assumption, edit).map {
        (value: edit.value(of: $0.nominal, at: z), nominal: $0.nominal)
      }
      guard let least = numbers.min(by: { $0.value < $1.value }),
        let most = numbers.max(by: { $0.value < $1.value })
      else { return "" }
      return RangeText.joined(
        NumberText.place(least.value, awayFrom: least.nominal),
        NumberText.place(most.value, awayFrom: most.nominal))
    }
  }

  private func cells(of assumption: Assumption, _ edit: Assumption.Edit) -> [MovedCell] {
    cells.filter { $0.assumption == assumption.id && $0.edit == edit.line }
  }
}
