/// What the value of one key of a JSON object is. The page of formats shows it.
package struct KeyDefinition: Sendable {
  /// What stands at the key.
  package indirect enum Shape: Sendable {
    case text
    case number(FigureUnit)
    case boolean
    case object(ObjectDefinition)
    case list(Shape)
    /// An object whose keys are names from the data.
    case map(by: String, Shape)
    /// `null` where the entry of a list has no value.
    case orNull(Shape)
  }

  package var shape: Shape
  package var meaning: String
  /// When the key is not there; nil: it is always there.
  package var absent: String?
  /// When the value is `null`; nil: never.
  package var null: String?

  package static func text(_ meaning: String, absent: String? = nil, null: String? = nil) -> Self {
    Self(shape: .text, meaning: meaning, absent: absent, null: null)
  }

  package static func texts(_ meaning: String, absent: String? = nil, null: String? = nil) -> Self {
    Self(shape: .list(.text), meaning: meaning, absent: absent, null: null)
  }

  package static func number(
    _ unit: FigureUnit, _ meaning: String, absent: String? = nil, null: String? = nil
  ) -> Self {
    Self(shape: .number(unit), meaning: meaning, absent: absent, null: null)
  }

  package static func numbers(
    _ unit: FigureUnit, _ meaning: String, absent: String? = nil, null: String? = nil
  ) -> Self {
    Self(shape: .list(.number(unit)), meaning: meaning, absent: absent, null: null)
  }

  package static func boolean(_ meaning: String, absent: String? = nil) -> Self {
    Self(shape: .boolean, meaning: meaning, absent: absent)
  }

  package static func object(
    _ type: (some DescribedJSON).Type, _ meaning: String, absent: String? = nil,
    null: String? = nil
  ) -> Self {
    Self(shape: .object(ObjectDefinition(type)), meaning: meaning, absent: absent, null: null)
  }

  package static func list(
    of type: (some DescribedJSON).Type, _ meaning: String, absent: String? = nil,
    null: String? = nil
  ) -> Self {
    Self(
      shape: .list(.object(ObjectDefinition(type))), meaning: meaning, absent: absent, null: null)
  }

  package static func map(by key: String, _ shape: Shape, _ meaning: String, absent: String? = nil)
    -> Self
  {
    Self(shape: .map(by: key, shape), meaning: meaning, absent: absent)
  }
}

/// A JSON object: its title on the page of formats, and its keys as they are written.
package struct ObjectDefinition: Sendable {
  package let title: String
  package let keys: [(name: String, definition: KeyDefinition)]

  package init<Described: DescribedJSON>(_ type: Described.Type) {
    title = Described.objectTitle
    keys = Described.CodingKeys.allCases.map { (snakeCased($0.stringValue), $0.definition) }
  }
}

/// Keys of a JSON object, each with a definition.
package protocol DescribedKeys: CodingKey, CaseIterable, Sendable {
  var definition: KeyDefinition { get }
}

/// A value that is written as a JSON object, every key of which is described.
package protocol DescribedJSON: Encodable {
  associatedtype CodingKeys: DescribedKeys
  /// What such an object is called on the page of formats, in a few words.
  static var objectTitle: String { get }
}

/// A name in snake case, as encoders write the keys: `lost_value` for `lostValue`.
private func snakeCased(_ name: String) -> String {
  name.reduce(into: "") { text, letter in
    text += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
  }
}
