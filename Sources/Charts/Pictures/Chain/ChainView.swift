/// How the chain is drawn: by Vega, since Vega-Lite has no ribbons. The places of all marks are worked out from the rows
/// that are shown: nodes are stacked in their columns, and ribbons at their nodes.
struct ChainView {
  /// The heading of a column.
  struct Head {
    /// Stage of the processes there.
    var stage: String
    /// What they make.
    var goods: String
  }

  /// The headings of the columns.
  let columns: [Head]
  /// The periods that the reader can choose.
  let periods: [String]
  /// The period that is shown first.
  let first: String
  /// The unit of money.
  let currency: String
  /// The unit of all goods; nil if they have several, and cannot be added up.
  let unit: String?
  /// Names and colours.
  let regions: RegionColours
  /// The regions that are drawn.
  let ids: [String]
  /// The most nodes in a column.
  let most: Int

  private var ordered: [String] { regions.ordered(ids) }

  /// The specification.
  var specification: VegaView {
    VegaView(
      height: Double(min(620, max(320, 90 + 26 * most))), derived: [links, nodes, ribbons, heads],
      signals: signals, scales: scales,
      marks: [
        headMarks("_stage", y: 8, weight: "bold"), headMarks("_goods", y: 23, weight: "normal"),
        ribbonMarks, nodeMarks, labelMarks,
      ],
      legends: [legend])
  }

  private var signals: [JSONValue] {
    [
      [
        "name": "width", "init": Self.width,
        "on": [["events": "window:resize", "update": Self.width]],
      ],
      [
        "name": "period", "value": .text(first),
        "bind": [
          "input": "select", "name": "period ", "options": .list(periods.map { .text($0) }),
        ],
      ],
      measure,
      ["name": "money", "value": .text(" \(currency) a year")],
      ["name": "amount", "value": .text(" \(unit ?? "") a year")],
      ["name": "order", "value": .list(ordered.map { .text($0) })],
      ["name": "names", "value": .list(ordered.map { .text(regions.name($0)) })],
      ["name": "colours", "value": .list(ordered.map { .text(regions.colour($0)) })],
      ["name": "bar", "value": 10], ["name": "gap", "value": 9], ["name": "head", "value": 38],
      ["name": "last", "value": .number(Double(columns.count - 1))],
      ["name": "step", "update": "(width - bar) / max(1, last)"],
    ]
  }

  /// As wide as the page, but not so narrow that words cannot be read.
  private static let width: JSONValue =
    "max(680, containerSize()[0] > 0 ? containerSize()[0] - 12 : 900)"

  /// What ribbons are as wide as. The reader chooses where all goods have the same unit.
  private var measure: JSONValue {
    guard unit != nil else { return ["name": "measure", "value": "home_cost"] }
    return [
      "name": "measure", "value": "home_cost",
      "bind": [
        "input": "select", "name": "ribbons as wide as ",
        "options": ["home_cost", "home_quantity"],
        "labels": ["cost so far", "quantity"],
      ],
    ]
  }

  private var scales: [JSONValue] {
    let roles = RegionColours.Role.allCases.filter { role in
      ids.contains { regions.role($0) == role }
    }
    return [
      [
        "name": "roles", "type": "ordinal", "domain": .list(roles.map { .text($0.rawValue) }),
        "range": .list(roles.map { .text($0.colour) }),
      ]
    ]
  }

  private var legend: JSONValue {
    ["fill": "roles", "orient": "bottom", "direction": "horizontal", "symbolType": "square"]
  }
}
