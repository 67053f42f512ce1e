extension Horizon {
  /// The names that a period may be given by, for messages: `one of 2019, 2020, 2021, first, last`.
  public var namesInWords: String {
    let labels = periods.map(\.label)
    guard labels.count > 20, let first = labels.first, let last = labels.last else {
      return "one of \((labels + ["first", "last"]).joined(separator: ", "))"
    }
    return "one of the \(labels.count) periods from \(first) to \(last), or first, or last"
  }
}
