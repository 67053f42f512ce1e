/// Rows below each other, each with its name above what is drawn: long names fit into narrow pages. The rows have two own
/// columns: `_name`, and `_place`, a number that decides the order.
enum NamedRows {
  /// The column of names.
  static func name(_ heading: String) -> PictureData.Column { .init("_name", heading) }
  /// The column that decides the order.
  static let place = PictureData.Column("_place", "", .whole)

  /// The place of a row.
  static let y = Channel.ordinal("_place", nil).with { $0.axis = Removable.none }

  /// The names at the top of the rows.
  ///
  /// - Parameters:
  ///   - column: which has the names.
  ///   - filter: keeps one table row for each name; nil: each has only one.
  static func names(_ column: String = "_name", where filter: Transform? = nil) -> View {
    View(
      Mark(.text).with {
        $0.align = "left"
        $0.baseline = "top"
        $0.dy = 4
        $0.limit = ["expr": "width"]
      },
      Encoding {
        $0.y = y.with { $0.bandPosition = 0 }
        $0.x = .value(0)
        $0.text = .nominal(column, nil)
      }, transform: filter.map { [$0] })
  }

  /// What a picture says of a row on which it can draw nothing, such as `no plan`.
  ///
  /// - Parameters:
  ///   - test: an expression of Vega that is true of those rows.
  ///   - column: what is said.
  ///   - text: an expression of Vega for that column; nil: the rows have it.
  ///   - yOffset: by how many pixels it is below the middle of the row.
  ///   - colour: of the words.
  static func note(
    where test: String, _ column: String, _ text: String? = nil, yOffset: Double,
    colour: String = Palette.shortage
  ) -> View {
    View(
      Mark(.text).with {
        $0.align = "left"
        $0.yOffset = yOffset
        $0.color = colour
        $0.fontSize = 11
      },
      Encoding {
        $0.y = y
        $0.x = .value(4)
        $0.text = .nominal(column, nil)
      }, transform: [.filter(test)] + (text.map { [.calculate($0, as: column)] } ?? []))
  }
}
