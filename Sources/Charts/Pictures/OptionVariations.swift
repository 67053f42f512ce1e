/// One figure of each option of a study under each variation: small multiples of the options.
public enum OptionVariations {
  /// One run.
  public struct Row: Sendable {
    /// Name of the run.
    public var run: String
    /// Name of the option.
    public var option: String
    /// Name of the variation.
    public var variation: String
    /// How the run ended, as in the table.
    public var status: String
    /// The figure; nil: there is no plan, or it has no such figure.
    public var value: Double?

    /// - Parameters:
    ///   - run: name of the run.
    ///   - option: name of the option.
    ///   - variation: name of the variation.
    ///   - status: how the run ended.
    ///   - value: the figure.
    public init(run: String, option: String, variation: String, status: String, value: Double?) {
      self.run = run
      self.option = option
      self.variation = variation
      self.status = status
      self.value = value
    }
  }

  /// The picture.
  ///
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - rows: rows of `comparison.csv`; those of an option follow each other.
  ///   - column: name of the column of the figure.
  ///   - figure: whose figure it is, of what, and its unit.
  ///   - isDifference: whether it is a difference, which is drawn as a bar from 0; else as a point.
  ///   - sentence: what to see.
  /// - Returns: nil without rows.
  public static func picture(
    id: String, of rows: [Row], column: String, figure: FigureWords, isDifference: Bool,
    sentence: String
  ) -> Picture? {
    guard rows.contains(where: { $0.value != nil }) else { return nil }
    var data = PictureData(
      of: "comparison",
      columns: [
        .init("option", "option"), .init("variation", "variation"),
        .init(column, figure.title, figure.style), .init("status", "status"), .init("run", "run"),
        .init("_note", ""),
      ] + GroupedRows.columns)
    var groups = GroupedRows()
    for row in rows {
      data.add(
        [
          .text(row.option), .text(row.variation), .number(ifAny: row.value), .text(row.status),
          .text(row.run), note(row),
        ] + groups.add(row.variation, in: row.option))
    }
    let mark =
      isDifference
      ? Mark(.bar).with {
        $0.height = 12
        $0.color = Palette.plan
      }
      : Mark(.point).with {
        $0.filled = true
        $0.size = 80
        $0.color = Palette.plan
      }
    let values = View(
      mark,
      Encoding {
        $0.y = groups.y
        $0.x = .quantitative(column, figure.unit).with {
          $0.axis = .some(figure.style.axis)
          $0.scale = Scale { $0.zero = isDifference }
        }
        $0.tooltip = [
          .nominal("option", "option"), .nominal("variation", "variation"),
          .quantitative(column, "value").with { $0.format = figure.style.format },
        ]
      }, transform: [.filter("isValid(datum.\(column))")])
    let notes = View(
      Mark(.text).with {
        $0.align = "left"
        $0.color = Palette.shortage
        $0.fontSize = 11
      },
      Encoding {
        $0.y = groups.y
        $0.x = .value(4)
        $0.text = .nominal("_note", nil)
      },
      transform: [.filter("!isValid(datum.\(column))")])
    let title = "Each option under each variation: \(figure.title)"
    return Picture(
      id: id, title: title, sentence: sentence,
      description: "\(title). \(sentence)", data: data,
      specification: .vegaLite(
        View.layers([values, notes, groups.names], data: "comparison")
          .filling(step: GroupedRows.step, rows: groups.count)))
  }

  /// What is written where there is no value.
  private static func note(_ row: Row) -> PictureValue {
    guard row.value == nil else { return .none }
    return .text(row.status == "optimal" ? "not known" : row.status)
  }
}
