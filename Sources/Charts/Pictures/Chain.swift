/// The chain of what home uses, from mine to use: ribbons between regions, as wide as the money or the goods that go there.
public enum Chain {
  /// The words around the picture.
  public struct Words: Sendable {
    /// Name of home.
    public var home: String
    /// The unit of money.
    public var currency: String
    /// Unit of each commodity, by id.
    public var units: [String: String]
    /// Names of commodities, by id.
    public var commodities: [String: String]
    /// What to see.
    public var sentence: String

    /// - Parameters:
    ///   - home: name of home.
    ///   - currency: the unit of money.
    ///   - units: unit of each commodity, by id.
    ///   - commodities: names of commodities, by id.
    ///   - sentence: what to see.
    public init(
      home: String, currency: String, units: [String: String], commodities: [String: String],
      sentence: String
    ) {
      self.home = home
      self.currency = currency
      self.units = units
      self.commodities = commodities
      self.sentence = sentence
    }
  }

  /// The picture; nil if nothing of the chain ends in home's use.
  ///
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - rows: all rows of `chain.csv`; they say how the stages follow each other.
  ///   - periods: those that the reader can choose, the first shown one last.
  ///   - limit: the most links of a period; the most costly ones are drawn.
  ///   - regions: names and colours.
  ///   - words: the words around the picture.
  public static func picture(
    id: String, of rows: [ChainRow], periods: [String], limit: Int, regions: RegionColours,
    words: Words
  ) -> Picture? {
    let columns = ChainColumns(rows)
    var leftOut: [String] = []
    let drawn = periods.flatMap { period in
      let links = rows.filter { $0.period == period && ($0.homeCost > 0 || $0.homeQuantity > 0) }
        .compactMap { row in columns.span(of: row).map { (row: row, span: $0) } }
        .sorted { $0.row.homeCost > $1.row.homeCost }
      if links.count > limit { leftOut.append("\(limit) of \(links.count) in \(period)") }
      return links.prefix(limit)
    }
    let sentence =
      words.sentence
      + (leftOut.isEmpty
        ? ""
        : " The most costly links are drawn (\(leftOut.joined(separator: ", "))); all are in chain.csv.")
    let shown = periods.filter { period in drawn.contains { $0.row.period == period } }
    guard let last = shown.last else { return nil }
    var data = PictureData(
      of: "chain",
      columns: [
        .init("period", "period"), .init("link", "link"), .init("_goods", "goods"),
        .init("origin", "from"), .init("destination", "to"), .init("process", "process"),
        .init("home_cost", "\(words.currency) a year"), .init("home_quantity", "units a year"),
        .init("_unit", "unit"), .init("commodity", ""), .init("_from", "", .whole),
        .init("_to", "", .whole),
      ])
    for (row, span) in drawn {
      data.add([
        .text(row.period), .text(row.link),
        .text(words.commodities[row.commodity] ?? row.commodity),
        .text(row.origin), .text(row.destination), .text(ifAny: row.process),
        .number(row.homeCost), .number(row.homeQuantity),
        .text(words.units[row.commodity] ?? ""), .text(row.commodity), .number(Double(span.from)),
        .number(Double(span.to)),
      ])
    }
    let units = Set(drawn.map { words.units[$0.row.commodity] ?? "" })
    let unit = units.count == 1 ? units.first : nil
    let title = "From first stage to use: what \(words.home) uses, and what it has cost on its way"
    let view = ChainView(
      columns: heads(rows, columns, words.commodities), periods: shown, first: last,
      currency: words.currency,
      unit: unit, regions: regions,
      ids: Array(Set(drawn.flatMap { [$0.row.origin, $0.row.destination] })),
      most: mostNodes(drawn.map { ($0.row, $0.span) }))
    return Picture(
      id: id, title: title, sentence: sentence,
      description:
        "\(title), in each of: \(shown.joined(separator: ", ")). Ribbons go from region to "
        + "region, stage by stage. \(sentence)",
      data: data, specification: .vega(view.specification))
  }

  /// The headings of the columns: the stages of the processes there and what they make, those of most cost first.
  private static func heads(
    _ rows: [ChainRow], _ columns: ChainColumns, _ names: [String: String]
  ) -> [ChainView.Head] {
    var stages: [Int: [String: Double]] = [:]
    var goods: [Int: [String: Double]] = [:]
    for row in rows where row.link == "output" && row.homeQuantity > 0 {
      if let column = columns.processes[row.process], !row.stage.isEmpty {
        stages[column, default: [:]][row.stage, default: 0] += row.homeCost
      }
      if let column = columns.made[row.commodity] {
        goods[column, default: [:]][names[row.commodity] ?? row.commodity, default: 0] +=
          row.homeCost
      }
    }
    func first(_ costs: [String: Double]?, _ count: Int) -> String {
      (costs ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(count)
        .map(\.key).joined(separator: ", ")
    }
    return (0..<columns.final).map {
      ChainView.Head(stage: first(stages[$0], 1), goods: first(goods[$0], 2))
    } + [ChainView.Head(stage: "use", goods: "")]
  }

  /// The most regions in one column of one period.
  private static func mostNodes(_ drawn: [(ChainRow, (from: Int, to: Int))]) -> Int {
    var nodes: [String: Set<String>] = [:]
    for (row, span) in drawn {
      nodes["\(span.from) \(row.period)", default: []].insert(row.origin)
      nodes["\(span.to) \(row.period)", default: []].insert(row.destination)
    }
    return nodes.values.map(\.count).max() ?? 0
  }
}
