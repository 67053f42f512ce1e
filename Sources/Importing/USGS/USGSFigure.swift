/// One figure of a Mineral Commodity Summary: the output of a country in a year.
struct USGSFigure {
  /// Name of the mineral in the file, such as `Rare earths`.
  var mineral: String
  /// Code in the name of a file for one mineral, such as `raree`; else empty.
  var fileCode: String
  /// What is counted, such as `Mine production, rare-earth-oxide equivalent`.
  var statistic: String
  var country: String
  /// The unit in the words of the file.
  var unit: String
  var year: Int
  var text: String
  var place: FilePlace
  var column: String

  var isWorldTotal: Bool { country.lowercased().hasPrefix("world") }

  /// Whether it is a rest, such as `Other countries`.
  var isRemainder: Bool { country.lowercased().hasPrefix("other") }
}
