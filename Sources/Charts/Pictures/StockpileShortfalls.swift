/// The service that members can reach where they cannot reach what is asked for.
public enum StockpileShortfalls {
  /// One market of a member under one arrangement of sharing.
  public struct Row: Sendable {
    /// The arrangement.
    public var sharing: String
    /// Id of the member.
    public var region: String
    /// Id of the commodity.
    public var commodity: String
    /// Name of the market for people.
    public var market: String
    /// Share of demand that is asked for.
    public var asked: Double
    /// The most that can be reached, a share of demand.
    public var service: Double

    /// - Parameters:
    ///   - sharing: the arrangement.
    ///   - region: id of the member.
    ///   - commodity: id of the commodity.
    ///   - market: name of the market for people.
    ///   - asked: share of demand that is asked for.
    ///   - service: the most that can be reached.
    public init(
      sharing: String, region: String, commodity: String, market: String, asked: Double,
      service: Double
    ) {
      self.sharing = sharing
      self.region = region
      self.commodity = commodity
      self.market = market
      self.asked = asked
      self.service = service
    }
  }

  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - rows: rows of `stockpile_limits.csv`.
  ///   - sentence: what to see.
  public static func picture(of rows: [Row], sentence: String) -> Picture? {
    guard !rows.isEmpty else { return nil }
    let label = { (row: Row) in "\(row.market) (\(row.sharing))" }
    var data = PictureData(
      of: "stockpile_limits",
      columns: [
        .init("_case", "market"), .init("service", "can be reached", .share),
        .init("service_asked", "asked for", .share), .init("sharing", "sharing"),
        .init("region", "region"), .init("commodity", "commodity"),
      ])
    for row in rows {
      data.add([
        .text(label(row)), .number(row.service), .number(row.asked), .text(row.sharing),
        .text(row.region), .text(row.commodity),
      ])
    }
    let y = Channel.nominal("_case", nil).sorted(rows.map(label))
    let tooltip: [Channel] = [
      .nominal("_case", "market"),
      .quantitative("service", "can be reached").with { $0.format = ".1%" },
      .quantitative("service_asked", "asked for").with { $0.format = ".1%" },
    ]
    let reached = View(
      Mark(.bar).with { $0.color = Palette.shortage },
      Encoding {
        $0.y = y
        $0.x = .quantitative("service", "share of demand served in every disruption").with {
          $0.axis = .some(Axis { $0.format = "%" })
          $0.scale = Scale { $0.domain = [0, 1] }
        }
        $0.tooltip = tooltip
      })
    let asked = View(
      Mark(.tick).with {
        $0.color = Palette.text
        $0.thickness = 2.5
      },
      Encoding {
        $0.y = y
        $0.x = .quantitative("service_asked", "share of demand served in every disruption")
        $0.tooltip = tooltip
      })
    let title = "Where the service asked for cannot be reached"
    return Picture(
      id: "stockpile-shortfalls", title: title, sentence: sentence,
      description: "\(title): what can be reached, and a stroke at what is asked for. \(sentence)",
      data: data,
      specification: .vegaLite(
        View.layers([reached, asked], data: data.table).filling(step: 24, rows: rows.count)))
  }
}
