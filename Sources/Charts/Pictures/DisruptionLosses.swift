/// What each disruption costs home, from the best case for home to the worst.
public enum DisruptionLosses {
  /// One disruption under one arrangement of sharing.
  public struct Row: Sendable {
    /// Id of the disruption.
    public var disruption: String
    /// The arrangement.
    public var sharing: String
    /// Least lost value of home, money.
    public var least: Double
    /// Greatest lost value of home where the world's is least, money.
    public var most: Double
    /// Lost value of all regions, money.
    public var world: Double

    /// - Parameters:
    ///   - disruption: its id.
    ///   - sharing: the arrangement.
    ///   - least: least lost value of home, money.
    ///   - most: greatest lost value of home, money.
    ///   - world: lost value of all regions, money.
    public init(
      disruption: String, sharing: String, least: Double, most: Double, world: Double
    ) {
      self.disruption = disruption
      self.sharing = sharing
      self.least = least
      self.most = most
      self.world = world
    }
  }

  /// The words around the picture.
  public struct Words: Sendable {
    /// Name of home.
    public var home: String
    /// Unit of money.
    public var money: String
    /// What to see.
    public var sentence: String

    /// - Parameters:
    ///   - home: name of home.
    ///   - money: unit of money.
    ///   - sentence: what to see.
    public init(home: String, money: String, sentence: String) {
      self.home = home
      self.money = money
      self.sentence = sentence
    }
  }

  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - rows: rows of `stress_home.csv`.
  ///   - words: the words around the picture.
  public static func picture(of rows: [Row], words: Words) -> Picture? {
    guard !rows.isEmpty else { return nil }
    var data = PictureData(
      of: "stress_home",
      columns: [
        .init("disruption", "disruption"), .init("sharing", "sharing"),
        .init(BestToWorst.least, "\(words.home) loses, best case"),
        .init(BestToWorst.most, "\(words.home) loses, worst case"),
        .init("lost_value", "all regions lose"), .init("_case", ""),
      ])
    let isShared = Set(rows.map(\.sharing)).count > 1
    let label = { (row: Row) in
      isShared ? "\(row.disruption) (\(row.sharing))" : row.disruption
    }
    for row in rows {
      data.add([
        .text(row.disruption), .text(row.sharing), .number(row.least), .number(row.most),
        .number(row.world), .text(label(row)),
      ])
    }
    let y = Channel.nominal("_case", nil).sorted(rows.map(label))
    var view = View.layers(
      BestToWorst.layers(
        y: y, x: "lost value of \(words.home), \(words.money)", home: words.home,
        tooltip: [.nominal("_case", "disruption"), .nominal("_world", "all regions")]),
      data: data.table
    ).filling(step: 26, rows: rows.count)
    view.transform = BestToWorst.transforms + [.amountText("lost_value", as: "_world")]
    let title = "What each disruption costs \(words.home)"
    return Picture(
      id: "disruption-losses", title: title, sentence: words.sentence,
      description: "\(title), from its best case to its worst. \(words.sentence)", data: data,
      specification: .vegaLite(view))
  }
}
