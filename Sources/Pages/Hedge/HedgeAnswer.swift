import Analysis
import Reporting
import Sourcing
import Studies

/// What to order for many worlds, in sentences and main figures.
struct HedgeAnswer {
  let hedge: Hedge
  let words: HedgePageWords

  init(_ hedge: Hedge) {
    self.hedge = hedge
    words = HedgePageWords(hedge.question)
  }

  private var isOfRegret: Bool { hedge.question.criterion == .regret }

  /// Whether a figure is more than 0 as it is shown. What is smaller is rounding of the solver.
  func isSeen(_ figure: Double) -> Bool { NumberText.amount(figure) != "0" }

  /// The worlds that decide about the orders; of expected cost, and where that was not asked, none.
  var deciding: Set<String> { Set(hedge.deciding ?? []) }

  // MARK: Answer

  var answer: Page.Answer {
    Page.Answer(
      [what, howBad, waiting, doubt, leftOut].compactMap(\.self).joined(separator: " "),
      .neutral)
  }

  /// What to order, what costs most to build first.
  private var what: String? {
    guard let until = words.until else { return nil }
    let common = hedge.commonOrders
    guard !common.isEmpty else {
      return words.hasLater ? "Order nothing up to \(until): wait." : "Order nothing."
    }
    let projects = common.map(\.project).uniqued()
    let outlay = { (project: ProjectIndex) in
      common.filter { $0.project == project }.reduce(0) { $0 + hedge.outlay(of: $1) }
    }
    let ranked = projects.enumerated()
      .sorted { (-outlay($0.element), $0.offset) < (-outlay($1.element), $1.offset) }
      .map { project in text(common.filter { $0.project == project.element }) }
    let sum = common.reduce(0) { $0 + hedge.outlay(of: $1) }
    return "Up to \(until) order \(WordList.text(ranked, atMost: 3)), whatever happens"
      + (isSeen(sum) ? ": in all for \(words.money(sum)), not discounted." : ".")
  }

  /// The orders of a project: `heavy-plant in Malaysia (120 t of oxide a year in 2021)`.
  private func text(_ orders: [Hedge.Order]) -> String {
    guard let first = orders.first else { return "" }
    let project = words.instance.projects[first.project]
    let parts = orders.map { order in
      "\(NumberText.amount(order.capacity)) \(words.unit(of: order.project)) in \(words.instance.horizon[order.period].label)"
    }
    return
      "\(project.id) in \(words.named(words.instance.regions[project.region].id)) (\(WordList.text(parts, atMost: 3)))"
  }

  /// How bad it can get, and where.
  private var howBad: String {
    let expected =
      "The expected cost is \(words.money(hedge.expectedCost)), "
      + "\(NumberText.amount(hedge.valueOfKnowing)) more than if each world were known before ordering."
    let worst = hedge.worstRegret
    guard isSeen(worst) else {
      return words.until == nil
        ? "Each world has its own best plan."
        : "In no world does that cost more than its own best plan."
    }
    let regret =
      "\(isOfRegret ? "At worst" : "At worst, however,") all regions together then pay \(words.money(worst)) more than with "
      + "the world's own best plan: in \(words.list(hedge.worst.map(\.name)))."
    return isOfRegret ? regret : "\(expected) \(regret)"
  }

  /// What it is worth not to decide everything now.
  private var waiting: String? {
    guard let until = words.until, words.hasLater, let all = hedge.allCommon else { return nil }
    guard let value = all.value else {
      return
        "Deciding the later orders now too is impossible: no orders of all periods suit all worlds."
    }
    let gain = hedge.valueOfWaiting ?? 0
    guard isSeen(gain) else {
      return "It gains nothing to wait with the orders after \(until)."
    }
    return
      "To wait with the orders after \(until) is worth \(words.money(gain)): decided now too, the \(words.criterion) would be "
      + "\(NumberText.amount(value))."
  }

  private var doubt: String? {
    guard !hedge.isProven else { return nil }
    let doubt = HedgeWords.doubt(
      about: hedge, name: "the \(words.criterion)", amount: words.money)
    return "This is not proven, because the time limit came first: \(doubt)."
  }

