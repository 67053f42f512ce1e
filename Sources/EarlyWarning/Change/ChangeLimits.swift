public import Importing

/// From where on a change raises an alert.
///
/// The limits of the sum are found by simulation: a series without a change passes them less than once in ten years.
/// `MeasuredRateTests` repeat it.
public enum ChangeLimits {
  /// The part of the usual imports that must be missing.
  public static let fall = 0.3
  /// The robust z of one unit value.
  public static let jump = 3.5
  /// Origins with less than this part of the good's tons raise nothing.
  public static let share = 0.001
  /// The least median deviation of logarithms of unit values: about 5 %.
  static let deviation = 0.05
  /// What is taken off every z before it is summed up. A sum finds shifts of about twice this soonest.
  static let slack = 0.5
  /// The fewest earlier years from which one unit value may raise an alert alone.
  static let jumpYears = 5
  /// The part of the value that must have a weight, so that tons can be compared.
  static let weighedPart = 0.9
  /// For how many periods in a row imports must have fallen.
  static func fallPeriods(_ frequency: TradePeriod.Frequency) -> Int {
    frequency == .month ? 2 : 1
  }

  /// The limit of the one-sided sum.
  ///
  /// - Parameters:
  ///   - frequency: months or years.
  ///   - years: how many earlier years the last unit value is compared with, at least 3.
  public static func cusum(_ frequency: TradePeriod.Frequency, years: Int) -> Double {
    switch (frequency, years) {
    case (.month, _): 6
    case (.year, ...3): 8
    case (.year, 4): 6
    case (.year, _): 5
    }
  }
}
