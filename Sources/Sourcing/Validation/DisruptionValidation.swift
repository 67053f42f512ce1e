extension Instance {
  /// Disruptions.
  func checkDisruptions(_ checker: inout ValueChecker) {
    checker.checkIDs(disruptions.map(\.id), of: "disruption")
    for disruption in disruptions { check(disruption, &checker) }
    let sum = disruptions.reduce(0) { $0 + ($1.probability ?? 0) }
    if sum > 1 + 1e-9 {
      checker.add(
        "instance", "disruptions", "have probabilities that sum to \(sum); at most 1 together")
    }
  }

  /// What is wrong with a disruption by itself.
  func check(_ disruption: Disruption, _ checker: inout ValueChecker) {
    let element = "disruption `\(disruption.id)`"
    checker.check(disruption.probability, .share, element, "probability")
    for effect in disruption.effects { check(effect, element, &checker) }
  }

  private func check(
    _ effect: Disruption.Effect, _ element: String, _ checker: inout ValueChecker
  ) {
    checker.check(effect.regions, in: regions.indices, element, "regions")
    if let goods = effect.commodities {
      checker.check(goods, in: commodities.indices, element, "commodities")
    }
    checker.check(effect.process, in: processes.indices, element, "process")
    if let partners = effect.partners {
      checker.check(partners, in: regions.indices, element, "partners")
    }
    checker.check(
      effect.factor, effect.kind == .demand ? .amount : .share, element, "factor")
    let durations = Disruption.Effect.durations
    if !durations.contains(effect.months) {
      checker.add(
        element, "months",
        "found \(effect.months); must be from \(durations.lowerBound) to \(durations.upperBound)")
    }
    if effect.kind != .production, effect.process != nil {
      checker.add(element, "process", "limits `production` only; leave it out")
    }
    switch effect.kind {
    case .lane:
      if effect.partners == nil {
        checker.add(element, "partners", "must be the regions at the other end of the lane")
      }
    case .production, .demand, .stock:
      if effect.partners != nil {
        checker.add(element, "partners", "limit `exports` and `lane` only; leave them out")
      }
    case .exports: break
    }
  }
}
