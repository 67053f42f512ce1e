extension Instance {
  /// Lanes, quotas, contracts and observed flows.
  func checkTrade(_ checker: inout ValueChecker) {
    checkLanes(&checker)
    for quota in quotas {
      let element = "quota `\(quota.id)`"
      checker.checkID(quota.id, element)
      checker.check(quota.commodities, in: commodities.indices, element, "commodities")
      checker.check(quota.origins, in: regions.indices, element, "origins")
      checker.check(quota.destinations, in: regions.indices, element, "destinations")
      checker.check(quota.quantity, .limit, element, "quantity")
      checker.check(quota.period, in: horizon.indices, element, "period")
    }
    checker.checkIDs(contracts.map(\.id), of: "contract")
    for contract in contracts {
      let element = "contract `\(contract.id)`"
      checker.check(contract.commodity, in: commodities.indices, element, "commodity")
      checker.check(contract.origin, in: regions.indices, element, "origin")
      checker.check(contract.destination, in: regions.indices, element, "destination")
      checker.check(contract.quantity, .amount, element, "quantity")
      checker.check(contract.price, .amount, element, "price")
      checker.check(contract.floor, .amount, element, "floor")
      checker.check(
        from: contract.starts, "starts", to: contract.ends, "ends", element, horizon)
    }
    check(history, as: "observed flow", &checker)
    check(observed, as: "withheld flow", &checker)
  }

  private func checkLanes(_ checker: inout ValueChecker) {
    let sizes = (lanes.regionCount, lanes.commodityCount, lanes.periodCount)
    let isWhole = sizes == (regions.count, commodities.count, horizon.count)
    if !isWhole { checker.add("instance", "lanes", wrongSize(sizes)) }
    for (place, lane) in lanes.terms.enumerated() {
      let fields: [(String, Double, ValueChecker.Rule)] = [
        ("unitCost", lane.unitCost, .amount), ("tariff", lane.tariff, .amount),
        ("capacity", lane.capacity, .limit),
      ]
      for (field, value, rule) in fields where ValueChecker.objection(to: value, rule) != nil {
        checker.check(value, rule, isWhole ? laneName(place) : "a lane", field)
      }
    }
  }

  /// The first lane that has some terms, in words.
  private func laneName(_ terms: Int) -> String {
    guard let key = lanes.firstLane(withTerms: terms) else { return "a lane" }
    return "lane of `\(commodities[key.commodity].id)` from `\(regions[key.origin].id)` to "
      + "`\(regions[key.destination].id)`, \(horizon[key.period].label)"
  }

  /// What is wrong with a table for other numbers of regions, commodities and periods.
  func wrongSize(_ found: (regions: Int, commodities: Int, periods: Int)) -> String {
    let words = [
      counted(found.regions, "region", "regions"),
      counted(found.commodities, "commodity", "commodities"),
      counted(found.periods, "period", "periods"),
    ]
    return "are for \(words[0]), \(words[1]) and \(words[2]); "
      + "the instance has \(regions.count), \(commodities.count) and \(horizon.count)"
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// History, or the flows that no plan is told of; `noun` is what messages call one of them.
  private func check(
    _ flows: [HistoricalFlow], as noun: String, _ checker: inout ValueChecker
  ) {
    var seen: Set<FlowKey> = []
    for (place, flow) in flows.enumerated() {
      let element = "\(noun) \(place)"
      checker.check(flow.commodity, in: commodities.indices, element, "commodity")
      checker.check(flow.origin, in: regions.indices, element, "origin")
      checker.check(flow.destination, in: regions.indices, element, "destination")
      checker.check(flow.period, in: horizon.indices, element, "period")
      checker.check(flow.quantity, .amount, element, "quantity")
      let key = FlowKey(
        commodity: flow.commodity, origin: flow.origin, destination: flow.destination,
        period: flow.period)
      if !seen.insert(key).inserted {
        checker.add(element, "period", "another \(noun) is of the same lane and period")
      }
    }
  }

  /// Demands and stockpiles.
  func checkUse(_ checker: inout ValueChecker) {
    let sizes = (demands.regionCount, demands.commodityCount, demands.periodCount)
    if sizes == (regions.count, commodities.count, horizon.count) {
      checkDemands(&checker)
    } else {
      checker.add("instance", "demands", wrongSize(sizes))
    }
    checker.checkIDs(stockpiles.map(\.id), of: "stockpile")
    for stockpile in stockpiles { check(stockpile, &checker) }
  }

  private func checkDemands(_ checker: inout ValueChecker) {
    for period in horizon.indices {
      for commodity in commodities.indices {
        for region in regions.indices {
          let demand = demands[region: region, commodity: commodity, period: period]
          for (field, value) in [
            ("quantity", demand.quantity), ("shortageCost", demand.shortageCost),
          ] where ValueChecker.objection(to: value, .amount) != nil {
            checker.check(
              value, .amount,
              "demand of `\(commodities[commodity].id)` in `\(regions[region].id)`, \(horizon[period].label)",
              field)
          }
        }
      }
    }
  }

  private func check(_ stockpile: Stockpile, _ checker: inout ValueChecker) {
    let element = "stockpile `\(stockpile.id)`"
    checker.check(stockpile.region, in: regions.indices, element, "region")
    checker.check(stockpile.commodity, in: commodities.indices, element, "commodity")
    checker.check(stockpile.capacity, .limit, element, "capacity")
    checker.check(stockpile.holdingCost, .amount, element, "holdingCost")
    checker.check(stockpile.releaseLimit, .limit, element, "releaseLimit")
    checker.check(stockpile.loss, .share, element, "loss")
    let levels = [
      ("initial", stockpile.initial), ("minimum", stockpile.minimum), ("final", stockpile.final),
    ]
    for (field, level) in levels {
      checker.check(level, .amount, element, field)
      if level > stockpile.capacity {
        checker.add(element, field, "found \(level), above the capacity \(stockpile.capacity)")
      }
    }
  }
}
