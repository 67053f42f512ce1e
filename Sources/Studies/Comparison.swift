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

  /// - Parameter records: of the runs, in the order of the study.
  public init(_ records: [RunRecord]) {
    self.records = records
    figures = records.flatMap { $0.figures?.all ?? [] }.uniqued()
    pareto = Self.undominated(records)
  }

  /// A measure under each sharing arrangement that some run has it for.
  public func figures(of measure: RunFigure.StressMeasure) -> [RunFigure] {
    figures.filter { figure in
      if case .stress(measure, _) = figure { true } else { false }
    }
  }

  /// The first option's run under the same variation and coordination.
  public func reference(for record: RunRecord) -> RunRecord? {
    guard let first = records.first?.option else { return nil }
    return records.first {
      $0.option == first && $0.variation == record.variation
        && $0.coordination == record.coordination && $0.status == .optimal
    }
  }

  /// A figure's difference against the first option under the same variation and coordination.
  public func change(_ figure: RunFigure, of record: RunRecord) -> Double? {
    guard let value = record[figure], let base = reference(for: record)?[figure] else { return nil }
    return value - base
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
    let kept = planned.filter { record in
      !planned.contains { other in
        other.variation == record.variation && other.coordination == record.coordination
          && beats(criteria(of: other), criteria(of: record))
      }
    }
    return Set(kept.map(\.run))
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
