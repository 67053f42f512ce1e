/// How far a figure of each option of a study goes over its worlds, and how far each option is from the best one.
public enum OptionSpread {
  /// One option over all worlds.
  public struct Row: Sendable {
    /// Name of the option for people.
    public var name: String
    /// Name of the option.
    public var option: String
    /// `joint` or `unilateral`.
    public var coordination: String
    /// Worlds that are compared.
    public var worlds: Double
    /// Worlds in which it has a plan.
    public var withPlan: Double
    /// The 5 % quantile.
    public var q05: Double?
    /// The median.
    public var median: Double?
    /// The 95 % quantile.
    public var q95: Double?
    /// The largest regret; nil: it has no plan where another option has one.
    public var largestRegret: Double?
    /// The mean regret.
    public var meanRegret: Double?
    /// Worlds in which it has no plan and another option has one.
    public var withoutPlan: Double?
    /// Share of the worlds in which no option is better.
    public var shareBest: Double?

    /// A row without figures.
    ///
    /// - Parameters:
    ///   - name: name of the option for people.
    ///   - option: name of the option.
    ///   - coordination: `joint` or `unilateral`.
    ///   - worlds: worlds that are compared.
    ///   - withPlan: worlds in which it has a plan.
    public init(
      name: String, option: String, coordination: String, worlds: Double, withPlan: Double
    ) {
      self.name = name
      self.option = option
      self.coordination = coordination
      self.worlds = worlds
      self.withPlan = withPlan
    }
  }

  /// The picture of the figure: bars from the 5 % to the 95 % quantile, with the median.
  ///
  /// - Parameters:
  ///   - measure: name of the measure.
  ///   - rows: rows of `robustness.csv` of the measure.
  ///   - figure: whose figure it is, of what, and its unit.
  ///   - sentence: what to see.
  /// - Returns: nil if no option has the figure.
  public static func ranges(
    of measure: String, rows: [Row], figure: FigureWords, sentence: String
  ) -> Picture? {
    guard rows.contains(where: { $0.median != nil }) else { return nil }
    let x = { (column: String) in
      Channel.quantitative(column, figure.unit).with {
        $0.axis = .some(figure.style.axis)
        $0.scale = Scale { $0.zero = false }
      }
    }
    let bars = View(
      Mark(.bar).with {
        $0.height = 12
        $0.yOffset = 9
        $0.color = Palette.plan
        $0.opacity = 0.5
      },
      Encoding {
        $0.y = NamedRows.y
        $0.x = x("q05")
        $0.x2 = .column("q95")
        $0.tooltip = tooltip(
          [("q05", "5%"), ("median", "median"), ("q95", "95%")], figure.style)
      }, transform: [.filter("isValid(datum.q05)")])
    let medians = ticks(x("median"), where: "isValid(datum.median)", yOffset: 9)
    let none = NamedRows.note(
      where: "!isValid(datum.median)", "_note",
      "datum.with_plan == 0 ? 'no plan' : 'not known'",
      yOffset: 9)
    let title = "Each option over all worlds: \(figure.title)"
    return Picture(
      id: "option-ranges", title: title, sentence: sentence,
      description: "\(title), from the 5% to the 95% quantile. \(sentence)",
      data: data(
        measure, rows,
        [
          .init("q05", "5%", figure.style), .init("median", "median", figure.style),
          .init("q95", "95%", figure.style),
        ]
      ) { [$0.q05, $0.median, $0.q95] },
      specification: .vegaLite(
        View.layers([bars, medians, none, NamedRows.names()], data: "robustness")
          .filling(step: 40, rows: rows.count)))
  }

  /// The picture of regret: bars of the largest regret, with the mean, and in which share of the worlds an option is best.
  ///
  /// - Parameters:
  ///   - measure: name of the measure.
  ///   - rows: rows of `robustness.csv` of the measure.
  ///   - figure: whose figure it is, of what, and its unit.
  ///   - sentence: what to see.
  /// - Returns: nil if there is nothing to compare.
  public static func regret(
    of measure: String, rows: [Row], figure: FigureWords, sentence: String
  ) -> Picture? {
    guard rows.count > 1, rows.contains(where: { $0.shareBest != nil }) else { return nil }
    let bars = View(
      Mark(.bar).with {
        $0.height = 12
        $0.yOffset = 16
        $0.color = Palette.plan
        $0.opacity = 0.6
      },
      Encoding {
        $0.y = NamedRows.y
        $0.x = .quantitative("largest_regret", figure.unit).with {
          $0.axis = .some(figure.style.axis)
        }
        $0.tooltip = tooltip(
          [("largest_regret", "largest regret"), ("mean_regret", "mean regret")], figure.style)
      }, transform: [.filter("isValid(datum.largest_regret)")])
    let means = ticks(
      .quantitative("mean_regret", figure.unit),
      where: "isValid(datum.mean_regret) && isValid(datum.largest_regret)", yOffset: 16)
    let best = NamedRows.note(
      where: "isValid(datum.share_best)", "_note",
      "'the best, or equal to it, in ' + format(datum.share_best, '.0%') + ' of the worlds'",
      yOffset: 0, colour: Palette.text)
    let none = NamedRows.note(
      where: "datum.no_plan_regret > 0", "_note",
      "'no plan in ' + datum.no_plan_regret + ' worlds in which another option has one'",
      yOffset: 16)
    let hasBars = rows.contains { $0.largestRegret != nil && $0.meanRegret != nil }
    let title = "How far each option is from the best one: \(figure.title)"
    return Picture(
      id: "regret", title: title, sentence: sentence, description: "\(title). \(sentence)",
      data: data(
        measure, rows,
        [
          .init("largest_regret", "largest regret", figure.style),
          .init("mean_regret", "mean regret", figure.style),
          .init("no_plan_regret", "no plan, another option has one", .whole),
          .init("share_best", "share in which it is best", .share),
        ]
      ) { [$0.largestRegret, $0.meanRegret, $0.withoutPlan, $0.shareBest] },
      specification: .vegaLite(
        View.layers(
          (hasBars ? [bars, means] : []) + [best, none, NamedRows.names()], data: "robustness"
        )
        .filling(step: 54, rows: rows.count)))
  }

  private static func ticks(_ x: Channel, where test: String, yOffset: Double) -> View {
    View(
      Mark(.tick).with {
        $0.height = 18
        $0.yOffset = yOffset
        $0.color = Palette.text
        $0.thickness = 3
      },
      Encoding {
        $0.y = NamedRows.y
        $0.x = x
      }, transform: [.filter(test)])
  }

  private static func tooltip(
    _ columns: [(String, String)], _ style: PictureData.NumberStyle
  ) -> [Channel] {
    [.nominal("_name", "option")]
      + columns.map { Channel.quantitative($0, $1).with { $0.format = style.format } }
  }

  private static func data(
    _ measure: String, _ rows: [Row], _ columns: [PictureData.Column],
    _ values: (Row) -> [Double?]
  ) -> PictureData {
    var data = PictureData(
      of: "robustness",
      columns: [NamedRows.name("option")] + columns + [
        .init("with_plan", "worlds with a plan", .whole), .init("worlds", "worlds", .whole),
        .init("option", "name"), .init("coordination", "coordination"),
        .init("measure", "measure"), NamedRows.place,
      ])
    for (place, row) in rows.enumerated() {
      data.add(
        [.text(row.name)] + values(row).map { .number(ifAny: $0) } + [
          .number(row.withPlan), .number(row.worlds), .text(row.option),
          .text(row.coordination), .text(measure), .number(Double(place)),
        ])
    }
    return data
  }
}
