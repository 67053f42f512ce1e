/// Units of weight, with the words for them in sources.
package enum WeightUnit: String, CaseIterable {
  /// Kilogram, metric ton, thousand metric tons.
  case kg, t, kt
  /// Million metric tons.
  case millionTons = "Mt"

  /// Metric tons in one unit.
  package var tons: Double {
    switch self {
    case .kg: 0.001
    case .t: 1
    case .kt: 1000
    case .millionTons: 1_000_000
    }
  }

  /// The unit in the words of a source, such as `metric tons`, `thousand metric tons, gross weight` or `t metal content`; nil if they are
  /// not known.
  package init?(words: String) {
    let first =
      words.lowercased().replacing(" of ", with: ",").replacing("(", with: ",")
      .split(separator: ",").first ?? ""
    let plain = ["gross weight", "dry", "metal content", "content"].reduce(String(first)) {
      $0.replacing($1, with: "")
    }
    switch plain.filter({ !$0.isWhitespace && $0 != "." && $0 != "-" }) {
    case "kg", "kilogram", "kilograms": self = .kg
    case "t", "metrt", "metrict", "metrictons", "metricton", "tons", "tonnes": self = .t
    case "kt", "thousandmetrictons", "thousandtons", "thousandtonnes": self = .kt
    case "mt", "mmt", "millionmetrictons", "milliontons", "milliontonnes": self = .millionTons
    default: return nil
    }
  }
}
