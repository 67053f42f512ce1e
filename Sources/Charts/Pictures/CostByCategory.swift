/// What the plan costs all regions together in each period, by category: areas on top of each other.
public enum CostByCategory {
  /// A category in a period: a row of `costs.csv`.
  public struct Row: Sendable {
    /// Label of the period.
    public var period: String
    /// As the table names it.
    public var category: String
    /// Undiscounted money a year.
    public var cost: Double

    /// - Parameters:
    ///   - period: label of the period.
    ///   - category: as the table names it.
    ///   - cost: undiscounted money a year.
    public init(period: String, category: String, cost: Double) {
      self.period = period
      self.category = category
      self.cost = cost
    }
  }

  /// The picture; nil without costs.
  ///
  /// - Parameters:
  ///   - rows: of all periods, the categories that are shown.
  ///   - words: the words of each category.
  ///   - currency: unit of money.
  ///   - sentence: what to see.
  public static func picture(
    of rows: [Row], words: [String: String], currency: String, sentence: String
  ) -> Picture? {
    guard rows.contains(where: { $0.cost != 0 }) else { return nil }
    var data = PictureData(
      of: "costs",
      columns: [
        .init("period", "period"), .init("_category", "category"),
        .init("cost", "\(currency) a year"), .init("category", ""),
        .init("_place", "", .whole),
      ])
    for row in rows {
      data.add([
        .text(row.period), .text(words[row.category] ?? row.category), .number(row.cost),
        .text(row.category), .number(Double(CostColours.place(row.category))),
      ])
    }
    let title = "What all regions together pay, by category of cost"
    let periods = data.texts(of: "period")
    let shown = words.filter { word in rows.contains { $0.category == word.key } }
    let isArea = periods.count > 1
    let view = View(
      Mark(isArea ? .area : .bar),
      Encoding {
        $0.x = .periods(periods).with { if isArea { $0.scale = Scale { $0.type = "point" } } }
        $0.y = .quantitative("cost", "\(currency) a year").with { $0.stack = .some("zero") }
        $0.color = .nominal("_category", nil).with {
          $0.scale = CostColours.scale(of: shown)
          $0.legend = .some(Legend { $0.columns = 3 })
        }
        $0.order = .quantitative("_place", nil)
        $0.tooltip = [
          .nominal("_category", "category"), .ordinal("period", "period"),
          .amount("cost", "\(currency) a year"),
        ]
      }, data: "costs"
    ).filling(height: 260)
    return Picture(
      id: "costs", title: title, sentence: sentence,
      description: "\(title), in each period, not discounted. \(sentence)", data: data,
      specification: .vegaLite(view))
  }
}
