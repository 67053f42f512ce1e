import Analysis
public import Scenarios
import Sourcing

/// The report on chokepoints: the places whose loss costs the world or home most.
public struct ChokepointReport: CollectedReport {
  /// What it says, from top to bottom.
  public internal(set) var blocks: [ReportBlock] = []
  private let map: ChokepointMap
  private var instance: Instance { map.runner.instance }
  private var options: StressOptions { map.runner.options }
  private var first: String { instance.horizon[.first].label }
  private var home: String { instance.home.id }

  /// The most rows that are shown for the world's loss, and for home's.
  private static let mostRows = 10

  /// The report on some chokepoints.
  ///
  /// - Parameters:
  ///   - points: the rows, in their order.
  ///   - map: the map that found them.
  public init(_ points: [Chokepoint], map: ChokepointMap) {
    self.map = map
    addTitle()
    addUndisturbed(points)
    addBlank()
    let shown = Self.mostImportant(points, limit: Self.mostRows)
    let columns = columns(points)
    var grid = TextGrid(["stops", "stage"] + columns.map(\.name), keyCount: 2)
    for point in shown {
      grid.add(
        [
          Names(instance).row(instance.regions[point.node.region].id), point.node.stage ?? "all",
        ] + columns.map { $0.text(point) })
    }
    if !shown.isEmpty { add(grid) }
    addRest(points, shown: shown.count)
    addLegend(columns.compactMap { column in column.meaning.map { (column.name, $0) } })
    addNames(Names(instance))
  }

  /// The rows that cost something, in their order: those with the largest loss of the world, in the period of the runs
  /// or in the first, and those with the largest loss of home.
  package static func mostImportant(_ points: [Chokepoint], limit: Int) -> [Chokepoint] {
    let losses: [(Chokepoint) -> Double] = [
      { max($0.planned.lostValue, $0.today.lostValue) },
      { max($0.planned.homeLostMost, $0.today.homeLostMost) },
    ]
    let chosen = losses.flatMap { loss in
      points.indices.filter { NumberText.amount(loss(points[$0])) != "0" }
        .sorted { (loss(points[$1]), $0) < (loss(points[$0]), $1) }.prefix(limit)
    }
    return Set(chosen).sorted().map { points[$0] }
  }

  private mutating func addTitle() {
    let names = Names(instance)
    let last = instance.horizon[map.runner.period].label
    let (of, commodity) = (names.sentence(map.of.id), names.sentence(map.commodity.id))
    add(
      "Chokepoints upstream of \(commodity), for \(of). In each row all production of a region, "
        + "or of one stage there, stops for \(options.horizonMonths) months: in \(last) under the plan, and in \(first). "
        + "Flows can be rerouted after \(options.rerouteMonths) months. \(Legend.allocation(options)) "
        + Legend.money(instance.currency, "not discounted"))
    if let text = instance.assumptionText { add(text) }
    let periods = [PeriodIndex.first, map.runner.period]
    let ofGoods = map.commodity.members
    if !periods.contains(where: { instance.hasDemand(in: map.of, for: ofGoods, $0) }) {
      add(
        "\(of) has no final demand for \(commodity) itself in \(first) or \(last), so no row says how long it would be safe. "
          + "Demand for goods made from it is part of what \(home) and the world lose.")
    }
    if !periods.contains(where: { instance.hasDemand(in: instance.home, $0) }) {
      add(
        "\(names.sentence(home)) (home) has no final demand in \(first) or \(last), so it loses nothing."
      )
    }
    if let text = map.runner.model.parameterText(in: options) { add(text) }
  }

  private mutating func addUndisturbed(_ points: [Chokepoint]) {
    guard let figures = points.first else { return }
    let last = instance.horizon[map.runner.period].label
    let lost = [(first, figures.today), (last, figures.planned)]
      .filter { $0.1.lostUndisturbed > 0 }
      .map { "\(NumberText.amount($0.1.lostUndisturbed)) in \($0.0)" }.uniqued()
    guard !lost.isEmpty else { return }
    add(
      "Warning: even without a disruption all regions together lose \(lost.joined(separator: " and ")). It is part of what "
        + "each row loses, and the months without a shortage mean little.", .bad)
  }

