import Analysis

extension TerminalReport {
  /// Home's final use at marginal costs, one sentence; nothing where these are not known or home uses nothing.
  mutating func addUseAtMarginalCosts() {
    guard let use = summary.homeUseAtMarginalCosts, use.amount != 0 else { return }
    let periods = VerdictText(periods: summary.periods).when(use.periods)
    let time = use.periods == summary.periods ? "" : " \(periods)"
    add(
      "Final use of \(named(summary.home))\(time) at marginal costs: about "
        + "\(NumberText.amount(use.amount)). A marginal cost is what one more unit of use would cost all "
        + "regions together while the amounts that goals are measured against stay the same; it has the "
        + "rents of what is scarce (marginal_costs.csv, with --out). The bill of \(summary.home) of the "
        + "same time, \(NumberText.amount(use.bill)), is at average cost, and it has the holding of "
        + "stocks, shortages and shares of capital too.")
  }
}
