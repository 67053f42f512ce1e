package import Sourcing

extension Instance {
  /// c(k,i,j,t): transport and tariff of one unit on a lane, money a unit; 0 if there is no lane.
  package func carriage(of key: FlowKey) -> Double {
    guard
      let lane = lanes[
        commodity: key.commodity, origin: key.origin, destination: key.destination,
        period: key.period]
    else { return 0 }
    return lane.unitCost + lane.tariff * commodities[key.commodity].price[key.period]
  }
}
