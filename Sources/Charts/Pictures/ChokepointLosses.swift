/// What the loss of each place costs all regions and home: ranked bars, with home's range on them.
public enum ChokepointLosses {
  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - rows: rows of the table of chokepoints, in the order in which they are drawn.
  ///   - words: the words around the picture.
  public static func picture(of rows: [ChokepointRow], words: DisruptionLosses.Words) -> Picture? {
    guard !rows.isEmpty else { return nil }
    var data = PictureData(
      of: "chokepoints",
      columns: [
        .init("_place", "stops"), .init("lost_value", "all regions lose"),
        .init(BestToWorst.least, "\(words.home) loses, best case"),
        .init(BestToWorst.most, "\(words.home) loses, worst case"),
        .init("rank", "rank", .whole), .init("region", "region"), .init("stage", "stage"),
      ])
    for row in rows {
      data.add([
        .text(row.place), .number(row.world), .number(row.least), .number(row.most),
        .number(row.rank), .text(row.region), .text(ifAny: row.stage),
      ])
    }
    let all = (value: "all regions", colour: Palette.compared)
    let y = Channel.nominal("_place", nil).sorted(rows.map(\.place))
    let axis = "lost value, \(words.money)"
    let tooltip: [Channel] = [.nominal("_place", "stops"), .nominal("_world", "all regions")]
    let world = View(
      Mark(.bar),
      Encoding {
        $0.y = y
        $0.x = .quantitative("lost_value", axis)
        $0.color = BestToWorst.legend(all.value, home: words.home, others: [all])
        $0.tooltip = tooltip
      })
    var view = View.layers(
      [world]
        + BestToWorst.layers(y: y, x: axis, home: words.home, others: [all], tooltip: tooltip),
      data: data.table
    ).filling(step: 24, rows: rows.count)
    view.transform = BestToWorst.transforms + [.amountText("lost_value", as: "_world")]
    let title = "What the loss of each place costs"
    return Picture(
      id: "chokepoint-losses", title: title, sentence: words.sentence,
      description: "\(title) all regions and \(words.home), ranked. \(words.sentence)", data: data,
      specification: .vegaLite(view))
  }
}
