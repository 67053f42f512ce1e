/// Demand that is not served in each period, by region: bars on top of each other.
public enum Shortages {
  /// Demand of a region in a period: a row of `shortages.csv`.
  public struct Row: Sendable {
    /// Label of the period.
    public var period: String
    /// Id of the region.
    public var region: String
    /// Id of the commodity.
    public var commodity: String
    /// Units a year.
    public var demand: Double
    /// Units a year that are not served.
    public var shortage: Double
    /// Undiscounted money a year.
    public var cost: Double

    /// - Parameters:
    ///   - period: label of the period.
    ///   - region: id of the region.
    ///   - commodity: id of the commodity.
    ///   - demand: units a year.
    ///   - shortage: units a year that are not served.
    ///   - cost: undiscounted money a year.
    public init(
      period: String, region: String, commodity: String, demand: Double, shortage: Double,
      cost: Double
    ) {
      self.period = period
      self.region = region
      self.commodity = commodity
      self.demand = demand
      self.shortage = shortage
      self.cost = cost
    }
  }

  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - rows: what is not served, that of the most important commodity first.
  ///   - periods: labels of all periods, in their order.
  ///   - goods: for each commodity its name and unit, as the list has it from which readers choose.
  ///   - currency: unit of money.
  ///   - regions: names and colours.
  ///   - sentence: what to see.
  public static func picture(
    of rows: [Row], periods: [String], goods: [String: String], currency: String,
    regions: RegionColours, sentence: String
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    var data = PictureData(
      of: "shortages",
      columns: [
        .init("period", "period"), .init("_region", "region"), .init("_goods", "commodity"),
        .init("demand", "demand a year"), .init("shortage", "not served a year"),
        .init("cost", "worth, \(currency) a year"), .init("region", "id of the region"),
        .init("commodity", "id of the commodity"),
      ])
    for row in rows {
      data.add([
        .text(row.period), .text(regions.name(row.region)),
        .text(goods[row.commodity] ?? row.commodity), .number(row.demand), .number(row.shortage),
        .number(row.cost), .text(row.region), .text(row.commodity),
      ])
    }
    let title = "Demand that is not served"
    let unit = data.texts(of: "_goods")
    let places = Array(Set(rows.map(\.region)))
    let view = View(
      Mark(.bar),
      Encoding {
        $0.x = .periods(periods).with {
          $0.scale = Scale { $0.domain = periods.map { .text($0) } }
        }
        $0.y = .quantitative(
          "shortage", unit.count == 1 ? "not served a year, \(unit[0])" : "not served a year")
        $0.color = .nominal("_region", nil).with {
          $0.scale = regions.scale(of: places)
          $0.legend = .some(Legend { $0.columns = 3 })
        }
        $0.tooltip = [
          .nominal("_region", "region"), .nominal("_goods", "commodity"),
          .ordinal("period", "period"), .amount("demand", "demand a year"),
          .amount("shortage", "not served a year"), .amount("cost", "worth, \(currency) a year"),
        ]
      }, data: "shortages"
    ).choosing("_goods", in: data, label: "commodity: ").filling(height: 220)
    return Picture(
      id: "shortages", title: title, sentence: sentence,
      description: "\(title), in each period. \(sentence)", data: data,
      specification: .vegaLite(view))
  }
}
