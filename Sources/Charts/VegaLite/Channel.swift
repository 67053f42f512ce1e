/// The kinds of columns.
public enum FieldType: String, Sendable, Encodable {
  /// Numbers.
  case quantitative
  /// Texts in an order, such as periods.
  case ordinal
  /// Texts.
  case nominal
}

/// What a column decides: a place, a colour, a size. Or a value for all rows.
public struct Channel: Sendable, Encodable {
  /// The column.
  public var field: String?
  /// The kind of the column.
  public var type: FieldType?
  /// How rows are put together: `sum`, `mean`, `count`.
  public var aggregate: String?
  /// Classes of numbers, for a histogram.
  public var bin: Bin?
  /// What is written at the axis or the legend; ``Removable/none``: nothing.
  public var title: Removable<String>?
  /// The axis; ``Removable/none``: none.
  public var axis: Removable<Axis>?
  /// The legend; ``Removable/none``: none.
  public var legend: Removable<Legend>?
  /// From values to places, colours or sizes.
  public var scale: Scale?
  /// The order of the values.
  public var sort: Sort?
  /// How marks are put on top of each other: `zero`, `normalize`, `center`; ``Removable/none``: they are not.
  public var stack: Removable<String>?
  /// How numbers are written.
  public var format: String?
  /// A value for all rows, in pixels or as a colour.
  public var value: JSONValue?
  /// A value for all rows, on the scale.
  public var datum: JSONValue?
  /// What holds instead for some rows.
  public var condition: Condition?
  /// Where in its band a mark begins, from 0 to 1.
  public var bandPosition: Double?

  /// A channel without a column.
  public init() {}

  private init(_ field: String, _ type: FieldType, _ title: String?) {
    self.field = field
    self.type = type
    self.title = title.map { .some($0) } ?? Removable.none
  }

  /// A column of numbers.
  ///
  /// - Parameters:
  ///   - field: the column.
  ///   - title: what is written at the axis; nil: nothing.
  public static func quantitative(_ field: String, _ title: String?) -> Channel {
    Channel(field, .quantitative, title)
  }

  /// A column of texts in an order.
  public static func ordinal(_ field: String, _ title: String?) -> Channel {
    Channel(field, .ordinal, title)
  }

  /// A column of texts.
  public static func nominal(_ field: String, _ title: String?) -> Channel {
    Channel(field, .nominal, title)
  }

  /// The column of the other end of a mark, whose kind is that of the first end.
  public static func column(_ field: String) -> Channel { Channel().with { $0.field = field } }

  /// The same value for all rows, in pixels or as a colour.
  public static func value(_ value: JSONValue) -> Channel { Channel().with { $0.value = value } }

  /// The same value for all rows, on the scale.
  public static func datum(_ value: JSONValue) -> Channel { Channel().with { $0.datum = value } }

  /// The same with other properties.
  public func with(_ change: (inout Channel) -> Void) -> Channel {
    var channel = self
    change(&channel)
    return channel
  }

  /// The same with the values in this order.
  public func sorted(_ values: [String]) -> Channel { with { $0.sort = .values(values) } }
}

/// Classes of numbers.
public struct Bin: Sendable, Encodable {
  /// The most classes.
  public var maxbins: Int

  /// - Parameter maxbins: the most classes.
  public init(maxbins: Int) { self.maxbins = maxbins }
}

/// What holds for rows that fulfil a test.
public struct Condition: Sendable, Encodable {
  /// An expression of Vega.
  public var test: String
  /// The value for those rows.
  public var value: JSONValue

  /// - Parameters:
  ///   - test: an expression of Vega.
  ///   - value: the value for rows that fulfil it.
  public init(_ test: String, _ value: JSONValue) {
    self.test = test
    self.value = value
  }
}

/// The order of values.
public enum Sort: Sendable, Encodable {
  /// As listed.
  case values([String])
  /// By another column.
  case field(String, isDescending: Bool)
  /// As the rows come.
  case none

  private enum Key: CodingKey { case field, order, op }

  /// Writes the order as Vega-Lite reads it.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .values(let values):
      var single = encoder.singleValueContainer()
      try single.encode(values)
    case .field(let field, let isDescending):
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(field, forKey: .field)
      try container.encode("max", forKey: .op)
      try container.encode(isDescending ? "descending" : "ascending", forKey: .order)
    case .none:
      var single = encoder.singleValueContainer()
      try single.encodeNil()
    }
  }
}

/// What can be taken away, which Vega-Lite writes as null.
public enum Removable<Value: Sendable & Encodable>: Sendable, Encodable {
  /// Taken away.
  case none
  /// As given.
  case some(Value)

  /// Writes the value or null.
  public func encode(to encoder: any Encoder) throws {
    var single = encoder.singleValueContainer()
    switch self {
    case .none: try single.encodeNil()
    case .some(let value): try single.encode(value)
    }
  }
}
