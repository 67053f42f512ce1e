import Analysis
import Scenarios
import Sourcing
import Studies

/// How safe home is, and the world beside it.
extension StudyReport {
  private var home: String { instance?.home.id ?? "home" }

  private var horizon: Int {
    comparison.records.compactMap { $0.figures?.stress.first?.horizonMonths }.first ?? 0
  }

  /// Runs whose plan has a shortage without any disruption. It comes before all figures of disruptions.
  mutating func addShortWithoutDisruption() {
    let figures = comparison.figures(of: .serviceUndisturbed)
    let short = comparison.records.compactMap { record -> (run: String, service: Double)? in
      let least = figures.compactMap { record[$0] }.min()
      return least.flatMap { $0 < 1 ? (record.run, $0) : nil }
    }
    guard let worst = short.map(\.service).min() else { return }
    let runs = short.prefix(5).map(\.run) + (short.count > 5 ? ["and \(short.count - 5) more"] : [])
    add(
      "Warning: even without a disruption up to \(NumberText.percent(1 - worst)) of the world's demand is not served "
        + "in \(runs.joined(separator: ", ")), so the months without a shortage mean little there.",
      .bad)
  }

  /// What disruptions mean for home and for the world, for each option under one variation.
  mutating func addSafety(_ records: [RunRecord]) {
    guard let label = comparison.figures(of: .homeLostLeastWorst).first.map(Self.sharingLabel)
    else {
      return
    }
    if let instance,
      !instance.horizon.indices.contains(where: { instance.hasDemand(in: instance.home, $0) })
    {
      add(
        "\(Names(instance).sentence(home)) (home) has no final demand, so its figures of disruptions mean nothing."
      )
    }
    let isExpected =
      comparison.figures(of: .homeLostLeastExpected).first.map(Self.sharingLabel) == label
    let figure = { (measure: RunFigure.StressMeasure) in RunFigure.stress(measure, sharing: label) }
    let lost = isExpected ? "expected loss" : "worst loss"
    var grid = TextGrid([
      "option", "\(home) worst service", "\(home) \(lost)", "months safe",
      "months safe pro rata", "world worst service", "world \(lost)",
    ])
    for record in records where record.status == .optimal {
      let value = { (measure: RunFigure.StressMeasure) in record[figure(measure)] }
      grid.add([
        record.option,
        Self.range(
          value(.homeServiceMostWorst), value(.homeServiceLeastWorst), ServiceText.range),
        Self.range(
          value(isExpected ? .homeLostLeastExpected : .homeLostLeastWorst),
          value(isExpected ? .homeLostMostExpected : .homeLostMostWorst), RangeText.amount),
        months(value(.timeToSurvive)), months(value(.timeToSurviveProRata)),
        value(.serviceWorst).map(ServiceText.percent) ?? "-",
        value(isExpected ? .lostExpected : .lostWorst).map(NumberText.amount) ?? "-",
      ])
    }
    add(
      grid,
      heading:
        "Disruptions: \(home) (home) first, the world beside it (sharing \(RunFigure.word(label)))")
    addLegend(safetyLegend(lost, isExpected: isExpected))
  }

  private func safetyLegend(_ lost: String, isExpected: Bool) -> [(term: String, meaning: String)] {
    [
      (
        "\(home) worst service, \(home) \(lost)",
        "over all demand of \(home), both from the best case for it to the worst. Best: it is served before all others. "
          + "Worst: the world loses least, and \(home) comes last where that leaves a choice"
      ),
      (
        "worst service",
        "share of demand served in the disruption in which it is lowest; of the world in the solution found. A "
          + "resilience goal asks for the best possible service of the markets that it names"
      ),
      (
        lost,
        isExpected
          ? "lost value, Σ probability × lost value over the disruptions: the mean over a year in which each disruption "
            + "happens with its probability, and otherwise nothing is lost; not discounted"
          : "lost value in the disruption in which it is largest, not discounted"
      ),
      (
        "months safe",
        "time to survive of \(home) in the best case: months until its first shortage in the worst disruption, if it is "
          + "served before all others; >=\(horizon): no shortage in the window"
      ),
      (
        "months safe pro rata",
        "the same if every supplier that has too little cuts all its foreign customers by the same share"
      ),
    ]
  }

  /// Home's service in the worst disruption, by variation.
  mutating func addHomeServiceByVariation(_ records: [RunRecord]) {
    guard let least = comparison.figures(of: .homeServiceLeastWorst).first else { return }
    let most = RunFigure.stress(.homeServiceMostWorst, sharing: Self.sharingLabel(least))
    addVariations(
      "Service of \(home) (home) in the worst disruption, from the best case for it to the worst, sharing "
        + "\(RunFigure.word(Self.sharingLabel(least))), by variation", records
    ) { Self.range($0[most], $0[least], ServiceText.range) }
  }

  /// The greatest loss of home under each sharing arrangement.
  mutating func addHomeSharing(_ records: [RunRecord]) {
    addBySharing(
      records, expected: .homeLostMostExpected, "Expected greatest lost value of \(home) a year",
      worst: .homeLostMostWorst, "Greatest lost value of \(home) in the worst disruption",
      " where the world's is least, not discounted, by sharing of stockpiles")
  }

  private static func range(
    _ first: Double?, _ second: Double?, _ text: (Double, Double) -> String
  ) -> String {
    guard let first, let second else { return "-" }
    return text(first, second)
  }

  private func months(_ value: Double?) -> String {
    value.map { ReportTable.Cell.months(Int($0), of: horizon).text } ?? "-"
  }

  /// The label of the sharing arrangement of a figure; blank for a figure without one.
  private static func sharingLabel(_ figure: RunFigure) -> String {
    if case .stress(_, let sharing) = figure { sharing } else { "" }
  }
}
