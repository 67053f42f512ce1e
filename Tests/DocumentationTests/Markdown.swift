/// Words for the pages that are made from definitions.
enum FormatWords {
  /// `a, b or c`
  static func alternatives(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " or " + last
  }

  static func code(_ text: String) -> String { "`\(text)`" }

  /// The text with a capital letter at its start and a full stop at its end.
  static func sentence(_ text: String) -> String {
    let start = text.prefix(1).uppercased() + text.dropFirst()
    return text.hasSuffix(".") ? start : start + "."
  }

  /// The anchor of a heading, as GitHub makes it.
  static func anchor(_ heading: String) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
      .replacing(" ", with: "-")
  }

  /// The anchors of all headings of a page, in order. A heading that is there again gets a number: `-1`, `-2`, ….
  static func anchors(in page: String) -> [String] {
    var counts: [String: Int] = [:]
    return page.replacing(/(?ms)^```.*?^```$/, with: "").matches(of: /(?m)^#+ (.+)$/).map {
      let anchor = anchor(String($0.output.1))
      let earlier = counts[anchor, default: 0]
      counts[anchor] = earlier + 1
      return earlier == 0 ? anchor : "\(anchor)-\(earlier)"
    }
  }
}

extension [String] {
  /// Commands and options as code, joined by commas; what follows a comma of their own in brackets.
  var code: String {
    map { place in
      let parts = place.split(separator: ", ")
      return FormatWords.code(String(parts[0])) + parts.dropFirst().map { " (\($0))" }.joined()
    }.joined(separator: ", ")
  }
}

extension String {
  /// As text in a cell of a Markdown table.
  var cell: String { replacing("|", with: "\\|") }
}
