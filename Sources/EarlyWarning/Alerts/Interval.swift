public import Importing

extension Alert.Class {
  /// How often trade is to be looked at while an alert of a class holds.
  public enum Interval: String, Sendable, CaseIterable, Hashable {
    /// Once a week.
    case weekly
    /// Every two weeks.
    case fortnightly
    /// Once a month.
    case monthly
    /// Every three months.
    case quarterly
  }

  /// A weekly, B fortnightly, C monthly, D quarterly: the less time is left, the more often. Months are looked at every
  /// month, since a sum of unit values alerts only in the month in which it passes its limit.
  ///
  /// - Parameter frequency: the length of the periods of the trade.
  public func interval(for frequency: TradePeriod.Frequency) -> Interval {
    switch self {
    case .a: .weekly
    case .b: .fortnightly
    case .c: .monthly
    case .d: frequency == .month ? .monthly : .quarterly
    }
  }
}
