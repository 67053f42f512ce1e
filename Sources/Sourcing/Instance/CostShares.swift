extension Instance {
  /// The parts of a process's cost that its outputs bear in a period, by value:
  ///
  ///     c(q,k) = out(q,k)·price_k / Σ_k' out(q,k')·price_k'
  ///
  /// A joint product without a price bears nothing. If no output has a price, the main output bears all.
  ///
  /// - Returns: the outputs that bear something, each with its part; together 1.
  package func costShares(of index: ProcessIndex, in period: PeriodIndex) -> [(
    commodity: CommodityIndex, share: Double
  )] {
    let process = processes[index]
    let values = process.outputs.map {
      ($0.commodity, $0.quantity * commodities[$0.commodity].price[period])
    }.filter { $0.1 > 0 }
    let total = values.reduce(0) { $0 + $1.1 }
    guard total > 0 else { return [(process.output, 1)] }
    return values.map { ($0.0, $0.1 / total) }
  }
}
