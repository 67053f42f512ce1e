import Analysis
public import Sourcing
public import SourcingFiles
import Studies

/// What the figures of a sensitivity analysis are of: the policy, the assumptions, and the plan to which it is compared.
public struct SensitivityContext: Sendable {
  /// The nominal instance.
  public var instance: Instance
  /// The policy.
  public var model: Model
  /// The assumptions, in the order of the analysis.
  public var assumptions: [Assumption]
  /// The cells that they move.
  public var cells: [MovedCell]
  /// The model with which changes compare; nil: the plan without goals.
  public var against: Model?

  /// What figures are of. The properties describe the parameters.
  public init(
    instance: Instance, model: Model, assumptions: [Assumption], cells: [MovedCell],
    against: Model? = nil
  ) {
    self.instance = instance
    self.model = model
    self.assumptions = assumptions
    self.cells = cells
    self.against = against
  }

  /// The other plan of a change.
  var otherPlan: String {
    against.map { "the plan of \($0.name)" } ?? "the plan without goals"
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
    case .multiply: return "factor \(NumberText.place(edit.value(of: 1, at: z)))"
    case .add:
      let amount = edit.value(of: 0, at: z)
      return amount < 0
        ? "\(NumberText.place(-amount)) subtracted" : "\(NumberText.place(amount)) added"
    case .set:
      let numbers = cells.filter { $0.assumption == assumption.id && $0.edit == edit.line }
        .map { edit.value(of: $0.nominal, at: z) }
      guard let least = numbers.min(), let most = numbers.max() else { return "" }
      return RangeText.joined(NumberText.place(least), NumberText.place(most))
    }
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
  /// A place, or a factor, with up to three decimals: `0.41`, `-1`, `1.305`.
  static func place(_ value: Double) -> String {
    let thousandths = (abs(value) * 1000).rounded()
    guard thousandths < 1e9, thousandths > 0 || value == 0 else { return amount(value) }
    let text = "\(thousandths / 1000)"
    let short = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    return value < 0 && thousandths > 0 ? "-" + short : short
  }
}
