/// How far a figure moves if each assumption alone is at its low or its high end: bars from the nominal value.
public enum Tornado {
  /// One assumption.
  public struct Row: Sendable {
    /// Its name for people.
    public var name: String
    /// Its id.
    public var assumption: String
    /// The figure with the assumption at its low end; nil: there is none.
    public var low: Double?
    /// The figure in the nominal world.
    public var nominal: Double?
    /// The figure with the assumption at its high end.
    public var high: Double?
    /// |high − low|.
    public var swing: Double?
    /// How planning ended at the low end.
    public var lowEnding: String
    /// How planning ended at the high end.
    public var highEnding: String

    /// - Parameters:
    ///   - name: its name for people.
    ///   - assumption: its id.
    ///   - low: the figure with the assumption at its low end.
    ///   - nominal: the figure in the nominal world.
    ///   - high: the figure with the assumption at its high end.
    ///   - swing: |high − low|.
    ///   - lowEnding: how planning ended at the low end.
    ///   - highEnding: how planning ended at the high end.
    public init(
      name: String, assumption: String, low: Double?, nominal: Double?, high: Double?,
      swing: Double?, lowEnding: String, highEnding: String
    ) {
      self.name = name
      self.assumption = assumption
      self.low = low
      self.nominal = nominal
      self.high = high
      self.swing = swing
      self.lowEnding = lowEnding
      self.highEnding = highEnding
    }
  }

  /// The picture.
  ///
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - measure: name of the measure.
  ///   - rows: rows of `tornado.csv` of the measure, in their order.
  ///   - figure: whose figure the measure is, of what, and its unit.
  ///   - sentence: what to see.
  /// - Returns: nil if no row has the figure at the nominal place and at an end.
  public static func picture(
    id: String, measure: String, rows: [Row], figure: FigureWords, sentence: String
  ) -> Picture? {
    // An end that changes nothing has no bar.
    let size =
      rows.flatMap { [$0.low, $0.high, $0.nominal].compactMap(\.self) }.map(abs).max() ?? 0
    let drawn = ["low": \Row.low, "high": \Row.high].filter { _, end in
      rows.contains { row in
        guard let nominal = row.nominal, let value = row[keyPath: end] else { return false }
        return abs(value - nominal) > 1e-9 * size
      }
    }.keys
    guard !drawn.isEmpty else { return nil }
    let style = figure.style
    var data = PictureData(
      of: "tornado",
      columns: [
        NamedRows.name("assumption"), .init("low", "at its low end", style),
        .init("nominal", "nominal", style), .init("high", "at its high end", style),
        .init("swing", "swing", style), .init("low_ending", "planning at its low end"),
        .init("high_ending", "planning at its high end"), .init("assumption", "id"),
        .init("measure", "measure"), .init("_low_note", ""), .init("_high_note", ""),
        NamedRows.place,
      ])
    for (place, row) in rows.enumerated() {
      data.add([
        .text(row.name), .number(ifAny: row.low), .number(ifAny: row.nominal),
        .number(ifAny: row.high), .number(ifAny: row.swing), .text(row.lowEnding),
        .text(row.highEnding), .text(row.assumption), .text(measure),
        note(row.low, row.lowEnding, "low"), note(row.high, row.highEnding, "high"),
        .number(Double(place)),
      ])
    }
    let title = "What moves it: \(figure.title)"
    return Picture(
      id: id, title: title, sentence: sentence,
      description: "\(title): a bar for each assumption. \(sentence)", data: data,
      specification: .vegaLite(view(figure, ends: Set(drawn), count: rows.count)))
  }

  /// What is written where an end has no value.
  private static func note(_ value: Double?, _ ending: String, _ end: String) -> PictureValue {
    guard value == nil else { return .none }
    return .text("\(ending == "planned" ? "not known" : ending) at its \(end) end")
  }

  private static func view(_ figure: FigureWords, ends: Set<String>, count: Int) -> View {
    // A layer without rows has no scale: Vega warns of it.
    var layers = [("low", 3.0), ("high", 13.0)].filter { ends.contains($0.0) }.map {
      bars($0, yOffset: $1, figure, of: ends)
    }
    // The line of the nominal value leaves room for the names.
    layers.append(
      View(
        Mark(.tick).with {
          $0.thickness = 1.5
          $0.size = 26
          $0.yOffset = 8
          $0.opacity = 1
          $0.color = Palette.text
        },
        Encoding {
          $0.y = NamedRows.y
          $0.x = x("nominal", figure)
        }, transform: [.filter("isValid(datum.nominal)")]))
    for (end, offset) in [("low", 3.0), ("high", 13.0)] {
      layers.append(
        NamedRows.note(where: "!isValid(datum.\(end))", "_\(end)_note", yOffset: offset))
    }
    return View.layers(layers + [NamedRows.names()], data: "tornado")
      .filling(step: 44, rows: count)
  }

  private static func x(_ column: String, _ figure: FigureWords) -> Channel {
    .quantitative(column, figure.unit).with {
      // The names would lie on lines of the axis.
      var axis = figure.style.axis
      axis.grid = false
      $0.axis = .some(axis)
      $0.scale = Scale { $0.zero = false }
    }
  }

  private static func bars(
    _ end: String, yOffset: Double, _ figure: FigureWords, of ends: Set<String>
  ) -> View {
    let colours = [("low", Palette.lowEnd), ("high", Palette.highEnd)]
    return View(
      Mark(.bar).with {
        $0.height = 9
        $0.yOffset = yOffset
      },
      Encoding {
        $0.y = NamedRows.y
        $0.x = x("nominal", figure)
        $0.x2 = .column(end)
        $0.color = Channel.datum(.text("at its \(end) end")).with {
          $0.scale = .colours(
            colours.filter { ends.contains($0.0) }.map { ("at its \($0.0) end", $0.1) })
          $0.title = Removable.none
          $0.legend = .some(Legend())
        }
        $0.tooltip =
          [.nominal("_name", "assumption")]
          + [("low", "at its low end"), ("nominal", "nominal"), ("high", "at its high end")].map {
            Channel.quantitative($0, $1).with { $0.format = figure.style.format }
          }
      },
      transform: [.filter("isValid(datum.\(end)) && isValid(datum.nominal)")])
  }
}
