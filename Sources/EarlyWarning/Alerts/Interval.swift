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

  /// A weekly, B fortnightly, C monthly, D quarterly: the less time is left, the more often.
  public var interval: Interval {
    switch self {
    case .a: .weekly
    case .b: .fortnightly
    case .c: .monthly
    case .d: .quarterly
    }
  }
}
