import Analysis
import Reporting
import Scenarios
import Sourcing

/// What pages on a plan under disruptions have in common: names, units, and what was asked.
struct TestedPlan: PageWords {
  let runner: StressRunner
  let names: Names

  init(_ runner: StressRunner) {
    self.runner = runner
    names = Names(runner.instance)
  }

  var instance: Instance { runner.instance }

  var currency: String { instance.currency }
  var homeID: String { instance.home.id }
  var periods: [String] { instance.horizon.periods.map(\.label) }

  /// The unit of money.
  var money: String { unit }

  /// Money over the window, with its unit: `5,587 to 6,312 USD million (2019)`.
  func money(_ least: Double, _ most: Double) -> String {
    "\(NumberText.range(least, most)) \(money)"
  }

  /// Whether a figure is more than 0 as it is shown. What is smaller is rounding of the solver.
  func isSeen(_ figure: Double) -> Bool { NumberText.amount(figure) != "0" }

  /// The label of the period in which disruptions start.
  var period: String { instance.horizon[runner.period].label }

  /// The length of the window: `12 months`.
  var window: String {
    let months = runner.options.horizonMonths
    return months == 1 ? "1 month" : "\(months) months"
  }

  /// The plan and the rules of the window, a sentence each.
  ///
  /// - Parameter start: what happens when.
  func settings(_ start: String) -> [String] {
    [
      "The plan is that of the model \(runner.model.name) (\(inWords(runner.model.shownTitle))).",
      instance.assumptionText,
      runner.model.parameterSettings(
        without: runner.model.parametersReplaced(in: runner.options)),
      "\(start) Flows can be rerouted after \(runner.options.rerouteMonths) months. "
        + Legend.allocation(runner.options),
    ].compactMap(\.self)
  }

  /// What the range of home's loss means, and that it says nothing of uncertain data.
  var assumed: [String] {
    [
      "The range of what \(home) loses is from its best case (it is \(runner.options.servedFirst)) to its worst (the world "
        + "loses least, and \(home) comes last where that leaves a choice).",
      "\(Legend.money(instance.currency, "of the window of \(window), undiscounted"))"
        + " Lost value is demand that is not served, each unit at its shortage cost.",
      sureness,
    ]
  }

  /// Which option would say how sure the figures are.
  private var sureness: String {
    instance.assumptions.isEmpty
      ? "Nothing here says how sure the data are: the instance gives no assumption with a low and a high value."
      : "Nothing here says how sure the data are; --assume tests the plan with an assumption moved to its low or high value."
  }
}
