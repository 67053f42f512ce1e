public import Sourcing
public import SourcingFiles

/// How a number changes if quantities and money are given in other units.
public enum UnitKind: Sendable, Hashable {
  /// Whose unit a quantity has.
  public enum Subject: Sendable, Hashable {
    /// The commodity that the row names.
    case commodity
    /// The main output of the row's process, or of its facility's process.
    case mainOutput
  }

  /// Does not change: years, shares, degrees.
  case plain
  case money
  case quantity(Subject)
  case moneyPerQuantity(Subject)
  /// Units of the row's commodity per unit of main output.
  case recipe

  /// Of a column with numbers, by the unit that its schema states.
  ///
  /// - Throws: ``UnknownUnit`` for a unit that nobody has said how to restate.
  public init(_ column: ColumnSchema) throws(UnknownUnit) {
    guard let kind = Self.byUnit[column.unit] else {
      throw UnknownUnit(unit: column.unit, of: column.name)
    }
    self = kind
  }

  private static let byUnit: [String: UnitKind] = [
    // Of a range: the unit of the column that it moves, which `RestatedRange` looks up.
    "unit of the column, or factor": .plain,
    "degrees": .plain, "share": .plain, "share of price": .plain, "share/yr": .plain,
    "years": .plain, "year": .plain, "months": .plain, "factor": .plain,
    "money": .money,
    "units": .quantity(.commodity), "units/yr": .quantity(.commodity),
    "main output/yr": .quantity(.mainOutput),
    "money/unit": .moneyPerQuantity(.commodity), "money/unit/yr": .moneyPerQuantity(.commodity),
    "money/unit of main output": .moneyPerQuantity(.mainOutput),
    "money per unit/yr of capacity": .moneyPerQuantity(.mainOutput),
    "units/unit of main output": .recipe,
  ]

  /// Of the published figure of a check, by its kind.
  public init(ofCheck kind: String) {
    switch PublishedCheck.Kind(rawValue: kind) {
    case .supplyShare, .lookThroughShare, .productionShare, nil: self = .plain
    case .demand, .production: self = .quantity(.commodity)
    case .price: self = .moneyPerQuantity(.commodity)
    }
  }

  /// Of the target of a goal.
  public init(target unit: Goal.Unit) {
    switch unit {
    case .share, .index, .days: self = .plain
    case .money: self = .money
    }
  }

  /// Of the penalty of a goal: money for each unit in which its constraint is broken.
  public init(penaltyOf kind: Goal.KindName, measure: Measure) {
    switch kind {
    case .reliance, .largestSource, .hhi:
      self = measure == .value ? .plain : .moneyPerQuantity(.commodity)
    case .cover, .service, .resilience: self = .moneyPerQuantity(.commodity)
    // A number of sources.
    case .plusOne: self = .money
    // Money for money.
    case .capex, .subsidy, .cost: self = .plain
    }
  }

  /// Of the value of a stage of the objective.
  public init(valueOf stage: ObjectiveStage.Quantity) {
    switch stage {
    case .cost, .capex, .support, .shortage, .loss: self = .money
    case .flow(_, _, _, let measure, _):
      self = measure == .value ? .money : .quantity(.commodity)
    }
  }
}

/// A unit without a rule for the conversion.
public struct UnknownUnit: Error, CustomStringConvertible {
  let unit: String
  let column: String

  init(unit: String, of column: String) {
    (self.unit, self.column) = (unit, column)
  }

  public var description: String {
    "the column \(column) has the unit `\(unit)`: say in UnitKind how it is restated"
  }
}

extension ColumnSchema {
  /// Whether its cells hold numbers.
  public var holdsNumbers: Bool {
    switch kind {
    case .number, .positive, .whole: true
    case .identifier, .sharedIdentifier, .text, .reference, .choice, .day, .url, .doi, .conditions:
      false
    }
  }
}
