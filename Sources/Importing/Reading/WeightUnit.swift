/// Units of weight, with the words for them in sources.
enum WeightUnit: String, CaseIterable {
  case kg, t, kt
  case millionTons = "Mt"

  /// Metric tons in one unit.
  var tons: Double {
    switch self {
    case .kg: 0.001
    case .t: 1
    case .kt: 1000
    case .millionTons: 1_000_000
    }
  }

  /// The unit in the words of a source, such as `metric tons` or `thousand metric tons, gross weight`; nil if they are
  /// not known.
  init?(words: String) {
    let first =
      words.lowercased().replacing(" of ", with: ",").replacing("(", with: ",")
      .split(separator: ",").first ?? ""
    let plain = first.replacing("gross weight", with: "").replacing("dry", with: "")
    switch plain.filter({ !$0.isWhitespace && $0 != "." && $0 != "-" }) {
    case "kg", "kilogram", "kilograms": self = .kg
    case "t", "metrictons", "metricton", "tons", "tonnes": self = .t
    case "kt", "thousandmetrictons", "thousandtons", "thousandtonnes": self = .kt
    case "mt", "mmt", "millionmetrictons", "milliontons", "milliontonnes": self = .millionTons
    default: return nil
    }
  }
}
