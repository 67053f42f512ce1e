/// One key of a YAML mapping, as readers, checks and documentation see it.
package struct YAMLKey: Sendable {
  /// Whether a key must be there, and what holds without it.
  package enum Presence: Sendable, Hashable {
    /// The key must be there.
    case required
    /// The key must be there in the case that the text describes.
    case requiredIf(String)
    /// Without the key this value holds, written as in the file.
    case defaultValue(String)
    /// Without the key this rule holds, in words.
    case defaultRule(String)
  }

  /// The key as it is written in the file.
  package var name: String
  /// What its value may be.
  package var form: YAMLForm
  /// Whether it must be there, and what holds without it.
  package var presence: Presence
  /// A value that is right for the instance of the documentation's examples.
  package var example: String
  /// One sentence.
  package var meaning: String

  /// A key. The properties describe the parameters.
  package init(
    _ name: String, _ form: YAMLForm, _ presence: Presence, example: String, _ meaning: String
  ) {
    self.name = name
    self.form = form
    self.presence = presence
    self.example = example
    self.meaning = meaning
  }

  /// Whether the key must be there in every case.
  package var isRequired: Bool { presence == .required }
}

/// What the value of a key may be.
package indirect enum YAMLForm: Sendable {
  /// Letters, digits, `_`, `.` and `-`; the first is a letter or digit.
  case identifier
  /// Any text.
  case text
  /// A path of a file or folder; a relative one starts at the folder of the YAML file.
  case path
  /// A number in a range; what it counts.
  case number(ClosedRange<Double>, unit: String)
  /// A number from 0 to 1, also written in per cent.
  case share
  /// A whole number in a range; what it counts.
  case whole(ClosedRange<Int>, unit: String)
  /// `yes`, `true` or `on`; `no`, `false` or `off`.
  case yesOrNo
  /// One of some words.
  case choice([String])
  /// A name that the instance defines.
  case reference(ColumnSchema.Reference)
  /// `all`, or one name or a list of names; `none` only where `mayBeNone`.
  case selection(of: String, mayBeNone: Bool)
  /// The target of a goal: one number, or a mapping from periods to numbers.
  case target(unit: String, isShare: Bool, mayBePath: Bool)
  /// A list of values of one form.
  case list(of: YAMLForm)
  /// One value or a list of them.
  case oneOrList(of: YAMLForm)
  /// One of the mappings.
  case mapping([YAMLMapping])
  /// A mapping whose keys the file chooses.
  case entries(keys: String, values: String)
  /// A text with a form of its own, in words.
  case other(String)
  /// Any of several forms.
  case anyOf([YAMLForm])

  /// The name of one of the cases of a type.
  static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type
  ) -> Self {
    .choice(type.allCases.map(\.rawValue))
  }

  static func mapping(_ mapping: YAMLMapping) -> Self { .mapping([mapping]) }

  /// The mappings in a value of this form.
  package var mappings: [YAMLMapping] {
    switch self {
    case .mapping(let mappings): mappings
    case .list(let form), .oneOrList(let form): form.mappings
    case .anyOf(let forms): forms.flatMap(\.mappings)
    default: []
    }
  }
}
