import Analysis
public import Sourcing
public import SourcingFiles
import Studies
import Tables

/// What the figures of a sensitivity analysis are of: the policy, the assumptions, and the plan to which it is compared.
public struct SensitivityContext: Sendable {
  /// The nominal instance.
  public var instance: Instance
  /// The policy.
  public var model: Model
  /// The assumptions that move, in the order of the analysis.
  public var assumptions: [Assumption]
  /// The cells that they move.
  public var cells: [MovedCell]
  /// Where the assumptions stand to which the model or the command gives a place, also 0. They do not move.
  public var held: [AssumptionPlace]
  /// The model with which changes compare; nil: the plan without goals.
  public var against: Model?
  /// Whether there is a plan of ``against`` in the nominal world; true without such a model.
  public var otherHasPlan = true

  /// What figures are of. The properties describe the parameters.
  public init(
    instance: Instance, model: Model, assumptions: [Assumption], cells: [MovedCell],
    held: [AssumptionPlace] = [], against: Model? = nil
  ) {
    self.instance = instance
    self.model = model
    self.assumptions = assumptions
    self.cells = cells
    self.held = held
    self.against = against
  }

  /// The other plan of a change.
  var otherPlan: String {
    against.map { "the plan of \($0.name)" } ?? "the plan without goals"
  }

  /// That nothing is known of changes, where the other model has no plan in the nominal world; nil if it has one.
  public var lackOfOther: String? {
    guard !otherHasPlan, let against else { return nil }
    return
      "\(against.name), the model of --against, has no plan in the nominal world: nothing meets its goals and the "
      + "data. So changes from it are unknown there."
  }

  /// Where assumptions are held, in a sentence; nil if none is.
  package var heldText: String? {
    guard !held.isEmpty else { return nil }
    let texts = held.map {
      "\($0.assumption.id) held \($0.z == 0 ? "at 0" : AssumptionText.place($0.z))"
    }
    return "Assumptions: \(texts.joined(separator: ", ")). They do not move."
  }

  /// Whose figure a measure is, and of what.
  func meaning(of measure: PlanMeasure) -> String {
    let figure = measure.figure.meaning
    guard measure.isChange else { return figure }
    let name = measure.name.dropFirst(PlanMeasure.changePrefix.count)
    return "\(name) minus that of \(otherPlan) in the same world. \(name): \(figure)"
  }

  /// What an assumption makes of its numbers at a place: `factor 1.3`, `0.2 added`, `tariff 0.12`; of several columns each.
  func amount(of assumption: Int, at z: Double) -> String {
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

extension PlanMeasure {
  /// A value in a sentence or a table for people.
  func text(_ value: Double) -> String {
    isShare ? NumberText.percent(value) : NumberText.amount(value)
  }

  /// A distance of two values; that of two shares is in percentage points.
  func distanceText(_ value: Double) -> String {
    isShare ? NumberText.amount(100 * value) : NumberText.amount(value)
  }
}

extension NumberText {
  /// A number with so many decimals, three to nine, that rounding is at most a hundredth of its distance from another one:
  /// the text is never that of the other number.
  static func place(_ value: Double, awayFrom other: Double) -> String {
    let distance = abs(value - other)
    guard distance > 0, abs(value) < 1e6 else { return place(value) }
    for scale in [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9] {
      let rounded = (value * scale).rounded() / scale
      if abs(rounded - value) <= distance / 100 { return DecimalNumber.text(rounded) }
    }
    return place(value)
  }

  /// A place, or a factor, with up to three decimals: `0.41`, `-1`, `1.305`.
  static func place(_ value: Double) -> String {
    let thousandths = (abs(value) * 1000).rounded()
    guard thousandths < 1e9, thousandths > 0 || value == 0 else { return amount(value) }
    let text = "\(thousandths / 1000)"
    let short = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    return value < 0 && thousandths > 0 ? "-" + short : short
  }
}
