/// How much plans differ that cost almost as little as the cheapest one: a bar from the least to the greatest value, a
/// stroke at the cheapest plan, and a pale bar behind for plans without goals.
public enum AlternativeRanges {
  /// A project or a supplier: a row of `alternatives.csv`.
  public struct Row: Sendable {
    /// Id of the project or of the region.
    public var item: String
    /// Its name for people.
    public var name: String
    /// The least value.
    public var least: Double
    /// The value in the cheapest plan.
    public var optimum: Double
    /// The greatest value.
    public var greatest: Double
    /// As the table names it; nil of a supplier.
    public var verdict: String?
    /// The same of plans without goals; nil if the model has none, and of a supplier.
    public var withoutGoals: (least: Double, optimum: Double, greatest: Double, verdict: String)?

    /// - Parameters:
    ///   - item: id of the project or of the region.
    ///   - name: its name for people.
    ///   - least: the least value.
    ///   - optimum: the value in the cheapest plan.
    ///   - greatest: the greatest value.
    ///   - verdict: as the table names it.
    ///   - withoutGoals: the same of plans without goals.
    public init(
      item: String, name: String, least: Double, optimum: Double, greatest: Double,
      verdict: String? = nil,
      withoutGoals: (least: Double, optimum: Double, greatest: Double, verdict: String)? = nil
    ) {
      self.item = item
      self.name = name
      self.least = least
      self.optimum = optimum
      self.greatest = greatest
      self.verdict = verdict
      self.withoutGoals = withoutGoals
    }
  }

  /// The ranges of capacities of one unit.
  ///
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - rows: projects, from top to bottom.
  ///   - title: heading.
  ///   - unit: what is counted: `t of magnets a year`.
  ///   - sentence: what to see.
  /// - Returns: nil without rows.
  public static func capacities(
    id: String, of rows: [Row], title: String, unit: String, sentence: String
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    let isCompared = rows.contains { $0.withoutGoals != nil }
    let compared: [PictureData.Column] =
      isCompared
      ? [
        .init("least_without_goals", "minimum without goals"),
        .init("optimum_without_goals", "cheapest without goals"),
        .init("greatest_without_goals", "maximum without goals"),
        .init("verdict_without_goals", "without goals"),
      ] : []
    var data = PictureData(
      of: "alternatives",
      columns: [
        .init("item", "project"), .init("_built", "built"), .init("least", "minimum"),
        .init("optimum", "cheapest plan"), .init("greatest", "maximum"),
      ] + compared + [.init("verdict", ""), .init("quantity", "")])
    for row in rows {
      let other = row.withoutGoals
      let cells: [PictureValue] =
        isCompared
        ? [other?.least, other?.optimum, other?.greatest].map(PictureValue.number(ifAny:))
          + [.text(ifAny: other?.verdict)] : []
      data.add(
        [
          .text(row.item), .text(word(row.verdict)), .number(row.least), .number(row.optimum),
          .number(row.greatest),
        ] + cells + [.text(ifAny: row.verdict), .text("capacity")])
    }
    let colours = Scale.colours(
      [("must", Palette.built), ("option", Palette.stock), ("never", Palette.other)]
        .filter { pair in rows.contains { $0.verdict == pair.0 } }
        .map { (value: word($0.0), colour: $0.1) })
    var view = RangeBars(
      y: .nominal("item", nil).sorted(rows.map(\.item)), title: unit, format: nil,
      colour: .nominal("_built", nil).with { $0.scale = colours },
      tooltip: [
        .nominal("item", "project"), .nominal("_built", "built"), .amount("least", "minimum"),
        .amount("optimum", "cheapest plan"), .amount("greatest", "maximum"),
      ]
        + (isCompared
          ? [
            .amount("least_without_goals", "minimum without goals"),
            .amount("optimum_without_goals", "cheapest without goals"),
            .amount("greatest_without_goals", "maximum without goals"),
          ] : []),
      bands: rows.count)
    if isCompared { view.compared = ("least_without_goals", "greatest_without_goals") }
    return picture(id, title, sentence, data, view.view)
  }