  private mutating func addRest(_ points: [Chokepoint], shown: Int) {
    let rest = points.count - shown
    guard rest > 0 else { return }
    add(
      shown > 0
        ? "and \(rest) more with smaller losses or none; the file of --out has all"
        : "No loss costs the world or home anything. The file of --out has all \(rest) rows.")
  }

  private struct Column {
    var name: String
    var meaning: String?
    var text: (Chokepoint) -> String
  }

  private func columns(_ points: [Chokepoint]) -> [Column] {
    let here = "\(map.of.id) \(map.commodity.id)"
    let months = { (figures: Chokepoint.Figures, count: Int) in
      figures.hasDemandHere
        ? ReportTable.Cell.months(count, of: options.horizonMonths).text : "-"
    }
    // Under `pro_rata` the months safe are those of this rule already.
    let proRata =
      options.allocation == .efficient && options.rerouteMonths > 0
      ? [
        Column(
          name: "months safe pro rata",
          meaning:
            "the same if every supplier that has too little cuts all its foreign customers by the same share"
        ) { months($0.planned, $0.planned.timeToSurviveProRata) }
      ] : []
    let ofHere =
      [
        Column(
          name: here,
          meaning: "least lost value of \(map.commodity.id) alone in \(map.of.id), if that is "
            + "\(options.servedFirst); only the final demand for \(map.commodity.id) itself counts"
        ) { $0.planned.hasDemandHere ? NumberText.amount($0.planned.lostValueHere) : "-" },
        Column(
          name: "months safe",
          meaning: "time to survive in the best case: months until the first shortage of "
            + "\(map.commodity.id) in \(map.of.id), if that is \(options.servedFirst); >=\(options.horizonMonths): no shortage in the window"
        ) { months($0.planned, $0.planned.timeToSurvive) },
      ] + proRata + [
        Column(
          name: "months out",
          meaning: "the longest production stop there among the instance's disruptions, else "
            + "\(options.horizonMonths)"
        ) { "\($0.timeToRecover)" }
      ]
    let safeFirst = Column(name: "months safe \(first)") {
      months($0.today, $0.today.timeToSurvive)
    }
    let counts = points.contains { $0.planned.hasDemandHere || $0.today.hasDemandHere }
    return ofLosses + (counts ? ofHere : []) + ofShares + lossesFirst + (counts ? [safeFirst] : [])
  }

  private var ofLosses: [Column] {
    [
      Column(
        name: "world loses",
        meaning: "least lost value of all regions and all commodities; the rows are in its order"
      ) { NumberText.amount($0.planned.lostValue) },
      Column(
        name: "\(home) loses",
        meaning: "lost value of all demand of \(home) (home), from the best case (it is "
          + "\(options.servedFirst)) to the worst (the world loses least, and \(home) comes last where that leaves a choice)"
      ) { RangeText.amount($0.planned.homeLostLeast, $0.planned.homeLostMost) },
    ]
  }

  private var ofShares: [Column] {
    [
      Column(
        name: "share",
        meaning: "of all regions' output of what the place makes upstream of \(map.commodity.id)"
      ) { NumberText.percent($0.planned.share) },
      Column(
        name: "HHI·risk",
        meaning: "sum of share² × risk over all regions that make the same; 0 is safe, 1 is "
          + "one risky maker"
      ) { $0.planned.concentrationRisk.map(NumberText.amount) ?? "-" },
    ]
  }

  private var lossesFirst: [Column] {
    [
      Column(name: "world loses \(first)") { NumberText.amount($0.today.lostValue) },
      Column(name: "\(home) loses \(first)") {
        RangeText.amount($0.today.homeLostLeast, $0.today.homeLostMost)
      },
    ]
  }
}
