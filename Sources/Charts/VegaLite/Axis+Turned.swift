extension Axis {
  /// The axis of names below columns: turned, so that long ones fit.
  static let turned = Axis {
    $0.labelAngle = -40
    $0.labelLimit = 120
  }
}
