public import Formulation
import LinearProgramming
public import Sourcing

/// Goals and groups of data that cannot hold together although any all but one of them can.
public struct Conflict: Sendable {
  /// A part of the instance to which a member applies.
  public struct Place: Sendable, Hashable {
    /// A producer, a lane or a region, by id; empty where it is none of these.
    public var thing: String
    /// nil where it is not about a period.
    public var period: PeriodIndex?
  }

  /// A goal or a group of data.
  public struct Member: Sendable {
    /// What it is.
    public var group: ConstraintGroup
    /// The parts of it that the proof of the conflict uses; empty where there is no proof.
    public var places: [Place]
  }

  /// In the order of the model and the instance.
  public var members: [Member]
  /// Whether each member was left out in turn and the others were then feasible together.
  public var isIrreducible: Bool
}

/// Finds an irreducible conflict of a model that has no feasible plan.
///
/// Proofs of infeasibility name the groups that take part; what they leave is divided and conquered
/// (Junker, "QuickXplain: preferred explanations and relaxations for over-constrained problems", AAAI
/// 2004), which serves LPs and MIPs alike. Balances and closed lanes are never in doubt.
final class ConflictFinder {
  private let probe: FeasibilityProbe
  private let model: Model
  private let all: [ConstraintGroup]
  private var known: [Set<ConstraintGroup>: Bool] = [:]
  private var evidence: GroupEvidence?

  init(probe: FeasibilityProbe, model: Model) {
    self.probe = probe
    self.model = model
    all = ConstraintGroup.all(in: probe.instance, model)
  }

  /// - Returns: nil where the model is feasible, or infeasible without any goal and data group.
  func find() throws -> Conflict? {
    let whole = Set(all)
    guard try isFeasible(keeping: []), try !isFeasible(keeping: whole) else { return nil }
    let seed = try shrink(whole)
    let members = try explain(background: [], isChanged: false, all.filter(seed.contains))
    let isIrreducible = try verify(Set(members))
    return Conflict(
      members: members.map {
        Conflict.Member(group: $0, places: evidence?.places[$0] ?? [])
      }, isIrreducible: isIrreducible)
  }

  /// What is left when proof after proof names fewer groups.
  private func shrink(_ start: Set<ConstraintGroup>) throws -> Set<ConstraintGroup> {
    var kept = start
    while let named = evidence.map({ kept.intersection($0.places.keys) }), named.count < kept.count
    {
      let before = evidence
      guard try !isFeasible(keeping: named) else {
        evidence = before
        return kept
      }
      kept = named
    }
    return kept
  }

  private func explain(
    background: Set<ConstraintGroup>, isChanged: Bool, _ groups: [ConstraintGroup]
  ) throws -> [ConstraintGroup] {
    if groups.isEmpty { return [] }
    if isChanged, try !isFeasible(keeping: background) { return [] }
    if groups.count == 1 { return groups }
    let (first, second) = (groups.prefix(groups.count / 2), groups.dropFirst(groups.count / 2))
    let ofSecond = try explain(
      background: background.union(first), isChanged: true, Array(second))
    let ofFirst = try explain(
      background: background.union(ofSecond), isChanged: !ofSecond.isEmpty, Array(first))
    return ofFirst + ofSecond
  }

  /// Whether the members conflict, and no longer do when any one is left out.
  private func verify(_ members: Set<ConstraintGroup>) throws -> Bool {
    known = [:]
    for member in members where try !isFeasible(keeping: members.subtracting([member])) {
      return false
    }
    return try !isFeasible(keeping: members)
  }

  private func isFeasible(keeping groups: Set<ConstraintGroup>) throws -> Bool {
    if let answer = known[groups] { return answer }
    let verdict = try probe.examine(model, relaxed: Set(all).subtracting(groups))
    known[groups] = verdict.isFeasible
    evidence = verdict.solution.certificate.map { GroupEvidence($0, of: verdict.program) }
    return verdict.isFeasible
  }
}
