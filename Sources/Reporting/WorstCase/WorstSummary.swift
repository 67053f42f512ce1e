public import Foundation
public import Scenarios
import Sourcing

/// What `plusone worst --format json` prints.
public struct WorstSummary: Codable, Sendable {
  /// One of the worst attacks.
  public struct Entry: Codable, Sendable {
    /// The most targets that are cut at once.
    public var cuts: Int
    /// 1 is the attack that costs most with at most ``cuts`` targets.
    public var rank: Int
    /// The names of its targets.
    public var targets: [String]
    /// The loss, money.
    public var loss: Double
    /// Least lost value of home, money; nil after the time limit, as the other figures that may be.
    @Nullable public var homeLostLeast: Double?
    /// Greatest lost value of home where the world's is least, money.
    @Nullable public var homeLostMost: Double?
    /// Share of home's demand that is served if home loses least; nil without demand too.
    @Nullable public var service: Double?
    /// What each target alone would cost, money.
    @Nullable public var singleLosses: [Double]?
    /// What the cuts cost together beyond what each costs alone, money.
    @Nullable public var synergy: Double?
    /// Whether the place is proven.
    public var proven: Bool

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case cuts, rank, targets, loss, homeLostLeast, homeLostMost, service, singleLosses, synergy,
        proven
    }
  }

  /// The worst attack on a plan for a number of cuts.
  public struct Point: Codable, Sendable {
    /// `with_goals` or `without_goals`.
    public var plan: String
    /// The most targets that are cut at once.
    public var cuts: Int
    /// The names of the targets; none: nothing is cut, or no attack was found in time.
    public var targets: [String]
    /// The loss, money.
    public var loss: Double
    /// No such attack costs more, money.
    public var bound: Double
    /// As in ``Entry``.
    @Nullable public var homeLostLeast: Double?
    /// As in ``Entry``.
    @Nullable public var homeLostMost: Double?
    /// As in ``Entry``.
    @Nullable public var service: Double?
    /// Whether it is proven that none costs more.
    public var proven: Bool

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case plan, cuts, targets, loss, bound, homeLostLeast, homeLostMost, service, proven
    }
  }

  /// Name of the instance.
  public var instance: String
  /// Name of the model.
  public var model: String
  /// The values of the model's parameters.
  public var parameters: [String: String]
  /// The place z of each assumption that is moved, by id; nil if none is.
  public var assumptions: [String: Double]?
  /// Label of the period in which the attacks start.
  public var period: String
  /// Id of home's region or bloc.
  public var home: String
  /// Length of the window, months.
  public var horizonMonths: Int
  /// Who gets what a supplier has in the months of `reroute_months`.
  public var allocation: String
  /// The sharing arrangement.
  public var sharing: String
  /// `world` or `home`.
  public var measure: String
  /// The most targets that are cut at once.
  public var cuts: Int
  /// The kinds of targets.
  public var kinds: [String]
  /// Id of the region or bloc in which targets lie.
  @Nullable public var by: String?
  /// The names of all targets.
  public var targets: [String]
  /// The most targets of an attack.
  public var largestAttack: Int
  /// The number of attacks with so many targets; nil if there are 10¹⁵ or more.
  @Nullable public var attackCount: Int?
  /// The number of attacks that were solved.
  public var solved: Int
  /// The loss without any cut, money.
  public var lossWithoutCuts: Double
  /// All demand that the measure counts, money.
  public var demandValue: Double
  /// The worst attacks on the plan.
  public var attacks: [Entry]
  /// No attack that is not in ``attacks`` and has the most targets costs more, money.
  public var boundOfOthers: Double
  /// Whether all places of ``attacks`` are proven.
  public var proven: Bool
  /// The loss over the number of cuts, of each plan.
  public var curve: [Point]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case instance, model, parameters, assumptions, period, home, horizonMonths, allocation, sharing
    case measure, cuts, kinds, by, targets, largestAttack, attackCount, solved, lossWithoutCuts
    case demandValue, attacks, boundOfOthers, proven, curve
  }

  /// - Parameters:
  ///   - compared: the worst cases of the plan, and of the plan without goals.
  ///   - runner: of the plan; its options have the sharing of the attacks.
  public init(_ compared: ComparedWorstCases, runner: StressRunner) {
    let (instance, found) = (runner.instance, compared.plan)
    self.instance = instance.name
    model = runner.model.name
    parameters = runner.model.parameters
    assumptions = instance.assumptionsAsKey
    period = instance.horizon[runner.period].label
    home = instance.home.id
    horizonMonths = runner.options.horizonMonths
    allocation = runner.options.allocation.rawValue
    sharing = runner.options.sharing.label
    measure = found.measure.rawValue
    cuts = found.budget.cuts
    kinds = AttackTarget.Kind.allCases.filter(found.budget.kinds.contains).map(\.rawValue)
    targets = found.targets.map { $0.name(in: instance) }
    largestAttack = found.largestAttack
    solved = found.solved
    lossWithoutCuts = found.undisturbed
    demandValue = found.demandValue
    boundOfOthers = found.topBound
    proven = found.isProven
    let hasDemand = instance.hasDemand(in: instance.home, runner.period)
    attacks = found.ranked.map {
      Entry($0, synergy: found.synergy(of: $0.outcome), instance, hasDemand: hasDemand)
    }
    curve = compared.curves.flatMap { plan, points in
      points.map { Point($0, of: plan, instance, hasDemand: hasDemand) }
    }
    by = found.budget.by?.id
    attackCount = found.attackCount
  }

  /// The JSON text, keys sorted, a line feed at its end.
  ///
  /// - Throws: `EncodingError`.
  public func json() throws -> Data { try snakeCaseJSON(self) }
}

extension WorstSummary.Entry {
  fileprivate init(
    _ row: WorstCase.Ranked, synergy: Double?, _ instance: Instance, hasDemand: Bool
  ) {
    let outcome = row.outcome
    self.init(
      cuts: row.cuts, rank: row.rank,
      targets: outcome.attack.targets.map { $0.name(in: instance) }, loss: outcome.loss,
      homeLostLeast: outcome.home?.lostLeast, homeLostMost: outcome.home?.lostMost,
      service: hasDemand ? outcome.home?.serviceMost : nil, singleLosses: outcome.singleLosses,
      synergy: synergy, proven: row.isProven)
  }
}

extension WorstSummary.Point {
  fileprivate init(
    _ point: WorstCase.Point, of plan: ComparedPlan, _ instance: Instance, hasDemand: Bool
  ) {
    self.init(
      plan: plan.rawValue, cuts: point.cuts,
      targets: point.attack.targets.map { $0.name(in: instance) }, loss: point.loss,
      bound: point.bound, homeLostLeast: point.home?.lostLeast, homeLostMost: point.home?.lostMost,
      service: hasDemand ? point.home?.serviceMost : nil, proven: point.isProven)
  }
}
