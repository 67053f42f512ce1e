extension Picture {
  /// Name of the outlines of countries among the data of a picture. A page holds them once for all of its maps.
  public static let outlines = "outlines"

  /// Whether it draws the outlines of countries.
  public var drawsOutlines: Bool {
    if case .vegaLite(let view) = specification { view.drawsOutlines } else { false }
  }
}

extension View {
  /// Whether one of its parts draws the outlines of countries.
  var drawsOutlines: Bool {
    if case .named(Picture.outlines)? = data { return true }
    return (layer ?? []).contains(where: \.drawsOutlines)
  }
}
