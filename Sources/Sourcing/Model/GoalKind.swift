extension Goal {
  /// What the target of a goal is counted in.
  public enum Unit: String, Sendable, Codable, CaseIterable {
    /// A part of a whole, from 0 to 1; written as a percentage.
    case share
    /// A Herfindahl-Hirschman index, from 0 to 1.
    case index
    /// Days of use.
    case days
    /// The instance's currency.
    case money

    /// The change of a target that its shadow price is given for: one percentage point (0.01) of a share or
    /// an index, one day, one unit of money.
    public var step: Double {
      switch self {
      case .share, .index: 0.01
      case .days, .money: 1
      }
    }

    /// Whether a target may be written as a percentage and lies between 0 and 1.
    public var isFraction: Bool {
      switch self {
      case .share, .index: true
      case .days, .money: false
      }
    }
  }
}

/// What each kind of goal says of itself: a new kind does not compile until it has answered.
extension Goal.Kind {
  /// The unit of the goal's targets and of what a plan achieves of it.
  public var unit: Goal.Unit {
    switch self {
    case .reliance, .largestSource, .plusOne, .service, .resilience: .share
    case .hhi: .index
    case .cover: .days
    case .capex, .subsidy, .cost: .money
    }
  }

  /// The regions that the goal names beside those that it is about: whom to rely upon less, or where else
  /// to buy.
  public var partner: RegionSet? {
    switch self {
    case .reliance(let upon, _, _): upon
    case .plusOne(let beyond, _): beyond
    case .largestSource, .hhi, .cover, .service, .capex, .subsidy, .cost, .resilience: nil
    }
  }
}
