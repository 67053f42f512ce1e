/// Goals made in code, a function for each kind.
///
/// `of` is the home of the instance if it is not given. `periods` are, if not given, those of a model file without
/// `by`, `in`, `from` and `until`: the periods without observed flows for most kinds, all periods for sums of money,
/// and the last period for resilience. In a ``Model`` that ignores history, most kinds hold in all periods instead.
extension Goal {
  /// At most a share of supply from some regions.
  ///
  /// - Parameters:
  ///   - of: who is supplied; the instance's home if not given.
  ///   - upon: the regions that the share comes from.
  ///   - commodity: what is supplied.
  ///   - atMost: the share, from 0 to 1.
  ///   - basis: what the share is taken of; supply if not given.
  ///   - trace: whether only the last flow counts, as if not given, or the whole chain.
  ///   - instance: the instance.
  ///   - periods: when it holds; if not given the periods without observed flows, or all
  ///     periods in a model that ignores history.
  public static func reliance(
    of: (any RegionReference)? = nil, upon: some RegionReference,
    commodity: some CommodityReference, atMost: TargetValue, basis: Basis = .supply,
    trace: Trace = .direct, in instance: Instance, periods: [PeriodIndex]? = nil
  ) -> Goal {
    let kind = Kind.reliance(upon: upon.regions(of: instance), basis: basis, trace: trace)
    return Goal(kind, of, commodity, .atMost, atMost, instance, periods)
  }

  /// At least a share of supply from some regions.
  ///
  /// - Parameters:
  ///   - of: who is supplied; the instance's home if not given.
  ///   - upon: the regions that the share comes from.
  ///   - commodity: what is supplied.
  ///   - atLeast: the share, from 0 to 1.
  ///   - basis: what the share is taken of; supply if not given.
  ///   - trace: whether only the last flow counts, as if not given, or the whole chain.
  ///   - instance: the instance.
  ///   - periods: when it holds; if not given the periods without observed flows, or all
  ///     periods in a model that ignores history.
  public static func reliance(
    of: (any RegionReference)? = nil, upon: some RegionReference,
    commodity: some CommodityReference, atLeast: TargetValue, basis: Basis = .supply,
    trace: Trace = .direct, in instance: Instance, periods: [PeriodIndex]? = nil
  ) -> Goal {
    let kind = Kind.reliance(upon: upon.regions(of: instance), basis: basis, trace: trace)
    return Goal(kind, of, commodity, .atLeast, atLeast, instance, periods)
  }

  /// At most a share of supply from any one region outside `of`.
  ///
  /// - Parameters:
  ///   - of: who is supplied; the instance's home if not given.
  ///   - commodity: what is supplied.
  ///   - atMost: the share, from 0 to 1.
  ///   - basis: what the share is taken of; supply if not given.
  ///   - instance: the instance.
  ///   - periods: when it holds; if not given the periods without observed flows, or all
  ///     periods in a model that ignores history.
  public static func largestSource(
    of: (any RegionReference)? = nil, commodity: some CommodityReference, atMost: TargetValue,
    basis: Basis = .supply, in instance: Instance, periods: [PeriodIndex]? = nil
  ) -> Goal {
    Goal(.largestSource(basis: basis), of, commodity, .atMost, atMost, instance, periods)
  }

  /// At most a Herfindahl-Hirschman index of supply: the sum of the squared shares of all regions.
  ///
  /// - Parameters:
  ///   - of: who is supplied; the instance's home if not given.
  ///   - commodity: what is supplied.
  ///   - atMost: the index, from 0 to 1.
  ///   - basis: what the shares are taken of: supply, if not given, or imports.
  ///   - instance: the instance.
  ///   - periods: when it holds; if not given the periods without observed flows, or all
  ///     periods in a model that ignores history.
  public static func hhi(
    of: (any RegionReference)? = nil, commodity: some CommodityReference, atMost: TargetValue,
    basis: Basis = .supply, in instance: Instance, periods: [PeriodIndex]? = nil
  ) -> Goal {
    Goal(.hhi(basis: basis), of, commodity, .atMost, atMost, instance, periods)
  }

  /// At least a share of supply from each of a number of sources outside some regions.
  ///
  /// - Parameters:
  ///   - of: who is supplied; the instance's home if not given.
  ///   - beyond: the regions that do not count as sources.
  ///   - sources: the number of sources, 1 or more; 1 if not given.
  ///   - commodity: what is supplied.
  ///   - eachAtLeast: the share of each, from 0 to 1.
  ///   - instance: the instance.
  ///   - periods: when it holds; if not given the periods without observed flows, or all
  ///     periods in a model that ignores history.
  public static func plusOne(
    of: (any RegionReference)? = nil, beyond: some RegionReference, sources: Int = 1,
    commodity: some CommodityReference, eachAtLeast: TargetValue, in instance: Instance,
    periods: [PeriodIndex]? = nil
  ) -> Goal {
    let kind = Kind.plusOne(beyond: beyond.regions(of: instance), sources: sources)
    return Goal(kind, of, commodity, .atLeast, eachAtLeast, instance, periods)
  }

