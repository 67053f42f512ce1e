import Analysis
import Charts
import Reporting
import Scenarios
import Sourcing

/// What each goal of a model with a plan costs.
struct GoalFindings: ExplanationFindings {
  private let accounts: [GoalAccount]
  private let words: QuestionWords
  private let report: ExplanationReport
  private let rows: [ReportTable.Row]
  /// What tells the bounds of a goal apart: the columns that differ, by goal.
  private let columns: [String: [String]]
  private let objective: FrontierObjective
  private let cost: HomeCost?

  init(
    _ accounts: [GoalAccount], _ words: QuestionWords, _ report: ExplanationReport,
    _ cost: HomeCost?
  ) {
    self.cost = cost
    self.accounts = accounts
    self.words = words
    self.report = report
    rows = report.table.rows
    // The worst attack differs between the periods of one bound: it does not tell bounds apart.
    let attacked = Set(
      accounts.filter { $0.standings.contains { $0.cuts != nil } }.map(\.name))
    columns = Dictionary(grouping: rows) { $0.text("goal") }.mapValues { bounds in
      ["of", "commodity", "disruption", "direction"].filter { column in
        if column == "disruption", attacked.contains(bounds[0].text("goal")) { return false }
        return
          Set(bounds.map { $0.text(column) }).count > 1
      }
    }
    objective = FrontierObjective(words.model)
  }

  let question = "what does each goal cost?"

  private var unit: String { words.objectiveUnit }

  /// The first row of each goal that would save something if it were left out, the largest saving first.
  private var saving: [(row: ReportTable.Row, saved: Double)] {
    var seen: Set<String> = []
    let first = rows.filter { seen.insert($0.text("goal")).inserted }
    let size = first.compactMap { $0.number("objective") }.map(abs).max() ?? 0
    return first.compactMap { row in row.number("saved").map { (row, $0) } }
      .filter { $0.saved > 1e-9 * size }.sorted { $0.saved > $1.saved }
  }

  // MARK: Answer

  var answer: Page.Answer {
    let verdict = ModelVerdict(report.standings, of: words.instance, words.model)
    var texts = ([verdict.remark].compactMap(\.self) + verdict.sentences.prefix(2).map(\.text))
      .map(words.inWords)
    if let cost, !accounts.isEmpty {
      let more = cost.change
      let change =
        more == 0 ? "the same as" : "\(words.money(abs(more))) \(more > 0 ? "more" : "less") than"
      texts.append("\(capitalised(words.home)) pays \(change) without goals.")
    }
    if let most = saving.first {
      let name = words.inWords(most.row.text("goal"))
      let saved =
        objective.name == "cost"
        ? "all regions together would save \(amount(most.saved))"
        : "the \(objective.name) would be \(amount(most.saved)) less"
      texts.append(
        saving.count == 1
          ? "Without the goal “\(name)” \(saved)."
          : "The goal that costs most is “\(name)”: without it \(saved).")
    } else if !accounts.isEmpty, accounts.allSatisfy({ $0.objectiveWithout != nil }) {
      texts.append("No goal alone costs anything.")
    }
    let isGood = verdict.sentences.allSatisfy { $0.state == .met }
    return Page.Answer(
      texts.joined(separator: " "), verdict.sentences.isEmpty ? .neutral : isGood ? .good : .bad)
  }

  private func amount(_ value: Double) -> String { "\(NumberText.amount(value)) \(unit)" }

  // MARK: Figures

  var figures: [Page.KeyFigure] {
    var figures: [Page.KeyFigure] = []
    if let cost, !accounts.isEmpty {
      figures.append(
        Page.KeyFigure(
          "What the goals cost \(words.home), \(words.time)", words.change(cost.change),
          compared: "\(words.home) pays \(NumberText.amount(cost.bill)) instead of "
            + "\(NumberText.amount(cost.without)) without goals"))
    }
    figures += saving.prefix(cost == nil ? 3 : 2).map { entry in
      Page.KeyFigure(
        "Saved without the goal “\(words.inWords(entry.row.text("goal")))”",
        amount(entry.saved),
        compared: entry.row.number("objective").map {
          "of \(amount($0)), \(objective.name) of all regions together; \(words.time)"
        })
    }
    if let (row, price, unit) = dearestStep {
      figures.append(step(row, price, unit).figure(words))
    }
    if let worst = rows.first(where: { $0.text("binding") == "true" }),
      let target = worst.number("target"), let achieved = worst.number("achieved"),
      let unit = units[worst.text("goal")]
    {
      let place = worst.text("period").isEmpty ? "" : ", \(worst.text("period"))"
      figures.append(
        Page.KeyFigure(
          capitalised("\(words.inWords(worst.text("goal")))\(place)"),
          NumberText.target(achieved, in: unit),
          compared: "the goal is binding: \(NumberText.target(target, in: unit))"))
    }
    return figures
  }

