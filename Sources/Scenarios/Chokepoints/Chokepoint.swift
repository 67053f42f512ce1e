public import Sourcing

/// A part of a supply chain that may be lost: all production in a region, or that of one stage there.
public struct ChainNode: Sendable, Hashable {
  /// The region.
  public var region: RegionIndex
  /// The stage; nil for all production of the region.
  public var stage: String?

  /// A region, or a stage in a region.
  public init(region: RegionIndex, stage: String? = nil) {
    self.region = region
    self.stage = stage
  }
}

/// What the loss of all production of one node costs. M are the regions and K the commodities of the
/// ``ChokepointMap``.
public struct Chokepoint: Sendable {
  /// The figures of a plan in one period.
  public struct Figures: Sendable {
    /// The least lost value of all regions and commodities over the window, money.
    public var lostValue: Double
    /// The least lost value of all regions and commodities over a window without any disruption, money; 0 up to 1e-9 of
    /// all demand. It is in ``lostValue`` too. If it is not 0, times to survive mean little.
    public var lostUndisturbed: Double
    /// The least lost value of home, over all its demand and all feasible points, money: home is served first.
    public var homeLostLeast: Double
    /// The greatest lost value of home, over all its demand and the points at which the lost value of all regions is
    /// least, money.
    public var homeLostMost: Double
    /// Whether M has final demand for K itself in the period. If not, ``lostValueHere`` and the times to survive mean
    /// nothing: demand for goods that are made from K does not count in them.
    public var hasDemandHere: Bool
    /// The least lost value of K in M over the window, over all feasible points, money.
    public var lostValueHere: Double
    /// Time to survive of K in M, months: the largest number of first months in which M need have no shortage of K.
    public var timeToSurvive: Int
    /// The same if every supplier that has too little cuts its planned flows to all foreign customers by the same
    /// share.
    public var timeToSurviveProRata: Int
    /// The node's share of the output of all regions, from 0 to 1: of its stage; for a whole region, of the stage
    /// upstream of K in which this share is largest.
    public var share: Double
    /// Σ_i share(i)²·risk(i) over all regions i, for the same stage; nil if the risk of a region that makes
    /// something is not given.
    public var concentrationRisk: Double?
  }

  /// The node that is lost.
  public var node: ChainNode
  /// Months until the node works again: the longest `months` of a disruption of production there, or the whole
  /// window if the instance has none; at most the window.
  public var timeToRecover: Int
  /// In the first period of the plan.
  public var today: Figures
  /// In the period of the stress runs.
  public var planned: Figures

  /// Whether the planned time to survive is shorter than the time to recover. False if M has no final demand for K.
  public var isExposed: Bool { planned.timeToSurvive < timeToRecover }
}