  /// The ranges of the shares of home's suppliers.
  ///
  /// - Parameters:
  ///   - rows: suppliers.
  ///   - commodity: id of the focus.
  ///   - period: label of the period.
  ///   - title: heading.
  ///   - regions: names and colours.
  ///   - sentence: what to see.
  /// - Returns: nil without rows.
  public static func shares(
    of rows: [Row], commodity: String, period: String, title: String, regions: RegionColours,
    sentence: String
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    var data = PictureData(
      of: "alternatives",
      columns: [
        .init("_supplier", "supplier"), .init("least", "minimum", .share),
        .init("optimum", "cheapest plan", .share), .init("greatest", "maximum", .share),
        .init("item", "id"), .init("commodity", "commodity"), .init("period", "period"),
        .init("quantity", ""),
      ])
    for row in rows {
      data.add([
        .text(row.name), .number(row.least), .number(row.optimum), .number(row.greatest),
        .text(row.item), .text(commodity), .text(period), .text("share"),
      ])
    }
    let view = RangeBars(
      y: .nominal("_supplier", nil).sorted(rows.map(\.name)), title: "share of supply",
      format: "%",
      colour: .nominal("_supplier", nil).with {
        $0.scale = regions.scale(of: rows.map(\.item))
        $0.legend = Removable.none
      },
      tooltip: [
        .nominal("_supplier", "supplier"), .share("least", "minimum"),
        .share("optimum", "cheapest plan"), .share("greatest", "maximum"),
      ], bands: rows.count)
    return picture("shares", title, sentence, data, view.view)
  }

  private static func word(_ verdict: String?) -> String {
    switch verdict {
    case "must": "always built"
    case "option": "sometimes built"
    case "never": "never built"
    default: verdict ?? ""
    }
  }

  private static func picture(
    _ id: String, _ title: String, _ sentence: String, _ data: PictureData, _ view: View
  ) -> Picture {
    Picture(
      id: id, title: title, sentence: sentence,
      description: "\(title): from the least to the greatest value. \(sentence)", data: data,
      specification: .vegaLite(view))
  }
}

/// Bars from the column `least` to `greatest` with a stroke at `optimum`.
private struct RangeBars {
  let y: Channel
  let title: String
  let format: String?
  let colour: Channel
  let tooltip: [Channel]
  /// How many rows there are.
  let bands: Int
  /// The columns of a pale bar behind.
  var compared: (least: String, greatest: String)?

  private func encoding(_ from: String, _ to: String?, _ fill: (inout Encoding) -> Void) -> Encoding
  {
    var encoding = Encoding {
      $0.y = y
      $0.x = .quantitative(from, title).with { channel in
        channel.axis = .some(
          Axis {
            $0.tickCount = 8
            $0.format = format
          })
        channel.stack = Removable.none
      }
      $0.x2 = to.map { name in Channel().with { $0.field = name } }
      $0.tooltip = tooltip
    }
    fill(&encoding)
    return encoding
  }

  var view: View {
    var layers: [View] = []
    if let compared {
      layers.append(
        View(
          Mark(.bar).with {
            $0.height = 22
            $0.opacity = 0.45
            $0.color = Palette.compared
          }, encoding(compared.least, compared.greatest) { _ in }))
    }
    layers.append(
      View(
        Mark(.bar).with { $0.height = 10 },
        encoding("least", "greatest") { $0.color = colour }))
    layers.append(
      View(
        Mark(.tick).with {
          $0.color = Palette.text
          $0.thickness = 3
          $0.size = 20
        }, encoding("optimum", nil) { _ in }))
    return View.layers(layers, data: "alternatives").filling(
      step: 32, rows: bands)
  }
}
