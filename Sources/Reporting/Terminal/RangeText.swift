/// Ranges for people: `57.1% to 92.0%`, or one number where both ends read the same.
enum RangeText {
  /// A range of amounts.
  static func amount(_ low: Double, _ high: Double) -> String {
    joined(NumberText.amount(low), NumberText.amount(high))
  }

  /// A range of two texts; one text if they are equal.
  static func joined(_ low: String, _ high: String) -> String {
    low == high ? low : "\(low) to \(high)"
  }
}

extension NumberText {
  /// A range of amounts: `57.1 to 92.0`, or one number where both ends read the same.
  package static func range(_ low: Double, _ high: Double) -> String { RangeText.amount(low, high) }
}
