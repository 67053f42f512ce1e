import Analysis
import Sourcing
import Studies

/// What reports call the measures that `solve` shows: whose figure it is, and of what.
struct MeasureTitles {
  private let instance: Instance
  private let names: Names

  init(_ instance: Instance) {
    self.instance = instance
    names = Names(instance)
  }

  /// The words for a measure; its name where there are none.
  func title(of measure: PlanMeasure) -> String {
    guard !measure.isChange else { return measure.name }
    let home = named(instance.home.id)
    let last = instance.horizon[instance.horizon.last].label
    let focus = Focus.common(to: instance).map { named($0.id) } ?? "the focus"
    return switch measure.figure {
    case .cost: "total cost of all regions"
    case .extraCost: "total cost, more than without goals"
    case .homeBill: "bill of \(home)"
    case .extraHomeBill: "bill of \(home), more than without goals"
    case .reliance:
      "reliance of \(home) upon \(named(instance.parameters["rival"] ?? "the rival")) for \(focus), \(last)"
    case .largestShare: "largest source of \(focus) outside \(home), \(last)"
    default: measure.name
    }
  }

  private func named(_ id: String) -> String { names.sentence(id) }
}
