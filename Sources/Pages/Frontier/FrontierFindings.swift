import Charts
import Reporting
import Scenarios
import Sourcing
import Studies

/// What a frontier says, in sentences and figures.
struct FrontierFindings {
  let frontier: Frontier
  let words: QuestionWords
  let table: ReportTable
  let objective: FrontierObjective

  init(_ frontier: Frontier, _ words: QuestionWords, _ table: ReportTable) {
    self.frontier = frontier
    self.words = words
    self.table = table
    objective = FrontierObjective(words.model)
  }

  /// On which side of the tightest value there is no plan.
  var beyond: String {
    guard let tightest = frontier.tightest, let ends else { return "beyond" }
    return tightest < frontier.steps[ends.loosest].value ? "below" : "above"
  }

  /// Name of the parameter.
  var name: String { frontier.range.name }

  /// Unit of the last stage of the objective.
  var objectiveUnit: String { words.objectiveUnit }

  /// Whether the last stage of the objective is cost.
  var isCost: Bool { words.model.objective.last.map { $0.quantity.name == .cost } ?? true }

  /// One step of the parameter at the start of a sentence.
  var oneMore: String { frontier.range.isPercent ? "One point more" : "1 more" }

  /// What one step of the parameter is, for which the shadow price is.
  var step: String { frontier.range.isPercent ? "one percentage point" : "1" }

  /// The place of the loosest value, and of the tightest value with a plan; nil if no value has a plan.
  var ends: (loosest: Int, tightest: Int)? {
    guard let loosest = frontier.loosest else { return nil }
    let feasible = frontier.steps.indices.filter { frontier.steps[$0].isFeasible }
    let tightest = feasible.max { abs($0 - loosest) < abs($1 - loosest) }
    return tightest.map { (loosest, $0) }
  }

  // MARK: Question

  /// What is asked, with the whole range where the model's title has the loosest value: `At most 60%, 40% … 0% of Japan's
  /// rare earths from China: what does each cost?`
  var question: String {
    let texts = frontier.steps.map(\.text)
    let whole =
      texts.count > 3
      ? "\(texts[0]), \(texts[1]) … \(texts[texts.count - 1])" : texts.joined(separator: ", ")
    let value = frontier.steps[frontier.loosest ?? 0].text
    let parts = words.title.split(separator: " ", omittingEmptySubsequences: false)
    let places = parts.indices.filter { parts[$0] == value }
    guard places.count == 1 else {
      let title = places.isEmpty ? words.title : Names.spaced(words.model.name)
      return "\(capitalised(title)): what does it cost to set “\(name)” to \(whole)?"
    }
    let title = parts.indices.map { $0 == places[0] ? whole : String(parts[$0]) }
    return "\(title.joined(separator: " ")): what does each cost?"
  }

  // MARK: Answer

  var answer: Page.Answer {
    let range = frontier.range
    let whole = "\(range.text(range.from)) to \(range.text(range.to))"
    guard let ends else {
      return Page.Answer("No value of \(name) from \(whole) has a plan.", .bad)
    }
    let end = frontier.steps[ends.tightest]
    var texts: [String] = []
    if frontier.isFeasibleThroughout {
      texts.append("Every value of \(name) from \(whole) has a plan.")
    } else if let tightest = frontier.tightest {
      texts.append(
        "No plan meets the goals with \(name) \(beyond) \(range.text(tightest)).")
    }
    if ends.tightest != ends.loosest, let bill = frontier.changeOfHomeBill(at: ends.tightest) {
      texts.append(
        "At \(name) = \(end.text) \(words.home) pays \(moreOrLess(bill, "than")) at \(loosest)"
          + "\(costOfAll(at: ends.tightest)).")
    }
    let short = frontier.steps.count(where: \.isUnderserved)
    if short > 0 {
      texts.append(
        "At \(short) of \(frontier.steps.count) values goals are met only with shortages.")
    }
    let isWhole = frontier.isFeasibleThroughout && short == 0
    return Page.Answer(texts.joined(separator: " "), isWhole ? .neutral : .bad)
  }

  /// `; all regions together pay 72.9 USD million more`
  private func costOfAll(at place: Int) -> String {
    guard isCost, let cost = frontier.change(at: place) else { return "" }
    return "; all regions together pay \(moreOrLess(cost))"
  }

  /// `72.9 USD million more`, with `than` behind it; `the same`, with `as`.
  private func moreOrLess(_ amount: Double, _ than: String = "") -> String {
    let isSame = NumberText.amount(amount) == "0"
    let text =
      isSame ? "the same" : "\(words.money(abs(amount))) \(amount > 0 ? "more" : "less")"
    return than.isEmpty ? text : "\(text) \(isSame ? "as" : than)"
  }