  private func step(_ row: ReportTable.Row, _ price: Double, _ unit: Goal.Unit) -> StepPrice {
    StepPrice(
      goal: row.text("goal"), unit: unit,
      period: row.text("period").isEmpty ? nil : row.text("period"), price: price)
  }

  /// The units of goals, by name.
  private var units: [String: Goal.Unit] {
    Dictionary(accounts.map { ($0.name, $0.unit) }) { first, _ in first }
  }

  /// The row with the highest price of a step, among goals with the unit of the first that has a price: steps of different
  /// units do not compare.
  private var dearestStep: (row: ReportTable.Row, price: Double, unit: Goal.Unit)? {
    let units = units
    let prices = rows.compactMap { row -> (row: ReportTable.Row, price: Double, unit: Goal.Unit)? in
      guard let price = row.number("shadow_price"), NumberText.amount(price) != "0",
        let unit = units[row.text("goal")]
      else { return nil }
      return (row, price, unit)
    }
    return prices.filter { $0.unit == prices[0].unit }.max { abs($0.price) < abs($1.price) }
  }

  var assumed: [String] {
    [
      "What is saved without a goal is for that goal alone, with all others as they are; savings do not add up.",
      "\(capitalised(objective.name)) is \(objective.meaning).",
    ]
  }

  // MARK: Pictures

  /// The most goals and bounds of a picture.
  private static let most = (goals: 25, bounds: 8, rows: 300)

  var pictures: [Picture] { [savings].compactMap(\.self) + prices }

  private var savings: Picture? {
    // One bar says no more than the answer.
    guard saving.count > 1 else { return nil }
    let shown = saving.prefix(Self.most.goals)
    guard let first = shown.first else { return nil }
    let rest = RowLimit.largest.rest(shown.count, of: saving.count, "goals", in: "the table")
    return GoalPrices.savings(
      of: shown.map { entry($0.row, "") }, unit: unit,
      sentence:
        "“\(words.inWords(first.row.text("goal")))” costs most: \(amount(first.saved)).\(rest)")
  }

  /// A picture for each unit of targets, since prices are for a step of it.
  private var prices: [Picture] {
    let priced = rows.filter {
      !$0.text("period").isEmpty && NumberText.amount($0.number("shadow_price") ?? 0) != "0"
    }
    return accounts.map(\.unit).uniqued().enumerated().compactMap { place, unit in
      let ofUnit = priced.filter { units[$0.text("goal")] == unit }
      guard
        let most = ofUnit.max(by: {
          abs($0.number("shadow_price") ?? 0) < abs($1.number("shadow_price") ?? 0)
        }), ofUnit.count > 1
      else { return nil }
      let titles = ofUnit.map(title).uniqued()
      let named = Set(titles.prefix(Self.most.bounds))
      let shown = ofUnit.filter { named.contains(title($0)) }.prefix(Self.most.rows)
      let rest = RowLimit.some.rest(shown.count, of: ofUnit.count, "prices", in: "the table")
      let price = most.number("shadow_price") ?? 0
      return GoalPrices.prices(
        id: "goal-prices-\(place + 1)", of: shown.map { entry($0, title($0)) },
        periods: words.instance.horizon.periods.map(\.label).filter { label in
          shown.contains { $0.text("period") == label }
        },
        isShare: unit == .share, unit: words.unit,
        sentence: "The dearest step: \(step(most, price, unit).start(words)) "
          + "would \(price < 0 ? "save" : "cost") \(words.money(abs(price))).\(rest)"
      )
    }
  }

  /// The goal of a row; with whose and of what it is where the goal has several bounds.
  private func title(_ row: ReportTable.Row) -> String {
    let goal = row.text("goal")
    let parts = (columns[goal] ?? []).map { words.inWords(row.text($0)) }.filter { !$0.isEmpty }
    let name = words.inWords(goal)
    return parts.isEmpty ? name : "\(name) (\(parts.joined(separator: ", ")))"
  }

  private func entry(_ row: ReportTable.Row, _ title: String) -> GoalPrices.Row {
    GoalPrices.Row(
      goal: row.text("goal"), title: title.isEmpty ? words.inWords(row.text("goal")) : title,
      period: row.text("period").isEmpty ? nil : row.text("period"), target: row.number("target"),
      achieved: row.number("achieved"), shadowPrice: row.number("shadow_price"),
      saved: row.number("saved"))
  }
}
