import Analysis
import Scenarios

/// The runs of a study side by side.
public struct Comparison: Sendable {
  /// In the study's order.
  public let records: [RunRecord]
  /// All figures, in the order in which the runs first have them.
  public let figures: [RunFigure]
  /// Names of the runs that no other option beats under the same variation and coordination.
  public let pareto: Set<String>
  /// The claims of the study.
  public let claims: [Claim]
  /// The worlds that the study draws; nil: it samples none.
  public let worlds: DrawnWorlds?
  /// What its sampled worlds say, once it was asked for.
  let findings = WorldFindings()
  /// The first option's runs that have a plan.
  private let references: [Circumstances: RunRecord]

  /// What two runs that are compared have in common.
  private struct Circumstances: Hashable {
    var variation: String
    var coordination: String

    init(_ record: RunRecord) {
      (variation, coordination) = (record.variation, record.coordination)
    }
  }

  /// - Parameters:
  ///   - records: of the runs, in the order of the study.
  ///   - claims: of the study.
  ///   - worlds: that it draws; nil: it samples none.
  public init(_ records: [RunRecord], claims: [Claim] = [], worlds: DrawnWorlds? = nil) {
    self.records = records
    self.claims = claims
    self.worlds = worlds
    figures = records.flatMap { $0.figures?.all ?? [] }.uniqued()
    pareto = Self.undominated(records)
    let first = records.first?.option
    let references = records.filter { $0.option == first && $0.status == .optimal }
    self.references = Dictionary(
      references.map { (Circumstances($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Name of the first option, with which others are compared; nil without runs.
  public var firstOption: String? { records.first?.option }

  /// The same without the runs of sampled worlds.
  public var listed: Comparison {
    records.contains(where: \.isSampled)
      ? Comparison(records.filter { !$0.isSampled }, claims: claims, worlds: worlds) : self
  }

  /// The measures of worlds that some run has: all figures, and their changes against the first option.
  public var measures: [PlanMeasure] {
    let sharing = figures.compactMap { figure in
      if case .stress(_, let label) = figure { label } else { nil }
    }.uniqued()
    let known = Set(figures)
    return PlanMeasure.all(sharing: sharing).filter { known.contains($0.figure) }
  }

  /// A measure under each sharing arrangement that some run has it for.
  public func figures(of measure: RunFigure.StressMeasure) -> [RunFigure] {
    figures.filter { figure in
      if case .stress(measure, _) = figure { true } else { false }
    }
  }

  /// The first option's run under the same variation and coordination.
  public func reference(for record: RunRecord) -> RunRecord? {
    references[Circumstances(record)]
  }

  /// A figure's difference against the first option under the same variation and coordination.
  public func change(_ figure: RunFigure, of record: RunRecord) -> Double? {
    guard let value = record[figure], let base = reference(for: record)?[figure] else { return nil }
    return value - base
  }

  /// The value of a measure; changes are against the first option. nil if the run has none.
  public func value(of measure: PlanMeasure, in record: RunRecord) -> Double? {
    measure.isChange ? change(measure.figure, of: record) : record[measure.figure]
  }

  // MARK: Which are worth choosing

  /// Figures by which options are compared, each better if it is smaller: cost, −service, reliance.
  static func criteria(of record: RunRecord) -> [Double?] {
    let service = record.figures?.stress.first?.worstService
    return [record[.cost], service.map { -$0 }, record[.reliance]]
  }

  /// Runs that no other beats. A run beats another if it is at least as good in cost, worst service and reliance, and
  /// better in one of them.
  private static func undominated(_ records: [RunRecord]) -> Set<String> {
    let planned = records.filter { $0.status == .optimal }
      .map { (record: $0, criteria: criteria(of: $0)) }
    let kept = Dictionary(grouping: planned) { Circumstances($0.record) }.values.flatMap { rivals in
      rivals.filter { one in !rivals.contains { beats($0.criteria, one.criteria) } }
    }
    return Set(kept.map(\.record.run))
  }

  static func beats(_ first: [Double?], _ second: [Double?]) -> Bool {
    var isBetter = false
    for case (let a?, let b?) in zip(first, second) {
      let tolerance = 1e-6 * max(abs(a), abs(b))
      if a > b + tolerance { return false }
      if a < b - tolerance { isBetter = true }
    }
    return isBetter
  }
}
