import Statistics

extension SobolIndices {
  /// The assumptions with a total index, the greatest first. Equal ones stay in their order.
  var ranked: [(assumption: Int, total: Index)] {
    total.enumerated().compactMap { assumption, total in total.map { (assumption, $0) } }
      .sorted { (-$0.1.value, $0.0) < (-$1.1.value, $1.0) }
  }
}

extension SobolIndices.Index {
  /// The index with two decimals: more would be noise.
  var text: String { Self.text(value) }

  /// Its bootstrap interval.
  var intervalText: String { RangeText.joined(Self.text(low), Self.text(high)) }

  private static func text(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let digits = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    return value < 0 && hundredths > 0 ? "-" + digits : digits
  }
}
