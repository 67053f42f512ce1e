public import Sourcing

/// A published figure beside that of the instance and that of a plan.
public struct CheckedFigure: Sendable {
  /// What the instance itself says, without a plan.
  public struct Own: Sendable, Hashable {
    /// The data that it is from. The raw value is the word of tables.
    public enum Origin: String, Sendable, CaseIterable {
      /// Observed flows, where they are known for all who use the good.
      case history
      /// Final demand.
      case demands
      /// The capacity of facilities, which may make less.
      case capacity
      /// The price of the commodity.
      case prices
    }

    /// In the unit of the check.
    public var value: Double
    /// The data that it is from.
    public var origin: Origin
  }

  /// The check, with the published figure.
  public var check: PublishedCheck
  /// The instance's own figure; nil where it has none.
  public var own: Own?
  /// The figure of the plan; nil without a plan, and where the plan has none.
  public var plan: Double?

  /// The figure that is judged: the plan's, else the instance's own; nil if there is neither.
  public var judged: Double? { plan ?? own?.value }
  /// The judged figure minus the published one, in the unit of the check; 0 where they differ by round-off alone (1e-9),
  /// nil without a figure.
  public var difference: Double? {
    guard let judged else { return nil }
    let difference = judged - check.published
    return abs(difference) <= 1e-9 * abs(check.published) ? 0 : difference
  }
  /// Whether the judged figure is within the tolerance; nil without a figure.
  public var holds: Bool? { judged.map(check.accepts) }
  /// Whether the instance's own figure is within the tolerance; nil without one.
  public var ownHolds: Bool? { own.map { check.accepts($0.value) } }
}

/// How many checks hold in a plan.
public struct CheckStanding: Sendable, Codable, Hashable {
  /// All checks of the instance.
  public var count: Int
  /// Those for which the plan has a figure.
  public var judged: Int
  /// Those of them whose figure is within the tolerance.
  public var held: Int

  package enum CodingKeys: String, CodingKey, CaseIterable { case count, judged, held }

  /// The standing of a plan by its figures.
  public init(_ figures: [CheckedFigure]) {
    count = figures.count
    let found = figures.compactMap { figure in figure.plan.map(figure.check.accepts) }
    judged = found.count
    held = found.count { $0 }
  }
}
