/// The forecasts of a back-test: columns of its tables, with their names and colours.
enum Forecasts {
  static let all: [(column: String, name: String, colour: String)] = [
    ("plan", "the plan", Palette.plan),
    ("stay", "shares stay", Palette.compared),
    ("trend", "shares follow their trend", Palette.choices[0]),
  ]

  static var colours: Scale { .colours(all.map { (value: $0.name, colour: $0.colour) }) }

  /// The name of a forecast from the name of its column.
  static func name(from column: String, as name: String) -> Transform {
    let names = all.map { "'\($0.column)': '\($0.name)'" }.joined(separator: ", ")
    return .calculate("{\(names)}[datum['\(column)']]", as: name)
  }
}
