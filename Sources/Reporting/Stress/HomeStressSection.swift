import Scenarios
import Sourcing

/// What each disruption means for home.
extension StressReport {
  mutating func addHome(_ outcomes: [StressOutcome]) {
    let home = instance.home.id
    let name = Names(instance).sentence(home)
    guard instance.hasDemand(in: instance.home, runner.period) else {
      addHeading("What each disruption costs home: \(name)")
      return add(
        "\(name) has no final demand in \(instance.horizon[runner.period].label). So no disruption leaves it short, and it "
          + "has no service, no lost value and no time to survive.")
    }
    // Under `pro_rata` the months safe are those of this rule already.
    let showsProRata =
      runner.options.allocation == .efficient && runner.options.rerouteMonths > 0
    var grid = TextGrid(
      ["disruption", "sharing", "\(home) service", "\(home) lost value", monthsSafe]
        + (showsProRata ? [Self.monthsProRata] : []) + ["exposed"], keyCount: 2)
    for outcome in outcomes {
      let figures = outcome.home
      grid.add(
        [
          outcome.disruption ?? StressTables.undisturbed, outcome.sharing.label,
          ServiceText.range(best: figures.serviceMost, worst: figures.serviceLeast),
          RangeText.amount(figures.lostLeast, figures.lostMost),
          monthsText(outcome.timeToSurvive(of: instance.home), outcome),
        ] + (showsProRata ? [monthsText(figures.timeToSurviveProRata, outcome)] : [])
          + [outcome.isExposed(instance.home) ? "yes" : "no"])
    }
    add(grid, heading: "What each disruption costs home: \(name), over all its demand")
    addLegend(homeLegend(home, showsProRata: showsProRata))
  }

  private static let monthsProRata = "months safe pro rata"

  private var monthsSafe: String {
    runner.options.allocation == .efficient ? "months safe" : Self.monthsProRata
  }

  private func homeLegend(
    _ home: String, showsProRata: Bool
  ) -> [(term: String, meaning: String)] {
    let first = runner.options.servedFirst
    let entries: [(term: String, meaning: String)?] = [
      (
        "\(home) service, \(home) lost value",
        "both from the best case for \(home) to the worst. Best: \(home) is \(first). Worst: the lost value of all "
          + "regions is least, and where that leaves a choice \(home) comes last. <100%: less is lost than one decimal shows"
      ),
      (
        monthsSafe,
        "time to survive of \(home) in the best case: months until its first shortage, if it is \(first); \(noShortage)"
      ),
      showsProRata
        ? (
          Self.monthsProRata,
          "the same if every supplier that has too little cuts all its foreign customers by the same share"
        ) : nil,
      (
        "exposed",
        "whether \(home), even if it is served first, has a shortage before the disruption ends"
      ),
    ]
    return entries.compactMap(\.self)
  }
}
