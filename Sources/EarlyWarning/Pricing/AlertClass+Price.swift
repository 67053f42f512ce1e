extension Alert.Class {
  /// How soon to act, by the whole months until home's first shortage: A below 3 (look every week), B below 6 (every two
  /// weeks), C for a later one in the window (every month), D for none (every quarter).
  ///
  /// - Parameters:
  ///   - months: whole months until the first shortage; the length of the window if there is none.
  ///   - horizon: the length of the window, months.
  public init(monthsToShortage months: Int, horizonMonths horizon: Int) {
    self =
      if months >= horizon { .d } else if months < 3 { .a } else if months < 6 { .b } else { .c }
  }

  /// The class of an alert with a price. If home is short without the alert too, the alert counts only if it makes the
  /// first shortage earlier or the loss larger.
  public init(_ price: AlertPrice) {
    self =
      price.makesWorse
      ? .init(
        monthsToShortage: price.plan.monthsToShortage, horizonMonths: price.horizonMonths) : .d
  }
}

extension AlertPrice {
  /// Whether the alert makes home's first shortage earlier, or the least or the most that it loses larger by more than
  /// 1e-6 of it.
  var makesWorse: Bool {
    guard let undisturbed else { return true }
    func rises(_ lost: KeyPath<Figures, Double>) -> Bool {
      plan[keyPath: lost] > undisturbed[keyPath: lost] * (1 + 1e-6)
    }
    return plan.monthsToShortage < undisturbed.monthsToShortage || rises(\.lostLeast)
      || rises(\.lostMost)
  }
}
