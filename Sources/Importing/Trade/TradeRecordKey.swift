/// What a record is about, with the place of its good in a list. Records are in the order of their keys.
struct TradeRecordKey: Hashable, Comparable {
  var good: Int
  var period: TradePeriod
  var origin: String
  var destination: String

  static func < (a: Self, b: Self) -> Bool {
    (a.good, a.period, a.origin, a.destination) < (b.good, b.period, b.origin, b.destination)
  }
}
