/// Bars of text for a tornado: `-` from the nominal value (`|`) to that at the low end, `+` to that at the high end.
struct TornadoBar {
  private let least: Double
  private let greatest: Double
  private let nominal: Double
  private let width: Int

  /// - Parameters:
  ///   - values: all values that bars show.
  ///   - nominal: the nominal value.
  ///   - width: characters of a bar.
  /// - Returns: nil if the values are all the same.
  init?(over values: [Double], nominal: Double, width: Int) {
    let all = values + [nominal]
    guard let least = all.min(), let greatest = all.max(), greatest > least else { return nil }
    (self.least, self.greatest, self.nominal, self.width) = (least, greatest, nominal, width)
  }

  /// The bar of one assumption, always of the same length. An end without a value has no part.
  func text(low: Double?, high: Double?) -> String {
    var signs = Array(repeating: Character(" "), count: width)
    let middle = place(of: nominal)
    // The longer part first, so that both can be seen where they are on the same side.
    let parts = [(low, Character("-")), (high, Character("+"))]
      .compactMap { value, sign in value.map { (place: place(of: $0), sign: sign) } }
      .sorted { abs($0.place - middle) > abs($1.place - middle) }
    for part in parts {
      for place in min(part.place, middle)...max(part.place, middle) { signs[place] = part.sign }
    }
    signs[middle] = "|"
    return String(signs)
  }

  private func place(of value: Double) -> Int {
    Int(((value - least) / (greatest - least) * Double(width - 1)).rounded())
  }
}
