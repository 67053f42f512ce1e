/// What the stocks of all members cost a year under each arrangement of sharing, by member.
public enum StockpileCosts {
  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - rows: rows of `stockpile_members.csv`.
  ///   - money: unit of money.
  ///   - regions: names and colours.
  ///   - sentence: what to see.
  public static func picture(
    of rows: [StockpileMemberRow], money: String, regions: RegionColours, sentence: String
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    let data = StockpileMemberRow.data(rows, money: money)
    let members = regions.ordered(Array(Set(rows.map(\.region))))
    let names = Dictionary(rows.map { ($0.region, $0.member) }) { first, _ in first }
    let bars = View(
      Mark(.bar).with {
        $0.stroke = "#ffffff"
        $0.strokeWidth = 0.4
      },
      Encoding {
        $0.y = .nominal("sharing", nil).sorted(data.texts(of: "sharing"))
        $0.x = .quantitative("stock_cost", "stock cost, \(money) a year").with {
          $0.stack = .some("zero")
        }
        $0.color = .nominal("_member", nil).with {
          $0.scale = .colours(
            members.map { (value: names[$0] ?? $0, colour: regions.colour($0)) })
          $0.legend = .some(Legend { $0.columns = 3 })
        }
        $0.tooltip = [
          .nominal("sharing", "sharing"), .nominal("_member", "member"),
          .nominal("_stocked", "stock of"), .nominal("_cost", "stock cost a year"),
        ]
      }, data: data.table, transform: [.amountText("stock_cost", as: "_cost")])
    let title = "What the stocks of all members cost a year"
    return Picture(
      id: "stockpile-costs", title: title, sentence: sentence,
      description: "\(title) under each arrangement of sharing, by member. \(sentence)", data: data,
      specification: .vegaLite(bars.filling(step: 34, rows: data.values(of: "sharing").count)))
  }
}
