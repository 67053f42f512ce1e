/// One figure of a mineral commodity summary: a country's output in a year.
struct USGSFigure {
  /// As the file calls it, such as `Rare earths`.
  var mineral: String
  /// Of files for one commodity, such as `raree`; else empty.
  var fileCode: String
  /// What is told: `Mine production, rare-earth-oxide equivalent`.
  var statistic: String
  var country: String
  /// The words for the unit.
  var unit: String
  var year: Int
  var text: String
  var place: FilePlace
  var column: String

  var isWorldTotal: Bool { country.lowercased().hasPrefix("world") }

  /// `Other countries` and the like.
  var isRemainder: Bool { country.lowercased().hasPrefix("other") }
}
