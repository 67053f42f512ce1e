extension TradeRecords.Source {
  /// Which of the sources the `source` of a row names: at its beginning, or after what is estimated; nil: none.
  init?(ofRow source: String) {
    let named = Self.allCases.first { dataset in
      source.hasPrefix(dataset.rawValue) || source.contains("; \(dataset.rawValue)")
    }
    guard let named else { return nil }
    self = named
  }
}
