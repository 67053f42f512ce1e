extension Contract {
  /// The flow of the contract in a period.
  package func flow(in period: PeriodIndex) -> FlowKey {
    FlowKey(commodity: commodity, origin: origin, destination: destination, period: period)
  }

  /// Whether a flow is the contract's flow in one of its periods.
  package func covers(_ key: FlowKey) -> Bool {
    periods.contains(key.period) && flow(in: key.period) == key
  }

  /// Whether it has a price or a floor, so that more or less than cost may be paid under it.
  package var isPriced: Bool { price != nil || floor != nil }

  /// What is paid for a unit under the contract: max(price, floor), or max(floor, cost) if only a floor is given; nil
  /// if neither is.
  ///
  /// - Parameter cost: what the unit costs where it is shipped, money.
  package func price(atCost cost: Double) -> Double? {
    guard let floor else { return price }
    return max(floor, price ?? cost)
  }
}
