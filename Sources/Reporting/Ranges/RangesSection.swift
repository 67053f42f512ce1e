import Studies

extension TerminalReport {
  /// The main figures of the plan, each with its range over sampled worlds; nothing without them.
  mutating func addRanges() {
    guard let ranges = summary.ranges else { return }
    addHeading("Ranges of the main figures: \(Ranges.sampleText(ranges.worlds, ranges.seed))")
    var grid = TextGrid(["figure", "this plan", "5%", "median", "95%"])
    for it in ranges.measures {
      let number = { (value: Double?) in value.map { rangeText($0, of: it) } ?? "-" }
      grid.add([it.title] + [it.nominal, it.q05, it.median, it.q95].map(number))
    }
    add(grid)
    add(ranges.planText + " " + Ranges.scope(ranges.assumptions.count))
    if let note = Ranges.fewWorlds(ranges.worlds) { add(note) }
  }

  /// A value of a figure. Rounding errors of money are shown as 0.
  private func rangeText(_ value: Double, of figure: Ranges.Figure) -> String {
    if figure.isShare { return NumberText.percent(value) }
    let amount = isSmall(value) ? 0 : value
    return figure.isDifference ? NumberText.signed(amount) : NumberText.amount(amount)
  }
}

extension Ranges {
  /// `1,000 worlds, seed 1`
  package static func sampleText(_ count: Int, _ seed: UInt64) -> String {
    "\(NumberText.whole(count)) world\(count == 1 ? "" : "s"), seed \(seed)"
  }

  /// How many worlds have a plan.
  package var planText: String {
    guard withPlan < worlds else {
      return worlds == 1 ? "The world has a plan." : "All worlds have a plan."
    }
    let of = "of \(NumberText.whole(worlds)) worlds"
    guard withPlan > 0 else {
      return "None \(of) has a plan: no plan meets the goals and the data."
    }
    let share = NumberText.percent(Double(withPlan) / Double(worlds))
    return
      "\(NumberText.whole(withPlan)) \(of) have a plan (\(share)); in the others no plan meets the goals and the data."
  }

  /// That so few worlds say little; nil from 20 on.
  package static func fewWorlds(_ count: Int) -> String? {
    guard count < 20 else { return nil }
    let these = count == 1 ? "1 world" : "\(count) worlds"
    return "Quantiles of \(these) say little: take 20 for a first look, and 1,000 for a result."
  }

  /// What the ranges are of.
  ///
  /// - Parameter count: the number of assumptions that move.
  package static func scope(_ count: Int) -> String {
    let these = count == 1 ? "the one assumption" : "\(count) independent assumptions"
    return
      "Each world has a plan of its own for the same model. 5%, median and 95% are quantiles over the worlds with a plan. Only \(these) of "
      + "the instance move\(count == 1 ? "s" : ""). The command `sensitivity` shows which of them matter."
  }
}

extension Ranges.Figure {
  private var figure: RunFigure? { RunFigure.all(sharing: []).first { $0.name == measure } }

  /// Whether it is a share, shown in percent.
  package var isShare: Bool { figure?.isShare ?? false }

  /// Whether it is the difference from the plan without goals, shown with its sign.
  package var isDifference: Bool { figure?.comparesWithNoGoals ?? false }
}
