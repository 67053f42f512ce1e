/// What each member gets or pays under each split, beside what it has alone.
public enum SplitAmounts {
  /// One member under one split.
  public struct Row: Sendable {
    /// The split, as in the table.
    public var split: String
    /// Name of the member.
    public var member: String
    /// What the member saves or pays alone.
    public var alone: Double
    /// What the member gets or pays under the split.
    public var amount: Double

    /// - Parameters:
    ///   - split: as in the table.
    ///   - member: name of the member.
    ///   - alone: what the member saves or pays alone.
    ///   - amount: what the member gets or pays under the split.
    public init(split: String, member: String, alone: Double, amount: Double) {
      self.split = split
      self.member = member
      self.alone = alone
      self.amount = amount
    }
  }

  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - rows: rows of the table of splits.
  ///   - isCost: whether the amounts are costs, not savings.
  ///   - sentence: what to see.
  public static func picture(of rows: [Row], isCost: Bool, sentence: String) -> Picture? {
    guard !rows.isEmpty else { return nil }
    let (amount, alone) = isCost ? ("pays", "pays alone") : ("gets", "saves alone")
    var data = PictureData(
      of: "splits",
      columns: [
        .init("member", "member"), .init("split", "split"), .init("amount", amount),
        .init("alone", alone),
      ])
    for row in rows {
      data.add([.text(row.member), .text(row.split), .number(row.amount), .number(row.alone)])
    }
    let title = "What each member \(amount) under each split"
    let bars = GroupedBars(
      names: "member", groups: "split", colours: SplitColours.all, amount: "amount",
      title: "what the member \(amount)", compared: ("alone", alone),
      tooltip: [.nominal("member", "member"), .nominal("split", "split")])
    return Picture(
      id: "split-amounts", title: title, sentence: sentence,
      description: "\(title), beside what it \(alone). \(sentence)", data: data,
      specification: .vegaLite(bars.view(of: data)))
  }
}
