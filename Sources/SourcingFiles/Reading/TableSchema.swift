/// The tables of an instance, in the order in which they are read.
public enum InstanceTable: String, Sendable, CaseIterable {
  case regions, blocs, commodities, groups, processes, recipes, facilities, capacities, prices
  case lanes, quotas, demands, stockpiles, programmes, projects, contracts, history, disruptions

  public var fileName: String { rawValue + ".csv" }
}

/// One column of a table, as reader, checks and documentation see it.
public struct ColumnSchema: Sendable {
  /// What a cell may hold.
  public enum Kind: Sendable, Hashable {
    /// A new identifier, unique in its table unless the table says otherwise.
    case identifier
    /// Anything.
    case text
    /// A name that some table defines.
    case reference(Reference)
    case number(ClosedRange<Double>)
    /// A number above 0.
    case positive
    case whole(ClosedRange<Int>)
    case choice([String])
  }

  /// What the ids of a column are the names of.
  public enum Reference: String, Sendable, Hashable {
    case region
    case regionSet = "region or bloc"
    case anyRegions = "region, bloc or `*`"
    case commodity
    case commodityGroup = "commodity or group"
    case anyCommodities = "commodity, group or `*`"
    case process, facility, programme, period
    /// Also what a blank cell means.
    case anyPeriod = "period or `*`"
  }

  public var name: String
  public var kind: Kind
  /// Unit of a number, in the instance's own units: `units/yr`, `money/unit`, `share`.
  public var unit: String
  /// The header must name it.
  public var isRequired: Bool
  /// A cell may be blank.
  public var mayBeBlank: Bool
  /// What a blank number means; nil: the rule is in `meaning`.
  public var defaultValue: Double?
  public var meaning: String
  /// The number is a limit: however large it is, it then says that there is none.
  public var isLimit = false
}

public struct TableSchema: Sendable {
  public var table: InstanceTable
  /// The instance must have the file.
  public var isRequired: Bool
  public var columns: [ColumnSchema]

  public static let freeColumns = ["name", "source", "note"]

  public subscript(name: String) -> ColumnSchema? { columns.first { $0.name == name } }

  /// Names that the header may use.
  public var columnNames: [String] { columns.map(\.name) + Self.freeColumns }
}

extension ColumnSchema {
  static func identifier(_ name: String, _ meaning: String) -> Self {
    Self(
      name: name, kind: .identifier, unit: "", isRequired: true, mayBeBlank: false, meaning: meaning
    )
  }

  static func text(_ name: String, required: Bool = true, _ meaning: String) -> Self {
    Self(
      name: name, kind: .text, unit: "", isRequired: required, mayBeBlank: !required,
      meaning: meaning)
  }

  static func choice(_ name: String, _ values: [String], _ meaning: String) -> Self {
    Self(
      name: name, kind: .choice(values), unit: "", isRequired: true, mayBeBlank: false,
      meaning: meaning)
  }

  static func reference(
    _ name: String, _ reference: Reference, required: Bool = true, _ meaning: String
  ) -> Self {
    Self(
      name: name, kind: .reference(reference), unit: "", isRequired: required,
      mayBeBlank: !required || reference == .anyPeriod, meaning: meaning)
  }

  /// A number that every row must give.
  static func number(
    _ name: String, _ unit: String, in range: ClosedRange<Double> = .notNegative, _ meaning: String
  ) -> Self {
    Self(
      name: name, kind: .number(range), unit: unit, isRequired: true, mayBeBlank: false,
      meaning: meaning)
  }

  /// The same column of limits.
  var limit: Self {
    var column = self
    column.isLimit = true
    return column
  }

  /// A number that may be left out.
  static func optional(
    _ name: String, _ unit: String, in range: ClosedRange<Double> = .notNegative,
    default value: Double? = nil, _ meaning: String
  ) -> Self {
    Self(
      name: name, kind: .number(range), unit: unit, isRequired: false, mayBeBlank: true,
      defaultValue: value, meaning: meaning)
  }
}

extension ClosedRange<Double> {
  static var notNegative: Self { 0...Double.greatestFiniteMagnitude }
  static var share: Self { 0...1 }
}
