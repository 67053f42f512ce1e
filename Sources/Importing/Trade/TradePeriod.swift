/// A year, or a month of a year, of trade statistics.
public struct TradePeriod: Sendable, Hashable, Comparable {
  /// How long a period of statistics is.
  public enum Frequency: String, Sendable, Hashable, CaseIterable {
    /// Months.
    case month
    /// Years.
    case year

    /// Periods a year.
    public var perYear: Int { self == .month ? 12 : 1 }
  }

  /// The year, such as 2024.
  public let year: Int
  /// 1 to 12; nil: the whole year.
  public let month: Int?

  /// A year, or a month of it.
  ///
  /// - Parameters:
  ///   - year: such as 2024.
  ///   - month: 1 to 12; nil: the whole year.
  public init(year: Int, month: Int? = nil) {
    self.year = year
    self.month = month
  }

  /// Reads `2024`, `2024-07` or `202407`; nil if the text is none of them.
  public init?(text: String) {
    let digits = text.split(separator: "-", omittingEmptySubsequences: false)
    guard digits.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }) else {
      return nil
    }
    switch (digits.count, digits.map(\.count)) {
    case (1, [4]):
      guard let year = Int(digits[0]) else { return nil }
      self.init(year: year)
    case (1, [6]), (2, [4, 2]):
      let all = digits.joined()
      guard let year = Int(all.prefix(4)), let month = Int(all.suffix(2)), (1...12).contains(month)
      else { return nil }
      self.init(year: year, month: month)
    default: return nil
    }
  }

  /// Month or year.
  public var frequency: Frequency { month == nil ? .year : .month }

  /// `2024` or `2024-07`.
  public var text: String {
    guard let month else { return String(year) }
    return "\(year)-\(month < 10 ? "0" : "")\(month)"
  }

  /// The number of the period on the line of its kind: two neighbours differ by 1.
  private var number: Int { month.map { 12 * year + $0 - 1 } ?? year }

  /// The period `count` later; earlier if it is negative.
  public func advanced(by count: Int) -> TradePeriod {
    guard month != nil else { return TradePeriod(year: year + count) }
    let number = number + count
    let year = Int((Double(number) / 12).rounded(.down))
    return TradePeriod(year: year, month: number - 12 * year + 1)
  }

  /// How many periods `later` comes after this one. Both are of one frequency.
  public func distance(to later: TradePeriod) -> Int { later.number - number }

  /// In time; a year comes before its months.
  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month ?? 0) < (b.year, b.month ?? 0)
  }
}
