extension Instance {
  /// Checks against published figures.
  func checkPublished(_ checker: inout ValueChecker) {
    checker.checkIDs(checks.map(\.id), of: "check")
    for check in checks { self.check(check, &checker) }
  }

  private func check(_ check: PublishedCheck, _ checker: inout ValueChecker) {
    let element = "check `\(check.id)`"
    checker.check(check.commodity.members, in: commodities.indices, element, "commodity")
    checker.check(check.region.members, in: regions.indices, element, "region")
    if let partner = check.partner {
      checker.check(partner.members, in: regions.indices, element, "partner")
    }
    checker.check(check.period, in: horizon.indices, element, "period")
    checker.check(check.published, .amount, element, "published")
    checker.check(check.tolerance, .amount, element, "tolerance")
    for objection in check.objections(regionCount: regions.count) {
      let found = objection.number.map { "found \($0); " } ?? ""
      checker.add(element, objection.field, found + objection.message)
    }
  }
}
