/// What an importer buys of a good over time: bars by origin, with diamonds at the periods that alerts are about. The good is
/// chosen from a list.
public enum ImportsOverTime {
  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - rows: rows of `imports.csv`; the good that is shown at first comes first.
  ///   - periods: all periods of the picture, in their order.
  ///   - origins: the origins that are drawn by themselves.
  ///   - regions: names and colours.
  ///   - sentence: what to see.
  public static func picture(
    of rows: [ImportRow], periods: [String], origins: [String], regions: RegionColours,
    sentence: String
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    let hasTons = rows.contains { $0.tons != nil }
    let shown = regions.alternating(origins)
    let data = ImportRow.data(
      of: rows, shown: Dictionary(shown.map { ($0, regions.name($0)) }) { first, _ in first })
    let colours =
      shown.map { (value: regions.name($0), colour: regions.colour($0)) }
      + [(value: ImportRow.others, colour: Palette.compared)]
    let title = "Where imports come from"
    let view = View.layers(
      [
        bars(hasTons ? "tons" : "value", hasTons ? "tons" : "USD", periods, colours),
        marks(periods),
      ], data: data.table
    ).choosing("_good", in: data, label: "good: ").filling(height: 280)
    return Picture(
      id: "imports-over-time", title: title, sentence: sentence,
      description: "\(title): imports of each good by origin and period. \(sentence)", data: data,
      specification: .vegaLite(view))
  }

  private static func bars(
    _ amount: String, _ title: String, _ periods: [String],
    _ colours: [(value: String, colour: String)]
  ) -> View {
    View(
      Mark(.bar),
      Encoding {
        $0.x = .periods(periods)
        $0.y = .quantitative(amount, title).with { $0.stack = .some("zero") }
        $0.color = .nominal("_origin", nil).with {
          $0.scale = .colours(colours)
          $0.legend = .some(
            Legend {
              $0.columns = 3
              $0.symbolType = "square"
            })
        }
        $0.detail = .nominal("origin", nil)
        $0.tooltip = ImportRow.tooltip
      })
  }

  /// Diamonds above the bars of periods with an alert.
  private static func marks(_ periods: [String]) -> View {
    View(
      Mark(.point).with {
        $0.shape = "diamond"
        $0.filled = true
        $0.opacity = 1
        $0.size = 90
        $0.color = Palette.shortage
      },
      Encoding {
        $0.x = .periods(periods)
        $0.y = .value(6)
        $0.tooltip = ImportRow.tooltip
      }, transform: [.filter("datum.alert === 'yes'")])
  }
}
