/// The window of stress runs.
public struct StressOptions: Sendable, Hashable {
  /// The lengths that a window can have, months: up to 100 years. A window has a program of its own for each month.
  public static let horizons = 1...1200
  /// The reroute times that a window can have, months.
  public static let rerouteTimes = 0...1_000_000

  /// The months that a stress run looks at, one of ``horizons``.
  public var horizonMonths: Int
  /// The months until flows may go to other destinations than planned, one of ``rerouteTimes``.
  public var rerouteMonths: Int
  /// Who may use whose stockpiles.
  public var sharing: Sharing
  /// Who gets what a supplier has, in the months of ``rerouteMonths``.
  public var allocation: Allocation

  /// Who gets what a supplier has, in the months in which flows cannot go to other destinations than planned.
  public enum Allocation: String, Sendable, CaseIterable {
    /// It goes where shortage costs most.
    case efficient
    /// A supplier that has too little of a commodity serves the same share of the planned flow to each foreign
    /// customer.
    case proRata = "pro_rata"
  }

  /// A window. What is not given is as in a model file without the key.
  ///
  /// - Parameters:
  ///   - horizonMonths: the months that a stress run looks at.
  ///   - rerouteMonths: the months until flows may go to other destinations than planned.
  ///   - sharing: who may use whose stockpiles.
  ///   - allocation: who gets what a supplier has.
  public init(
    horizonMonths: Int = 12, rerouteMonths: Int = 3, sharing: Sharing = Sharing(),
    allocation: Allocation = .efficient
  ) {
    self.horizonMonths = horizonMonths
    self.rerouteMonths = rerouteMonths
    self.sharing = sharing
    self.allocation = allocation
  }

  /// Whether a common share binds the foreign customers of a supplier in a month.
  package func isProRata(in month: Int) -> Bool {
    allocation == .proRata && month <= rerouteMonths
  }
}

/// The rule by which members may use the stockpiles of each other in a stress run.
public struct Sharing: Sendable, Hashable {
  /// The rule.
  public enum Mode: Sendable, Hashable {
    /// No sharing.
    case own
    /// Any stock for any member.
    case pooled
    /// The rule of the International Energy Agency.
    case iep
    /// Of each stock, a share of the level at the start may go to other members.
    case quota(Double)

    /// Name in models.
    public var name: ModeName {
      switch self {
      case .own: .own
      case .pooled: .pooled
      case .iep: .iep
      case .quota: .quota
      }
    }
  }

  /// The rules of sharing, as models name them.
  public enum ModeName: String, Sendable, CaseIterable {
    /// As the cases of ``Mode`` with the same names.
    case own, pooled, quota, iep
  }

  /// What is decided before the least lost value.
  public enum Fairness: String, Sendable, CaseIterable {
    /// Nothing.
    case efficient
    /// The service level of the member with the lowest is as high as possible.
    case maxMin = "max_min"
  }

  /// The rule.
  public var mode: Mode
  /// The regions that share. Needed for every rule but ``Mode/own``, and for ``Fairness/maxMin``.
  public var members: RegionSet?
  /// What is decided before the least lost value.
  public var fairness: Fairness

  /// A rule of sharing. What is not given is as in a model file without the key.
  ///
  /// - Parameters:
  ///   - mode: the rule.
  ///   - members: the regions that share.
  ///   - fairness: what is decided before the least lost value.
  public init(mode: Mode = .own, members: RegionSet? = nil, fairness: Fairness = .efficient) {
    self.mode = mode
    self.members = members
    self.fairness = fairness
  }

  /// Whether the rule must say who its members are.
  package var needsMembers: Bool { mode != .own || fairness == .maxMin }

  /// Whether the rights of members follow from stress runs of the plan without sharing. Then no plan can be made with
  /// stress runs in it.
  package var dependsOnPlan: Bool { mode == .iep || fairness == .maxMin }
}
