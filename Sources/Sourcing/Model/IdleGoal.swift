extension Goal {
  /// Why a goal asks for nothing of any plan.
  public enum Idleness: Sendable, Hashable {
    /// There is no period in which it holds: history, which is fixed, has rows for its goods in all of them.
    case noPeriod
    /// It has no target for any of its periods: a path of targets that starts later.
    case noTarget
    /// It names no commodity.
    case noCommodity
    /// There is no disruption in which it holds.
    case noDisruption
  }

  /// Why the goal asks for nothing; nil where it holds somewhere.
  public var idleness: Idleness? {
    var targets = bounds.map(\.target)
    switch kind {
    case .cost, .capex, .subsidy: return nil
    case .resilience(let against, let eachMonth):
      if against.isEmpty { return .noDisruption }
      if let eachMonth { targets.append(eachMonth) }
    case .reliance, .largestSource, .hhi, .plusOne, .cover, .service: break
    }
    if commodities.isEmpty { return .noCommodity }
    if periods.isEmpty { return .noPeriod }
    let holds = targets.contains { target in periods.contains { target[$0] != nil } }
    return holds ? nil : .noTarget
  }
}
