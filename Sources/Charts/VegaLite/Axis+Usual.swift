extension Axis {
  /// The axis of periods: words that would touch are left out.
  static let periods = Axis {
    $0.labelAngle = 0
    $0.labelOverlap = true
  }
}
