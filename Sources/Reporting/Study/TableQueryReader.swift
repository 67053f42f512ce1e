import Tables

extension TableQuery {
  /// Reads a condition from its words and signs.
  struct Reader {
    private var tokens: [(text: String, isQuoted: Bool)] = []
    private var place = 0
    /// Brackets that are open, and most that may be: each is a call inside another.
    private var depth = 0
    private static let depthLimit = 100
    static let signs = ["<=", ">=", "!=", "==", "<", ">", "=", "~"]
    /// What is no sign here, and what to write instead.
    private static let otherSigns = [
      "=<": "<=", "=>": ">=", "<>": "!=", "&&": "and", "||": "or", "&": "and", "|": "or", "!": "!=",
      "<<": "<", ">>": ">", "≤": "<=", "≥": ">=", "⩽": "<=", "⩾": ">=", "≠": "!=", "≈": "=",
      "＝": "=",
    ]

    init(_ text: String) throws(Mistake) {
      var rest = Substring(text)
      while let first = rest.first {
        if first.isWhitespace {
          rest.removeFirst()
        } else if first == "(" || first == ")" {
          tokens.append((String(rest.removeFirst()), false))
        } else if first == "'" || first == "\"" {
          let inner = rest.dropFirst()
          guard let end = inner.firstIndex(of: first) else {
            throw Mistake("the quote in `\(rest)` is not closed")
          }
          tokens.append((String(inner[..<end]), true))
          rest = inner[inner.index(after: end)...]
        } else if let wrong = Self.otherSign(rest) {
          throw Mistake("`\(wrong.found)` is no sign of conditions; write \(wrong.right)")
        } else if let sign = Self.signs.first(where: { rest.hasPrefix($0) }) {
          tokens.append((sign == "==" ? "=" : sign, false))
          rest = rest.dropFirst(sign.count)
        } else {
          let word = rest.prefix { !$0.isWhitespace && !"()<>=!~'\"≤≥⩽⩾≠≈＝".contains($0) }
          guard !word.isEmpty else { throw Mistake("cannot read `\(rest)`") }
          if word == "%", let last = tokens.last, DecimalNumber.value(last.text) != nil {
            // `50 %` is `50%`.
            tokens[tokens.count - 1].text += "%"
            rest.removeFirst()
            continue
          }
          rest = rest.dropFirst(word.count)
          if let group = Self.group(after: word, in: rest) {
            throw Self.grouped(String(word + group))
          }
          tokens.append((String(word), false))
        }
      }
      for (first, second) in zip(tokens, tokens.dropFirst())
      where !first.isQuoted && !second.isQuoted && Self.signs.contains(first.text)
        && Self.signs.contains(second.text)
      {
        throw Mistake(
          "two signs follow each other, `\(first.text)` and `\(second.text)`; write one")
      }
      for place in tokens.indices.dropLast()
      where !tokens[place].isQuoted && DecimalNumber.value(tokens[place].text) != nil {
        let groups = tokens[(place + 1)...].prefix { !$0.isQuoted && Self.isGroup($0.text) }
        if !groups.isEmpty {
          throw Self.grouped(
            tokens[place...][...(groups.endIndex - 1)].map(\.text).joined(separator: " "))
        }
      }
    }

    /// An apostrophe and three digits after a number, as in `1'000`; nil where they do not follow.
    private static func group(after word: Substring, in rest: Substring) -> Substring? {
      guard rest.first == "'", DecimalNumber.value(String(word)) != nil else { return nil }
      let digits = rest.prefix { $0 == "'" || $0.isASCII && $0.isNumber }
      let groups = digits.split(separator: "'")
      return !groups.isEmpty && groups.allSatisfy { isGroup($0) } ? digits : nil
    }

    /// Whether a word may be the end of a number with separators between groups of three digits.
    private static func isGroup(_ word: some StringProtocol) -> Bool {
      word.prefix { $0 != "%" && $0 != "." }.count == 3
        && word.prefix(3).allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static func grouped(_ number: String) -> Mistake {
      let whole = number.filter { $0 != " " && $0 != "'" }
      return Mistake(
        "`\(number)` is no number; write it without separators of thousands, \(whole)")
    }

    /// A sign of other languages at the start of a text, the longest that fits, and what to write instead.
    private static func otherSign(_ text: Substring) -> (found: String, right: String)? {
      guard !text.hasPrefix("!=") else { return nil }
      return otherSigns.filter { text.hasPrefix($0.key) }.max { $0.key.count < $1.key.count }
        .map { ($0.key, $0.value) }
    }

    private mutating func take(_ word: String) -> Bool {
      guard place < tokens.count, !tokens[place].isQuoted, tokens[place].text.lowercased() == word
      else { return false }
      place += 1
      return true
    }

    mutating func condition() throws(Mistake) -> Condition {
      var parts = [try conjunction()]
      while take("or") { parts.append(try conjunction()) }
      return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(Mistake) -> Condition {
      var parts = [try comparison()]
      while take("and") { parts.append(try comparison()) }
      return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func comparison() throws(Mistake) -> Condition {
      if take("(") {
        guard depth < Self.depthLimit else {
          throw Mistake("more than \(Self.depthLimit) brackets stand inside each other")
        }
        depth += 1
        defer { depth -= 1 }
        let inner = try condition()
        guard take(")") else { throw Mistake("a bracket is not closed") }
        return inner
      }
      guard place + 2 < tokens.count, Self.signs.contains(tokens[place + 1].text) else {
        let found = tokens.dropFirst(place).map(\.text).joined(separator: " ")
        guard !found.isEmpty else {
          let last = tokens.last.map { " after `\($0.text)`" } ?? ""
          throw Mistake(
            "a comparison is missing\(last); write a column, a sign and a value, such as cost < 100"
          )
        }
        throw Mistake(
          "`\(found)` is no comparison; write a column, a sign and a value, such as cost < 100")
      }
      defer { place += 3 }
      return .comparison(
        column: tokens[place].text, sign: tokens[place + 1].text,
        value: Value(tokens[place + 2].text))
    }

    func expectEnd() throws(Mistake) {
      guard place < tokens.count else { return }
      let rest = tokens.dropFirst(place).map(\.text).joined(separator: " ")
      throw Mistake("`and` or `or` is missing before `\(rest)`")
    }
  }
}
