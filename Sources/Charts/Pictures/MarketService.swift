/// How well each market is served in each disruption: a cell for each pair, darker where less is served.
public enum MarketService {
  /// One market in one disruption.
  public struct Row: Sendable {
    /// Id of the disruption.
    public var disruption: String
    /// The arrangement of sharing.
    public var sharing: String
    /// Id of the region.
    public var region: String
    /// Id of the commodity.
    public var commodity: String
    /// Name of the market for people.
    public var market: String
    /// Units over the window that are not served.
    public var shortage: Double
    /// Share of demand that is served.
    public var service: Double

    /// - Parameters:
    ///   - disruption: its id.
    ///   - sharing: the arrangement.
    ///   - region: id of the region.
    ///   - commodity: id of the commodity.
    ///   - market: name of the market for people.
    ///   - shortage: units over the window that are not served.
    ///   - service: share of demand that is served.
    public init(
      disruption: String, sharing: String, region: String, commodity: String, market: String,
      shortage: Double, service: Double
    ) {
      self.disruption = disruption
      self.sharing = sharing
      self.region = region
      self.commodity = commodity
      self.market = market
      self.shortage = shortage
      self.service = service
    }
  }

  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - title: its heading.
  ///   - rows: rows of `stress.csv` of one arrangement of sharing.
  ///   - sentence: what to see.
  public static func picture(id: String, title: String, of rows: [Row], sentence: String)
    -> Picture?
  {
    guard !rows.isEmpty else { return nil }
    var data = PictureData(
      of: "stress",
      columns: [
        .init("_market", "market"), .init("disruption", "disruption"),
        .init("sharing", "sharing"), .init("service", "service", .share),
        .init("shortage", "shortage, units"), .init("region", "region"),
        .init("commodity", "commodity"),
      ])
    for row in rows {
      data.add([
        .text(row.market), .text(row.disruption), .text(row.sharing), .number(row.service),
        .number(row.shortage), .text(row.region), .text(row.commodity),
      ])
    }
    return Picture(
      id: id, title: title, sentence: sentence,
      description: "\(title): a cell for each market and disruption. \(sentence)", data: data,
      specification: .vegaLite(view(of: data)))
  }

  private static func view(of data: PictureData) -> View {
    let disruptions = data.texts(of: "disruption")
    let markets = data.texts(of: "_market")
    let x = Channel.nominal("disruption", nil).sorted(disruptions).with {
      $0.axis = .some(.turned)
    }
    let y = Channel.nominal("_market", nil).sorted(markets).with {
      $0.axis = .some(Axis { $0.labelLimit = 150 })
    }
    let cells = View(
      Mark(.rect),
      Encoding {
        $0.x = x
        $0.y = y
        $0.color = .quantitative("service", "share of demand served").with {
          $0.scale = Scale {
            // All is other than nearly all.
            $0.domain = [0, 0.5, 0.999, 1]
            $0.range = Palette.heat.reversed().map { .text($0) }
          }
          $0.legend = .some(
            Legend {
              $0.format = ".0%"
              $0.values = [0, 0.25, 0.5, 0.75, 1]
            })
        }
        $0.tooltip = [
          .nominal("_market", "market"), .nominal("disruption", "disruption"),
          .nominal("_service", "served"), .nominal("_shortage", "shortage"),
        ]
      })
    // Beside many others a cell is too narrow for its figure.
    let figures = View(
      Mark(.text).with { $0.fontSize = 11 },
      Encoding {
        $0.x = x
        $0.y = y
        $0.text = .nominal("_service", nil)
        $0.color = .value("#1b1f24").with {
          $0.condition = Condition("datum.service < 0.5", "#ffffff")
        }
      })
    var view = View.layers(disruptions.count <= 8 ? [cells, figures] : [cells], data: data.table)
      .filling(step: 24, rows: markets.count)
    // Less than all is not written as all.
    view.transform = [
      .amountText("shortage", as: "_shortage"),
      .calculate(
        "datum.service < 1 - 1e-9 && datum.service > 0.9995 ? '<100%' : format(datum.service, '.1%')",
        as: "_service"),
    ]
    return view
  }
}
