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

extension Goal {
  /// The kinds of goal, as models and reports name them.
  public enum KindName: String, Sendable, CaseIterable {
    case reliance
    case largestSource = "largest_source"
    case hhi
    case plusOne = "plus_one"
    case cover, service, capex, subsidy, cost, resilience

    /// The unit of the targets of such a goal and of what a plan achieves of it.
    public var unit: Unit {
      switch self {
      case .reliance, .largestSource, .plusOne, .service, .resilience: .share
      case .hhi: .index
      case .cover: .days
      case .capex, .subsidy, .cost: .money
      }
    }
  }
}

/// What each kind of goal says of itself: a new kind does not compile until it has answered.
extension Goal.Kind {
  /// As models and reports name it.
  public var name: Goal.KindName {
    switch self {
    case .reliance: .reliance
    case .largestSource: .largestSource
    case .hhi: .hhi
    case .plusOne: .plusOne
    case .cover: .cover
    case .service: .service
    case .capex: .capex
    case .subsidy: .subsidy
    case .cost: .cost
    case .resilience: .resilience
    }
  }

  /// The unit of the goal's targets and of what a plan achieves of it.
  public var unit: Goal.Unit { name.unit }

  /// The regions that the goal names beside those that it is about: whom to rely upon less, or where else
  /// to buy.
  public var partner: RegionSet? {
    switch self {
    case .reliance(let upon, _, _): upon
    case .plusOne(let beyond, _): beyond
    case .largestSource, .hhi, .cover, .service, .capex, .subsidy, .cost, .resilience: nil
    }
  }

  /// The disruptions in which the goal must hold; none where it is about undisturbed times.
  public var disruptions: [DisruptionIndex] {
    switch self {
    case .resilience(let against, _): against
    case .reliance, .largestSource, .hhi, .plusOne, .cover, .service, .capex, .subsidy, .cost: []
    }
  }
}
