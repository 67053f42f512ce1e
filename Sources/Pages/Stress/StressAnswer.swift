import Analysis
import Reporting
import Scenarios
import Sourcing

/// What a stress run found, in a sentence and a few figures: about the disruption that costs home most under the first
/// arrangement of sharing.
struct StressAnswer {
  private let outcomes: [StressOutcome]
  private let undisturbed: [StressOutcome]
  private let plan: TestedPlan

  init(_ outcomes: [StressOutcome], undisturbed: [StressOutcome], plan: TestedPlan) {
    self.outcomes = outcomes
    self.undisturbed = undisturbed
    self.plan = plan
  }

  private var home: String { plan.home }

  private var hasDemand: Bool {
    plan.instance.hasDemand(in: plan.instance.home, plan.runner.period)
  }

  /// The outcomes under the first arrangement.
  private var first: [StressOutcome] {
    outcomes.filter { $0.sharing.label == outcomes.first?.sharing.label }
  }

  private var worst: StressOutcome? { Self.worst(first) }

  /// The outcome in which home can lose most; of equal ones that in which all regions lose most.
  static func worst(_ outcomes: [StressOutcome]) -> StressOutcome? {
    outcomes.max { ($0.home.lostMost, $0.lostValue) < ($1.home.lostMost, $1.lostValue) }
  }

  private var isShared: Bool {
    outcomes.contains { $0.sharing.label != first.first?.sharing.label }
  }

  /// The name of the disruption of an outcome.
  private func name(_ outcome: StressOutcome) -> String {
    outcome.disruption ?? StressTables.undisturbed
  }

  var answer: Page.Answer {
    guard let worst else {
      return Page.Answer("The instance has no disruptions, so nothing was simulated.")
    }
    guard hasDemand else {
      return Page.Answer(
        "\(home) has no final demand in \(plan.period), so no disruption leaves it short. "
          + worldSentence)
    }
    let short = first.count { plan.isSeen($0.home.lostMost) }
    let under = isShared ? " under sharing \(worst.sharing.label)" : ""
    guard short > 0 else {
      return Page.Answer(
        "None of \(Self.count(first.count)) leaves \(home) short of anything\(under). \(worldSentence)",
        .good)
    }
    let rest =
      first.count == 1
      ? ""
      : " \(short) of \(Self.count(first.count)) \(short == 1 ? "leaves" : "leave") it short, at least in the worst case."
    return Page.Answer(loss(worst, under) + bestCase(worst) + rest, .bad)
  }

  /// What the worst disruption costs home.
  private func loss(_ worst: StressOutcome, _ under: String) -> String {
    let figures = worst.home
    let (least, most) = (
      NumberText.amount(figures.lostLeast), NumberText.amount(figures.lostMost)
    )
    let served =
      " in \(plan.window), with \(ServiceText.range(best: figures.serviceMost, worst: figures.serviceLeast)) of its "
      + "demand served."
    let disruption = "the disruption \(name(worst)) costs \(home)"
    guard first.count > 1 else {
      return
        "\(capitalised(disruption)) \(plan.money(figures.lostLeast, figures.lostMost))\(served)"
    }
    guard least != most else {
      return
        "\(isOpen ? "In the worst case \(disruption)" : capitalised(disruption)) most\(under): \(plan.money(figures.lostMost, figures.lostMost))\(served)"
    }
    return
      "In the worst case \(disruption) most\(under): up to \(plan.money(figures.lostMost, figures.lostMost)) (\(least) in "
      + "its best case)\(served)"
  }

  /// Whether some loss depends on who is served first.
  private var isOpen: Bool {
    first.contains { NumberText.amount($0.home.lostLeast) != NumberText.amount($0.home.lostMost) }
  }

