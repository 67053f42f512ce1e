import Analysis

extension RunFigure {
  /// The figure whose size says how much rounding there is: of a difference one of the figures that are subtracted, else
  /// the figure itself.
  var sizeFigure: RunFigure {
    switch self {
    case .extraCost: .cost
    case .extraHomeBill: .homeBill
    case .extraCapex: .capex
    case .extraSupport: .support
    case .coordination(.price): .cost
    case .coordination(.duplicatedCapex): .capex
    case .coordination(.idleCapacity): .idleCapacity
    case .coordination(.idleCapex): .idleCapex
    default: self
    }
  }
}

extension RunRecord {
  /// The size of the figures of which a measure is a difference, or of the measure itself; 0 if the run has none.
  func roundingSize(of measure: PlanMeasure) -> Double {
    abs(self[measure.figure.sizeFigure] ?? 0)
  }
}
