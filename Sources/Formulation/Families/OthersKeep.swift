import Sourcing

extension PlanningBuilder {
  /// `others_keep` κ, for each flow into a region j outside home, in the periods that history does not fix:
  ///
  ///     f[k,i,j,t] ≥ min(κ·h(j,k)·f°[k,i,j,t], lane(k,i,j,t))
  ///
  /// with f° the flow in the plan without goals, and h(j,k) the part of k used in j that ends there in final use or in
  /// stocks outside home (`OthersTrade`). It is a lower bound of the column, not a row. It is lower by 1e-12 of
  /// itself, so that the plan without goals keeps it in spite of round-off. Its dual value, the reduced cost of the
  /// column ≥ 0, is what it costs, discounted, that others keep one unit more.
  ///
  /// - Parameter capacity: that of the lane, units a year.
  func keptByOthers(_ key: FlowKey, capacity: Double) -> Double {
    guard !isRelaxed(.othersKeep) else { return 0 }
    return min(model.keptByOthers(key), capacity) * (1 - 1e-12)
  }
}
