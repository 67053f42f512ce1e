/// What each member pays for common stocks under each split of the saving, beside what its own stocks cost.
public enum StockpilePayers {
  /// One member under one split.
  public struct Row: Sendable {
    /// The split, as in the table.
    public var split: String
    /// Id of the member.
    public var region: String
    /// Name of the member for people.
    public var member: String
    /// What its stocks cost without sharing, money a year.
    public var own: Double
    /// What it pays under the split, money a year.
    public var pays: Double

    /// - Parameters:
    ///   - split: as in the table.
    ///   - region: id of the member.
    ///   - member: name of the member for people.
    ///   - own: what its stocks cost without sharing, money a year.
    ///   - pays: what it pays under the split, money a year.
    public init(split: String, region: String, member: String, own: Double, pays: Double) {
      self.split = split
      self.region = region
      self.member = member
      self.own = own
      self.pays = pays
    }
  }

  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - sharing: the arrangement of sharing.
  ///   - rows: rows of `stockpile_splits.csv` of that arrangement.
  ///   - money: unit of money.
  ///   - sentence: what to see.
  public static func picture(
    id: String, sharing: String, of rows: [Row], money: String, sentence: String
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    var data = PictureData(
      of: "stockpile_splits",
      columns: [
        .init("_member", "member"), .init("split", "split"),
        .init("pays", "pays, \(money) a year"),
        .init("own_cost", "without sharing, \(money) a year"), .init("sharing", "sharing"),
        .init("region", "id"),
      ])
    for row in rows {
      data.add([
        .text(row.member), .text(row.split), .number(row.pays), .number(row.own), .text(sharing),
        .text(row.region),
      ])
    }
    let title = "Who pays under \(sharing)"
    let bars = GroupedBars(
      names: "_member", groups: "split", colours: SplitColours.all, amount: "pays",
      title: "pays, \(money) a year", compared: ("own_cost", "without sharing"),
      tooltip: [.nominal("_member", "member"), .nominal("split", "split")])
    return Picture(
      id: id, title: title, sentence: sentence,
      description: "\(title), for each split of the saving. \(sentence)", data: data,
      specification: .vegaLite(bars.view(of: data)))
  }
}
