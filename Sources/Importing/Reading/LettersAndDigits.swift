import Tables

/// The letters and digits of a name, in small letters. Names of columns and words that differ in nothing else are the
/// same: `ref_year` is `refYear`.
func lettersAndDigits(_ name: String) -> String {
  name.lowercased().filter { $0.isLetter || $0.isNumber }
}

/// The words of a text, with one space between them and without control characters, which no table may have.
func visibleWords(_ text: String) -> String {
  escaped(text) { _ in " " }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