  /// Which disruption costs home most in its best case, if it is another one.
  private func bestCase(_ worst: StressOutcome) -> String {
    guard let other = first.max(by: { $0.home.lostLeast < $1.home.lostLeast }),
      plan.isSeen(other.home.lostLeast),
      NumberText.amount(other.home.lostLeast) != NumberText.amount(worst.home.lostLeast)
    else { return "" }
    return " In the best case \(name(other)) does: \(NumberText.amount(other.home.lostLeast))."
  }

  private static func count(_ disruptions: Int) -> String {
    disruptions == 1 ? "1 disruption" : "\(disruptions) disruptions"
  }

  private var worldSentence: String {
    guard let worst = first.max(by: { $0.lostValue < $1.lostValue }), plan.isSeen(worst.lostValue)
    else {
      return "No region loses anything."
    }
    return
      "All regions together lose most in \(name(worst)): \(plan.money(worst.lostValue, worst.lostValue))."
  }

  var figures: [Page.KeyFigure] {
    guard let worst else { return [] }
    let world = Page.KeyFigure(
      "Lost value of all regions in \(name(worst))", plan.money(worst.lostValue, worst.lostValue),
      compared: "\(ServiceText.percent(worst.service)) of the world's demand is served")
    guard hasDemand else { return [world] }
    return [lossFigure(worst), serviceFigure(worst), monthsFigure(worst), world] + sharedFigures
  }

  private func lossFigure(_ worst: StressOutcome) -> Page.KeyFigure {
    let figures = worst.home
    return Page.KeyFigure(
      "\(home) loses in \(name(worst))", plan.money(figures.lostMost, figures.lostMost),
      compared: "of \(NumberText.amount(figures.demandValue)) if nothing were served",
      range: "best case to worst: \(NumberText.range(figures.lostLeast, figures.lostMost))")
  }

  private func serviceFigure(_ worst: StressOutcome) -> Page.KeyFigure {
    let without = undisturbed.first { $0.sharing.label == worst.sharing.label }
    return Page.KeyFigure(
      "\(home)'s demand served in \(name(worst))", ServiceText.percent(worst.home.serviceLeast),
      compared: without.map { "\(ServiceText.percent($0.home.service)) without a disruption" },
      range: "best case to worst: "
        + ServiceText.range(best: worst.home.serviceMost, worst: worst.home.serviceLeast))
  }

  private func monthsFigure(_ worst: StressOutcome) -> Page.KeyFigure {
    let text = { (months: Int) in
      ReportTable.Cell.months(months, of: worst.horizonMonths).text
    }
    let safe = worst.timeToSurvive(of: plan.instance.home)
    return Page.KeyFigure(
      "Months until \(home)'s first shortage in \(name(worst))",
      safe >= worst.horizonMonths ? "none in the window" : text(safe),
      compared: worst.home.timeToSurviveProRata.map {
        "\(text($0)) if suppliers cut all foreign customers alike"
      }, range: "in its best case: it is \(plan.runner.options.servedFirst)")
  }

  /// What home loses at most in the same disruption under the other arrangements.
  private var sharedFigures: [Page.KeyFigure] {
    guard let worst else { return [] }
    return outcomes.filter {
      $0.disruption == worst.disruption && $0.sharing.label != worst.sharing.label
    }.prefix(1).map { other in
      Page.KeyFigure(
        "The same loss under sharing \(other.sharing.label)",
        "\(NumberText.signed(other.home.lostMost - worst.home.lostMost)) \(plan.money)",
        compared:
          "\(NumberText.amount(other.home.lostMost)) instead of \(NumberText.amount(worst.home.lostMost)) under \(worst.sharing.label)",
        range: "best case to worst: "
          + NumberText.range(other.home.lostLeast, other.home.lostMost))
    }
  }

  /// What makes the figures mean little.
  var assumed: [String] {
    undisturbed.filter(\.isShort).map { outcome in
      "Even without a disruption \(NumberText.percent(1 - outcome.service)) of demand is not served (sharing "
        + "\(outcome.sharing.label)), so the months without a shortage mean little."
    }
  }
}
