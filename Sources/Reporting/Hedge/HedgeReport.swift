import Sourcing
public import Studies

/// The report on what to order now for many worlds: the orders, what they cost in each world, and what it is worth to wait.
public struct HedgeReport: CollectedReport {
  /// What it says, from top to bottom.
  public internal(set) var blocks: [ReportBlock] = []
  let question: HedgeQuestion
  let words: HedgeWords
  let changes: WorldChanges
  private var instance: Instance { question.study.variations[0].instance }

  /// The most rows of a table.
  static let mostRows = 24

  /// The report on what was found.
  ///
  /// - Parameters:
  ///   - result: what was found.
  ///   - question: what was asked.
  ///   - explaining: whether the worlds that decide were asked for.
  public init(_ result: HedgeResult, of question: HedgeQuestion, explaining: Bool = false) {
    self.question = question
    words = HedgeWords(question)
    changes = WorldChanges(question.study)
    addTitle(result)
    addBlank()
    switch result {
    case .found(let hedge):
      addAnswer(hedge)
      addLeftOut(hedge.leftOut)
      addOrders(hedge)
      addLaterOrders(hedge)
      addWorlds(hedge)
      if explaining, words.until != nil { addDeciding(hedge) }
      addWaiting(hedge)
      addOptions(hedge)
    case .noCommonOrders(let worlds, let leftOut):
      addConflict(worlds)
      addLeftOut(leftOut)
    case .noPlan:
      add(
        "No world has a plan of its own: nothing meets the goals of \(option.name) and the data of any of them.",
        .bad)
    }
    addNames(Names(instance))
  }

  var option: Study.Option { question.study.options[question.option] }

  // MARK: The question

  private mutating func addTitle(_ result: HedgeResult) {
    add(instance.shownTitle, .heading)
    var text = "Option \(option.name) of the study \(question.study.name)"
    if case .found(let hedge) = result { text += "; model \(hedge.model.name)" }
    add(text + ".")
    if !option.settings.isEmpty {
      let settings = option.settings.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
      add("Parameters set: \(settings.joined(separator: ", ")).")
    }
    if case .found(let hedge) = result, let text = AssumptionText.sentence(hedge.model.assumptions)
    {
      add(text)
    }
    add(words.until == nil ? common : "\(common) \(sought)")
    if case .found(let hedge) = result {
      let first = instance.horizon.periods.first?.label ?? ""
      add(Legend.money(instance.currency, HedgeWords.cost(of: hedge.model, since: first)))
    }
  }

  /// What is the same in all worlds.
  private var common: String {
    let sampled = question.study.worlds?.sample.count ?? 0
    let listed = question.study.variations.count
    let all =
      "\(listed == 1 ? "the instance as it is" : "the instance as it is and \(listed == 2 ? "1 variation" : "\(listed - 1) variations")")"
      + (sampled > 0 ? ", and \(sampled) sampled worlds" : "")
    guard let until = words.until else {
      return
        "The worlds are \(all). No orders need be the same: each world is known before anything is ordered."
    }
    return
      "Orders up to and including \(until) are the same in all worlds: \(all). Everything else, also later orders, is decided in "
      + "each world by itself."
  }

  private var sought: String {
    switch question.criterion {
    case .regret:
      "The command seeks orders whose largest regret is least, and of such orders those with the least expected cost. Regret: "
        + "what a world costs with the orders, beyond the cost of its own best plan."
    case .expected:
      "The command seeks orders whose expected cost is least: the cost in each world, weighted by its probability."
    }
  }

  // MARK: The answer

  private mutating func addAnswer(_ hedge: Hedge) {
    guard let until = words.until else {
      return add(
        "If the world is known before anything is ordered, the expected cost is \(NumberText.amount(hedge.expectedCost)). No world "
          + "regrets anything then.")
    }
    let count = Set(hedge.commonOrders.map(\.project)).count
    let start =
      count == 0
      ? "Order nothing up to \(until)."
      : "Order capacity of \(count == 1 ? "1 project" : "\(count) projects") up to \(until)."
    add([start, regretText(hedge), costText(hedge)].joined(separator: " "))
    if hedge.isProven {
      add("This is proven: no \(words.orders) have a smaller \(words.criterion).")
    } else {
      let doubt = HedgeWords.doubt(
        about: hedge, name: "the \(words.criterion)", amount: NumberText.amount)
      add("This is not proven: the time limit came first, and \(doubt).", .bad)
    }
  }

  private func regretText(_ hedge: Hedge) -> String {
    let worst = hedge.worst
    guard let first = worst.first else {
      return "No world regrets it: in each world it costs no more than the world's own best plan."
    }
    let share =
      first.ownCost > 0
      ? " (\(NumberText.change(first.regret / first.ownCost)) of its own cost)" : ""
    let others = worst.dropFirst().map(\.name)
    let also = others.isEmpty ? "" : ", and as large in \(WordList.text(others))"
    return
      "The largest regret is \(NumberText.amount(hedge.worstRegret)), in \(first.name)\(share)\(also)."
  }

  private func costText(_ hedge: Hedge) -> String {
    let text =
      "The expected cost is \(NumberText.amount(hedge.expectedCost)), \(NumberText.amount(hedge.valueOfKnowing)) more than if each "
      + "world were known before ordering"
    // Orders of the least largest regret may cost more than knowing is worth.
    guard question.criterion == .expected else { return text + "." }
    return text
      + (hedge.isProven
        ? ": this is the value of knowing." : ": the value of knowing is at most this.")
  }

  private mutating func addLeftOut(_ worlds: [Hedge.LeftOut]) {
    guard !worlds.isEmpty else { return }
    let names = WordList.text(worlds.map(\.name), atMost: 12)
    let those = worlds.count == 1 ? "This world has" : "These worlds have"
    add(
      "\(those) no plan of \(worlds.count == 1 ? "its" : "their") own and \(worlds.count == 1 ? "is" : "are") left out: \(names). The "
        + "probabilities of the others are rescaled to a sum of 1.", .bad)
  }

  private mutating func addConflict(_ worlds: [String]) {
    add(
      "No \(words.orders) are possible in all worlds. These \(worlds.count) worlds cannot share orders, while any of them could be "
        + "left out to make common orders possible for the rest of them:", .bad)
    for world in worlds { addItem("\(world): \(changes.text(of: world))", .dash) }
  }
}
