import Analysis
public import Statistics

/// Where the claims of a study fail: for each option and way to coordinate, the boxes of assumptions in which it often
/// has no plan, and in which claims on it often fail.
///
/// The worlds are the sampled ones of the option of which an answer is known: see ``RunRecord/isAnswered``. Those of Sobol
/// indices do not count. ``Comparison/boxes`` has those of a study.
public struct StudyBoxes: Sendable {
  /// One box.
  public struct Found: Sendable {
    /// The option.
    public var policy: Robustness.Policy
    /// The claim that fails; nil: there is no plan.
    public var claim: Claim?
    /// The text of the claim, or `no plan`.
    public var failure: String
    /// The box.
    public var box: FailureBox
  }

  /// How each assumption was drawn.
  public let worlds: DrawnWorlds?
  /// In the order of options and coordination of the study; of each first the worlds without a plan, then the claims.
  public private(set) var found: [Found] = []
  /// What fails in some worlds and not in others though no box says where, in the same order: `no plan` or the text of a
  /// claim.
  public private(set) var unexplained: [(policy: Robustness.Policy, failure: String)] = []

  /// Looks for the boxes of a study; there are none if it samples no worlds.
  init(_ comparison: Comparison) {
    worlds = comparison.worlds
    guard let worlds else { return }
    let places = Dictionary(
      zip(worlds.names, worlds.points), uniquingKeysWith: { first, _ in first })
    let records = comparison.records.filter(\.isCounted)
    for (policy, records) in Self.byPolicy(records) {
      let known = records.filter(\.isAnswered)
        .compactMap { record in places[record.variation].map { (record: record, point: $0) } }
      let held = comparison.claims.map { claim in
        comparison.says(claim, of: policy)
          ? known.map { comparison.holds(claim, in: $0.record) } : nil
      }
      let boxes = ClaimBoxes(
        points: known.map(\.point), factors: worlds.factors,
        hasPlan: known.map { $0.record.status == .optimal }, held: held)
      unexplained += boxes.unexplained(comparison.claims).map { (policy, $0) }
      found += boxes.named(comparison.claims).map {
        Found(policy: policy, claim: $0.claim, failure: $0.failure, box: $0.box)
      }
    }
  }

  /// Runs by option and coordination, in the order of the study.
  static func byPolicy(_ records: [RunRecord]) -> [(
    policy: Robustness.Policy, records: [RunRecord]
  )] {
    let policy = { (record: RunRecord) in
      Robustness.Policy(option: record.option, coordination: record.coordination)
    }
    let groups = Dictionary(grouping: records, by: policy)
    return records.map(policy).uniqued().map { ($0, groups[$0] ?? []) }
  }
}

extension Comparison {
  /// Whether a claim says something of an option: some plan has its measure, and it does not compare the first option with
  /// itself.
  func says(_ claim: Claim, of policy: Robustness.Policy) -> Bool {
    guard !claim.measure.isChange || policy.option != firstOption else { return false }
    return records.contains {
      $0.isCounted && $0.coordination == policy.coordination
        && value(of: claim.measure, in: $0) != nil
    }
  }

  /// Whether a claim holds in the world of a run. It does not where there is no plan.
  func holds(_ claim: Claim, in record: RunRecord) -> Bool {
    claim.holds(
      value(of: claim.measure, in: record), size: record.roundingSize(of: claim.measure))
  }
}
