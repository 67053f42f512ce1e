import Analysis
import Reporting
import Statistics
import Studies

/// Which options of a study are worth choosing, in sentences and main figures.
struct StudyAnswer {
  private let words: StudyWords
  private let planned: [RunRecord]

  init(_ words: StudyWords) {
    self.words = words
    planned = words.first.filter { $0.status == .optimal }
  }

  private var comparison: Comparison { words.comparison }

  // MARK: The question

  var settings: [String] {
    let options = words.records.map(\.option).uniqued()
    let variations = words.records.filter { !$0.isSampled }.map(\.variation).uniqued()
    let worlds = words.records.filter(\.isSampled).map(\.variation).uniqued().count
    var all: [String] = []
    if !options.isEmpty { all.append("Options: \(words.list(options)).") }
    if !variations.isEmpty { all.append("Variations of the data: \(words.list(variations)).") }
    if worlds > 0 { all.append("Sampled worlds: \(worlds).") }
    if words.isFiltered { all.append("Only the rows that the command shows count.") }
    return all
  }

  // MARK: The answer

  var answer: Page.Answer {
    guard !words.records.isEmpty else { return Page.Answer("No run is shown.", .bad) }
    guard words.records.contains(where: { $0.status == .optimal }) else {
      return Page.Answer("No run has a plan.", .bad)
    }
    let texts = [undominated, leastRegret, withoutPlan].compactMap(\.self)
    return Page.Answer(texts.joined(separator: " "))
  }

  /// Which options no other beats, under the first variation.
  private var undominated: String? {
    let options = planned.filter { comparison.pareto.contains($0.run) }.map(\.option).uniqued()
    guard let variation = words.first.first?.variation, !options.isEmpty else { return nil }
    let criteria =
      ["cost"] + (words.worstService == nil ? [] : ["service in the worst disruption"])
      + (words.has(.reliance) ? ["reliance"] : [])
    let last = criteria.count > 1 ? " and \(criteria[criteria.count - 1])" : ""
    let text =
      criteria.count > 1 ? criteria.dropLast().joined(separator: ", ") + last : criteria[0]
    let count = planned.map(\.option).uniqued().count
    let named = options.map { option -> String in
      guard let record = planned.first(where: { $0.option == option }),
        let more = comparison.change(.cost, of: record), NumberText.signed(more) != "0"
      else { return option }
      return "\(option) (\(NumberText.signed(more)))"
    }
    let isDear = named != options
    let unit = words.subject.names.currency
    let bracket =
      " In brackets: what all regions together pay more than \(words.measures.other)\(unit.isEmpty ? "" : ", \(unit)")."
    return
      "Under “\(variation)”, \(options.count) of \(count) options are worth choosing by \(text), since no other beats them: "
      + "\(words.list(named, most: 8)).\(isDear ? bracket : "")"
  }

  private var costRegret: [Robustness.Measured] {
    guard !words.isFiltered, let start = words.first.first,
      words.records.map(\.option).uniqued().count > 1
    else { return [] }
    return words.robustness.leastRegret(
      of: words.measure(.cost), coordination: start.coordination)
  }

  private var leastRegret: String? {
    guard let regret = costRegret.first, let largest = regret.regret.largest,
      regret.count.worlds > 1
    else { return nil }
    let worlds =
      words.robustness.isSampled
      ? "\(regret.count.worlds) sampled worlds" : "\(regret.count.worlds) variations"
    let names = words.list(costRegret.map(\.policy.option))
    guard NumberText.amount(largest) != "0" else {
      return "The cheapest in each of the \(worlds): \(names)."
    }
    return
      "Over the \(worlds), \(names) "
      + "costs at most \(words.measures.value(largest, of: regret.measure)) more than the cheapest option of each."
  }

  private var withoutPlan: String? {
    let count = words.records.count { $0.status != .optimal }
    guard count > 0 else { return nil }
    return "\(count) of \(words.records.count) runs \(count == 1 ? "has" : "have") no plan."
  }

  // MARK: Main figures

  var figures: [Page.KeyFigure] {
    [
      best("Cheapest option", .cost, isLess: true),
      best("Least bill of \(words.subject.names.home)", .homeBill, isLess: true),
      words.worstService.flatMap {
        best("Best service of all regions in the worst disruption", $0, isLess: false)
      },
      best(
        capitalised("least \(words.measures.title(of: words.measure(.reliance)))"), .reliance,
        isLess: true),
      regretFigure,
    ].compactMap(\.self)
  }

  /// The option that is best by a figure under the first variation, and the worst one beside it.
  private func best(_ label: String, _ figure: RunFigure, isLess: Bool) -> Page.KeyFigure? {
    let known = planned.filter { $0[figure] != nil }
      .sorted { ($0[figure] ?? 0) < ($1[figure] ?? 0) }
    guard let low = known.first, let high = known.last, low.option != high.option,
      let (least, most) = words.value(figure, of: low).flatMap({ least in
        words.value(figure, of: high).map { (least, $0) }
      })
    else { return nil }
    let (best, worst) = isLess ? (low, high) : (high, low)
    let (bestText, worstText) = isLess ? (least, most) : (most, least)
    guard bestText != worstText else { return nil }
    return Page.KeyFigure(
      "\(label), under “\(best.variation)”", bestText,
      compared: "\(best.option); \(worst.option) has \(worstText)",
      range: range(of: figure, best))
  }

  /// How far a figure of an option goes over sampled worlds.
  private func range(of figure: RunFigure, _ record: RunRecord) -> String? {
    guard words.robustness.isSampled, !words.isFiltered else { return nil }
    let found = words.robustness.measured.first {
      $0.measure.figure == figure && !$0.measure.isChange
        && $0.policy.option == record.option && $0.policy.coordination == record.coordination
    }
    return found?.spread.map { spread in
      "\(words.measures.range(spread.q05, spread.q95, of: words.measure(figure))) \(SharedText.most(of: spread.count))"
    }
  }

  private var regretFigure: Page.KeyFigure? {
    guard let regret = costRegret.first, let largest = regret.regret.largest,
      regret.count.worlds > 1
    else { return nil }
    return Page.KeyFigure(
      "Least largest regret of the cost, over \(regret.count.worlds) worlds",
      words.measures.value(largest, of: regret.measure),
      compared: words.list(costRegret.map(\.policy.option)),
      range: "the cheapest in \(NumberText.percent(regret.regret.shareBest)) of the worlds")
  }

  // MARK: What is assumed

  var assumed: [String] {
    var all = [
      "Every run is a plan of its own, which knows the data of its variation.",
      "Costs are of all regions together and discounted; \(words.subject.names.home)'s bill is what it pays of them.",
    ]
    if !words.robustness.isSampled {
      all.append(
        "The study samples no worlds: its variations say what happens in the cases that it lists, not how likely they are. "
          + "The key `worlds` of the study's file draws worlds from the ranges of assumptions.csv.")
    } else {
      all.append("The sampled worlds are the same for every option.")
      let count = words.robustness.measured.first?.count.worlds ?? 0
      if let note = Ranges.fewWorlds(count) { all.append(note) }
    }
    let short = words.records.count { ($0.figures?.plan.goalsMetByServingLess ?? 0) > 0 }
    if short > 0 {
      all.append(
        "In \(short) of \(words.records.count) runs goals are met only with shortages.")
    }
    return all
  }
}
