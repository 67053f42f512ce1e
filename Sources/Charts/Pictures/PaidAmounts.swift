/// Who pays what: parts of bills in each period, summed by category or by payer, as bars on top of each other.
public enum PaidAmounts {
  /// A part of a bill: a row of `bills.csv`.
  public struct Row: Sendable {
    /// Label of the period.
    public var period: String
    /// Id of the region that pays.
    public var payer: String
    /// Id of the region in which the money is spent.
    public var spentIn: String
    /// As the table names it.
    public var category: String
    /// Undiscounted money a year.
    public var amount: Double
    /// The same in the plan without goals; nil if there is none.
    public var withoutGoals: Double?
    /// The first minus the second; nil if there is no plan without goals.
    public var change: Double?

    /// - Parameters:
    ///   - period: label of the period.
    ///   - payer: id of the region that pays.
    ///   - spentIn: id of the region in which the money is spent.
    ///   - category: as the table names it.
    ///   - amount: undiscounted money a year.
    ///   - withoutGoals: the same in the plan without goals.
    ///   - change: the first minus the second.
    public init(
      period: String, payer: String, spentIn: String, category: String, amount: Double,
      withoutGoals: Double?, change: Double?
    ) {
      self.period = period
      self.payer = payer
      self.spentIn = spentIn
      self.category = category
      self.amount = amount
      self.withoutGoals = withoutGoals
      self.change = change
    }
  }

  /// What bars show.
  public enum Figure: String, Sendable {
    /// What is paid.
    case amount
    /// What is paid more or less than without goals.
    case change
  }

  /// What decides the colour of a part.
  public enum Colour: Sendable {
    /// The category of cost.
    case category
    /// The region that pays.
    case payer
  }

  /// The words around the picture.
  public struct Words: Sendable {
    /// Its heading.
    public var title: String
    /// What to see.
    public var sentence: String
    /// Unit of money.
    public var currency: String
    /// The words of each category.
    public var categories: [String: String]

    /// - Parameters:
    ///   - title: its heading.
    ///   - sentence: what to see.
    ///   - currency: unit of money.
    ///   - categories: the words of each category.
    public init(title: String, sentence: String, currency: String, categories: [String: String]) {
      self.title = title
      self.sentence = sentence
      self.currency = currency
      self.categories = categories
    }
  }

  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - rows: the parts that are shown.
  ///   - figure: what bars show.
  ///   - colour: what decides the colour of a part.
  ///   - periods: labels of all periods, in their order.
  ///   - regions: names and colours.
  ///   - words: the words around the picture.
  public static func picture(
    id: String, of rows: [Row], figure: Figure, by colour: Colour, periods: [String],
    regions: RegionColours, words: Words
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    let unit = "\(words.currency) a year"
    let isCompared = rows.contains { $0.withoutGoals != nil }
    let compared: [PictureData.Column] =
      isCompared
      ? [.init("without_goals", "without goals, \(unit)"), .init("change", "change")] : []
    let ofPayers = colour == .payer
    var data = PictureData(
      of: "bills",
      columns: [.init("period", "period")] + (ofPayers ? [.init("_payer", "payer")] : []) + [
        .init("spent_in", "spent in"), .init("_category", "for"), .init("amount", unit),
      ] + compared + (ofPayers ? [.init("payer", "id of the payer")] : []) + [
        .init("category", ""), .init("_place", "", .whole),
      ])
    let payers = regions.ordered(Array(Set(rows.map(\.payer))))
    for row in rows {
      let place =
        ofPayers ? payers.firstIndex(of: row.payer) ?? 0 : CostColours.place(row.category)
      data.add(
        [.text(row.period)] + (ofPayers ? [.text(regions.name(row.payer))] : []) + [
          .text(row.spentIn), .text(words.categories[row.category] ?? row.category),
          .number(row.amount),
        ] + (isCompared ? [.number(ifAny: row.withoutGoals), .number(ifAny: row.change)] : [])
          + (ofPayers ? [.text(row.payer)] : []) + [
            .text(row.category), .number(Double(place)),
          ])
    }
    let shown = words.categories.filter { word in rows.contains { $0.category == word.key } }
    let scale =
      colour == .payer ? regions.scale(of: payers) : CostColours.scale(of: shown)
    return Picture(
      id: id, title: words.title, sentence: words.sentence,
      description: "\(words.title), in each period, not discounted. \(words.sentence)", data: data,
      specification: .vegaLite(
        view(
          figure, colour, scale, periods: periods, unit: unit, isCompared: isCompared)))
  }

  /// One bar for each colour in a period: the sum of its parts. A diamond is the sum of all changes.
  private static func view(
    _ figure: Figure, _ colour: Colour, _ scale: Scale, periods: [String], unit: String,
    isCompared: Bool
  ) -> View {
    let x = Channel.periods(periods).with {
      $0.scale = Scale { $0.domain = periods.map { .text($0) } }
    }
    let title = figure == .change ? "change, \(unit)" : unit
    let y = sum(of: figure.rawValue, title)
    let column = colour == .payer ? "_payer" : "_category"
    let bars = View(
      Mark(.bar).with { $0.strokeWidth = 0.8 },
      Encoding {
        $0.x = x
        $0.y = y.with { $0.stack = .some("zero") }
        $0.color = .nominal(column, nil).with {
          $0.scale = scale
          $0.legend = .some(Legend { $0.columns = 3 })
        }
        // The same colour around each part: the ground does not show between two of them.
        $0.stroke = $0.color
        $0.order = .quantitative("_place", nil)
        $0.tooltip =
          [.nominal(column, colour == .payer ? "payer" : "for"), .ordinal("period", "period")]
          + sums(unit, isCompared: isCompared)
      })
    guard figure == .change else { return View.layers([bars], data: "bills").filling(height: 260) }
    let net = View(
      Mark(.point).with {
        $0.shape = "diamond"
        $0.filled = true
        $0.size = 70
        $0.color = Palette.text
        $0.opacity = 1
      },
      Encoding {
        $0.x = x
        $0.y = y
        $0.tooltip = [.ordinal("period", "all, in")] + sums(unit, isCompared: isCompared)
      })
    return View.layers([bars, net], data: "bills").filling(height: 260)
  }

  private static func sum(of column: String, _ title: String) -> Channel {
    .quantitative(column, title).with { $0.aggregate = "sum" }
  }

  private static func sums(_ unit: String, isCompared: Bool) -> [Channel] {
    let compared = [("without_goals", "without goals"), ("change", "change")]
    return ([("amount", unit)] + (isCompared ? compared : [])).map {
      sum(of: $0.0, $0.1).with { $0.format = ",.4~r" }
    }
  }
}
