import Sourcing

/// Figures of what was found that reports show.
extension Hedge {
  /// The common orders, by project and period.
  public var commonOrders: [Order] { orders.filter(\.isCommon) }

  /// The orders after the last common period, which each world decides by itself.
  public var laterOrders: [Order] { orders.filter { !$0.isCommon } }

  /// capex(p)·b + fixed(p), what an order costs by the numbers of the instance as it is; undiscounted money.
  public func outlay(of order: Order) -> Double {
    let project = instance.projects[order.project]
    return project.capex * order.capacity + project.fixedCost
  }

  /// What it is worth that orders after the last common period wait until the world is known: how much larger the value of
  /// the criterion would be if the orders of all periods were common. nil if that is unknown, or if no such orders
  /// exist.
  public var valueOfWaiting: Double? { allCommon?.value.map { max(0, $0 - value) } }

  /// Whether all that was asked is found and proven.
  ///
  /// - Parameter explaining: whether the worlds that decide were asked for.
  public func isComplete(explaining: Bool) -> Bool {
    isProven && ownOrders != nil && (allCommon?.isProven ?? false)
      && (!explaining || deciding != nil)
  }
}
