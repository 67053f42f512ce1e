/// The look of all pictures, as a configuration of Vega. Words and axes have the colour of the text around the picture, so
/// that they are seen on light and dark ground and on paper.
struct Theme: Encodable {
  private static let words: JSONValue = .object([
    "labelColor": .text(Palette.text), "titleColor": .text(Palette.text), "labelFontSize": 12,
    "titleFontSize": 12, "titleFontWeight": "normal",
  ])

  func encode(to encoder: any Encoder) throws {
    guard case .object(var axis) = Self.words, case .object(var legend) = Self.words else { return }
    axis["domainColor"] = .text(Palette.text)
    axis["tickColor"] = .text(Palette.text)
    axis["gridColor"] = .text(Palette.text)
    axis["gridOpacity"] = 0.12
    axis["domainOpacity"] = 0.4
    axis["tickOpacity"] = 0.4
    axis["labelLimit"] = 220
    legend["labelLimit"] = 220
    legend["orient"] = "bottom"
    legend["columnPadding"] = 14
    try JSONValue.object([
      "background": .null,
      "font": "system-ui, sans-serif",
      "axis": .object(axis), "legend": .object(legend),
      "header": Self.words,
      "title": .object([
        "color": .text(Palette.text), "anchor": "start", "fontSize": 13, "fontWeight": "bold",
      ]),
      "view": .object(["stroke": .null]),
      "text": .object(["fill": .text(Palette.text), "fontSize": 12]),
      "rule": .object(["stroke": .text(Palette.text)]),
      "aria": true,
    ]).encode(to: encoder)
  }
}
