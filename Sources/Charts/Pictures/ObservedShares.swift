/// Who supplied one destination over the years, and who was expected to: lines of observed shares, and broken lines of a
/// forecast. The supply, the forecast and how many periods before it was made are chosen from lists.
public enum ObservedShares {
  /// The share of one origin in one period.
  public struct Row: Sendable {
    /// Label of the last period that was known.
    public var asOf: String
    /// Label of the period.
    public var period: String
    /// How many periods later that is.
    public var ahead: Double
    /// Id of the commodity or group.
    public var commodity: String
    /// Id of the destination.
    public var destination: String
    /// What is supplied to whom, for people.
    public var supply: String
    /// Id of the origin.
    public var region: String
    /// Observed share, from 0 to 1.
    public var observed: Double
    /// The share in the plan.
    public var plan: Double
    /// The share if shares stay.
    public var stay: Double
    /// The share if shares follow their trend.
    public var trend: Double

    /// - Parameters:
    ///   - asOf: label of the last period that was known.
    ///   - period: label of the period.
    ///   - ahead: how many periods later that is.
    ///   - commodity: id of the commodity or group.
    ///   - destination: id of the destination.
    ///   - supply: what is supplied to whom, for people.
    ///   - region: id of the origin.
    ///   - observed: observed share.
    ///   - plan: the share in the plan.
    ///   - stay: the share if shares stay.
    ///   - trend: the share if shares follow their trend.
    public init(
      asOf: String, period: String, ahead: Double, commodity: String, destination: String,
      supply: String, region: String, observed: Double, plan: Double, stay: Double, trend: Double
    ) {
      self.asOf = asOf
      self.period = period
      self.ahead = ahead
      self.commodity = commodity
      self.destination = destination
      self.supply = supply
      self.region = region
      self.observed = observed
      self.plan = plan
      self.stay = stay
      self.trend = trend
    }
  }

  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - rows: rows of `backtest.csv`, the supply that is shown at first before the others.
  ///   - regions: names and colours.
  ///   - sentence: what to see.
  public static func picture(of rows: [Row], regions: RegionColours, sentence: String) -> Picture? {
    guard !rows.isEmpty else { return nil }
    var data = PictureData(
      of: "backtest",
      columns: [
        .init("_supply", "supply"), .init("_origin", "origin"), .init("period", "period"),
        .init("as_of", "known up to"), .init("ahead", "periods later", .whole),
        .init("observed", "observed", .share), .init("plan", "plan", .share),
        .init("stay", "shares stay", .share),
        .init("trend", "shares follow their trend", .share), .init("region", "id"),
        .init("commodity", ""), .init("destination", ""),
      ])
    for row in rows {
      data.add([
        .text(row.supply), .text(regions.name(row.region)), .text(row.period), .text(row.asOf),
        .number(row.ahead), .number(row.observed), .number(row.plan), .number(row.stay),
        .number(row.trend), .text(row.region), .text(row.commodity), .text(row.destination),
      ])
    }
    let title = "Who supplied, and who was expected to"
    let origins = regions.ordered(Array(Set(rows.map(\.region))))
    return Picture(
      id: "observed-shares", title: title, sentence: sentence,
      description: "\(title): shares of supply by origin, observed and expected. \(sentence)",
      data: data,
      specification: .vegaLite(
        ObservedSharesView(data, colours: regions.scale(of: origins)).view))
  }
}
