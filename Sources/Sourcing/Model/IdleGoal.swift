extension Goal {
  /// Why a goal asks for nothing of any plan.
  public enum Idleness: Sendable, Hashable {
    /// It holds in no period. A goal of a model file is so if history fixes the flows of all periods.
    case noPeriod
    /// It has no target for any of its periods, for example because its path starts later.
    case noTarget
    /// It names no commodity.
    case noCommodity
    /// It names no disruption.
    case noDisruption
  }

  /// Why the goal asks for nothing; nil if it holds somewhere.
  public var idleness: Idleness? {
    var targets = bounds.map(\.target)
    switch kind {
    case .cost, .capex, .subsidy: return nil
    case .resilience(let against, let eachMonth):
      if case .disruptions([]) = against { return .noDisruption }
      if let eachMonth { targets.append(eachMonth) }
    case .reliance, .largestSource, .hhi, .plusOne, .cover, .service: break
    }
    if commodities.isEmpty { return .noCommodity }
    if periods.isEmpty { return .noPeriod }
    let holds = targets.contains { target in periods.contains { target[$0] != nil } }
    return holds ? nil : .noTarget
  }
}
