/// What a ton of a good has cost from each origin over time: a line for each, with diamonds at the periods that alerts are
/// about. The good is chosen from a list.
public enum UnitValuesOverTime {
  /// The picture; nil without rows that have a unit value.
  ///
  /// - Parameters:
  ///   - rows: rows of `imports.csv` of the origins that are drawn; the good that is shown at first comes first.
  ///   - periods: all periods of the picture, in their order.
  ///   - regions: names and colours.
  ///   - sentence: what to see.
  public static func picture(
    of rows: [ImportRow], periods: [String], regions: RegionColours, sentence: String
  ) -> Picture? {
    let rows = rows.filter { $0.unitValue != nil }
    guard !rows.isEmpty else { return nil }
    let origins = Array(Set(rows.map(\.origin)))
    let data = ImportRow.data(
      of: rows, shown: Dictionary(origins.map { ($0, regions.name($0)) }) { first, _ in first })
    let title = "What a ton costs"
    let place = Encoding {
      $0.x = .periods(periods)
      $0.y = .quantitative("unit_value", "USD a ton").with {
        $0.scale = Scale { $0.type = "log" }
        $0.axis = .some(Axis { $0.format = ",.4~r" })
      }
      $0.tooltip = ImportRow.tooltip
    }
    var lines = place
    lines.color = .nominal("_origin", nil).with {
      $0.scale = .colours(
        regions.alternating(origins).map { (value: regions.name($0), colour: regions.colour($0)) })
      $0.legend = .some(Legend { $0.columns = 3 })
    }
    let view = View.layers(
      [
        View(
          Mark(.line).with {
            $0.strokeWidth = 2
            $0.point = true
          }, lines),
        View(
          Mark(.point).with {
            $0.shape = "diamond"
            $0.filled = true
            $0.opacity = 1
            $0.size = 130
            $0.color = Palette.shortage
          }, place, transform: [.filter("datum.alert === 'yes'")]),
      ], data: data.table
    ).choosing("_good", in: data, label: "good: ").filling(height: 280)
    return Picture(
      id: "unit-values", title: title, sentence: sentence,
      description: "\(title): unit values of each good by origin and period. \(sentence)",
      data: data, specification: .vegaLite(view))
  }
}
