/// Checks of stress runs made in code.
extension StressOptions {
  /// Notes what is wrong with the window and its sharing.
  func check(for instance: Instance, _ checker: inout ValueChecker) {
    let months = [
      ("horizonMonths", horizonMonths, Self.horizons),
      ("rerouteMonths", rerouteMonths, Self.rerouteTimes),
    ]
    for (field, count, range) in months where !range.contains(count) {
      checker.add(
        "stress", field,
        "found \(count); must be from \(range.lowerBound) to \(range.upperBound)")
    }
    sharing.check(for: instance, &checker)
  }
}

extension Sharing {
  /// Notes what is wrong with the rule and its members.
  func check(for instance: Instance, _ checker: inout ValueChecker) {
    if case .quota(let share) = mode { checker.check(share, .share, "sharing", "mode") }
    if let members {
      checker.check(members.members, in: instance.regions.indices, "sharing", "members")
    } else if needsMembers {
      checker.add("sharing", "members", "must be the regions whose stockpiles are shared")
    }
  }
}

extension Instance {
  /// Checks stress runs of a plan: the instance, the model, the plan's size, the period, the window, the rules of
  /// sharing and the disruptions.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - model: its model.
  ///   - period: the period of the window.
  ///   - options: the window. Its rule of sharing does not count.
  ///   - sharing: the rules of sharing.
  ///   - disruptions: the disruptions.
  ///   - service: a service level that is asked for.
  ///   - sized: the commodities whose stocks are sized.
  /// - Throws: the problems of the instance, or else of the model, or else all others.
  package func validateStress(
    of plan: Plan, _ model: Model, in period: PeriodIndex, _ options: StressOptions,
    sharing: [Sharing] = [], disruptions: [Disruption] = [],
    service: Double? = nil, sized: [CommodityIndex] = []
  ) throws(ValueProblems) {
    try validate()
    try model.validate(for: self)
    var checker = ValueChecker()
    if let problem = plan.sizeProblem(for: self, model) { checker.add("plan", "size", problem) }
    checker.check(period, in: horizon.indices, "stress", "period")
    var window = options
    // The rules that are asked for replace that of the window.
    window.sharing = Sharing()
    window.check(for: self, &checker)
    for rule in sharing { rule.check(for: self, &checker) }
    for disruption in disruptions { check(disruption, &checker) }
    checker.check(service, .share, "sizing", "service")
    checker.check(sized, in: commodities.indices, "sizing", "commodities", mayBeEmpty: true)
    try checker.throwIfAny()
  }
}

extension Instance {
  /// Checks a map of chokepoints: the instance, the model, and the regions and commodities that it is about.
  ///
  /// - Parameters:
  ///   - model: the model of the plan.
  ///   - regions: the regions whose supply is examined.
  ///   - commodities: the commodities whose supply is examined.
  /// - Throws: the problems of the instance, or else of the model, or else of the regions and commodities.
  package func validateChokepoints(
    _ model: Model, of regions: RegionSet, _ commodities: CommodityGroup
  ) throws(ValueProblems) {
    try validate()
    try model.validate(for: self)
    var checker = ValueChecker()
    checker.check(regions.members, in: self.regions.indices, "chokepoints", "of")
    checker.check(commodities.members, in: self.commodities.indices, "chokepoints", "commodity")
    try checker.throwIfAny()
  }
}

extension Plan {
  /// Why a plan cannot be one of an instance and a model, in a few words; nil if its tables have their sizes and its
  /// flows and shortages their places.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - model: the model.
  package func sizeProblem(for instance: Instance, _ model: Model) -> String? {
    let periods = instance.horizon.count
    let producers = instance.facilities.count + model.projects.count
    guard activity.count == producers, activity.allSatisfy({ $0.count == periods }) else {
      return
        "the plan is of another instance or model: the activity must have \(producers) producers and "
        + "\(periods) periods"
    }
    for (name, table) in [("orders", orders.map(\.count)), ("isOrdered", isOrdered.map(\.count))] {
      guard table.count == instance.projects.count, table.allSatisfy({ $0 == periods }) else {
        return
          "the plan is of another instance: `\(name)` must have \(instance.projects.count) projects and "
          + "\(periods) periods"
      }
    }
    guard
      stocks.isEmpty
        || stocks.count == instance.stockpiles.count && stocks.allSatisfy({ $0.count == periods })
    else {
      return
        "the plan is of another instance: `stocks` must have \(instance.stockpiles.count) stockpiles and "
        + "\(periods) periods"
    }
    let (regions, goods) = (instance.regions.indices, instance.commodities.indices)
    let areInside =
      flows.allSatisfy {
        regions.contains($0.key.origin) && regions.contains($0.key.destination)
          && goods.contains($0.key.commodity) && instance.horizon.indices.contains($0.key.period)
      }
      && shortages.allSatisfy {
        regions.contains($0.region) && goods.contains($0.commodity)
          && instance.horizon.indices.contains($0.period)
      }
    return areInside
      ? nil
      : "the plan is of another instance: a flow or a shortage is at a place that this one does not have"
  }
}
