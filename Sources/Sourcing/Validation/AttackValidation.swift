/// Checks of what an adversary can do, made in code.
extension Instance {
  /// Checks the budget of an adversary.
  ///
  /// - Throws: what is wrong.
  package func validate(_ budget: AttackBudget) throws(ValueProblems) {
    var checker = ValueChecker()
    check(budget, "attack", &checker)
    try checker.throwIfAny()
  }

  /// Notes what is wrong with the budget of an adversary.
  func check(_ budget: AttackBudget, _ element: String, _ checker: inout ValueChecker) {
    let counts = AttackBudget.cutCounts
    if !counts.contains(budget.cuts) {
      checker.add(
        element, "cuts",
        "found \(budget.cuts); must be from \(counts.lowerBound) to \(counts.upperBound)")
    }
    if budget.kinds.isEmpty { checker.add(element, "targets", "is empty; give a kind of target") }
    if let by = budget.by {
      checker.check(by.members, in: regions.indices, element, "by")
    }
  }
}
