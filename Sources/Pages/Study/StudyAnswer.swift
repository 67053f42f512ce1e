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
    let count = { (isWanted: (RunRecord) -> Bool) in
      words.records.filter(isWanted).map(\.variation).uniqued().count
    }
    let (worlds, others) = (count(\.isCounted), count(\.isForIndices))
    var all: [String] = []
    if !options.isEmpty { all.append("Options: \(words.list(options)).") }
    if !variations.isEmpty { all.append("Variations of the data: \(words.list(variations)).") }
    if worlds > 0 { all.append("Sampled worlds: \(worlds).") }
    if others > 0 { all.append("Further worlds for Sobol indices: \(others).") }
    if words.isFiltered { all.append(filterSentence) }
    return all
  }

  /// What is left out.
  private var filterSentence: String {
    let test = words.subject.filter.map { " with \($0)" } ?? " that the command shows"
    if let shown = words.subject.worldRows {
      let count = words.table(shown.table).rowCount
      return
        "Only rows\(test) are shown (\(shown.rows.count) of \(count) of \(shown.table.rawValue).csv)."
    }
    return
      "Only runs\(test) are shown (\(words.records.count) of \(comparison.records.count))."
  }

  // MARK: The answer

  var answer: Page.Answer {
    guard !words.records.isEmpty else { return Page.Answer("No run is shown.", .bad) }
    guard words.records.contains(where: { $0.status == .optimal }) else {
      return Page.Answer("No run has a plan.", .bad)
    }
    let texts = [bestAt ?? nothingToChoose, beaten, leastRegret, withoutPlan].compactMap(\.self)
    return Page.Answer(texts.joined(separator: " "))
  }

  /// The figures by which options are compared: what the best one has, and whether less is better.
  private var criteria: [(figure: RunFigure, best: String, isLess: Bool)] {
    [(.cost, "the lowest cost", true)]
      + (words.has(.homeBill)
        ? [(.homeBill, "the least bill of \(words.subject.names.home)", true)] : [])
      + (words.worstService.map { [($0, "the best service in the worst disruption", false)] } ?? [])
      + (words.has(.reliance) ? [(.reliance, "the least reliance", true)] : [])
  }

  /// The options that are best by a figure under the first variation, as far as it is shown; none if all are the same.
  private func winners(_ figure: RunFigure, isLess: Bool) -> [String] {
    let known = planned.filter { $0[figure] != nil }
    let all = known.compactMap { record in record[figure].map { (record, $0) } }
      .sorted { isLess ? $0.1 < $1.1 : $0.1 > $1.1 }
    guard let best = all.first, let text = words.value(figure, of: best.0) else { return [] }
    let same = all.filter { words.value(figure, of: $0.0) == text }
    return same.count == all.count ? [] : same.map(\.0.option).uniqued()
  }

  /// That options have the same figures, or that there is only one.
  private var nothingToChoose: String? {
    let options = planned.map(\.option).uniqued()
    guard let variation = words.first.first?.variation, let first = options.first else {
      return nil
    }
    return options.count == 1
      ? "Under “\(variation)”, the only option shown that has a plan is \(first)."
      : "Under “\(variation)”, all \(options.count) options have the same cost, service and reliance."
  }

  /// What each option is best at, under the first variation.
  private var bestAt: String? {
    guard let variation = words.first.first?.variation else { return nil }
    let best = criteria.map { ($0.best, winners($0.figure, isLess: $0.isLess)) }
    let options = planned.map(\.option).uniqued()
    let said = options.compactMap { option -> String? in
      let wins = best.filter { $0.1.contains(option) }.map(\.0)
      return wins.isEmpty ? nil : "\(option) has \(joined(wins))"
    }
    guard !said.isEmpty else { return nil }
    let more = said.count > 6 ? "; \(said.count - 6) more options are best at something" : ""
    return "Under “\(variation)”, \(said.prefix(6).joined(separator: "; "))\(more)."
  }

  /// Which of the other options another one beats under the first variation, and which not.
  private var beaten: String? {
    let options = planned.map(\.option).uniqued()
    guard options.count > 1 else { return nil }
    let kept = planned.filter { comparison.pareto.contains($0.run) }.map(\.option).uniqued()
    let best = Set(criteria.flatMap { winners($0.figure, isLess: $0.isLess) })
    let (between, lost) = (
      kept.filter { !best.contains($0) }, options.filter { !kept.contains($0) }
    )
    let names = criteria.filter { $0.figure != .homeBill }.map { criterion in
      criterion.figure == .cost
        ? "cost" : criterion.figure == .reliance ? "reliance" : "service in the worst disruption"
    }
    let by = joined(names)
    let sentences = [
      between.isEmpty
        ? nil
        : "Best at none of these, but beaten by no other option in \(by): \(words.list(between)).",
      lost.isEmpty ? nil : "Beaten by another option in \(by): \(words.list(lost)).",
    ].compactMap(\.self)
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// `a, b and c`
  private func joined(_ texts: [String]) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return "\(texts.dropLast().joined(separator: ", ")) and \(last)"
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
      "\(label), under “\(best.variation)”", words.list(winners(figure, isLess: isLess), most: 2),
      compared: "\(bestText); \(worst.option) has \(worstText)",
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
      "Largest extra cost over the best option, at its smallest",
      words.list(costRegret.map(\.policy.option), most: 2),
      compared:
        "\(words.measures.value(largest, of: regret.measure)) over \(regret.count.worlds) worlds",
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
