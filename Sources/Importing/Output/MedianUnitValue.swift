/// The median of unit values by which a commodity is priced; nil without values.
///
/// It is weighted: a lane counts with its quantity, at its own unit value or at the plain median of all lanes,
/// whichever is smaller. A weight or a value that is far too large or too small makes the unit value of its lane
/// wrong, but never the weight of the lane large.
///
/// - Parameter lanes: unit values in money/unit, and quantities in units; without any quantity, all lanes count alike.
func medianUnitValue(_ lanes: [(value: Double, quantity: Double)]) -> Double? {
  let traded = lanes.filter { $0.quantity > 0 }
  guard let plain = weightedMedian((traded.isEmpty ? lanes : traded).map { ($0.value, 1) }) else {
    return nil
  }
  return weightedMedian(lanes.map { ($0.value, $0.quantity * min($0.value, plain)) })
}

/// The smallest of some values that, together with all smaller ones, has at least half of the weight; nil without
/// values. If no value has a weight, all have the same.
func weightedMedian(_ values: [(value: Double, weight: Double)]) -> Double? {
  let sorted = values.sorted { ($0.value, $0.weight) < ($1.value, $1.weight) }
  let whole = sorted.reduce(0) { $0 + $1.weight }
  var sum = 0.0
  for (place, entry) in sorted.enumerated() {
    sum += entry.weight
    let share = whole > 0 ? sum / whole : Double(place + 1) / Double(sorted.count)
    if share >= 0.5 { return entry.value }
  }
  return sorted.last?.value
}
