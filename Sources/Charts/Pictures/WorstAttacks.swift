/// The worst attacks with some number of cuts: ranked bars, with the part that comes of cutting targets together, and
/// home's range on them.
public enum WorstAttacks {
  /// An attack: a row of `worst.csv`.
  public struct Row: Sendable {
    /// The number of targets.
    public var cuts: Int
    /// 1 is the attack that costs most.
    public var rank: Int
    /// What is cut, as the table has it.
    public var targets: String
    /// What is cut, for people.
    public var name: String
    /// Lost value of those whose loss counts, money.
    public var loss: Double
    /// Least and greatest lost value of home, money; nil if they were not worked out.
    public var home: (least: Double, most: Double)?
    /// What the cuts cost together beyond what each costs alone, money; nil if it was not worked out.
    public var synergy: Double?

    /// - Parameters:
    ///   - cuts: the number of targets.
    ///   - rank: 1 is the attack that costs most.
    ///   - targets: what is cut, as the table has it.
    ///   - name: what is cut, for people.
    ///   - loss: lost value of those whose loss counts, money.
    ///   - home: least and greatest lost value of home, money.
    ///   - synergy: what the cuts cost together beyond what each costs alone, money.
    public init(
      cuts: Int, rank: Int, targets: String, name: String, loss: Double,
      home: (least: Double, most: Double)?, synergy: Double?
    ) {
      self.cuts = cuts
      self.rank = rank
      self.targets = targets
      self.name = name
      self.loss = loss
      self.home = home
      self.synergy = synergy
    }
  }

  /// The words around the picture.
  public struct Words: Sendable {
    /// Name of home.
    public var home: String
    /// Whose loss the bars are: `all regions`, or ``WorstAttacks/losers(home:)``.
    public var losers: String
    /// Whether the bars are home's loss.
    public var isOfHome: Bool
    /// Unit of money.
    public var money: String
    /// What to see.
    public var sentence: String

    /// - Parameters:
    ///   - home: name of home.
    ///   - losers: whose loss the bars are; ``WorstAttacks/losers(home:)`` if they are home's.
    ///   - isOfHome: whether the bars are home's loss.
    ///   - money: unit of money.
    ///   - sentence: what to see.
    public init(home: String, losers: String, isOfHome: Bool, money: String, sentence: String) {
      self.home = home
      self.losers = losers
      self.isOfHome = isOfHome
      self.money = money
      self.sentence = sentence
    }
  }

  /// Whose loss the bars are, if they are home's: it is drawn like the best case, which it is.
  public static func losers(home: String) -> String { BestToWorst.best(home) }

  /// Pixels of a row, from its name down.
  private static let step = 46.0
  /// How far below the middle of the row its bar is.
  private static let offset = 9.0
  /// What the legend says of the dark part of a bar.
  private static let together = "only because they are cut together"

  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - rows: in the order in which they are drawn.
  ///   - words: the words around the picture.
  public static func picture(of rows: [Row], words: Words) -> Picture? {
    guard !rows.isEmpty else { return nil }
    var data = PictureData(
      of: "worst",
      columns: [
        NamedRows.name("attack"),
        .init("loss", words.isOfHome ? "\(words.home) loses" : "\(words.losers) lose"),
        .init("synergy", "of that \(together)"),
        .init(BestToWorst.least, "\(words.home) loses, best case"),
        .init(BestToWorst.most, "\(words.home) loses, worst case"),
        .init("rank", "rank", .whole), .init("cuts", "cuts", .whole), .init("targets", "targets"),
        NamedRows.place,
      ])
    for (place, row) in rows.enumerated() {
      data.add([
        .text(row.name), .number(row.loss), .number(ifAny: row.synergy),
        .number(ifAny: row.home?.least), .number(ifAny: row.home?.most),
        .number(Double(row.rank)), .number(Double(row.cuts)), .text(row.targets),
        .number(Double(place)),
      ])
    }
    let title = "The worst attacks, by what they cost"
    return Picture(
      id: "worst-attacks", title: title, sentence: words.sentence,
      description: "\(title), ranked. \(words.sentence)", data: data,
      specification: .vegaLite(view(of: rows, data, words)))
  }

  private static func view(of rows: [Row], _ data: PictureData, _ words: Words) -> View {
    let hasSynergy = rows.contains { $0.synergy ?? 0 > 0 }
    let all = (
      value: words.losers, colour: words.isOfHome ? Palette.home : Palette.compared
    )
    let dark = (value: together, colour: Palette.shades(of: all.colour, count: 3)[0])
    let others = [all] + (hasSynergy ? [dark] : [])
    let axis = "lost value, \(words.money)"
    let tooltip: [Channel] = [
      .nominal("_name", "attack"), .nominal("_lossText", words.losers),
      .nominal("_synergyText", together),
    ]
    let bar = { (column: String, from: String?, name: String) in
      View(
        Mark(.bar).with {
          $0.yOffset = offset
          $0.height = 20
        },
        Encoding {
          $0.y = NamedRows.y
          $0.x = .quantitative(column, axis)
          if let from { $0.x2 = .column(from) }
          $0.color = BestToWorst.legend(name, home: words.home, others: others)
          $0.tooltip = tooltip
        })
    }
    var layers = [bar("loss", nil, all.value)]
    if hasSynergy {
      var part = bar("loss", "_apart", dark.value)
      part.transform = [.filter("isValid(datum.synergy) && datum.synergy > 0")]
      layers.append(part)
    }
    if rows.allSatisfy({ $0.home != nil }) {
      // The marks say both cases of home: the bar's loss would be there twice if it is home's.
      let ofMarks = words.isOfHome ? [tooltip[0], tooltip[2]] : tooltip
      layers += BestToWorst.layers(
        y: NamedRows.y, x: axis, home: words.home, others: others, tooltip: ofMarks,
        yOffset: offset)
    }
    var view = View.layers(layers + [NamedRows.names()], data: data.table)
      .filling(step: step, rows: rows.count)
    view.transform =
      BestToWorst.transforms + [
        .amountText("loss", as: "_lossText"), .amountText("synergy", as: "_synergyText"),
        .calculate("datum.loss - datum.synergy", as: "_apart"),
      ]
    return view
  }
}
