/// The colours of categories of cost, the same in all pictures.
public enum CostColours {
  /// Categories as tables name them, in the order in which pictures stack them, each with its colour.
  private static let all = [
    ("production", "#8a7560"), ("transport", "#c2a878"), ("tariff", "#7b6fb0"),
    ("holding", Palette.stock), ("shortage", Palette.shortage), ("capital", Palette.built),
    ("contract", "#3b8f8f"),
  ]

  /// The colour of a category; that of other things if it is not known.
  static func colour(_ category: String) -> String {
    all.first { $0.0 == category }?.1 ?? Palette.other
  }

  /// The place of a category from the bottom of a stack, from 0.
  static func place(_ category: String) -> Int {
    all.firstIndex { $0.0 == category } ?? all.count
  }

  /// A scale for the words of some categories, in the order in which pictures stack them.
  ///
  /// - Parameter words: the words of each category.
  static func scale(of words: [String: String]) -> Scale {
    .colours(
      words.sorted { (place($0.key), $0.key) < (place($1.key), $1.key) }
        .map { (value: $0.value, colour: colour($0.key)) })
  }
}
