public import Foundation
import LinearProgramming
public import Scenarios

/// A frontier as text, as a table, and as JSON.
public struct FrontierReport: Sendable {
  let frontier: Frontier
  let currency: String

  /// - Parameter currency: the instance's.
  public init(_ frontier: Frontier, currency: String) {
    self.frontier = frontier
    self.currency = currency
  }

  private var name: String { frontier.range.name }

  /// Lines for a terminal.
  ///
  /// - Parameter width: the most columns of a line.
  public func lines(width: Int = 100) -> [String] {
    var grid = TextGrid([name, "cost", "change", "achieved", "shadow price", "feasible"])
    for (place, step) in frontier.steps.enumerated() {
      let number = { (value: Double?) in value.map(NumberText.amount) ?? "-" }
      grid.add([
        step.text, number(step.objective), number(frontier.change(at: place)),
        step.achieved.map(achieved) ?? "-", number(step.shadowPrice.map { $0 * frontier.step }),
        step.isFeasible
          ? (step.isUnderserved ? "yes, underserved" : "yes")
          : (step.isUnproven ? "no, unproven" : "no"),
      ])
    }
    var lines = ["Cost in \(currency) over \(name)", ""] + grid.lines(width: width) + [""]
    lines.append(tightestLine)
    lines += wrapped(
      "Change: against the loosest value. Shadow price: what cost changes by when \(name) rises by "
        + (frontier.range.isPercent ? "one percentage point" : "1")
        + (frontier.isMixedInteger ? ", with the integers fixed." : "."), width: width)
    if frontier.steps.contains(where: \.isUnderserved) {
      lines += wrapped(
        "Underserved: the goal binds, or holds as a share of nothing, while demand goes unserved.",
        width: width)
    }
    if frontier.isUnproven { lines += wrapped(UnprovenText.sentence, width: width) }
    for warning in frontier.warnings { lines += wrapped("Warning: \(warning).", width: width) }
    return lines
  }

  private func achieved(_ value: Double) -> String {
    frontier.range.isPercent ? NumberText.percent(value) : NumberText.amount(value)
  }

  private var tightestLine: String {
    guard let tightest = frontier.tightest else { return "No value tried is feasible." }
    return frontier.isFeasibleThroughout
      ? "All values are feasible, \(frontier.range.text(tightest)) too."
      : "Tightest feasible value: \(frontier.range.text(tightest))"
  }

  /// The frontier as `frontier --format csv` prints it.
  public var table: ReportTable {
    var table = ReportTable(.frontier)
    let cell = { (value: Double?) -> ReportTable.Cell in value.map { .number($0) } ?? .blank }
    for (place, step) in frontier.steps.enumerated() {
      table.add(
        .text(name), .number(step.value), .text(step.termination.rawValue), cell(step.objective),
        cell(frontier.change(at: place)), cell(step.achieved),
        cell(step.shadowPrice.map { $0 * frontier.step }),
        .text(step.isUnderserved ? "true" : "false"), cell(frontier.tightest))
    }
    return table
  }

  /// The frontier as `frontier --format json` prints it.
  ///
  /// - Throws: `EncodingError`.
  public func json() throws -> Data {
    try snakeCaseJSON(
      Answer(
        parameter: name, from: frontier.range.from, to: frontier.range.to,
        integersFixed: frontier.isMixedInteger, tightest: frontier.tightest,
        unproven: frontier.isUnproven ? true : nil, warnings: frontier.warnings,
        steps: frontier.steps.enumerated().map { place, step in
          Answer.Step(
            value: step.value, text: step.text, status: step.termination.rawValue,
            cost: step.objective, change: frontier.change(at: place), achieved: step.achieved,
            shadowPrice: step.shadowPrice.map { $0 * frontier.step },
            underserved: step.isUnderserved, unproven: step.isUnproven ? true : nil)
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
      @Nullable var achieved: Double?
      @Nullable var shadowPrice: Double?
      var underserved: Bool
      /// There only where it is true.
      var unproven: Bool?

      enum CodingKeys: String, CodingKey, CaseIterable {
        case value, text, status, cost, change, achieved, shadowPrice, underserved, unproven
      }
      static let objectTitle = "Value of the parameter"
    }
    var parameter: String
    var from: Double
    var to: Double
    var integersFixed: Bool
    @Nullable var tightest: Double?
    var unproven: Bool?
    var warnings: [String]
    var steps: [Step]

    enum CodingKeys: String, CodingKey, CaseIterable {
      case parameter, from, to, integersFixed, tightest, unproven, warnings, steps
    }
    static let objectTitle = "Frontier"
  }
}
