import Importing

/// What a watch remembers from period to period: for how long imports have been low, and the sum of high unit values.
struct ChangeState {
  let frequency: TradePeriod.Frequency
  /// Why the last period raises an alert, in the order of the reasons.
  private(set) var reasons: [Alert.Reason] = []
  /// The place of the first period of what has moved; nil without a reason.
  private(set) var start: Int?
  /// The sum with the last period, before it starts anew; nil if that has no z.
  private(set) var sum: Double?
  private var falls = Streak()
  private var jumps = Streak()
  private var cusum = CumulativeSum()

  init(_ frequency: TradePeriod.Frequency) { self.frequency = frequency }

  /// Adds the next period.
  mutating func add(fall: Double?, prices: PriceChange, at place: Int) {
    reasons = []
    start = nil
    falls.add(fall.map { $0 >= ChangeLimits.fall } ?? false, at: place)
    if let first = falls.start, place - first + 1 >= ChangeLimits.fallPeriods(frequency) {
      raise(.fall, since: first)
    }
    jumps.add(prices.isJump, at: place)
    if let first = jumps.start { raise(.jump, since: first) }
    guard let z = prices.summed, let limit = prices.limit else {
      sum = nil
      return
    }
    cusum.add(z, at: place)
    sum = cusum.sum
    if cusum.sum > limit {
      raise(.cusum, since: cusum.start ?? place)
      cusum = CumulativeSum()
    }
  }

  private mutating func raise(_ reason: Alert.Reason, since first: Int) {
    reasons.append(reason)
    start = min(start ?? first, first)
  }
}

/// Periods in a row for which something holds.
private struct Streak {
  /// The place of the first; nil: it does not hold now.
  private(set) var start: Int?

  mutating func add(_ holds: Bool, at place: Int) { start = holds ? start ?? place : nil }
}

/// The one-sided sum of Page (1954): it rises while values are above what is usual.
private struct CumulativeSum {
  private(set) var sum = 0.0
  /// The place at which the sum has last risen from 0; nil: it is 0.
  private(set) var start: Int?

  /// S = max(0, S + z - 1/2).
  mutating func add(_ z: Double, at place: Int) {
    sum = max(0, sum + z - ChangeLimits.slack)
    start = sum > 0 ? start ?? place : nil
  }
}
