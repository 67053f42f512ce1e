import CYaml
import Tables

/// Finds numbers with a decimal comma between braces, by the events of the parser. `{cap: 0,5}` is a key `cap` with the
/// value 0, and a key 5 without a value.
struct DecimalCommas {
  /// A number with a decimal comma.
  struct Finding {
    /// What was found, and what would be right.
    let message: String
    /// Its line, from 1.
    let line: Int
  }

  /// The first that was found.
  private(set) var found: Finding?

  /// A scalar without quotes, with the places of its first character and of the one after its last.
  private struct Plain {
    var text: String
    var start: Int
    var end: Int
    var line: Int
  }

  private var last: Plain?
  /// Two scalars with one sign between them, of which the second may be a key without value.
  private var pair: (first: Plain, second: Plain)?

  /// Takes the next event of the document.
  mutating func take(_ event: yaml_event_t) {
    guard event.type == YAML_SCALAR_EVENT,
      event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE, let value = event.data.scalar.value
    else {
      (last, pair) = (nil, nil)
      return
    }
    let scalar = Plain(
      text: String(cString: value), start: Int(event.start_mark.index),
      end: Int(event.end_mark.index), line: Int(event.start_mark.line) + 1)
    if let pair, scalar.text.isEmpty {
      note("\(pair.first.text),\(pair.second.text)", line: pair.first.line)
    }
    pair = nil
    if let last, last.end + 1 == scalar.start, Self.isStart(last.text), Self.isEnd(scalar.text) {
      pair = (last, scalar)
    }
    last = scalar
  }

  private mutating func note(_ text: String, line: Int) {
    guard found == nil else { return }
    do throws(DecimalNumber.Malformation) { _ = try DecimalNumber.parseShare(text) } catch {
      found = Finding(
        message: "`\(text)` is not a number; \(error), since a comma separates entries here",
        line: line)
    }
  }

  private static func isStart(_ text: String) -> Bool {
    let digits = text.drop { $0 == "-" || $0 == "+" }
    return isDigits(digits)
  }

  private static func isEnd(_ text: String) -> Bool {
    isDigits((DecimalNumber.beforePercentSign(text) ?? text)[...])
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
