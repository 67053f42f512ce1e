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

extension View {
  /// As wide as the page lets it, with so many pixels for each row. A height by steps would not do: Vega-Lite warns where
  /// a view that fits its width has one.
  func filling(step: Double, rows: Int) -> View { filling(height: step * Double(rows)) }
}

extension PictureData.NumberStyle {
  /// How d3-format writes such numbers where one is pointed at.
  var format: String {
    switch self {
    case .amount: ",.5~r"
    case .share: ".1%"
    case .whole: "d"
    }
  }

  /// The axis of such numbers.
  var axis: Axis {
    Axis {
      // Amounts have as many digits as the strokes of the axis need.
      if self == .share { $0.format = ".3~%" }
      $0.tickCount = 5
      $0.labelOverlap = true
      $0.labelSeparation = 6
    }
  }
}

extension PictureValue {
  /// A number that may be missing.
  static func number(ifAny number: Double?) -> PictureValue { number.map { .number($0) } ?? .none }

  /// A text that may be blank.
  static func text(ifAny text: String) -> PictureValue { text.isEmpty ? .none : .text(text) }
}