  /// At least a number of days of use in stock.
  ///
  /// - Parameters:
  ///   - of: whose stock and use count; the instance's home if not given.
  ///   - commodity: what is in stock.
  ///   - atLeast: days, 0 or more.
  ///   - instance: the instance.
  ///   - periods: when it holds; if not given the periods without observed flows, or all
  ///     periods in a model that ignores history.
  public static func cover(
    of: (any RegionReference)? = nil, commodity: some CommodityReference, atLeast: TargetValue,
    in instance: Instance, periods: [PeriodIndex]? = nil
  ) -> Goal {
    Goal(.cover, of, commodity, .atLeast, atLeast, instance, periods)
  }

  /// At least a share of demand served.
  ///
  /// - Parameters:
  ///   - of: whose demand counts; the instance's home if not given.
  ///   - commodity: what is needed.
  ///   - atLeast: the share, from 0 to 1.
  ///   - instance: the instance.
  ///   - periods: when it holds; if not given the periods without observed flows, or all
  ///     periods in a model that ignores history.
  public static func service(
    of: (any RegionReference)? = nil, commodity: some CommodityReference, atLeast: TargetValue,
    in instance: Instance, periods: [PeriodIndex]? = nil
  ) -> Goal {
    Goal(.service, of, commodity, .atLeast, atLeast, instance, periods)
  }

  /// At least a share of demand served in stress runs, over the whole window.
  ///
  /// - Parameters:
  ///   - of: whose demand counts; the instance's home if not given.
  ///   - commodity: what is needed.
  ///   - against: the disruptions in which it holds, at least one.
  ///   - atLeast: the share over the whole window, from 0 to 1.
  ///   - eachMonthAtLeast: the share in every month, from 0 to 1; no such target if not given.
  ///   - instance: the instance.
  ///   - periods: when it holds; the last period if not given.
  public static func resilience(
    of: (any RegionReference)? = nil, commodity: some CommodityReference,
    against: [DisruptionIndex], atLeast: TargetValue, eachMonthAtLeast: TargetValue? = nil,
    in instance: Instance, periods: [PeriodIndex]? = nil
  ) -> Goal {
    resilience(
      of: of, commodity: commodity, against: .disruptions(against), atLeast: atLeast,
      eachMonthAtLeast: eachMonthAtLeast, in: instance, periods: periods)
  }

  /// At least a share of demand served in stress runs, over the whole window.
  ///
  /// - Parameters:
  ///   - of: whose demand counts; the instance's home if not given.
  ///   - commodity: what is needed.
  ///   - against: the disruptions or attacks in which it holds.
  ///   - atLeast: the share over the whole window, from 0 to 1.
  ///   - eachMonthAtLeast: the share in every month, from 0 to 1; no such target if not given.
  ///   - instance: the instance.
  ///   - periods: when it holds; the last period if not given.
  public static func resilience(
    of: (any RegionReference)? = nil, commodity: some CommodityReference,
    against: Threats, atLeast: TargetValue, eachMonthAtLeast: TargetValue? = nil,
    in instance: Instance, periods: [PeriodIndex]? = nil
  ) -> Goal {
    let eachMonth = eachMonthAtLeast?.target(over: instance.horizon)
    return Goal(
      .resilience(against: against, eachMonth: eachMonth), of, commodity, .atLeast, atLeast,
      instance, periods)
  }

  /// At least a share of demand served in every month of stress runs.
  ///
  /// - Parameters:
  ///   - of: whose demand counts; the instance's home if not given.
  ///   - commodity: what is needed.
  ///   - against: the disruptions in which it holds, at least one.
  ///   - eachMonthAtLeast: the share in every month, from 0 to 1.
  ///   - instance: the instance.
  ///   - periods: when it holds; the last period if not given.
  public static func resilience(
    of: (any RegionReference)? = nil, commodity: some CommodityReference,
    against: [DisruptionIndex], eachMonthAtLeast: TargetValue, in instance: Instance,
    periods: [PeriodIndex]? = nil
  ) -> Goal {
    var goal = resilience(
      of: of, commodity: commodity, against: against, atLeast: 0,
      eachMonthAtLeast: eachMonthAtLeast, in: instance, periods: periods)
    goal.bounds = []
    return goal
  }

  private init(
    _ kind: Kind, _ of: (any RegionReference)?, _ commodity: some CommodityReference,
    _ direction: Direction, _ target: TargetValue, _ instance: Instance, _ periods: [PeriodIndex]?
  ) {
    let of = of?.regions(of: instance) ?? instance.home
    let group = commodity.commodities(of: instance)
    self.init(
      name: "", kind: kind, of: of, commodities: [group],
      periods: periods ?? [], bounds: [Bound(direction, target.target(over: instance.horizon))])
    guard periods == nil else { return }
    let defaults = { (history: Model.HistoryMode) in
      kind.name.periods(of: [group], into: of, history: history, in: instance)
    }
    takeDefaultPeriods(
      DefaultPeriods(fixed: defaults(.fix), ignored: defaults(.ignore)), .fix)
  }
}
