/// One figure of statistics of mines: the output of a country in a year.
struct ProductionFigure {
  /// Name of the mineral in the file, such as `Rare earths`.
  var mineral: String
  /// Another name of the mineral: the code in the name of a file, such as `raree`, or what stands before brackets, such as
  /// `Tungsten` of `Tungsten (W)`; else empty.
  var fileCode: String
  /// What is counted, such as `Mine production, rare-earth-oxide equivalent`.
  var statistic: String
  /// The statistic in the form of ``kind(_:)``.
  var kind: String
  var country: String
  /// The unit in the words of the file.
  var unit: String
  var year: Int
  var text: String
  /// Remarks on the row.
  var notes: String
  /// Year of the edition, such as 2024; 0: the file does not say it.
  var edition: Int
  var place: FilePlace
  var column: String
  /// The publisher says that it is an estimate.
  var isEstimate = false
  /// The comma or point in ``text`` may stand before decimals or between thousands.
  var isAmbiguous = false

  var isWorldTotal: Bool { country.lowercased().hasPrefix("world") }

  /// Whether it is a rest, such as `Other countries`.
  var isRemainder: Bool { country.lowercased().hasPrefix("other") }

  /// Whether a world total leaves out the United States, whose output is withheld.
  var excludesUnitedStates: Bool {
    [country, notes].contains { text in
      let text = text.lowercased()
      return text.contains("exclud") && (text.contains("u.s.") || text.contains("united states"))
    }
  }

  /// A statistic in a form that is the same for a country and for the world total.
  ///
  /// Small letters and digits without words such as `world total`, `rounded` and units.
  static func kind(_ statistic: String) -> String {
    let letters = statistic.lowercased().map { sign -> Character in
      sign.isLetter || sign.isNumber ? sign : " "
    }
    let ignored: Set<String> = [
      "world", "total", "rounded", "metric", "tons", "thousand", "million",
    ]
    let words = String(letters).split(separator: " ").map(String.init)
      .filter { !ignored.contains($0) }.joined(separator: " ")
    return ["mine poduction", "mne production"].reduce(words) {
      $0.replacing($1, with: "mine production")
    }
  }
}
