extension Instance {
  /// Assumptions. What they move is in the tables of a folder, which an instance in code does not have.
  func checkAssumptions(_ checker: inout ValueChecker) {
    checker.checkIDs(assumptions.map(\.id), of: "assumption")
    for assumption in assumptions {
      let element = "assumption `\(assumption.id)`"
      if assumption.edits.isEmpty {
        checker.add(element, "edits", "is empty; an assumption moves something")
      }
      for edit in assumption.edits { check(edit, element, &checker) }
    }
  }

  private func check(
    _ edit: Assumption.Edit, _ element: String, _ checker: inout ValueChecker
  ) {
    let any = ValueChecker.Rule.within(-Double.greatestFiniteMagnitude...(.greatestFiniteMagnitude))
    checker.check(edit.low, any, element, "low")
    checker.check(edit.high, any, element, "high")
    if let rule = edit.brokenLowRule { checker.add(element, "low", "found \(edit.low); \(rule)") }
    if let rule = edit.brokenHighRule {
      checker.add(element, "high", "found \(edit.high); \(rule)")
    }
  }
}

extension Assumption.Edit {
  /// What the low end must be if it is not that; nil: nothing is wrong that can be seen without the table.
  package var brokenLowRule: String? {
    guard let nominal = mode.nominal, low > nominal else { return nil }
    return rule("at most \(Int(nominal))")
  }

  /// What the high end must be if it is not that; nil: nothing is wrong that can be seen without the table.
  package var brokenHighRule: String? {
    guard let nominal = mode.nominal else { return high < low ? rule("at least `low`") : nil }
    return high < nominal ? rule("at least \(Int(nominal))") : nil
  }

  private func rule(_ wanted: String) -> String {
    let meaning =
      switch mode {
      case .multiply: "a factor, and 1 leaves the number as it is"
      case .add: "added to the number, and 0 leaves it as it is"
      case .set: "the number itself"
      }
    return "must be \(wanted): with the mode `\(mode.rawValue)` it is \(meaning)"
  }
}
