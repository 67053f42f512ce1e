/// One value of a picture's data.
public enum PictureValue: Sendable, Hashable, Encodable {
  /// A text: an id, a name, a label of a period.
  case text(String)
  /// A number that is finite.
  case number(Double)
  /// No value.
  case none

  /// Writes a text, a number, or null. A number that is not finite is null: JSON has none.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number) where number.isFinite: try container.encode(number)
    case .number, .none: try container.encodeNil()
    }
  }

  /// The number; nil if it is none.
  public var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The text; nil if it is none.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}

extension PictureValue {
  /// A number that may be missing.
  static func number(ifAny number: Double?) -> PictureValue { number.map { .number($0) } ?? .none }

  /// A text that may be missing or blank.
  static func text(ifAny text: String?) -> PictureValue {
    text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none
  }
}
