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

  private var links: JSONValue {
    [
      "name": "links", "source": "chain",
      "transform": [
        .filter("datum.period === period"),
        .formula("datum[measure]", as: "value"),
        .filter("datum.value > 0"),
        .formula("datum._from + '|' + datum.origin", as: "source"),
        .formula("datum._to + '|' + datum.destination", as: "target"),
      ],
    ]
  }

  private var nodes: JSONValue {
    [
      "name": "nodes", "source": "links",
      "transform": [
        ["type": "fold", "fields": ["source", "target"], "as": ["end", "node"]],
        .formula("datum.end === 'source' ? datum._from : datum._to", as: "column"),
        .formula("datum.end === 'source' ? datum.origin : datum.destination", as: "region"),
        .formula("datum._from !== datum._to", as: "isRibbon"),
        .formula(
          "datum.end === 'source' || (datum.isRibbon && (datum.link === 'use' || datum.link === 'stored')) "
            + "? datum.value : 0", as: "leaving"),
        .formula("datum.end === 'target' && datum.isRibbon ? datum.value : 0", as: "arriving"),
        [
          "type": "aggregate", "groupby": ["node", "column", "region"],
          "fields": ["leaving", "arriving"], "ops": ["sum", "sum"], "as": ["leaving", "arriving"],
        ],
        .formula("max(datum.leaving, datum.arriving)", as: "size"),
        .formula("indexof(order, datum.region)", as: "rank"),
        [
          "type": "joinaggregate", "groupby": ["column"], "fields": ["size", "size"],
          "ops": ["sum", "count"], "as": ["whole", "number"],
        ],
        .formula("(height - head - (datum.number - 1) * gap) / datum.whole", as: "room"),
        ["type": "extent", "field": "room", "signal": "rooms"],
        [
          "type": "stack", "groupby": ["column"], "field": "size", "sort": ["field": "rank"],
          "as": ["before", "after"],
        ],
        [
          "type": "window", "groupby": ["column"], "sort": ["field": "rank"], "ops": ["row_number"],
          "as": ["place"],
        ],
        .formula(
          "head + (height - head - datum.whole * rooms[0] - (datum.number - 1) * gap) / 2 "
            + "+ datum.before * rooms[0] + (datum.place - 1) * gap", as: "top"),
        .formula("max(1, datum.size * rooms[0])", as: "tall"),
        .formula("datum.column * step", as: "left"),
      ],
    ]
  }

  private var ribbons: JSONValue {
    [
      "name": "ribbons", "source": "links",
      "transform": [
        .filter("datum._from !== datum._to"),
        [
          "type": "lookup", "from": "nodes", "key": "node", "fields": ["source", "target"],
          "as": ["start", "finish"],
        ],
        .formula("datum.start.top", as: "high"),
        .formula("datum.finish.top", as: "low"),
        [
          "type": "stack", "groupby": ["source"], "field": "value",
          "sort": ["field": ["low", "_to", "commodity"]], "as": ["s0", "s1"],
        ],
        [
          "type": "stack", "groupby": ["target"], "field": "value",
          "sort": ["field": ["high", "_from", "commodity"]], "as": ["t0", "t1"],
        ],
        .formula("datum.start.left + bar", as: "x0"),
        .formula("datum.finish.left", as: "x1"),
        .formula("(datum.x0 + datum.x1) / 2", as: "xm"),
        .formula("datum.start.top + datum.s0 * rooms[0]", as: "y0"),
        .formula("datum.finish.top + datum.t0 * rooms[0]", as: "y1"),
        .formula("max(0.5, datum.value * rooms[0])", as: "thick"),
        .formula(
          "'M' + datum.x0 + ',' + datum.y0 + 'C' + datum.xm + ',' + datum.y0 + ' ' + datum.xm + ',' "
            + "+ datum.y1 + ' ' + datum.x1 + ',' + datum.y1 + 'v' + datum.thick + 'C' + datum.xm + ',' "
            + "+ (datum.y1 + datum.thick) + ' ' + datum.xm + ',' + (datum.y0 + datum.thick) + ' ' "
            + "+ datum.x0 + ',' + (datum.y0 + datum.thick) + 'Z'", as: "path"),
      ],
    ]
  }

  private var heads: JSONValue {
    [
      "name": "heads",
      "values": .list(
        columns.enumerated().map {
          ["_column": .number(Double($0)), "_stage": .text($1.stage), "_goods": .text($1.goods)]
        }),
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

  private static let colour: JSONValue = ["signal": "colours[indexof(order, datum.origin)]"]

  private var ribbonMarks: JSONValue {
    [
      "type": "path", "from": ["data": "ribbons"],
      "encode": [
        "update": [
          "path": ["field": "path"], "fill": Self.colour, "fillOpacity": ["value": 0.42],
          "tooltip": [
            "signal": """
            {goods: datum._goods, from: names[indexof(order, datum.origin)], to: \
            names[indexof(order, datum.destination)], link: datum.link, 'cost so far': \
            format(datum.home_cost, ',.4~r') + money, goods_a_year: format(datum.home_quantity, ',.4~r') + ' ' + \
            datum._unit}
            """
          ],
        ], "hover": ["fillOpacity": ["value": 0.8]],
      ],
    ]
  }

  private var nodeMarks: JSONValue {
    [
      "type": "rect", "from": ["data": "nodes"],
      "encode": [
        "update": [
          "x": ["field": "left"], "width": ["signal": "bar"], "y": ["field": "top"],
          "height": ["field": "tall"],
          "fill": ["signal": "colours[indexof(order, datum.region)]"],
          "tooltip": [
            "signal": """
            {region: names[indexof(order, datum.region)], 'all ribbons': format(datum.size, ',.4~r') + \
            (measure === 'home_cost' ? money : amount)}
            """
          ],
        ]
      ],
    ]
  }

  /// Names of the nodes that are not too low for words.
  private var labelMarks: JSONValue {
    [
      "type": "text", "from": ["data": "nodes"], "interactive": false,
      "encode": [
        "update": [
          "x": [
            "signal": "datum.column === last ? datum.left - 4 : datum.left + bar + 4"
          ],
          "y": ["signal": "datum.top + datum.tall / 2"], "baseline": ["value": "middle"],
          "align": ["signal": "datum._column === last ? 'right' : 'left'"],
          "limit": ["signal": "step - bar - 8"],
          "text": ["signal": "names[indexof(order, datum.region)]"],
          "fill": ["value": .text(Palette.text)], "fontSize": ["value": 11],
          "opacity": ["signal": "datum.tall >= 0.02 * height ? 1 : 0"],
        ]
      ],
    ]
  }

  /// Words above the columns.
  ///
  /// - Parameters:
  ///   - field: which words.
  ///   - y: their height.
  ///   - weight: `bold` or `normal`.
  private func headMarks(_ field: String, y: Double, weight: String) -> JSONValue {
    [
      "type": "text", "from": ["data": "heads"], "interactive": false,
      "encode": [
        "update": [
          "x": ["signal": "datum._column === last ? width : datum._column * step"],
          "y": ["value": .number(y)],
          "align": ["signal": "datum.column === last ? 'right' : 'left'"],
          "text": ["field": .text(field)], "fontWeight": ["value": .text(weight)],
          "fontSize": ["value": weight == "bold" ? 12 : 11],
          "fill": ["value": .text(Palette.text)], "limit": ["signal": "step - 8"],
        ]
      ],
    ]
  }
}

extension JSONValue {
  /// A transform of Vega: keeps the rows for which an expression is true.
  fileprivate static func filter(_ expression: String) -> JSONValue {
    ["type": "filter", "expr": .text(expression)]
  }

  /// A transform of Vega: a new column by an expression.
  fileprivate static func formula(_ expression: String, as name: String) -> JSONValue {
    ["type": "formula", "expr": .text(expression), "as": .text(name)]
  }
}
