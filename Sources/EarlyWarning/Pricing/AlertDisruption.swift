import Sourcing

/// The disruption that an alert becomes: an origin sends home less of a commodity for the whole window. Alerts with the
/// same one share a run.
struct AlertDisruption: Hashable {
  /// τ, the period of the instance in which it starts.
  var period: PeriodIndex
  var commodity: CommodityIndex
  var origin: RegionIndex
  /// 1 − fall, 0 to 1.
  var factor: Double

  /// The fall below which an alert is not priced.
  static let leastFall = 0.1

  /// The same as a disruption: `exports` of the commodity from the origin to home × ``factor`` for some months.
  func disruption(in instance: Instance, months: Int) -> Disruption {
    Disruption(
      id: "\(instance.commodities[commodity].id) from \(instance.regions[origin].id)",
      effects: [
        .init(
          kind: .exports, regions: [origin], commodities: [commodity],
          partners: instance.home.members, factor: factor, months: months)
      ])
  }

  /// Whether a plan has imports of the commodity from the origin into home in the period.
  func hits(_ plan: Plan, _ instance: Instance) -> Bool {
    plan.flowsAboveRoundOff(in: period).contains {
      $0.key.commodity == commodity && $0.key.origin == origin
        && instance.home.members.contains($0.key.destination)
    }
  }
}

/// What is to be done with an alert.
enum AlertQuestion {
  /// It is priced by a stress run.
  case price(AlertDisruption)
  /// It is not priced: why, and its class; nil: that by indicators alone.
  case leave(String, Alert.Class?)

  /// - Parameters:
  ///   - alert: the alert.
  ///   - period: the period in which it is priced.
  ///   - instance: the instance of the plans.
  ///   - plans: the plan and the plan without goals.
  init(_ alert: Alert, in period: PeriodIndex, of instance: Instance, plans: [Plan]) {
    guard let commodity = instance.commodities.index(of: alert.good) else {
      self = .leave("\(alert.good) is no commodity of the instance", nil)
      return
    }
    guard let origin = instance.regions.index(of: alert.origin) else {
      self = .leave("\(alert.origin) is no region of the instance", nil)
      return
    }
    guard !instance.home.members.contains(origin) else {
      self = .leave("\(alert.origin) is home itself", nil)
      return
    }
    guard let fall = alert.fall, fall.isFinite else {
      self = .leave("it is not known by how much imports from \(alert.origin) have fallen", nil)
      return
    }
    guard fall >= AlertDisruption.leastFall else {
      self = .leave("imports from \(alert.origin) have fallen by less than 10%", .c)
      return
    }
    let disruption = AlertDisruption(
      period: period, commodity: commodity, origin: origin, factor: max(0, 1 - fall))
    guard plans.contains(where: { disruption.hits($0, instance) }) else {
      self = .leave(
        "the plan has no imports of \(alert.good) from \(alert.origin) in "
          + "\(instance.horizon[period].label), so their fall costs nothing", .d)
      return
    }
    self = .price(disruption)
  }

  var disruption: AlertDisruption? {
    if case .price(let disruption) = self { disruption } else { nil }
  }
}
