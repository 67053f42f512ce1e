/// Goods of one HS code made in one country and used in another, in a year or a month.
struct CountryTrade: Hashable, Comparable {
  var code: String
  var origin: Country
  var destination: Country
  var period: TradePeriod

  init(code: String, origin: Country, destination: Country, period: TradePeriod) {
    self.code = code
    self.origin = origin
    self.destination = destination
    self.period = period
  }

  init(code: String, origin: Country, destination: Country, year: Int) {
    self.init(
      code: code, origin: origin, destination: destination, period: TradePeriod(year: year))
  }

  var year: Int { period.year }

  static func < (a: Self, b: Self) -> Bool {
    (a.code, a.period, a.origin.code, a.destination.code)
      < (b.code, b.period, b.origin.code, b.destination.code)
  }
}
