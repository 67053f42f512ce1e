/// The stock of one market month by month in one disruption, both chosen from lists.
public enum DisruptionStocks {
  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - title: its heading.
  ///   - rows: rows of `stress_months.csv` of markets with a stock.
  ///   - start: what is shown at first.
  ///   - sentence: what to see.
  public static func picture(
    title: String, of rows: [DisruptionMonths.Row], from start: DisruptionMonths.Start,
    sentence: String
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    let data = data(of: rows)
    let choice = DisruptionChoice(data, from: start)
    var view = View(
      Mark(.bar).with { $0.color = Palette.stock },
      Encoding {
        $0.x = DisruptionChoice.month
        $0.y = .quantitative("level", "units at the end of the month")
        $0.tooltip = [
          .ordinal("month", "month"), .nominal("_text_level", "stock left"),
          .nominal("_text_draw", "drawn in the month"),
        ]
      }, data: data.table
    ).filling(height: 220)
    view.params = choice.parameters
    view.transform =
      choice.transforms + [
        .amountText("level", as: "_text_level"), .amountText("draw", as: "_text_draw"),
      ]
    return Picture(
      id: "disruption-stocks", title: title, sentence: sentence,
      description: "\(title): the stock at the end of each month of a disruption. \(sentence)",
      data: data, specification: .vegaLite(view))
  }

  private static func data(of rows: [DisruptionMonths.Row]) -> PictureData {
    var data = PictureData(
      of: "stress_months",
      columns: [
        .init("disruption", "disruption"), .init("sharing", "sharing"), .init("_market", "market"),
        .init("month", "month", .whole), .init("draw", "drawn"), .init("level", "stock left"),
        .init("region", ""), .init("commodity", ""),
      ])
    for row in rows {
      data.add([
        .text(row.disruption), .text(row.sharing), .text(row.market), .number(row.month),
        .number(row.draw), .number(row.level), .text(row.region), .text(row.commodity),
      ])
    }
    return data
  }
}
