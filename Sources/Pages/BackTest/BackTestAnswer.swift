import Analysis
import LinearProgramming
import Reporting
import Scenarios
import Sourcing

/// What a back-test found, in a sentence and a few figures.
struct BackTestAnswer {
  private let test: BackTest
  private let instance: Instance
  private let model: Model
  private let names: Names
  private let rows: [MeanErrors]

  init(_ test: BackTest, of instance: Instance, _ model: Model) {
    self.test = test
    self.instance = instance
    self.model = model
    names = Names(instance)
    rows = test.meanErrors(in: instance)
  }

  private func label(_ period: PeriodIndex) -> String { instance.horizon[period].label }

  var settings: [String] {
    let made = test.attempts.filter(\.hasPlan).map { label($0.asOf) }
    return [
      instance.assumptionText, model.parameterSettings(),
      made.isEmpty ? nil : "Plans are made with what was known in \(made.joined(separator: ", ")).",
      test.terms.hindsight
        ? "All but the flows is known to them as it came (--hindsight)."
        : "All but demand stays for them as it was then: capacities, unit costs, prices, lanes with their tariffs, and quotas.",
    ].compactMap(\.self)
  }

  var answer: Page.Answer {
    guard !rows.isEmpty else {
      let failed = test.attempts.map { "\(label($0.asOf)) (\($0.termination.rawValue))" }
      return Page.Answer(
        "There is no plan with what was known in any of the periods: \(failed.joined(separator: ", ")).",
        .bad)
    }
    let (better, worse) = (all.filter(\.isBetter).count, all.filter(\.isWorse).count)
    let count = all.count == 1 ? "1 comparison" : "\(all.count) comparisons"
    return Page.Answer(
      "\(verdict(better, worse)): in \(worse) of \(count) the forecast that shares stay was nearer, in \(better) the "
        + "plan, in \(all.count - better - worse) neither.",
      worse > better ? .bad : better > worse ? .good : .neutral)
  }

  /// Whether plans were nearer.
  private func verdict(_ better: Int, _ worse: Int) -> String {
    switch (better, worse) {
    case (all.count, _): "Yes"
    case (_, all.count): "No"
    case (0, 0): "They were equally near"
    case _ where 2 * worse > all.count: "Mostly not"
    case _ where 2 * better > all.count: "Mostly"
    default: "Sometimes"
    }
  }

  /// The rows of all destinations together.
  private var all: [MeanErrors] { rows.filter { $0.destination == nil } }

  private func later(_ row: MeanErrors) -> String {
    row.ahead == 1 ? "1 period later" : "\(row.ahead) periods later"
  }

  /// The commodity of the figures: the focus of the instance, or the first.
  private var shown: MeanErrors? {
    let focus = Focus.name(in: instance)
    let next = all.filter { $0.ahead == 1 }
    return next.first { $0.commodity.id == focus } ?? next.first ?? all.first
  }

  var figures: [Page.KeyFigure] {
    let made = test.attempts.filter(\.hasPlan).count
    let count = Page.KeyFigure(
      "Plans made", "\(made) of \(test.attempts.count)",
      compared: made == test.attempts.count
        ? nil : "the others have no plan with what was known then")
    guard let shown else { return [count] }
    let name = names.short(shown.commodity.id)
    let points = { (error: Double) in "\(NumberText.amount(error)) percentage points" }
    return [
      Page.KeyFigure(
        "Mean error of the plans' shares of \(name), \(later(shown))", points(shown.plan),
        compared: "\(NumberText.amount(shown.stay)) if shares stay",
        range: "\(shown.count) comparisons of all destinations"),
      Page.KeyFigure(
        "The same if shares follow their trend", points(shown.trend),
        compared: "\(NumberText.amount(shown.stay)) if shares stay"),
      Page.KeyFigure(
        "Where plans are better than shares that stay",
        "\(all.filter(\.isBetter).count) of \(all.count)",
        compared:
          "worse in \(all.filter(\.isWorse).count), equal in \(all.count { !$0.isBetter && !$0.isWorse }); a commodity and number of periods each"
      ),
      count,
    ]
  }

  var assumed: [String] {
    var sentences = [
      "The plans are those of the model as it is; what happened has had no such goals.",
      "An error is the mean absolute difference of shares of origins, in percentage points; each plan is compared with each "
        + "later period that was observed.",
    ]
    if model.history == .ignore {
      sentences.append(
        "The model ignores history, so its plans do not start from the observed flows.")
    }
    if test.withoutPast > 0 {
      sentences.append(
        "\(test.withoutPast) observed \(test.withoutPast == 1 ? "supply is" : "supplies are") not compared, because nothing was observed before of the same "
          + "commodity and destination.")
    }
    return sentences
  }
}
