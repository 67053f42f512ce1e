import Tables

extension RegionalFlows {
  /// Notes unit values that are more than 100 times above or below the median of their commodity
  /// (``medianUnitValue(_:)``). Such values are mostly mistakes in the weight or the value.
  mutating func noteOutliers() {
    for commodity in Set(flows.map(\.key.commodity)).sorted() {
      let valued = flows.filter { $0.key.commodity == commodity }.compactMap { _, flow in
        flow.unitValue.map { (value: $0, flow: flow) }
      }
      guard let median = medianUnitValue(valued.map { ($0.value, $0.flow.quantity) }) else {
        continue
      }
      let words = DecimalNumber.text(significant(median))
      for (value, flow) in valued.sorted(by: { $0.flow.first < $1.flow.first }) {
        guard value > 100 * median || value < median / 100 else { continue }
        let side = value > median ? "above" : "below"
        summary.count(
          .note,
          "\(commodity): unit value more than 100 times \(side) the median (\(words)); check weight and value",
          at: flow.first)
      }
    }
  }
}
