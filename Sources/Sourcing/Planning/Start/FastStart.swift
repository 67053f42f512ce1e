import LinearProgramming

/// How the first solve of a planning LP begins.
public enum StartStrategy: Sendable {
  /// By size and structure: period by period where that pays.
  case automatic
  /// Period by period wherever the structure allows it, whatever the size.
  case periods
  /// From the solver's own basis.
  case plain
}

extension PlanningProgram {
  /// Columns from which on solving period by period first is faster than solving at once.
  static let columnsWorthSplitting = 4000

  /// Whether the first solve may start period by period: several periods, the cost as the only objective,
  /// and no goal or risk that ties periods or brings a stress window. With integers it is the relaxation
  /// that is solved so, which must not need cuts of its own.
  func startsByPeriod(_ strategy: StartStrategy) -> Bool {
    switch strategy {
    case .plain: return false
    case .automatic where program.columnCount < Self.columnsWorthSplitting: return false
    case .automatic, .periods: break
    }
    guard instance.horizon.count > 1, model.risk == nil, model.objective.count == 1,
      cones.isEmpty || !program.isMixedInteger, case .cost = model.objective[0].quantity
    else { return false }
    return model.goals.allSatisfy { goal in
      switch goal.kind {
      case .reliance, .largestSource, .hhi, .plusOne, .cover, .service, .capex, .subsidy: true
      case .resilience, .cost: false
      }
    }
  }
}
