/// One column of a table of an instance, as readers, checks and documentation see it.
public struct ColumnSchema: Sendable {
  /// What a cell may hold.
  public enum Kind: Sendable, Hashable {
    /// A new identifier. No two rows of the table have the same.
    case identifier
    /// An identifier that several rows may have.
    case sharedIdentifier
    /// Any text.
    case text
    /// A name that another table defines.
    case reference(Reference)
    /// A number in a range.
    case number(ClosedRange<Double>)
    /// A number above 0.
    case positive
    /// A whole number in a range.
    case whole(ClosedRange<Int>)
    /// One of some words.
    case choice([String])
    /// A day as `2026-03-31`.
    case day
    /// An address on the web.
    case url
    /// A digital object identifier.
    case doi
    /// Conditions on the columns of another table: `column=value`, joined by `;`.
    case conditions
  }

  /// What a name in a column refers to. The raw value is the text in messages.
  public enum Reference: String, Sendable, Hashable {
    /// One region.
    case region
    /// A region or a bloc.
    case regionSet = "region or bloc"
    /// A region, a bloc or all regions.
    case anyRegions = "region, bloc or `*`"
    /// One commodity.
    case commodity
    /// A commodity or a group.
    case commodityGroup = "commodity or group"
    /// A commodity, a group or all commodities.
    case anyCommodities = "commodity, group or `*`"
    /// One process.
    case process
    /// One facility.
    case facility
    /// One programme.
    case programme
    /// One period.
    case period
    /// One assumption.
    case assumption
    /// A period or all periods. A blank cell means `*`.
    case anyPeriod = "period or `*`"
    /// Another table of the instance.
    case table
    /// A column with numbers of the table that the row names.
    case numberColumn = "column with numbers"
  }

  /// As the header has it.
  public var name: String
  /// What a cell may hold.
  public var kind: Kind
  /// Unit of a number, in the units of the instance: `units/yr`, `money/unit`, `share`. Empty for other columns.
  public var unit: String
  /// Whether the header must name the column.
  public var isRequired: Bool
  /// Whether a cell may be blank.
  public var mayBeBlank: Bool
  /// The number that a blank cell means; nil if there is none.
  public var defaultValue: Double?
  /// What a blank cell means where that is no fixed number, in words.
  public var blankRule: String?
  /// What the column says of its row, in words.
  public var meaning: String
  /// Whether the number is a limit: then every large number means that there is no limit.
  public var isLimit = false
}

// MARK: Columns of each kind

extension ColumnSchema {
  static func identifier(_ name: String, _ meaning: String) -> Self {
    Self(
      name: name, kind: .identifier, unit: "", isRequired: true, mayBeBlank: false, meaning: meaning
    )
  }

  static func sharedIdentifier(_ name: String, _ meaning: String) -> Self {
    Self(
      name: name, kind: .sharedIdentifier, unit: "", isRequired: true, mayBeBlank: false,
      meaning: meaning)
  }

  /// - Parameter blankRule: what a blank cell means; nil: cells must not be blank.
  static func text(_ name: String, blank blankRule: String? = nil, _ meaning: String) -> Self {
    Self(
      name: name, kind: .text, unit: "", isRequired: blankRule == nil,
      mayBeBlank: blankRule != nil, blankRule: blankRule, meaning: meaning)
  }

  static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ type: Choice.Type, _ meaning: String
  ) -> Self {
    Self(
      name: name, kind: .choice(type.allCases.map(\.rawValue)), unit: "", isRequired: true,
      mayBeBlank: false, meaning: meaning)
  }

  /// One of some words, which may be left out.
  static func optionalChoice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ type: Choice.Type, blank rule: String, _ meaning: String
  ) -> Self {
    Self(
      name: name, kind: .choice(type.allCases.map(\.rawValue)), unit: "", isRequired: false,
      mayBeBlank: true, blankRule: rule, meaning: meaning)
  }

  /// - Parameter blankRule: what a blank cell means; nil: cells must not be blank.
  static func reference(
    _ name: String, _ reference: Reference, blank blankRule: String? = nil, _ meaning: String
  ) -> Self {
    Self(
      name: name, kind: .reference(reference), unit: "", isRequired: blankRule == nil,
      mayBeBlank: blankRule != nil, blankRule: blankRule, meaning: meaning)
  }

  /// The periods in which a row holds.
  ///
  /// - Parameter required: whether the header must name the column.
  static func periods(_ name: String, required: Bool, _ meaning: String) -> Self {
    Self(
      name: name, kind: .reference(.anyPeriod), unit: "", isRequired: required, mayBeBlank: true,
      blankRule: "every period", meaning: meaning)
  }

  /// A number that every row must give.
  static func number(
    _ name: String, _ unit: String, in range: ClosedRange<Double> = .notNegative, _ meaning: String
  ) -> Self {
    Self(
      name: name, kind: .number(range), unit: unit, isRequired: true, mayBeBlank: false,
      meaning: meaning)
  }

  /// A number that may be left out, with the number that it then is.
  static func optional(
    _ name: String, _ unit: String, in range: ClosedRange<Double> = .notNegative,
    default value: Double, _ meaning: String
  ) -> Self {
    Self(
      name: name, kind: .number(range), unit: unit, isRequired: false, mayBeBlank: true,
      defaultValue: value, meaning: meaning)
  }

  /// A number that may be left out, with the rule that then holds.
  static func optional(
    _ name: String, _ unit: String, in range: ClosedRange<Double> = .notNegative,
    blank rule: String, _ meaning: String
  ) -> Self {
    Self(
      name: name, kind: .number(range), unit: unit, isRequired: false, mayBeBlank: true,
      blankRule: rule, meaning: meaning)
  }

  /// The same column, whose number is a limit.
  var limit: Self {
    var column = self
    column.isLimit = true
    return column
  }
}

extension ClosedRange<Double> {
  static var notNegative: Self { 0...Double.greatestFiniteMagnitude }
  static var share: Self { 0...1 }
  static var any: Self { -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude }
}
