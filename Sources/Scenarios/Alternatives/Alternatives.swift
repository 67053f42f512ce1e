public import Sourcing

/// How far the plans that are almost as cheap as the cheapest one differ.
public struct Alternatives: Sendable {
  /// Least and greatest value of a quantity over these plans, and its value in the cheapest one.
  public struct Range: Sendable {
    public var least: Double
    public var greatest: Double
    public var optimum: Double
  }

  /// What the plans agree on about a project.
  public enum Verdict: String, Sendable {
    /// Every plan builds it.
    case must
    /// Some plans build it.
    case option
    /// No plan builds it.
    case never
  }

  public struct Project: Sendable {
    /// Index of the project.
    public var project: ProjectIndex
    /// Capacity ordered in all periods together.
    public var capacity: Range
    public var verdict: Verdict
  }

  public struct Origin: Sendable {
    /// Index of the region.
    public var region: RegionIndex
    /// Its share of the focus commodity's supply of home.
    public var share: Range
  }

  public var optimum: Double
  /// Most that a plan may cost.
  public var limit: Double
  public var projects: [Project]
  public var origins: [Origin]
  /// What the shares are of: nil where neither model nor instance names a commodity.
  public var commodity: CommodityGroup?
  /// Period of the shares: the last one.
  public var period: PeriodIndex
}
