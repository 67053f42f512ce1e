extension Hedge.OwnOrders {
  /// Whether the worlds were planned with these orders: the option has a plan, and the planned option's model chooses all
  /// projects that it orders.
  public var isCompared: Bool { hasPlan && foreign.isEmpty }
}

/// How the orders of the option's own plan would have fared in each world.
extension Hedge {
  /// What the orders of the plan of the option that is asked about, made for the instance as it is, would have cost; nil if
  /// that was not found in time.
  public var ownOrdersOfOption: OwnOrders? {
    let name = question.study.options[question.option].name
    return ownOrders?.first { $0.option == name }
  }

  /// What these orders cost each world beyond its own best plan, in the order of ``worlds``, in the unit of costs; nil of a
  /// world that has no plan with them. nil for all if the option has no plan, or that was not found in time.
  public var regretsOfOwnOrders: [Double?]? {
    ownOrdersOfOption.flatMap(regrets)
  }

  /// The world in which the largest regret of given orders is met, to within 0.01 % of it: the first one of several.
  /// nil if no world regrets them, some world has no plan with them, or the option has no plan.
  public func worstWorld(of own: OwnOrders) -> World? {
    guard let largest = own.worstRegret, largest > 0, let regrets = regrets(of: own) else {
      return nil
    }
    return zip(worlds, regrets).first { ($1 ?? 0) >= largest - 1e-4 * largest }?.0
  }

  private func regrets(of own: OwnOrders) -> [Double?]? {
    guard own.costs.count == worlds.count else { return nil }
    return zip(worlds, own.costs).map { world, cost in cost.map { max(0, $0 - world.ownCost) } }
  }
}
