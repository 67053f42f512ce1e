public import Sourcing

/// A part of a supply chain whose loss is looked at: all production in a region, or of one stage there.
public struct ChainNode: Sendable, Hashable {
  public var region: RegionIndex
  /// nil: everything that the region makes.
  public var stage: String?

  public init(region: RegionIndex, stage: String? = nil) {
    self.region = region
    self.stage = stage
  }
}

/// What the loss of one node costs, and how long it can be stood.
public struct Chokepoint: Sendable {
  /// Figures of one state of the network.
  public struct Figures: Sendable {
    /// The world's least lost value over the window.
    public var lostValue: Double
    /// Least lost value of the commodity in the planning regions, over all feasible points.
    public var lostValueHere: Double
    /// Months that the planning regions can go without a shortage of the commodity.
    public var timeToSurvive: Int
    /// The node's share of the world's output of what it makes upstream of the commodity.
    public var share: Double
    /// Σ share²·risk over all regions that make the same: how concentrated in risky places it is;
    /// nil where the risk of one of them is not given.
    public var concentrationRisk: Double?
  }

  public var node: ChainNode
  /// Months until the node works again: the longest cut of production there among the instance's
  /// disruptions, or the whole window.
  public var timeToRecover: Int
  public var today: Figures
  public var planned: Figures

  /// Whether the planning regions run short before the node works again.
  public var isExposed: Bool { planned.timeToSurvive < timeToRecover }
}
