import Sourcing

extension Collection where Element == StressOutcome.Market {
  /// The service level of some markets, weighted by shortage cost: 1 − Σσ·u / Σσ·D, with
  /// the shortage costs of a period; 1 without demand.
  func service(in instance: Instance, period: PeriodIndex) -> Double {
    var (lost, total) = (0.0, 0.0)
    for market in self {
      let cost = instance.demands[
        region: market.region, commodity: market.commodity, period: period
      ].shortageCost
      lost += cost * market.shortage
      total += cost * market.demand
    }
    return total > 0 ? 1 - lost / total : 1
  }
}
