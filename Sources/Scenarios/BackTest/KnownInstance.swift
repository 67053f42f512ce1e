public import Sourcing

/// What a planner knew at some time.
extension Instance {
  /// The instance as a planner knew it at the end of a period o, who thought that all would stay as it was.
  ///
  /// History are the flows that happened up to o; it has no withheld flows (`observed`). With t any period after o:
  ///
  /// - a facility that operates in o goes on with its capacity, unit cost and minimum of o, also beyond its last period,
  ///   since its successor would be unknown; a facility that opens after o is not there;
  /// - the price of a commodity in t is that in o;
  /// - the lanes of t are those of o: cost, tariff, capacity, and whether there are any;
  /// - quotas of t are replaced by those of o; quotas of all periods stay;
  /// - contracts that start after o are not there; the others go on to their stated ends.
  ///
  /// Demands, stockpiles, projects, programmes and all that has no period stay as they are, and so do the periods up
  /// to o. A period that the instance lacks ends the program.
  ///
  /// - Parameters:
  ///   - period: o.
  ///   - hindsight: whether only the flows after o are unknown, and all else is as it came.
  public func known(at period: PeriodIndex, hindsight: Bool = false) -> Instance {
    precondition(horizon.indices.contains(period), "the instance has no such period")
    var known = self
    known.history = ObservedFlows(self).flows(through: period)
    known.observed = []
    guard !hindsight else { return known }
    let isKnown = { (other: PeriodIndex) in other <= period }
    known.facilities = Table(
      facilities.filter { isKnown($0.opens) }.map { $0.held(from: period) })
    known.commodities = commodities.mapped { commodity in
      var held = commodity
      held.price = commodity.price.held(from: period)
      return held
    }
    known.lanes.hold(from: period)
    known.quotas = heldQuotas(from: period)
    known.contracts = Table(contracts.filter { isKnown($0.starts) })
    return known
  }

  /// The quotas up to a period, and those of the period in each later one.
  private func heldQuotas(from period: PeriodIndex) -> Table<Quota> {
    Table(
      quotas.flatMap { quota -> [Quota] in
        guard let own = quota.period else { return [quota] }
        guard own == period else { return own < period ? [quota] : [] }
        return horizon.indices[period...].map { later in
          var held = quota
          held.period = later
          return held
        }
      })
  }
}

extension Facility {
  /// The facility with the figures of a period, in which it operates, in all later periods.
  fileprivate func held(from period: PeriodIndex) -> Facility {
    guard operation.contains(period) else { return self }
    var held = self
    held.capacity = capacity.held(from: period)
    held.unitCost = unitCost.held(from: period)
    held.minimum = minimum.held(from: period)
    held.closes = PeriodIndex(capacity.count - 1)
    return held
  }
}

extension IndexedArray where Key == Horizon.Period {
  /// The values with that of a period in all later periods.
  fileprivate func held(from period: PeriodIndex) -> Self {
    IndexedArray(indices.map { self[Swift.min($0, period)] })
  }
}
