public import Formulation
import LinearProgramming
public import Sourcing

/// A conflict: goals and groups of data that no plan meets together. It is irreducible if the others can be met
/// together whichever of them is left out.
public struct Conflict: Sendable {
  /// A part of the instance to which a member applies.
  public struct Place: Sendable, Hashable {
    /// The id of a producer, or a lane as `A to B`; empty for the whole group.
    public var thing: String
    /// The period; nil if it is not about one.
    public var period: PeriodIndex?
  }

  /// A goal or a group of data in a conflict.
  public struct Member: Sendable {
    /// The goal or the group of data.
    public var group: ConstraintGroup
    /// The parts of it that the proof of the conflict uses; empty if there is no proof.
    public var places: [Place]
  }

  /// The members of the conflict, in the order of the program's groups: goals first.
  public var members: [Member]
  /// Whether it was checked, by leaving out each member, that the conflict is irreducible.
  public var isIrreducible: Bool
}

/// Finds an irreducible conflict of a model that has no feasible plan.
///
/// A certificate of infeasibility of an LP names the groups that take part, so all others are left out first. The
/// rest is reduced by Junker, "QuickXplain: preferred explanations and relaxations for over-constrained problems",
/// AAAI 2004, which works for LPs and mixed-integer programs. The balances `supply` and `use` and closed lanes are
/// never left out.
final class ConflictFinder {
  private let probe: FeasibilityProbe
  private let model: Model
  private let all: [ConstraintGroup]
  private let step: WorkStep
  private var known: [Set<ConstraintGroup>: Bool] = [:]
  private var evidence: GroupEvidence?

  /// - Parameters:
  ///   - probe: finds out whether a model has a feasible plan.
  ///   - model: the model without a plan.
  ///   - step: each solved program is a part of it.
  init(probe: FeasibilityProbe, model: Model, _ step: WorkStep = .none) {
    self.probe = probe
    self.step = step
    self.model = model
    all = ConstraintGroup.all(in: probe.instance, model)
  }

  /// An irreducible conflict.
  ///
  /// - Returns: nil if the model is feasible, or is infeasible even without all groups.
  /// - Throws: `NoOptimum` at a time limit; `SolverError`.
  func find() throws -> Conflict? {
    let whole = Set(all)
    guard try isFeasible(keeping: []), try !isFeasible(keeping: whole) else { return nil }
    let seed = try shrink(whole)
    let members = try quickXplain(background: [], isChanged: false, all.filter(seed.contains))
    let isIrreducible = try verify(Set(members))
    return Conflict(
      members: members.map {
        Conflict.Member(group: $0, places: evidence?.places[$0] ?? [])
      }, isIrreducible: isIrreducible)
  }

  /// The groups that remain if each certificate is used to leave out the groups that it does not name.
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

  /// QuickXplain: a part of `groups` that conflicts together with the background and of which no
  /// group can be left out.
  ///
  /// - Parameter isChanged: whether groups were added to the background since it was last checked.
  private func quickXplain(
    background: Set<ConstraintGroup>, isChanged: Bool, _ groups: [ConstraintGroup]
  ) throws -> [ConstraintGroup] {
    if groups.isEmpty { return [] }
    if isChanged, try !isFeasible(keeping: background) { return [] }
    if groups.count == 1 { return groups }
    let (first, second) = (groups.prefix(groups.count / 2), groups.dropFirst(groups.count / 2))
    let ofSecond = try quickXplain(
      background: background.union(first), isChanged: true, Array(second))
    let ofFirst = try quickXplain(
      background: background.union(ofSecond), isChanged: !ofSecond.isEmpty, Array(first))
    return ofFirst + ofSecond
  }

  /// Whether the members conflict, and do not if one of them is left out.
  private func verify(_ members: Set<ConstraintGroup>) throws -> Bool {
    known = [:]
    for member in members where try !isFeasible(keeping: members.subtracting([member])) {
      return false
    }
    return try !isFeasible(keeping: members)
  }

  private func isFeasible(keeping groups: Set<ConstraintGroup>) throws -> Bool {
    if let answer = known[groups] { return answer }
    let verdict = try step.part {
      try probe.examine(model, relaxed: Set(all).subtracting(groups))
    }
    known[groups] = verdict.isFeasible
    evidence = verdict.solution.certificate.map { GroupEvidence($0, of: verdict.program) }
    return verdict.isFeasible
  }
}
