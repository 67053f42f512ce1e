/// What to order, the same in all worlds, and what is decided later: a row of small bars over the periods for each project,
/// on a scale of its own.
public enum WorldOrders {
  /// An order of a project in a period: a row of `hedge.csv`.
  public struct Row: Sendable {
    /// Id of the project.
    public var project: String
    /// The project for people, with the unit of its capacity.
    public var name: String
    /// Label of the period of the order.
    public var period: String
    /// Capacity, units a year: of an order that is decided later the expected one.
    public var capacity: Double
    /// Whether it is the same in all worlds.
    public var isCommon: Bool
    /// The least capacity over the worlds.
    public var least: Double
    /// The greatest capacity over the worlds.
    public var greatest: Double

    /// - Parameters:
    ///   - project: id of the project.
    ///   - name: the project for people, with the unit of its capacity.
    ///   - period: label of the period of the order.
    ///   - capacity: units a year: of an order that is decided later the expected one.
    ///   - isCommon: whether it is the same in all worlds.
    ///   - least: the least capacity over the worlds.
    ///   - greatest: the greatest capacity over the worlds.
    public init(
      project: String, name: String, period: String, capacity: Double, isCommon: Bool,
      least: Double, greatest: Double
    ) {
      self.project = project
      self.name = name
      self.period = period
      self.capacity = capacity
      self.isCommon = isCommon
      self.least = least
      self.greatest = greatest
    }
  }

  /// The periods of the picture.
  public struct Periods: Sendable {
    /// The labels of all in which something may be ordered, in their order.
    public var labels: [String]
    /// Label of the last one whose orders are the same in all worlds; nil: no orders are, or all.
    public var until: String?

    /// - Parameters:
    ///   - labels: of all periods in which something may be ordered, in their order.
    ///   - until: label of the last one whose orders are the same in all worlds.
    public init(labels: [String], until: String?) {
      self.labels = labels
      self.until = until
    }
  }

  /// Pixels of the row of a project.
  private static let step = 68.0
  /// Which part of the row of a project its highest bar takes.
  private static let highest = 0.46
  /// The most periods beside which amounts are written.
  private static let mostPeriods = 24

  private static let now = "to order now, the same in all worlds"
  private static let later = "decided later: from least to greatest"
  private static let expected = "expected over all worlds"

  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - rows: the orders; the projects are drawn in the order in which they come first.
  ///   - periods: the periods of the picture.
  ///   - title: heading.
  ///   - sentence: what to see.
  public static func picture(
    of rows: [Row], periods: Periods, title: String, sentence: String
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    var places: [String: Int] = [:]
    var data = PictureData(
      of: "hedge",
      columns: [
        .init("project", "project"), .init("period", "ordered in"),
        .init("capacity", "capacity"), .init("least", "least"), .init("greatest", "greatest"),
        .init("_when", ""), .init("_project", "project, unit"), .init("common", "common"),
        NamedRows.name(""), NamedRows.place,
      ])
    for row in rows {
      let isFirst = places[row.project] == nil
      let place = places[row.project] ?? places.count
      places[row.project] = place
      data.add([
        .text(row.project), .text(row.period), .number(row.capacity), .number(row.least),
        .number(row.greatest), .text(row.isCommon ? now : later), .text(row.name),
        .text(row.isCommon ? "true" : "false"), isFirst ? .text(row.name) : .none,
        .number(Double(place)),
      ])
    }
    return Picture(
      id: "world-orders", title: title, sentence: sentence,
      description: "\(title): capacity by project and period of the order. \(sentence)",
      data: data,
      specification: .vegaLite(view(of: rows, data, periods, count: places.count)))
  }

  private static func view(
    of rows: [Row], _ data: PictureData, _ periods: Periods, count: Int
  ) -> View {
    let (hasNow, hasLater) = (rows.contains(where: \.isCommon), rows.contains { !$0.isCommon })
    let cells = Cells(
      periods: periods.labels, count: count,
      colours: .colours(
        (hasNow ? [(value: now, colour: Palette.built)] : [])
          + (hasLater
            ? [
              (value: later, colour: Palette.faint(Palette.built)),
              (value: expected, colour: Palette.text),
            ] : [])))
    var layers = [cells.base]
    if let until = periods.until, hasLater { layers.append(cells.border(after: until)) }
    if hasNow {
      layers.append(cells.bars("_bottom", "_middle", where: common))
      if periods.labels.count <= mostPeriods { layers.append(cells.amounts(where: common)) }
    }
    if hasLater {
      layers += [
        cells.bars("_low", "_high", where: open), cells.strokes(expected, where: open),
      ]
    }
    var view = View.layers(layers + [cells.names], data: data.table)
      .filling(step: step, rows: count)
    let height = { (column: String) in
      "datum._bottom + \(highest) * datum['\(column)'] / datum._scale"
    }
    view.transform = [
      .greatest("greatest", of: "project", as: "_scale"),
      .calculate("\(count - 1) - datum._place + 0.04", as: "_bottom"),
      .calculate("\(count) - datum._place", as: "_top"),
      .calculate(height("capacity"), as: "_middle"), .calculate(height("least"), as: "_low"),
      .calculate(height("greatest"), as: "_high"), .amountText("capacity", as: "_capacityText"),
      .amountText("least", as: "_leastText"), .amountText("greatest", as: "_greatestText"),
    ]
    return view
  }

  private static let common = Transform.filter("common", equals: "true")
  private static let open = Transform.filter("common", equals: "false")
}
