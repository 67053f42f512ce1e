import Analysis
import Reporting

/// How sure the figures of a plan are, in sentences.
struct PlanCertainty {
  private let words: PlanWords
  private let advice: String?
  private var summary: Summary { words.summary }

  init(_ words: PlanWords, advice: String?) {
    self.words = words
    self.advice = advice
  }

  var sentences: [String] {
    var all: [String] = []
    if summary.cost != nil { all.append(ranges) }
    if let checks = summary.checks {
      all.append(CheckText.sentence(checks, in: "the plan without goals") + ".")
    }
    all.append(
      "A bill is what a region pays of the cost of all regions; costs follow the goods at average cost. "
        + "Equally cheap plans may split the cost in another way.")
    if summary.withoutGoals?.cost != nil {
      all.append(
        "“Without goals” is the cheapest plan for the same data and options without the goals.")
    }
    return all + summary.warnings.map { "Warning: \(summary.names?.inWords($0) ?? $0)." }
  }

  private var ranges: String {
    guard let ranges = summary.ranges else {
      return
        "These figures are of one world, the numbers of the tables: nothing here says how far they could move."
        + (advice.map { " \($0)" } ?? "")
    }
    return "The ranges are those of \(ranges.sampleText), in which "
      + "\(ranges.assumptions.count == 1 ? "one assumption stands" : "\(ranges.assumptions.count) assumptions stand") "
      + "anywhere in their ranges, each with a plan of its own. \(ranges.planText)"
  }
}
