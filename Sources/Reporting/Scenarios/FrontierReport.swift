public import Foundation
import LinearProgramming
public import Scenarios
public import Sourcing
public import Studies

/// A frontier as text, as a table, and as JSON.
public struct FrontierReport: BlockReport {
  let frontier: Frontier
  let band: FrontierBand?
  let currency: String
  private let title: String
  private let assumptions: String?
  private let moved: [String: Double]?
  private let parameters: String?
  private let names: Names
  private let home: String
  private let objective: FrontierObjective

  /// The report on a frontier.
  ///
  /// - Parameters:
  ///   - frontier: the frontier.
  ///   - instance: of which the plans are.
  ///   - model: with any value of the parameter.
  ///   - band: worlds at each of its values; nil: none were planned.
  public init(
    _ frontier: Frontier, of instance: Instance, _ model: Model, band: FrontierBand? = nil
  ) {
    self.frontier = frontier
    self.band = band
    currency = instance.currency
    names = Names(instance)
    home = instance.home.id
    objective = FrontierObjective(model)
    title = "\(instance.shownTitle); model \(model.name)"
    assumptions = instance.assumptionText
    moved = instance.assumptionsAsKey
    parameters = model.parameterText(without: [frontier.range.name])
  }

  private var name: String { frontier.range.name }

  /// Whether the parameter sets the target of a goal, and so some value has something achieved or a price.
  private var hasAchieved: Bool { frontier.steps.contains { $0.achieved != nil } }
  private var hasPrice: Bool { frontier.steps.contains { $0.shadowPrice != nil } }

  /// What it says, from top to bottom.
  public var blocks: [ReportBlock] {
    var report = ReportDocument()
    addServingLess(to: &report)
    report.add(title, .heading)
    for text in heading { report.add(text) }
    report.addBlank()
    report.add(grid)
    report.addBlank()
    report.add(tightestLine)
    report.addLegend(legend)
    addBand(to: &report)
    if frontier.isUnproven { report.add(UnprovenText.sentence, .bad) }
    for warning in frontier.warnings { report.add("Warning: \(warning).", .bad) }
    report.addNames(names)
    return report.blocks
  }

  private var grid: TextGrid {
    var header = [name, objective.name, "extra \(objective.name)", "home's bill", "extra bill"]
    if hasAchieved { header.append("achieved") }
    if hasPrice { header.append("shadow price") }
    var grid = TextGrid(header + ["feasible"])
    for (place, step) in frontier.steps.enumerated() {
      let number = { (value: Double?) in value.map(NumberText.amount) ?? "-" }
      var row = [
        step.text, number(step.objective), number(frontier.change(at: place)),
        number(step.homeBill), number(frontier.changeOfHomeBill(at: place)),
      ]
      if hasAchieved { row.append(step.achieved.map(achieved) ?? "-") }
      if hasPrice { row.append(number(step.shadowPrice.map { $0 * frontier.step })) }
      grid.add(
        row + [
          step.isFeasible
            ? (step.isUnderserved ? "yes, shortage" : "yes")
            : (step.isUnproven ? "no (not proven)" : "no")
        ])
    }
    return grid
  }

  /// Adds the values at which goals are met with shortages, as the first line; nothing if there are none.
  private func addServingLess(to report: inout ReportDocument) {
    let values = frontier.steps.filter(\.isUnderserved).map(\.text)
    guard !values.isEmpty else { return }
    let named = values.prefix(6).joined(separator: ", ")
    let more = values.count > 6 ? " and \(values.count - 6) more" : ""
    report.add(
      "At \(values.count) of \(frontier.steps.count) values goals are met only with shortages: \(name) = "
        + "\(named)\(more).", .bad)
    report.addBlank()
  }

  private var heading: [String] {
    let money = Legend.money(currency, "for all regions together, discounted")
    let first = objective.name.prefix(1).uppercased() + objective.name.dropFirst()
    return [
      assumptions, parameters,
      "\(first) for each value of the parameter \(name). \(money)",
    ].compactMap(\.self)
  }

