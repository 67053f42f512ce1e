extension Model {
  /// Checks that the model can be asked of an instance: references, names, numbers, and that every goal asks for
  /// something.
  ///
  /// A goal that was read from a file may ask for nothing, for example because history fixes all flows: the reader
  /// accepts it, and reports say so.
  ///
  /// - Parameter instance: an instance without problems; see ``Instance/validate()``.
  /// - Throws: all problems found, each with its element and field.
  public func validate(for instance: Instance) throws(ValueProblems) {
    var checker = ValueChecker()
    checker.check(maxDecline, .share, "model", "maxDecline")
    checker.check(othersKeep, .share, "model", "othersKeep")
    checker.check(
      projects.sorted(), in: instance.projects.indices, "model", "projects", mayBeEmpty: true)
    checkObjective(instance, &checker)
    if let risk { check(risk, instance, &checker) }
    checkAssumptions(instance, &checker)
    stress.check(for: instance, &checker)
    if let sharingProblem { checker.add("model", "stress", sharingProblem) }
    if let allocationProblem { checker.add("model", "stress", allocationProblem) }
    var names: Set<String> = []
    for goal in goals {
      goal.check(for: instance, &checker)
      if !names.insert(goal.name).inserted {
        checker.add("goal `\(goal.name)`", "name", "another goal has it already")
      }
    }
    try checker.throwIfAny()
  }

  private func checkAssumptions(_ instance: Instance, _ checker: inout ValueChecker) {
    let known = Set(instance.assumptions.map(\.id))
    for (id, z) in assumptions.sorted(by: { $0.key < $1.key }) {
      let element = "assumption `\(id)`"
      if !known.contains(id) {
        checker.add("model", "assumptions", "the instance has no \(element)")
      }
      if !Assumption.range.contains(z) {
        checker.add(
          "model", "assumptions", "\(element): found \(z); must be from -1 (low) to 1 (high)")
      }
    }
  }

  private func checkObjective(_ instance: Instance, _ checker: inout ValueChecker) {
    if objective.isEmpty { checker.add("model", "objective", "is empty; name at least one stage") }
    for stage in objective {
      let element = "stage `\(stage.quantity.name.rawValue)`"
      checker.check(stage.tolerance, .share, element, "tolerance")
      switch stage.quantity {
      case .loss:
        if risk == nil { checker.add(element, "quantity", "needs the model's `risk`") }
      case .flow(let of, let upon, let commodity, let measure, let periods):
        checker.check(of.members, in: instance.regions.indices, element, "of")
        checker.check(upon.members, in: instance.regions.indices, element, "upon")
        let isKnown = checker.check(
          commodity.members, in: instance.commodities.indices, element, "commodity")
        let hasPeriods = checker.check(
          periods, in: instance.horizon.indices, element, "periods", mayBeEmpty: true)
        if measure == .value, isKnown, hasPeriods, instance.isPriceless(commodity, in: periods) {
          checker.add(element, "measure", "`\(commodity.id)` has no price above 0 to count by")
        }
      case .cost, .capex, .support, .shortage: break
      }
    }
  }

  private func check(_ risk: RiskTerm, _ instance: Instance, _ checker: inout ValueChecker) {
    checker.check(
      risk.against.sorted(), in: instance.disruptions.indices, "risk", "against", mayBeEmpty: true)
    checker.check(risk.of.members, in: instance.regions.indices, "risk", "of")
    checker.check(risk.periods, in: instance.horizon.indices, "risk", "periods")
    checker.check(risk.expected, .amount, "risk", "expected")
    checker.check(risk.cvarWeight, .amount, "risk", "cvarWeight")
    checker.check(risk.cvarLevel, .share, "risk", "cvarLevel")
    if risk.cvarLevel >= 1 { checker.add("risk", "cvarLevel", "must be below 1") }
  }
}
