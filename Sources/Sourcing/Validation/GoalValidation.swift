extension Goal {
  /// Notes what is wrong with the goal.
  func check(for instance: Instance, _ checker: inout ValueChecker) {
    let element = "goal `\(name)`"
    checker.check(of.members, in: instance.regions.indices, element, "of")
    checker.check(penalty, .amount, element, "penalty")
    var isKnown = true
    for commodity in commodities {
      isKnown =
        checker.check(commodity.members, in: instance.commodities.indices, element, "commodities")
        && isKnown
    }
    let hasPeriods = checker.check(
      periods, in: instance.horizon.indices, element, "periods", mayBeEmpty: true)
    checkKind(instance, element, &checker)
    let hasTargets = checkBounds(instance.horizon, element, &checker)
    if hasPeriods, hasTargets { checkIdleness(element, &checker) }
    guard measure == .value else { return }
    if kind.basis == nil || kind.countsQuantities {
      checker.add(element, "measure", "must be `quantity`: this kind of goal counts no values")
    } else if isKnown, hasPeriods {
      for commodity in commodities where instance.isPriceless(commodity, in: periods) {
        checker.add(element, "measure", "`\(commodity.id)` has no price above 0 to count by")
      }
    }
  }

  /// What only some kinds of goal have.
  private func checkKind(
    _ instance: Instance, _ element: String, _ checker: inout ValueChecker
  ) {
    if let partner = kind.partner {
      let field = if case .plusOne = kind { "beyond" } else { "upon" }
      checker.check(partner.members, in: instance.regions.indices, element, field)
    }
    if let basis = kind.basis, !kind.name.bases.contains(basis) {
      checker.add(
        element, "basis",
        "found `\(basis.rawValue)`; must be "
          + kind.name.bases.map { "`\($0.rawValue)`" }.joined(separator: " or "))
    }
    switch kind {
    case .reliance(_, let basis, .chain) where basis != .supply:
      checker.add(element, "basis", "must be `supply` with trace `chain`")
    case .plusOne(_, let sources) where sources < 1:
      checker.add(element, "sources", "found \(sources); must be 1 or more")
    case .capex(let projects):
      checker.check(
        projects, in: instance.projects.indices, element, "projects", mayBeEmpty: true)
    case .subsidy(let programme):
      checker.check(programme, in: instance.programmes.indices, element, "programme")
    case .resilience(.disruptions(let against), _):
      checker.check(
        against, in: instance.disruptions.indices, element, "against", mayBeEmpty: true)
    case .resilience(.cuts(let budget), _):
      instance.check(budget, element, &checker)
    case .reliance, .largestSource, .hhi, .plusOne, .cover, .service, .cost: break
    }
    guard kind.name.isOneSum else { return }
    if each { checker.add(element, "each", "must be false: the goal bounds one sum of money") }
    if !commodities.isEmpty {
      checker.add(element, "commodities", "must be empty: the goal bounds one sum of money")
    }
  }

  /// The targets; false if their periods are not those of the horizon.
  private func checkBounds(
    _ horizon: Horizon, _ element: String, _ checker: inout ValueChecker
  ) -> Bool {
    if allBounds.isEmpty { checker.add(element, "bounds", "is empty; give a target") }
    if Set(bounds.map(\.direction)).count < bounds.count {
      checker.add(element, "bounds", "give two targets of one direction")
    }
    var isWhole = true
    for (direction, isEachMonth) in allBounds {
      guard let target = target(direction, isEachMonth: isEachMonth) else { continue }
      if !kind.name.directions.contains(direction) {
        checker.add(
          element, "bounds", "`\(direction.rawValue)` is no direction of this kind of goal")
      }
      guard target.values.count == horizon.count else {
        checker.add(element, "bounds", "the target must have one value for each period")
        isWhole = false
        continue
      }
      let values = target.values.compactMap(\.self)
      // No number is equal to NaN: a set would hold each of them.
      let wrong = Set(values.filter { !$0.isNaN }).sorted() + values.filter(\.isNaN).prefix(1)
      for value in wrong {
        checker.check(value, kind.unit.isFraction ? .share : .amount, element, "bounds")
      }
      if let outside = target.periodsOutside.first {
        checker.add(
          element, "bounds",
          "the path names period \(outside); there are \(horizon.count), counted from 0")
      }
      // A sum over all periods has one target; `Set` counts a missing value as another one.
      if kind.name.isOneSum, !values.contains(where: \.isNaN), Set(target.values).count > 1 {
        checker.add(element, "bounds", "must be one amount: it holds for all periods together")
      }
    }
    return isWhole
  }

  /// Goals from files may be idle: reports say which are.
  private func checkIdleness(_ element: String, _ checker: inout ValueChecker) {
    guard line == nil else { return }
    switch idleness {
    case .noPeriod: checker.add(element, "periods", "is empty; name at least one period")
    case .noTarget:
      if !allBounds.isEmpty {
        checker.add(element, "bounds", "have no value in any period of the goal")
      }
    case .noCommodity: checker.add(element, "commodities", "is empty; name at least one")
    case .noDisruption: checker.add(element, "against", "is empty; name at least one disruption")
    case nil:
      if periods.isEmpty, case .capex = kind {
        checker.add(element, "periods", "is empty; name at least one period")
      } else if periods.isEmpty, case .subsidy = kind {
        checker.add(element, "periods", "is empty; name at least one period")
      }
    }
  }
}

extension Goal.Kind {
  /// Whether it counts quantities only, though its basis could be counted by value.
  fileprivate var countsQuantities: Bool {
    if case .reliance(_, _, .chain) = self { true } else { false }
  }
}
