/// What the value of one key of a JSON object is. The page of formats shows it.
package struct KeyDefinition: Sendable {
  /// The type of the value.
  package indirect enum Shape: Sendable {
    /// A string.
    case text
    /// A number, with what it is counted in.
    case number(FigureUnit)
    /// `true` or `false`.
    case boolean
    /// An object with the keys of its definition.
    case object(ObjectDefinition)
    /// A list of values of one shape.
    case list(Shape)
    /// An object whose keys are names from the data.
    case map(by: String, Shape)
    /// `null` where the entry of a list has no value.
    case orNull(Shape)
  }

  /// The type of the value.
  package var shape: Shape
  /// Whose value it is, and of what.
  package var meaning: String
  /// When the key is not there; nil: it is always there.
  package var absent: String?
  /// When the value is `null`; nil: never.
  package var null: String?

  /// A text.
  package static func text(_ meaning: String, absent: String? = nil, null: String? = nil) -> Self {
    Self(shape: .text, meaning: meaning, absent: absent, null: null)
  }

  /// A list of texts.
  package static func texts(_ meaning: String, absent: String? = nil, null: String? = nil) -> Self {
    Self(shape: .list(.text), meaning: meaning, absent: absent, null: null)
  }

  /// A number.
  package static func number(
    _ unit: FigureUnit, _ meaning: String, absent: String? = nil, null: String? = nil
  ) -> Self {
    Self(shape: .number(unit), meaning: meaning, absent: absent, null: null)
  }

  /// A list of numbers.
  package static func numbers(
    _ unit: FigureUnit, _ meaning: String, absent: String? = nil, null: String? = nil
  ) -> Self {
    Self(shape: .list(.number(unit)), meaning: meaning, absent: absent, null: null)
  }

  /// `true` or `false`.
  package static func boolean(_ meaning: String, absent: String? = nil) -> Self {
    Self(shape: .boolean, meaning: meaning, absent: absent)
  }

  /// An object.
  package static func object(
    _ type: (some DescribedJSON).Type, _ meaning: String, absent: String? = nil,
    null: String? = nil
  ) -> Self {
    Self(shape: .object(ObjectDefinition(type)), meaning: meaning, absent: absent, null: null)
  }

  /// A list of objects.
  package static func list(
    of type: (some DescribedJSON).Type, _ meaning: String, absent: String? = nil,
    null: String? = nil
  ) -> Self {
    Self(
      shape: .list(.object(ObjectDefinition(type))), meaning: meaning, absent: absent, null: null)
  }

  /// The places of the assumptions that are moved.
  package static var movedAssumptions: Self {
    movedAssumptions(absent: "none is moved: all numbers are those of the tables")
  }

  /// The same with another case in which the key is not there.
  package static func movedAssumptions(absent: String) -> Self {
    .map(
      by: "assumption", .number(.assumptionPlace),
      "The place z of each assumption of the instance that is moved (`--assume`, or the model's `assumptions`).",
      absent: absent)
  }

  /// An object whose keys are names from the data.
  package static func map(by key: String, _ shape: Shape, _ meaning: String, absent: String? = nil)
    -> Self
  {
    Self(shape: .map(by: key, shape), meaning: meaning, absent: absent)
  }
}

/// A JSON object: its title on the page of formats, and its keys as they are written.
package struct ObjectDefinition: Sendable {
  /// What the page calls it.
  package let title: String
  /// Its keys, in the order of the page.
  package let keys: [(name: String, definition: KeyDefinition)]

  /// - Parameter type: what is encoded.
  package init<Described: DescribedJSON>(_ type: Described.Type) {
    title = Described.objectTitle
    keys = Described.CodingKeys.allCases.map { (snakeCased($0.stringValue), $0.definition) }
  }
}

/// Keys of a JSON object, each with a definition.
package protocol DescribedKeys: CodingKey, CaseIterable, Sendable {
  /// What the value of the key is.
  var definition: KeyDefinition { get }
}

/// A value that is written as a JSON object, every key of which is described.
package protocol DescribedJSON: Encodable {
  /// The keys of the object, each with its definition.
  associatedtype CodingKeys: DescribedKeys
  /// Its heading on the page of formats.
  static var objectTitle: String { get }
}

/// A name in snake case, as encoders write the keys: `lost_value` for `lostValue`.
private func snakeCased(_ name: String) -> String {
  name.reduce(into: "") { text, letter in
    text += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
  }
}
