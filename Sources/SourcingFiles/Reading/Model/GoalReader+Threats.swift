import Sourcing
import Tables

extension GoalReader {
  /// Disruptions by name, or a mapping with what an adversary can do.
  func threats(_ value: YAMLValue) -> Goal.Threats {
    guard value.mapping != nil else {
      return .disruptions(scope.disruptionsOfGoal(value))
    }
    var budget = AttackBudget(cuts: 0)
    guard
      let fields = YAMLFields(value, as: .attackBudget, file: scope.file, log: scope.log)
    else { return .cuts(budget) }
    _ = required("cuts", fields, value)
    budget.cuts = scope.wholeNumber("cuts", of: fields) ?? 0
    if let kinds = fields["targets"] {
      budget.kinds = Set(scope.choices(kinds, key: "targets", of: AttackTarget.Kind.self))
    }
    budget.by = fields["by"].flatMap { scope.regions($0, key: "by") }
    return .cuts(budget)
  }
}