  private var loosest: String {
    ends.map { "\(name) = \(frontier.steps[$0.loosest].text)" } ?? ""
  }

  // MARK: Figures

  var figures: [Page.KeyFigure] {
    guard let ends else { return [] }
    var figures = [tightest].compactMap(\.self)
    let middle = frontier.steps.indices.filter { frontier.steps[$0].isFeasible }
      .sorted { abs($0 - ends.loosest) < abs($1 - ends.loosest) }
    let places = ends.tightest == ends.loosest ? [] : [ends.tightest, middle[middle.count / 2]]
    if let place = places.first {
      figures += [bill(at: place), cost(at: place)].compactMap(\.self)
    }
    if places.count > 1, places[0] != places[1], places[1] != ends.loosest {
      figures += [bill(at: places[1])].compactMap(\.self)
    }
    return figures + [price(at: ends.tightest)].compactMap(\.self)
  }

  private var tightest: Page.KeyFigure? {
    let range = frontier.range
    return frontier.tightest.map {
      frontier.isFeasibleThroughout
        ? Page.KeyFigure(
          "Tightest value tried of \(name)", range.text($0), compared: "it still has a plan")
        : Page.KeyFigure(
          "No plan \(beyond) \(name) =", range.text($0),
          compared: "of \(range.text(range.from)) to \(range.text(range.to))")
    }
  }

  private func bill(at place: Int) -> Page.KeyFigure? {
    let step = frontier.steps[place]
    guard let bill = step.homeBill, let change = frontier.changeOfHomeBill(at: place),
      let ends, let base = frontier.steps[ends.loosest].homeBill
    else { return nil }
    return Page.KeyFigure(
      "What \(words.home) pays more at \(name) = \(step.text)", words.change(change),
      compared: "\(NumberText.amount(bill)) instead of \(NumberText.amount(base)) at \(loosest); "
        + words.time,
      range: range(of: "home_bill", at: place).map { "the bill is \($0)" })
  }

  private func cost(at place: Int) -> Page.KeyFigure? {
    let step = frontier.steps[place]
    guard let cost = step.objective, let change = frontier.change(at: place), let ends,
      let base = frontier.steps[ends.loosest].objective
    else { return nil }
    let what = isCost ? "What all regions together pay more" : "Change of the \(objective.name)"
    return Page.KeyFigure(
      "\(what) at \(name) = \(step.text)",
      "\(NumberText.signed(change)) \(objectiveUnit)",
      compared: "\(NumberText.amount(cost)) instead of \(NumberText.amount(base)) at \(loosest)"
        + (isCost ? "; \(words.time)" : ""),
      range: isCost
        ? range(of: "extra_cost", at: place).map { "more than without goals \($0)" } : nil)
  }

  private func price(at place: Int) -> Page.KeyFigure? {
    guard let price = table.number(place, "shadow_price") else { return nil }
    return Page.KeyFigure(
      "\(oneMore) than \(name) = \(frontier.steps[place].text) would \(price < 0 ? "save" : "cost")",
      "\(NumberText.amount(abs(price))) \(objectiveUnit)",
      compared: "the shadow price of the \(objective.name), for a small step")
  }

  /// `in 90% of 200 worlds 5.3 to 43.7 (median 14.9)`; nil without worlds.
  private func range(of figure: String, at place: Int) -> String? {
    guard let low = table.number(place, "\(figure)_q05"),
      let median = table.number(place, "\(figure)_median"),
      let high = table.number(place, "\(figure)_q95"), let worlds = table.number(place, "with_plan")
    else { return nil }
    let amount = NumberText.amount
    return SharedText.range(
      amount(low), amount(high), median: amount(median), of: Int(worlds))
  }

  // MARK: What is assumed

  /// - Parameters:
  ///   - band: the worlds; nil without them.
  ///   - advice: how ranges can be had.
  func assumed(_ band: FrontierBand?, advice: String?) -> [String] {
    let ranges =
      band.map { band in
        let notes = [
          Ranges.scope(band.sample.space.assumptions.count), Ranges.fewWorlds(band.sample.count),
        ]
        return "The ranges are those of \(Ranges.sampleText(band.sample.count, band.sample.seed)), "
          + "the same at each value. " + notes.compactMap(\.self).joined(separator: " ")
      } ?? SharedText.oneWorld(advice)
    return [ranges, "\(capitalised(objective.name)) is \(objective.meaning).", SharedText.bill]
      + (frontier.isUnproven ? [UnprovenText.sentence] : [])
      + words.sentences(on: frontier.warnings)
  }
}
