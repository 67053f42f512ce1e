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
    if summary.cost != nil { all += [ranges, SharedText.bill] }
    if let checks = summary.checks {
      all.append(
        CheckText.sentence(checks, in: "the plan without goals")
          + "; `plusone validate \(summary.instance.name) --checks` shows each.")
    }
    if summary.withoutGoals?.cost != nil {
      all.append(
        "“Without goals” is the cheapest plan for the same data and options without the goals.")
    }
    if summary.cost != nil, summary.regions == nil {
      all.append(
        "An earlier version wrote this plan: there is no chain, no map, and no change of bills, and all regions but home are grey. "
          + "`plusone solve` plans it anew.")
    }
    return all + words.sentences(on: summary.warnings)
  }

  private var ranges: String {
    guard let ranges = summary.ranges else { return SharedText.oneWorld(advice) }
    return "The ranges are those of \(ranges.sampleText), in which "
      + "\(ranges.assumptions.count == 1 ? "one assumption stands" : "\(ranges.assumptions.count) assumptions stand") "
      + "anywhere in their ranges, each with a plan of its own. \(ranges.planText)"
  }
}