  private var legend: [(term: String, meaning: String)] {
    var entries = [(objective.name, objective.meaning)]
    if let loosest = frontier.loosest {
      let text = frontier.steps[loosest].text
      entries += [
        (
          "extra \(objective.name)",
          "\(objective.name) minus the \(objective.name) at \(name) = \(text), the loosest value"
        ),
        (
          "home's bill, extra bill",
          "what \(home) pays of the total cost, discounted; the same minus that at \(name) = \(text)"
        ),
      ]
    }
    if hasAchieved {
      entries.append(
        (
          "achieved",
          "what the goals that \(name) sets reach, in the period where they are tightest"
        ))
    }
    if hasPrice {
      entries.append(
        (
          "shadow price",
          "change of cost if \(name) rises by \(frontier.range.isPercent ? "one percentage point" : "1"), in all "
            + "periods of the goal" + (frontier.isMixedInteger ? ", with the integers fixed" : "")
        ))
    }
    if frontier.steps.contains(where: \.isUnderserved) {
      entries.append(
        (
          "shortage",
          "the goal is binding, or a share of no supply at all, while demand is not fully served"
        ))
    }
    return entries
  }

  private func achieved(_ value: Double) -> String {
    frontier.range.isPercent ? NumberText.percent(value) : NumberText.amount(value)
  }

  private var tightestLine: String {
    guard let tightest = frontier.tightest else { return "No value that was tried is feasible." }
    return frontier.isFeasibleThroughout
      ? "All values are feasible, also the tightest, \(frontier.range.text(tightest))."
      : "Tightest feasible value: \(name) = \(frontier.range.text(tightest))"
  }

  /// The frontier as `frontier --format csv` prints it.
  public var table: ReportTable {
    var table = ReportTable(band == nil ? .frontier : .frontierBand)
    let cell = ReportTable.Cell.number(ifAny:)
    for (place, step) in frontier.steps.enumerated() {
      let cells: [ReportTable.Cell] = [
        .text(name), .number(step.value), .text(step.termination.rawValue), cell(step.objective),
        cell(frontier.change(at: place)), cell(step.homeBill),
        cell(frontier.changeOfHomeBill(at: place)), cell(step.achieved),
        cell(step.shadowPrice.map { $0 * frontier.step }),
        .text(step.isUnderserved ? "true" : "false"), cell(frontier.tightest),
      ]
      table.add(contentsOf: cells + bandCells(at: place))
    }
    return table
  }

  /// The frontier as `frontier --format json` prints it.
  ///
  /// - Throws: `EncodingError`.
  public func json() throws -> Data {
    try snakeCaseJSON(
      Answer(
        parameter: name, assumptions: moved, from: frontier.range.from, to: frontier.range.to,
        integersFixed: frontier.isMixedInteger, tightest: frontier.tightest,
        unproven: frontier.isUnproven ? true : nil, worlds: band?.sample.count,
        seed: band?.sample.seed, warnings: frontier.warnings,
        steps: frontier.steps.enumerated().map { place, step in
          Answer.Step(
            value: step.value, text: step.text, status: step.termination.rawValue,
            cost: step.objective, change: frontier.change(at: place), homeBill: step.homeBill,
            changeHomeBill: frontier.changeOfHomeBill(at: place), achieved: step.achieved,
            shadowPrice: step.shadowPrice.map { $0 * frontier.step },
            underserved: step.isUnderserved, unproven: step.isUnproven ? true : nil,
            band: band.map { Answer.Band($0.steps[place]) })
        }))
  }

  /// What `frontier --format json` prints.
  struct Answer: DescribedJSON {
    struct Step: DescribedJSON {
      var value: Double
      var text: String
      var status: String
      @Nullable var cost: Double?
      @Nullable var change: Double?
      @Nullable var homeBill: Double?
      @Nullable var changeHomeBill: Double?
      @Nullable var achieved: Double?
      @Nullable var shadowPrice: Double?
      var underserved: Bool
      /// There only where it is true.
      var unproven: Bool?
      /// There only with worlds.
      var band: Band?

      enum CodingKeys: String, CodingKey, CaseIterable {
        case value, text, status, cost, change, homeBill, changeHomeBill, achieved, shadowPrice
        case underserved, unproven, band
      }
      static let objectTitle = "Value of the parameter"
    }
    var parameter: String
    var assumptions: [String: Double]?
    var from: Double
    var to: Double
    var integersFixed: Bool
    @Nullable var tightest: Double?
    var unproven: Bool?
    /// There only with worlds, as the seed.
    var worlds: Int?
    var seed: UInt64?
    var warnings: [String]
    var steps: [Step]

    enum CodingKeys: String, CodingKey, CaseIterable {
      case parameter, assumptions, from, to, integersFixed, tightest, unproven, worlds,
        seed, warnings, steps
    }
    static let objectTitle = "Frontier"
  }
}
