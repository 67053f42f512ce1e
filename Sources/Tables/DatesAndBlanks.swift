/// The text with every blank of Unicode, such as the no-break space, as a plain space, without signs that cannot be
/// seen, and without spaces at its ends. Time O(length).
func withPlainBlanks(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      if !result.isEmpty { result.append(" ") }
    } else if !scalar.isHidden {
      result.unicodeScalars.append(scalar)
    }
  }
  while result.last == " " { result.removeLast() }
  return result
}

/// Whether a text is a date as spreadsheets write it: `2025-01-31`, `31.01.2025`, `1/31/25`, with or without a time.
public func isDate(_ text: String) -> Bool { dateParts(text) != nil }

/// The year of a date as spreadsheets write it; nil for other texts, and where the year has two digits.
public func yearOfDate(_ text: String) -> Int? {
  guard let parts = dateParts(text) else { return nil }
  return parts.first { $0.count == 4 }.flatMap { Int($0) }
}

/// The three numbers of a date; nil for other texts.
private func dateParts(_ text: String) -> [Substring]? {
  // A time may follow.
  let day = text.prefix { $0 != " " && $0 != "T" }
  let time = text.dropFirst(day.count)
  guard time.isEmpty || time.contains(":") || time.allSatisfy({ $0 == " " }) else { return nil }
  let isDigit = { (sign: Character) in sign.isASCII && sign.isNumber }
  let marks = day.filter { !isDigit($0) }
  guard marks.count == 2, let mark = marks.first, marks.last == mark, "-./".contains(mark) else {
    return nil
  }
  let parts = day.split(separator: mark, omittingEmptySubsequences: false)
  let isShort = { (part: Substring) in
    (1...2).contains(part.count) && Int(part).map { (1...31).contains($0) } ?? false
  }
  guard parts.count == 3, isShort(parts[1]) else { return nil }
  let isYearFirst = parts[0].count == 4 && isShort(parts[2])
  let isYearLast = isShort(parts[0]) && [2, 4].contains(parts[2].count)
  return isYearFirst || isYearLast ? parts : nil
}
