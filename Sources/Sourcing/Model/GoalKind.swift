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

    /// The change of a target for which its shadow price is given: one percentage point (0.01) of a share or
    /// an index, one day, one unit of money.
    public var step: Double {
      switch self {
      case .share, .index: 0.01
      case .days, .money: 1
      }
    }

    /// Whether a target lies between 0 and 1 and may be written as a percentage.
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
    /// See ``Goal/Kind/reliance(upon:basis:trace:)``.
    case reliance
    /// See ``Goal/Kind/largestSource(basis:)``.
    case largestSource = "largest_source"
    /// See ``Goal/Kind/hhi(basis:)``.
    case hhi
    /// See ``Goal/Kind/plusOne(beyond:sources:)``.
    case plusOne = "plus_one"
    /// As the cases of ``Goal/Kind`` with the same names.
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

/// What differs between the kinds of goal: the compiler asks each new kind for it.
extension Goal.Kind {
  /// The kind's name in models and reports.
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

  /// The regions that the goal names beside those for which it holds: upon whom reliance is limited, or
  /// beyond whom sources count; nil for the kinds that name none.
  public var partner: RegionSet? {
    switch self {
    case .reliance(let upon, _, _): upon
    case .plusOne(let beyond, _): beyond
    case .largestSource, .hhi, .cover, .service, .capex, .subsidy, .cost, .resilience: nil
    }
  }

  /// The disruptions in which the goal must hold; empty for the kinds that are about undisturbed supply, and for goals
  /// against any cuts.
  public var disruptions: [DisruptionIndex] {
    guard case .resilience(.disruptions(let against), _) = self else { return [] }
    return against
  }

  /// The attacks under which the goal must hold; nil if it is not against any cuts.
  public var attackBudget: AttackBudget? {
    guard case .resilience(.cuts(let budget), _) = self else { return nil }
    return budget
  }

  /// What the shares of the goal are taken of; nil for the kinds without such a choice.
  var basis: Goal.Basis? {
    switch self {
    case .reliance(_, let basis, _), .largestSource(let basis), .hhi(let basis): basis
    case .plusOne, .cover, .service, .capex, .subsidy, .cost, .resilience: nil
    }
  }
}

/// What a goal of each kind may say, in files and in code.
extension Goal.KindName {
  /// The directions that its targets may have.
  package var directions: [Goal.Direction] {
    switch self {
    case .reliance: [.atMost, .atLeast]
    case .largestSource, .hhi, .capex, .subsidy, .cost: [.atMost]
    case .plusOne, .cover, .service, .resilience: [.atLeast]
    }
  }

  /// Whether it bounds one sum over all its periods, and names no commodity.
  package var isOneSum: Bool {
    switch self {
    case .capex, .subsidy, .cost: true
    case .reliance, .largestSource, .hhi, .plusOne, .cover, .service, .resilience: false
    }
  }

  /// What its shares may be taken of; empty for the kinds without such a choice.
  package var bases: [Goal.Basis] {
    switch self {
    case .reliance, .largestSource: Goal.Basis.allCases
    case .hhi: [.supply, .imports]
    case .plusOne, .cover, .service, .capex, .subsidy, .cost, .resilience: []
    }
  }

  /// The name of a goal that is given none: its kind and its number in the model, from 1.
  package func defaultName(number: Int) -> String { "\(rawValue)-\(number)" }

  /// The periods in which a goal holds that names none.
  package func periods(
    of commodities: [CommodityGroup], into regions: RegionSet, history: Model.HistoryMode,
    in instance: Instance
  ) -> [PeriodIndex] {
    switch self {
    case .cost: []
    case .capex, .subsidy: Array(instance.horizon.indices)
    case .resilience: instance.horizon.count > 0 ? [instance.horizon.last] : []
    case .reliance, .largestSource, .hhi, .plusOne, .cover, .service:
      instance.openPeriods(
        of: commodities.flatMap(\.members), into: regions.members, history: history)
    }
  }
}