  private var leftOut: String? {
    guard !hedge.leftOut.isEmpty else { return nil }
    let count = hedge.leftOut.count
    return
      "Left out, because no plan exists there whatever is ordered: \(words.list(hedge.leftOut.map(\.name)))"
      + (count > 1 ? " (\(words.worlds(count)))." : ".")
  }

  // MARK: Main figures

  var figures: [Page.KeyFigure] {
    let first = isOfRegret ? [regret, expected] : [expected, regret]
    return first + [knowing, wait, ownFigure].compactMap(\.self)
  }

  private var regret: Page.KeyFigure {
    Page.KeyFigure(
      "Largest regret of all regions together", words.money(hedge.worstRegret),
      compared: isSeen(hedge.worstRegret)
        ? "in \(words.list(hedge.worst.map(\.name))); \(words.worlds(hedge.worlds.count)) compared"
        : "in \(words.worlds(hedge.worlds.count))",
      range: isOfRegret ? proof : nil)
  }

  private var proof: String {
    hedge.isProven
      ? "proven: no other orders have a smaller one"
      : "not proven: "
        + HedgeWords.doubt(about: hedge, name: "it", amount: NumberText.amount)
  }

  private var expected: Page.KeyFigure {
    Page.KeyFigure(
      "Expected cost of all regions together", words.money(hedge.expectedCost),
      compared: words.time, range: isOfRegret ? nil : proof)
  }

  /// What it would be worth to know the world. With orders of the least largest regret the expected cost is not the least
  /// one, so that the figure is more than that.
  private var knowing: Page.KeyFigure {
    isOfRegret
      ? Page.KeyFigure(
        "Expected cost: more than if each world were known before ordering",
        words.money(hedge.valueOfKnowing),
        compared: "\(NumberText.amount(hedge.expectedOwnCost)) if each world were known")
      : Page.KeyFigure(
        "What it would be worth to know the world before ordering",
        words.money(hedge.valueOfKnowing), compared: "so much the expected cost would be lower",
        range: hedge.isProven ? nil : "not proven: it is at most this")
  }

  private var wait: Page.KeyFigure? {
    guard let until = words.until, words.hasLater, let all = hedge.allCommon else { return nil }
    let doubt = all.isProven && hedge.isProven ? nil : "not proven: the time limit came first"
    guard let value = all.value else {
      return Page.KeyFigure(
        "\(capitalised(words.criterion)) if all orders are decided now", "impossible",
        compared: "no orders of all periods suit all worlds", range: doubt)
    }
    return Page.KeyFigure(
      "What it is worth to wait with orders after \(until)",
      words.money(hedge.valueOfWaiting ?? 0),
      compared: "decided now too, the \(words.criterion) is \(NumberText.amount(value))",
      range: doubt)
  }

  /// How the orders of the option's plan for the data as they are would have fared.
  private var ownFigure: Page.KeyFigure? {
    guard words.until != nil, let own = hedge.ownOrdersOfOption, own.isCompared else { return nil }
    let label =
      "\(capitalised(words.criterion)) with the orders of the plan for “\(words.asIs)”"
    guard let value = isOfRegret ? own.worstRegret : own.expectedCost else {
      return Page.KeyFigure(
        label, "no plan in \(words.worlds(own.impossible.count))",
        compared: words.list(own.impossible))
    }
    return Page.KeyFigure(
      label, words.money(value),
      compared: "\(NumberText.amount(max(0, value - hedge.value))) more than with the orders found")
  }

  // MARK: How sure

  var assumed: [String] {
    let given = hedge.question.study.variations.contains { $0.probability != nil }
    return [
      "\(Legend.money(words.currency, words.time)) Costs are of all regions together; penalties of goals that may be missed are part of them.",
      given
        ? "Worlds are as likely as the study says; those without a probability share the rest equally."
        : "All worlds are taken to be equally likely. The largest regret does not depend on that.",
      "An order that one world could place is placed in all of them. Where it would be in operation too late, it costs nothing.",
      hedge.ownOrders == nil || (words.hasLater && hedge.allCommon == nil)
        ? "The time limit came before all other orders were compared." : nil,
      deciding.isEmpty
        ? nil
        : "Over \(words.list(hedge.deciding ?? [])) alone the largest regret is as large: they decide.",
    ].compactMap(\.self)
  }
}
