/// What each member holds under each arrangement of sharing, for a commodity that is chosen from a list.
public enum StockpileStocks {
  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - rows: rows of `stockpile_members.csv`.
  ///   - money: unit of money.
  ///   - sentence: what to see.
  public static func picture(of rows: [StockpileMemberRow], money: String, sentence: String)
    -> Picture?
  {
    guard let first = rows.first else { return nil }
    let data = StockpileMemberRow.data(rows, money: money)
    let rules = data.texts(of: "sharing")
    let goods = data.texts(of: "_stocked")
    let single = goods.count == 1
    let bars = GroupedBars(
      names: "_member", groups: "sharing", colours: colours(of: rules), amount: "stock",
      title: single ? "stock of \(first.stocked)" : "stock, in the unit of the commodity",
      compared: nil,
      tooltip: [
        .nominal("_member", "member"), .nominal("sharing", "sharing"),
        .nominal("_stocked", "stock of"),
      ])
    var view = bars.view(of: data)
    if !single {
      view.params = [.list("shownStock", first.stocked, options: goods, label: "Stock of")]
      view.transform = [.filter("datum._stocked === shownStock")] + (view.transform ?? [])
    }
    let title = "What each member holds"
    return Picture(
      id: "stockpile-stocks", title: title, sentence: sentence,
      description: "\(title) under each arrangement of sharing. \(sentence)", data: data,
      specification: .vegaLite(view))
  }

  /// Without sharing is what the others are compared with.
  private static func colours(of rules: [String]) -> [(value: String, colour: String)] {
    let shared = rules.filter { $0 != "own" }
    let shades = zip(shared, Palette.choices(shared.count))
    return (rules.contains("own") ? [(value: "own", colour: Palette.compared)] : [])
      + shades.map { (value: $0, colour: $1) }
  }
}
