extension Instance {
  /// Checks that the instance can be planned for: sizes of tables, references, names, and numbers.
  ///
  /// The readers of files check the same rules with file and line. That no combination of processes makes goods
  /// from nothing is checked by `FreeMatter` of `Formulation`, since it takes a solver. O(size of the tables).
  ///
  /// - Throws: all problems found, each with its element and field.
  public func validate() throws(ValueProblems) {
    var checker = ValueChecker()
    checkFrame(&checker)
    checkPlaces(&checker)
    checkGoods(&checker)
    checkProduction(&checker)
    checkInvestment(&checker)
    checkTrade(&checker)
    checkUse(&checker)
    checkDisruptions(&checker)
    checkSources(&checker)
    checkPublished(&checker)
    checkAssumptions(&checker)
    try checker.throwIfAny()
  }

  /// Name, parameters and periods.
  private func checkFrame(_ checker: inout ValueChecker) {
    checker.checkID(name, "instance", "name")
    for key in parameters.keys.sorted() { checker.checkID(key, "instance", "parameters") }
    // However small: at a rate near 0 a plan costs what it costs at 0.
    if !(0...1).contains(horizon.discountRate) {
      checker.add(
        "horizon", "discountRate", "found \(horizon.discountRate); must be from 0.0 to 1.0")
    }
    if horizon.count == 0 {
      checker.add("horizon", "periods", "is empty; name at least one period")
    }
    var labels: Set<String> = []
    for period in horizon.periods {
      let element = "period `\(period.label)`"
      if !Horizon.isLabel(period.label) {
        checker.add(
          element, "label",
          "must be of letters, digits, `_`, `.` and `-`, and not `first` or `last`")
      }
      if !labels.insert(period.label).inserted {
        checker.add(element, "label", "another period has it already")
      }
      if !Horizon.lengths.contains(period.years) {
        checker.add(
          element, "years",
          "found \(period.years); must be from \(Horizon.lengths.lowerBound) to \(Horizon.lengths.upperBound)"
        )
      }
    }
  }

  /// Regions, blocs and home.
  private func checkPlaces(_ checker: inout ValueChecker) {
    if regions.isEmpty { checker.add("instance", "regions", "is empty; name at least one") }
    checker.checkIDs(regions.map(\.id), of: "region")
    checker.checkIDs(blocs.map(\.id), of: "bloc")
    for region in regions {
      let element = "region `\(region.id)`"
      if region.id == world.id { checker.add(element, "id", "is the bloc of all regions") }
      checker.check(region.latitude, .within(-90...90), element, "latitude")
      checker.check(region.longitude, .within(-180...180), element, "longitude")
      checker.check(region.risk, .share, element, "risk")
    }
    let names = Set(regions.map(\.id))
    for bloc in blocs {
      let element = "bloc `\(bloc.id)`"
      if bloc.id == world.id { checker.add(element, "id", "is the bloc of all regions") }
      if names.contains(bloc.id) { checker.add(element, "id", "is a region already") }
      checker.check(bloc.members, in: regions.indices, element, "members")
    }
    checker.check(home.members, in: regions.indices, "instance", "home")
  }

  /// Commodities and groups.
  private func checkGoods(_ checker: inout ValueChecker) {
    if commodities.isEmpty { checker.add("instance", "commodities", "is empty; name at least one") }
    checker.checkIDs(commodities.map(\.id), of: "commodity")
    checker.checkIDs(groups.map(\.id), of: "group")
    for commodity in commodities {
      checker.check(commodity.price, .amount, "commodity `\(commodity.id)`", "price", horizon)
    }
    let names = Set(commodities.map(\.id))
    for group in groups {
      let element = "group `\(group.id)`"
      if names.contains(group.id) { checker.add(element, "id", "is a commodity already") }
      guard checker.check(group.members, in: commodities.indices, element, "members") else {
        continue
      }
      if Set(group.members.map { commodities[$0].unit }).count > 1 {
        checker.add(element, "members", "have different units; a group has one unit")
      }
    }
  }
}
