/// How much stockpiles hold at the end of each period: a line for each.
public enum StockLevels {
  /// A stockpile at the end of a period: a row of `stocks.csv`.
  public struct Row: Sendable {
    /// Label of the period.
    public var period: String
    /// Id of the stockpile.
    public var stockpile: String
    /// Id of its region.
    public var region: String
    /// Id of its commodity.
    public var commodity: String
    /// Units.
    public var level: Double

    /// - Parameters:
    ///   - period: label of the period.
    ///   - stockpile: id of the stockpile.
    ///   - region: id of its region.
    ///   - commodity: id of its commodity.
    ///   - level: units.
    public init(
      period: String, stockpile: String, region: String, commodity: String, level: Double
    ) {
      self.period = period
      self.stockpile = stockpile
      self.region = region
      self.commodity = commodity
      self.level = level
    }
  }

  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - rows: of the stockpiles that are shown, in the order of the periods.
  ///   - goods: for each commodity its name and unit, as the list has it from which readers choose.
  ///   - regions: names and colours.
  ///   - sentence: what to see.
  public static func picture(
    of rows: [Row], goods: [String: String], regions: RegionColours, sentence: String
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    var data = PictureData(
      of: "stocks",
      columns: [
        .init("period", "period"), .init("stockpile", "stockpile"), .init("_region", "region"),
        .init("_goods", "commodity"), .init("level", "level"), .init("region", "id of the region"),
        .init("commodity", "id of the commodity"),
      ])
    for row in rows {
      data.add([
        .text(row.period), .text(row.stockpile), .text(regions.name(row.region)),
        .text(goods[row.commodity] ?? row.commodity), .number(row.level), .text(row.region),
        .text(row.commodity),
      ])
    }
    let title = "How much stockpiles hold"
    let periods = data.texts(of: "period")
    let places = Array(Set(rows.map(\.region)))
    let unit = data.texts(of: "_goods")
    let view = View(
      Mark(periods.count > 1 ? .line : .bar).with {
        if periods.count > 1 { $0.point = true }
      },
      Encoding {
        $0.x = .periods(periods)
        $0.y = .quantitative(
          "level", unit.count == 1 ? "level at the end, \(unit[0])" : "level at the end")
        $0.color = .nominal("_region", nil).with {
          $0.scale = regions.scale(of: places)
          $0.legend = .some(Legend { $0.columns = 3 })
        }
        $0.detail = .nominal("stockpile", nil)
        $0.tooltip = [
          .nominal("stockpile", "stockpile"), .nominal("_region", "region"),
          .nominal("_goods", "commodity"), .ordinal("period", "period"),
          .amount("level", "level at the end"),
        ]
      }, data: "stocks"
    ).choosing("_goods", in: data, label: "commodity: ").filling(height: 240)
    return Picture(
      id: "stocks", title: title, sentence: sentence,
      description: "\(title) at the end of each period. \(sentence)", data: data,
      specification: .vegaLite(view))
  }
}
