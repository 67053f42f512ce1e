/// How far the main figures of a plan go over sampled worlds: for each figure a bar on a scale of its own.
///
/// It is drawn by Vega, since Vega-Lite gives no rows scales of their own that are as wide as the page.
public enum FigureRanges {
  /// One figure.
  public struct Row: Sendable {
    /// Name of the measure.
    public var measure: String
    /// Whose figure it is, of what, and its unit.
    public var figure: FigureWords
    /// The figure of the plan.
    public var nominal: Double
    /// The 5 % quantile over the worlds with a plan.
    public var q05: Double
    /// The median.
    public var median: Double
    /// The 95 % quantile.
    public var q95: Double

    /// - Parameters:
    ///   - measure: name of the measure.
    ///   - figure: whose figure it is, of what, and its unit.
    ///   - nominal: the figure of the plan.
    ///   - q05: the 5 % quantile over the worlds with a plan.
    ///   - median: the median.
    ///   - q95: the 95 % quantile.
    public init(
      measure: String, figure: FigureWords, nominal: Double, q05: Double, median: Double,
      q95: Double
    ) {
      self.measure = measure
      self.figure = figure
      self.nominal = nominal
      self.q05 = q05
      self.median = median
      self.q95 = q95
    }
  }

  /// Pixels of a figure.
  private static let step = 78.0

  /// The picture.
  ///
  /// - Parameters:
  ///   - rows: rows of `ranges.csv`.
  ///   - sentence: what to see.
  /// - Returns: nil without rows.
  public static func picture(of rows: [Row], sentence: String) -> Picture? {
    guard !rows.isEmpty else { return nil }
    var data = PictureData(
      of: "ranges",
      columns: [
        NamedRows.name("figure"), .init("nominal", "this plan"), .init("q05", "5%"),
        .init("median", "median"), .init("q95", "95%"), .init("measure", "name"),
        .init("_is_share", ""),
      ])
    for row in rows {
      let unit = row.figure.unit
      data.add([
        .text(unit.isEmpty ? row.figure.title : "\(row.figure.title), \(unit)"),
        .number(row.nominal), .number(row.q05), .number(row.median), .number(row.q95),
        .text(row.measure), .number(row.figure.style == .share ? 1 : 0),
      ])
    }
    let title = "How sure the main figures are"
    return Picture(
      id: "ranges", title: title, sentence: sentence,
      description:
        "\(title): for each figure the range from 5% to 95% of the worlds, their median, and this plan. \(sentence)",
      data: data, specification: .vega(view(rows.count)))
  }

  private static func view(_ count: Int) -> VegaView {
    let width: JSONValue = "isFinite(containerSize()[0]) ? containerSize()[0] : 600"
    return VegaView(
      height: step * Double(count), derived: [],
      signals: [
        [
          "name": "width", "init": width,
          "on": [["events": ["source": "window", "type": "resize"], "update": width]],
        ]
      ],
      scales: [
        [
          "name": "row", "type": "band", "range": "height",
          "domain": ["data": "ranges", "field": "measure"],
        ]
      ],
      marks: [figure])
  }

  /// A group with a scale of its own for each row.
  private static let figure: JSONValue = [
    "type": "group",
    "from": [
      "facet": ["name": "figure", "data": "ranges", "groupby": ["measure", "_is_share"]]
    ],
    "encode": [
      "update": [
        "y": ["scale": "row", "field": "measure"], "width": ["signal": "width"],
        "height": .object(["value": .number(step - 30)]),
      ]
    ],
    "signals": [["name": "isShare", "update": "parent._is_share == 1"]],
    "scales": [
      [
        "name": "x", "type": "linear", "range": [0, ["signal": "width"]], "zero": false,
        "nice": true, "padding": 8,
        "domain": ["data": "figure", "fields": ["nominal", "q05", "median", "q95"]],
      ]
    ],
    "axes": [
      [
        "orient": "bottom", "scale": "x", "tickCount": 4, "labelOverlap": true,
        "labelSeparation": 8,
        "labelFlush": true, "encode": ["labels": ["update": ["text": ["signal": label]]]],
      ]
    ],
    "marks": [
      mark("text", y: 0, ["x": ["value": 0], "limit": ["signal": "width"]]) {
        $0["text"] = ["field": "_name"]
        $0["baseline"] = ["value": "top"]
      },
      mark("rect", y: 24, ["x": at("q05"), "x2": at("q95"), "height": ["value": 14]]) {
        $0["fill"] = ["value": .text(Palette.compared)]
      },
      mark("rule", y: 20, ["x": at("median"), "y2": ["value": 42]]) {
        $0["strokeWidth"] = ["value": 3]
      },
      mark("symbol", y: 31, ["x": at("nominal"), "shape": ["value": "diamond"]]) {
        $0["size"] = ["value": 110]
        $0["fill"] = ["value": .text(Palette.plan)]
      },
    ],
  ]

  /// The words of an axis. Amounts have as many digits as its strokes need.
  private static let label: JSONValue = "isShare ? format(datum.value, '.3~%') : datum.label"

  private static func at(_ column: JSONValue) -> JSONValue {
    ["scale": "x", "field": column]
  }

  private static func mark(
    _ type: JSONValue, y: JSONValue, _ places: [String: JSONValue],
    _ fill: (inout [String: JSONValue]) -> Void
  ) -> JSONValue {
    var update = places
    update["y"] = ["value": y]
    fill(&update)
    return [
      "type": type, "from": ["data": "figure"], "encode": ["update": .object(update)],
    ]
  }
}
