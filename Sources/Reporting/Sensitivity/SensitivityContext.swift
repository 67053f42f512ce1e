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
    AssumptionAmounts(assumptions, cells).text(of: assumption, at: z)
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
