/// What is drawn of the tables.
extension ChainView {
  private static let colour: JSONValue = ["signal": "colours[indexof(order, datum.origin)]"]

  var ribbonMarks: JSONValue {
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

  var nodeMarks: JSONValue {
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
  var labelMarks: JSONValue {
    [
      "type": "text", "from": ["data": "nodes"], "interactive": false,
      "encode": [
        "update": [
          "x": [
            "signal": "datum.column === last ? datum.left - 4 : datum.left + bar + 4"
          ],
          "y": ["signal": "datum.top + datum.tall / 2"], "baseline": ["value": "middle"],
          "align": ["signal": "datum.column === last ? 'right' : 'left'"],
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
  func headMarks(_ field: String, y: Double, weight: String) -> JSONValue {
    [
      "type": "text", "from": ["data": "heads"], "interactive": false,
      "encode": [
        "update": [
          "x": ["signal": "datum._column === last ? width : datum._column * step"],
          "y": ["value": .number(y)],
          "align": ["signal": "datum._column === last ? 'right' : 'left'"],
          "text": ["field": .text(field)], "fontWeight": ["value": .text(weight)],
          "fontSize": ["value": weight == "bold" ? 12 : 11],
          "fill": ["value": .text(Palette.text)], "limit": ["signal": "step - 8"],
        ]
      ],
    ]
  }
}
