extension PictureData.NumberStyle {
  /// How d3-format writes such numbers where one is pointed at.
  var format: String {
    switch self {
    case .amount: ",.5~r"
    case .share: ".1%"
    case .whole: "d"
    }
  }

  /// The axis of such numbers.
  var axis: Axis {
    Axis {
      // Amounts have as many digits as the strokes of the axis need.
      if self == .share { $0.format = ".3~%" }
      $0.tickCount = 5
      $0.labelOverlap = true
      $0.labelSeparation = 6
    }
  }
}
