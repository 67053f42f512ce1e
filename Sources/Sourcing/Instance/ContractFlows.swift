extension Contract {
  /// The flow of the contract in a period.
  package func flow(in period: PeriodIndex) -> FlowKey {
    FlowKey(commodity: commodity, origin: origin, destination: destination, period: period)
  }

  /// Whether a flow is the contract's flow in one of its periods.
  package func covers(_ key: FlowKey) -> Bool {
    periods.contains(key.period) && flow(in: key.period) == key
  }
}
