/// The runs of a study side by side.
public struct Comparison: Sendable {
  /// In the study's order.
  public let records: [RunRecord]
  /// Names of all figures.
  public let figures: [String]
  /// Runs whose option no other beats under the same variation and coordination.
  public let pareto: Set<String>

  public init(_ records: [RunRecord]) {
    self.records = records
    var seen: Set<String> = []
    figures = records.flatMap { $0.figures.map(\.name) }.filter { seen.insert($0).inserted }
    pareto = Self.undominated(records)
  }

  /// The first option's run under the same variation and coordination.
  public func reference(for record: RunRecord) -> RunRecord? {
    guard let first = records.first?.option else { return nil }
    return records.first {
      $0.option == first && $0.variation == record.variation
        && $0.coordination == record.coordination && $0.status == .optimal
    }
  }

  /// A figure's difference against the first option under the same variation.
  public func change(_ figure: String, of record: RunRecord) -> Double? {
    guard let value = record[figure], let base = reference(for: record)?[figure] else { return nil }
    return value - base
  }

  /// Figures that tell which options are worth choosing, each the better the smaller.
  static func criteria(of record: RunRecord) -> [Double?] {
    let service = record.figures.first { $0.name.hasPrefix("service_worst_") }?.value
    return [record["cost"], service.map { -$0 }, record["reliance"]]
  }

  /// Runs that no other beats: another beats one if it is at least as good in cost, worst service and focus
  /// reliance, and better in one of them.
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
      let tolerance = 1e-6 * max(1e-3, abs(a), abs(b))
      if a > b + tolerance { return false }
      if a < b - tolerance { isBetter = true }
    }
    return isBetter
  }

  static let keyColumns = [
    "run", "option", "variation", "coordination", "status", "feasible", "pareto", "reason",
    "achieved", "largest_source",
  ]

  /// `comparison.csv`: one row a run, every figure, and its difference against the first option under the
  /// same variation as `change_…`.
  public var table: ReportTable {
    var table = ReportTable(
      "comparison", columns: Self.keyColumns + figures + figures.map { "change_\($0)" })
    for record in records {
      var row: [ReportTable.Cell] = [
        record.run, record.option, record.variation, record.coordination, record.status.rawValue,
        Self.feasible(record), pareto.contains(record.run) ? "yes" : "no", record.reason,
        record.texts["achieved"] ?? "", record.texts["largest_source"] ?? "",
      ].map { $0.isEmpty ? .blank : .text($0) }
      let values = Self.values(of: record)
      let base = reference(for: record).map(Self.values) ?? [:]
      row += figures.map { cell($0, values[$0], horizon: record.horizonMonths) }
      row += figures.map { name in
        guard let value = values[name], let base = base[name] else { return .blank }
        return .number(value - base)
      }
      table.add(contentsOf: row)
    }
    return table
  }

  private static func values(of record: RunRecord) -> [String: Double] {
    Dictionary(record.figures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether there is a plan, as far as is known.
  private static func feasible(_ record: RunRecord) -> String {
    switch record.status {
    case .optimal: "yes"
    case .infeasible: "no"
    default: ""
    }
  }

  /// Months that reach to the end of the window are written as `>=12`.
  private func cell(_ figure: String, _ value: Double?, horizon: Int?) -> ReportTable.Cell {
    guard let value else { return .blank }
    if figure.hasPrefix("time_to_survive"), let horizon,
      value >= Double(horizon)
    {
      return .text(">=\(horizon)")
    }
    return .number(value)
  }
}
