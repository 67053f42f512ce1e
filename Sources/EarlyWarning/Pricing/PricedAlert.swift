/// An alert with its class and, where it has one, its price.
public struct PricedAlert: Sendable, Hashable {
  /// The alert.
  public var alert: Alert
  /// How soon to act: by the price if it has one, else by indicators alone, C if the fall is too small to be priced, D if
  /// no plan has imports from the origin.
  public var urgency: Alert.Class
  /// The price; nil: not priced.
  public var price: AlertPrice?
  /// Why it is not priced, in words; nil: it is, or there is no plan.
  public var unpriced: String?

  /// An alert with its class.
  public init(
    alert: Alert, urgency: Alert.Class, price: AlertPrice? = nil, unpriced: String? = nil
  ) {
    self.alert = alert
    self.urgency = urgency
    self.price = price
    self.unpriced = unpriced
  }
}

extension Sequence<PricedAlert> {
  /// The most urgent first: by class, then months to the first shortage, then the most that home may lose, alerts without
  /// a price last; then the largest usual suppliers first, then by good and origin.
  public var mostUrgentFirst: [PricedAlert] {
    sorted { a, b in
      if a.urgency != b.urgency { return a.urgency < b.urgency }
      let months = { (it: PricedAlert) in it.price?.plan.monthsToShortage ?? .max }
      if months(a) != months(b) { return months(a) < months(b) }
      let lost = { (it: PricedAlert) in it.price?.plan.lostMost ?? -1 }
      if lost(a) != lost(b) { return lost(a) > lost(b) }
      let share = { (it: PricedAlert) in it.alert.usualShare ?? 0 }
      if share(a) != share(b) { return share(a) > share(b) }
      return (a.alert.good, a.alert.origin) < (b.alert.good, b.alert.origin)
    }
  }
}
