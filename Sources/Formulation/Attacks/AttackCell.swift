public import Sourcing

/// Where a goal against any attack holds: for one region or bloc, commodity and period.
public struct AttackCell: Hashable, Sendable {
  /// The goal.
  public var goal: GoalIndex
  /// The regions whose demand counts.
  public var regions: [RegionIndex]
  /// The commodities whose demand counts.
  public var commodities: [CommodityIndex]
  /// The period in which windows start.
  public var period: PeriodIndex

  init(_ cell: WindowCell) {
    goal = cell.index
    regions = cell.subject.members
    commodities = cell.commodity.members
    period = cell.period
  }
}

/// Attacks that were found to matter for goals against any attack. An attack without targets is one of them: it is the
/// window in which nothing is cut.
public struct KnownAttacks: Sendable {
  /// The attacks by cell, in the order in which they were found.
  private var byCell: [AttackCell: [Attack]] = [:]

  /// Nothing is known.
  public init() {}

  /// The attacks on a cell, in the order in which they were found.
  public subscript(cell: AttackCell) -> [Attack] { byCell[cell] ?? [] }

  /// All of them that cut something, each once.
  public var all: Set<Attack> {
    Set(byCell.values.joined().filter { !$0.targets.isEmpty })
  }

  /// Adds an attack.
  ///
  /// - Returns: whether it was not known.
  @discardableResult
  package mutating func add(_ attack: Attack, on cell: AttackCell) -> Bool {
    guard !self[cell].contains(attack) else { return false }
    byCell[cell, default: []].append(attack)
    return true
  }

  /// Adds what else is known.
  ///
  /// - Returns: whether any of it is new.
  @discardableResult
  package mutating func add(_ others: KnownAttacks) -> Bool {
    var isNew = false
    for (cell, attacks) in others.byCell {
      for attack in attacks where add(attack, on: cell) { isNew = true }
    }
    return isNew
  }
}
