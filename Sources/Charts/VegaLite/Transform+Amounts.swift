extension Transform {
  /// Writes a column of amounts as reports do, in a new column of texts: about four digits, with commas. Empty where there
  /// is no amount.
  ///
  /// - Parameters:
  ///   - column: a name that the program gives, without quotes.
  ///   - name: name of the new column.
  static func amountText(_ column: String, as name: String) -> Transform {
    let value = "datum['\(column)']"
    let size = "abs(\(value))"
    let forms = [(999.5, ",.0f"), (99.95, ".1f"), (9.995, ".2f"), (0.0995, ".3f")]
    let texts = forms.map { "\(size) >= \($0.0) ? format(\(value), '\($0.1)') : " }
    return .calculate(
      "\(value) === null ? '' : " + texts.joined()
        + "\(size) < 1e-9 ? '0' : format(\(value), '.3~g')", as: name)
  }
}
