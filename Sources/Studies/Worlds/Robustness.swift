import Analysis
public import Statistics

/// How the figures of each option of a study differ between worlds, how far the option is from the best one in each, and
/// how often claims hold.
///
/// The worlds are the sampled ones, without those of Sobol indices. A study that samples none is compared over all its
/// variations, `as-is` among them. Worlds count for which all options have a run, so that options are compared in the
/// same worlds.
public struct Robustness: Sendable {
  /// An option under one way to coordinate.
  public struct Policy: Sendable, Hashable {
    /// Name of the option.
    public var option: String
    /// `joint` or `unilateral`.
    public var coordination: String
  }

  /// How many worlds there are, and in how many of them there is a plan.
  public struct Count: Sendable, Hashable {
    /// The worlds that are compared.
    public var worlds: Int
    /// Those with a plan of the option.
    public var withPlan: Int
    /// Those of which it is not known whether the option has a plan: its run reached a time limit or failed.
    public var withoutAnswer: Int
  }

  /// One measure of one option.
  public struct Measured: Sendable, Hashable {
    /// The option.
    public var policy: Policy
    /// The measure.
    public var measure: PlanMeasure
    /// The worlds.
    public var count: Count
    /// Its values over the worlds with a plan; nil if none of them has the measure, and if the option is compared with
    /// itself.
    public var spread: Spread?
    /// Its regret, over the worlds in which each option with a plan has the measure.
    public var regret: Regret.Option
    /// Whether the measure is the change of the first option against itself, which says nothing.
    public var isAgainstItself: Bool
    /// The greatest size, over all options and worlds, of the figures of which the measure is a difference, or of the
    /// measure itself.
    public var size: Double
  }

  /// One claim on one option.
  public struct Claimed: Sendable, Hashable {
    /// The option.
    public var policy: Policy
    /// The claim.
    public var claim: Claim
    /// The worlds.
    public var count: Count
    /// In how many worlds it holds; nil if no plan of any option has its measure, and if it compares the first option
    /// with itself. It does not hold in a world without a plan.
    public var held: Int?
    /// The share of all worlds in which it holds; nil as ``held``, and if there are no worlds.
    public var share: Double? {
      held.flatMap { count.worlds == 0 ? nil : Double($0) / Double(count.worlds) }
    }
  }

  /// Whether the worlds are sampled; else they are the variations of the study.
  public let isSampled: Bool
  /// In the order of options and coordination of the study, then of the measures.
  public private(set) var measured: [Measured] = []
  /// In the order of options and coordination of the study, then of the claims.
  public private(set) var claimed: [Claimed] = []

  /// Compares the runs of a study.
  public init(_ comparison: Comparison) {
    let isSampled = comparison.records.contains(where: \.isCounted)
    self.isSampled = isSampled
    let records = comparison.records.filter { isSampled ? $0.isCounted : !$0.isSampled }
    let measures = comparison.measures
    let byCoordination = Dictionary(grouping: records, by: \.coordination)
    let tables = byCoordination.mapValues { WorldTable($0) }
    let policies = records.map { Policy(option: $0.option, coordination: $0.coordination) }
      .uniqued()
    for table in tables.values {
      for measure in measures { add(measure, table, comparison) }
      for claim in comparison.claims { add(claim, table, comparison) }
    }
    let place = Dictionary(uniqueKeysWithValues: policies.enumerated().map { ($1, $0) })
    let orderOf = Dictionary(uniqueKeysWithValues: measures.enumerated().map { ($1, $0) })
    measured.sort {
      (place[$0.policy] ?? 0, orderOf[$0.measure] ?? 0)
        < (place[$1.policy] ?? 0, orderOf[$1.measure] ?? 0)
    }
    let claims = Dictionary(
      comparison.claims.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    claimed.sort {
      (place[$0.policy] ?? 0, claims[$0.claim] ?? 0)
        < (place[$1.policy] ?? 0, claims[$1.claim] ?? 0)
    }
  }

  // MARK: Figures

  private mutating func add(_ measure: PlanMeasure, _ table: WorldTable, _ comparison: Comparison) {
    let values = table.records.map { $0.map { comparison.value(of: measure, in: $0) } }
    // Where a plan lacks the figure, nothing can be compared.
    let compared = table.worlds.indices.filter { world in
      zip(table.records, values).allSatisfy { records, values in
        records[world].status != .optimal || values[world] != nil
      }
    }
    let size = table.records.joined().map { $0.roundingSize(of: measure) }.max() ?? 0
    let regret = Regret(
      values: values.map { values in compared.map { values[$0] } },
      moreIsBetter: measure.moreIsBetter, size: size)
    for (index, policy) in table.policies.enumerated() {
      let isItself = measure.isChange && policy.option == comparison.firstOption
      measured.append(
        Measured(
          policy: policy, measure: measure, count: table.count(of: index),
          spread: isItself ? nil : Spread(values[index].compactMap(\.self)),
          regret: regret.options[index], isAgainstItself: isItself, size: size))
    }
  }

  private mutating func add(_ claim: Claim, _ table: WorldTable, _ comparison: Comparison) {
    let values = table.records.map {
      $0.map {
        (comparison.value(of: claim.measure, in: $0), $0.roundingSize(of: claim.measure))
      }
    }
    let isKnown = values.joined().contains { $0.0 != nil }
    for (index, policy) in table.policies.enumerated() {
      let held = values[index].count { claim.holds($0.0, size: $0.1) }
      let isItself = claim.measure.isChange && policy.option == comparison.firstOption
      claimed.append(
        Claimed(
          policy: policy, claim: claim, count: table.count(of: index),
          held: isKnown && !isItself ? held : nil))
    }
  }

  // MARK: What is shown

  /// The options that have the least largest regret of a measure among those under one coordination; empty if each of
  /// them has no plan in some world where another has one.
  public func leastRegret(of measure: PlanMeasure, coordination: String) -> [Measured] {
    let known = measured.filter {
      $0.measure == measure && $0.policy.coordination == coordination && $0.regret.largest != nil
    }
    guard let least = known.compactMap(\.regret.largest).min() else { return [] }
    let tie = 1e-9 * (known.map(\.size).max() ?? 0)
    return known.filter { ($0.regret.largest ?? .infinity) <= least + tie }
  }
}

/// The runs under one coordination, by option and world.
private struct WorldTable {
  let policies: [Robustness.Policy]
  /// Names of the worlds for which every option has a run.
  let worlds: [String]
  /// `records[policy][world]`.
  let records: [[RunRecord]]

  init(_ all: [RunRecord]) {
    policies = all.map { Robustness.Policy(option: $0.option, coordination: $0.coordination) }
      .uniqued()
    let byOption = Dictionary(grouping: all, by: \.option).mapValues { records in
      Dictionary(records.map { ($0.variation, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let worlds = all.map(\.variation).uniqued().filter { world in
      byOption.values.allSatisfy { $0[world] != nil }
    }
    self.worlds = worlds
    records = policies.map { policy in
      worlds.compactMap { byOption[policy.option]?[$0] }
    }
  }

  func count(of policy: Int) -> Robustness.Count {
    Robustness.Count(
      worlds: worlds.count, withPlan: records[policy].count { $0.status == .optimal },
      withoutAnswer: records[policy].count { !$0.isAnswered })
  }
}
