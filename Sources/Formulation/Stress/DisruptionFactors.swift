public import Sourcing

/// The factors of a disruption in each month of a stress window. Months count from 1. Factors of several rows that
/// hit the same thing multiply; a row with factor 1 has no effect.
public struct DisruptionFactors: Sendable {
  private let instance: Instance
  private let effects: [Disruption.Effect]
  /// Set where the factors are the mean of several disruptions.
  var mean: MeanFactors?

  /// The factors of one disruption.
  ///
  /// - Parameters:
  ///   - instance: the instance of the plan.
  ///   - disruption: nil for an undisturbed window.
  public init(instance: Instance, disruption: Disruption?) {
    self.instance = instance
    effects = disruption?.effects.filter { $0.factor != 1 } ?? []
  }

  /// The months after which some factor changes.
  var lastMonths: Set<Int> {
    mean?.lastMonths ?? Set(effects.filter { $0.kind != .stock }.map(\.months))
  }

  private func product(
    of kind: Disruption.Effect.Kind, month: Int?, where hits: (Disruption.Effect) -> Bool
  ) -> Double? {
    var factor: Double?
    for effect in effects where effect.kind == kind && (month ?? 1) <= effect.months {
      if hits(effect) { factor = (factor ?? 1) * effect.factor }
    }
    return factor
  }

  /// Factor of a producer's capacity.
  public func production(process: ProcessIndex, region: RegionIndex, month: Int) -> Double {
    if let mean {
      return mean.mean { $0.production(process: process, region: region, month: month) }
    }
    let output = instance.processes[process].output
    return product(of: .production, month: month) { effect in
      effect.regions.contains(region) && effect.process ?? process == process
        && effect.commodities?.contains(output) ?? true
    } ?? 1
  }

  /// Factor of the planned flow that a lane is limited to; nil if the lane is not hit.
  public func lane(
    commodity: CommodityIndex, origin: RegionIndex, destination: RegionIndex, month: Int
  ) -> Double? {
    if let mean {
      return mean.lane(month: month) {
        $0.lane(commodity: commodity, origin: origin, destination: destination, month: month)
      }
    }
    guard origin != destination, !effects.isEmpty else { return nil }
    let exports = product(of: .exports, month: month) { effect in
      effect.regions.contains(origin) && effect.commodities?.contains(commodity) ?? true
        && effect.partners?.contains(destination) ?? !effect.regions.contains(destination)
    }
    let between = product(of: .lane, month: month) { effect in
      guard let partners = effect.partners, effect.commodities?.contains(commodity) ?? true else {
        return false
      }
      return effect.regions.contains(origin) && partners.contains(destination)
        || effect.regions.contains(destination) && partners.contains(origin)
    }
    guard exports != nil || between != nil else { return nil }
    return (exports ?? 1) * (between ?? 1)
  }

  /// The part of the planned flow that a flow can have: the factor where the lane is hit; else 1 in the months
  /// of `reroute_months`; nil if the planned flow is no limit.
  func plannedShare(of key: FlowKey, month: Int, _ options: StressOptions) -> Double? {
    let hit = lane(
      commodity: key.commodity, origin: key.origin, destination: key.destination, month: month)
    return hit ?? (key.isInternational && month <= options.rerouteMonths ? 1 : nil)
  }

  /// Factor of a region's demand.
  public func demand(region: RegionIndex, commodity: CommodityIndex, month: Int) -> Double {
    if let mean {
      return mean.mean { $0.demand(region: region, commodity: commodity, month: month) }
    }
    return product(of: .demand, month: month) { effect in
      effect.regions.contains(region) && effect.commodities?.contains(commodity) ?? true
    } ?? 1
  }

  /// Factor of a stockpile's starting level, whatever the row's months.
  public func stock(_ stockpile: Stockpile) -> Double {
    if let mean { return mean.mean { $0.stock(stockpile) } }
    return product(of: .stock, month: nil) { effect in
      effect.regions.contains(stockpile.region)
        && effect.commodities?.contains(stockpile.commodity) ?? true
    } ?? 1
  }
}
