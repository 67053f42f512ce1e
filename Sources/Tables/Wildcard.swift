/// A pattern in which `*` matches any text, `?` any one character, and every other character itself.
public struct Wildcard: Sendable {
  private let pattern: [Character]

  /// A pattern from its text.
  public init(_ pattern: String) { self.pattern = Array(pattern) }

  /// Whether the pattern matches the whole text. Time O(length of the text · length of the pattern).
  public func matches(_ text: String) -> Bool {
    let text = Array(text)
    var (place, at) = (0, 0)
    // The last star, and where the text after it was last tried.
    var star: (place: Int, at: Int)?
    while at < text.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, at)
        place += 1
      } else if place < pattern.count, pattern[place] == "?" || pattern[place] == text[at] {
        place += 1
        at += 1
      } else if let last = star {
        star = (last.place, last.at + 1)
        (place, at) = (last.place + 1, last.at + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}
