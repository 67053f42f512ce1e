/// Any value of JSON.
public indirect enum JSONValue: Sendable, Hashable, Codable, ExpressibleByStringLiteral,
  ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A text.
  case text(String)
  /// A number.
  case number(Double)
  /// `true` or `false`.
  case flag(Bool)
  /// Values in an order.
  case list([JSONValue])
  /// Values by name.
  case object([String: JSONValue])
  /// No value.
  case null

  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .flag(value) }

  /// Values in an order.
  public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }

  /// Values by name.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements) { first, _ in first })
  }

  /// Reads any value.
  public init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      self = .null
    } else if let flag = try? single.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? single.decode(Double.self) {
      self = .number(number)
    } else if let text = try? single.decode(String.self) {
      self = .text(text)
    } else if let list = try? single.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try single.decode([String: JSONValue].self))
    }
  }

  /// Writes the value.
  public func encode(to encoder: any Encoder) throws {
    var single = encoder.singleValueContainer()
    switch self {
    case .text(let text): try single.encode(text)
    case .number(let number): try single.encode(number)
    case .flag(let flag): try single.encode(flag)
    case .list(let list): try single.encode(list)
    case .object(let object): try single.encode(object)
    case .null: try single.encodeNil()
    }
  }
}
