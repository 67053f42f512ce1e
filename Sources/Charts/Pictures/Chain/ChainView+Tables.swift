/// The tables that are worked out from the rows that are shown.
extension ChainView {
  var links: JSONValue {
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

  var nodes: JSONValue {
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

  var ribbons: JSONValue {
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

  var heads: JSONValue {
    [
      "name": "heads",
      "values": .list(
        columns.enumerated().map {
          ["_column": .number(Double($0)), "_stage": .text($1.stage), "_goods": .text($1.goods)]
        }),
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
