/// How far plans and two naive forecasts were from what happened, by the number of periods later.
public enum ForecastErrors {
  /// The mean errors of one commodity and some destinations.
  public struct Row: Sendable {
    /// Id of the commodity or group.
    public var commodity: String
    /// Id of the destination; `*`: all of them.
    public var destination: String
    /// What is supplied to whom, for people.
    public var supply: String
    /// How many periods later.
    public var ahead: Double
    /// Mean absolute error of the plans, percentage points.
    public var plan: Double
    /// The same if shares stay.
    public var stay: Double
    /// The same if shares follow their trend.
    public var trend: Double

    /// - Parameters:
    ///   - commodity: id of the commodity or group.
    ///   - destination: id of the destination; `*`: all of them.
    ///   - supply: what is supplied to whom, for people.
    ///   - ahead: how many periods later.
    ///   - plan: mean absolute error of the plans, percentage points.
    ///   - stay: the same if shares stay.
    ///   - trend: the same if shares follow their trend.
    public init(
      commodity: String, destination: String, supply: String, ahead: Double, plan: Double,
      stay: Double, trend: Double
    ) {
      self.commodity = commodity
      self.destination = destination
      self.supply = supply
      self.ahead = ahead
      self.plan = plan
      self.stay = stay
      self.trend = trend
    }
  }

  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - rows: rows of `backtest_errors.csv`.
  ///   - sentence: what to see.
  public static func picture(of rows: [Row], sentence: String) -> Picture? {
    guard let first = rows.first else { return nil }
    var data = PictureData(
      of: "backtest_errors",
      columns: [
        .init("_supply", "supply"), .init("ahead", "periods later", .whole),
        .init("plan", "the plans"), .init("stay", "shares stay"),
        .init("trend", "shares follow their trend"), .init("commodity", "commodity"),
        .init("destination", "destination"),
      ])
    for row in rows {
      data.add([
        .text(row.supply), .number(row.ahead), .number(row.plan), .number(row.stay),
        .number(row.trend), .text(row.commodity), .text(row.destination),
      ])
    }
    let title = "How far plans and naive forecasts were from what happened"
    return Picture(
      id: "forecast-errors", title: title, sentence: sentence,
      description: "\(title): mean absolute errors of shares in percentage points. \(sentence)",
      data: data, specification: .vegaLite(view(of: data, first.supply)))
  }

  private static func view(of data: PictureData, _ first: String) -> View {
    let bars = View(
      Mark(.bar),
      Encoding {
        $0.x = .ordinal("ahead", "periods after the last that was known").with {
          $0.axis = .some(.periods)
        }
        $0.xOffset = .nominal("_forecast", nil).sorted(Forecasts.all.map(\.name))
        $0.y = .quantitative("_error", "mean absolute error, percentage points")
        $0.color = .nominal("_forecast", nil).with {
          $0.scale = Forecasts.colours
          $0.legend = .some(Legend { $0.labelLimit = 300 })
        }
        $0.tooltip = [
          .nominal("_supply", "supply"), .ordinal("ahead", "periods later"),
          .nominal("_forecast", "forecast"), .nominal("_text", "percentage points"),
        ]
      }, data: data.table)
    var view = bars.filling(height: 260)
    let supplies = data.texts(of: "_supply")
    view.transform = [
      .fold(Forecasts.all.map(\.column), key: "_column", value: "_error"),
      Forecasts.name(from: "_column", as: "_forecast"), .amountText("_error", as: "_text"),
    ]
    if supplies.count > 1 {
      view.params = [.list("shownSupply", first, options: supplies, label: "Supply")]
      view.transform?.insert(.filter("datum._supply === shownSupply"), at: 0)
    }
    return view
  }
}
