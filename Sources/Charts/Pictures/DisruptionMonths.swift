/// One market month by month in one disruption, both chosen from lists: what serves its demand, what is missing, and what
/// is left in stock.
public enum DisruptionMonths {
  /// One month of one market in one disruption.
  public struct Row: Sendable {
    /// Id of the disruption.
    public var disruption: String
    /// The arrangement of sharing.
    public var sharing: String
    /// From 1 on.
    public var month: Double
    /// Id of the region.
    public var region: String
    /// Id of the commodity.
    public var commodity: String
    /// Name of the market for people, with the unit of the commodity.
    public var market: String
    /// Units in the month.
    public var demand: Double
    /// Demand that is not served, units in the month.
    public var shortage: Double
    /// What flows into the region, units in the month.
    public var inflow: Double
    /// What leaves its stockpiles, units in the month.
    public var draw: Double
    /// What it receives from stockpiles of others, units in the month.
    public var received: Double
    /// What its stockpiles hold at the end of the month, units.
    public var level: Double

    /// - Parameters:
    ///   - disruption: its id.
    ///   - sharing: the arrangement.
    ///   - month: from 1 on.
    ///   - region: id of the region.
    ///   - commodity: id of the commodity.
    ///   - market: name of the market for people, with the unit of the commodity.
    ///   - demand: units in the month.
    ///   - shortage: demand that is not served, units in the month.
    ///   - inflow: what flows into the region, units in the month.
    ///   - draw: what leaves its stockpiles, units in the month.
    ///   - received: what it receives from stockpiles of others, units in the month.
    ///   - level: what its stockpiles hold at the end of the month, units.
    public init(
      disruption: String, sharing: String, month: Double, region: String, commodity: String,
      market: String, demand: Double, shortage: Double, inflow: Double, draw: Double,
      received: Double, level: Double
    ) {
      self.disruption = disruption
      self.sharing = sharing
      self.month = month
      self.region = region
      self.commodity = commodity
      self.market = market
      self.demand = demand
      self.shortage = shortage
      self.inflow = inflow
      self.draw = draw
      self.received = received
      self.level = level
    }
  }

  /// What is shown before a reader chooses.
  public struct Start: Sendable {
    /// Id of the disruption.
    public var disruption: String
    /// The arrangement of sharing.
    public var sharing: String
    /// Name of the market.
    public var market: String

    /// - Parameters:
    ///   - disruption: its id.
    ///   - sharing: the arrangement of sharing.
    ///   - market: name of the market.
    public init(disruption: String, sharing: String, market: String) {
      self.disruption = disruption
      self.sharing = sharing
      self.market = market
    }
  }

  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - title: its heading.
  ///   - rows: rows of `stress_months.csv`.
  ///   - start: what is shown at first.
  ///   - sentence: what to see.
  public static func picture(title: String, of rows: [Row], from start: Start, sentence: String)
    -> Picture?
  {
    guard !rows.isEmpty else { return nil }
    let data = data(of: rows)
    return Picture(
      id: "disruption-months", title: title, sentence: sentence,
      description: "\(title): amounts in each month after the start of a disruption. \(sentence)",
      data: data, specification: .vegaLite(DisruptionMonthsView(data, from: start).view))
  }

  private static func data(of rows: [Row]) -> PictureData {
    var data = PictureData(
      of: "stress_months",
      columns: [
        .init("disruption", "disruption"), .init("sharing", "sharing"), .init("_market", "market"),
        .init("month", "month", .whole), .init("demand", "demand"), .init("inflow", "arrives"),
        .init("draw", "drawn from stock"), .init("received", "from stocks of others"),
        .init("shortage", "shortage"), .init("level", "stock left"), .init("region", ""),
        .init("commodity", ""),
      ])
    for row in rows {
      data.add([
        .text(row.disruption), .text(row.sharing), .text(row.market), .number(row.month),
        .number(row.demand), .number(row.inflow), .number(row.draw), .number(row.received),
        .number(row.shortage), .number(row.level), .text(row.region), .text(row.commodity),
      ])
    }
    return data
  }
}
