package import CostFlows
package import Sourcing

extension PlanView {
  /// The chain of a period: what goes from what is made in a region to what is used in a region, into processes, and on
  /// with what is made of it to final use, in units and at average cost. The `meant` parts of a link are those that end in
  /// home's final use or growing stocks.
  ///
  /// Money is that of ``Bills``: what is spent on goods that reach use, with what contracts add or take; without holding,
  /// shortages, programmes and what is spent where nothing reaches use. So the cost of what region j uses and stores is
  /// the part of its bill for goods (``Bills/Part/goods``).
  package func chainLinks(in period: PeriodIndex) -> [ChainLink] {
    let flow = CostFlow(plan, producers, instance, in: period)
    let home = Set(instance.home.members)
    return flow.links(
      entering: Spending(self, flow, in: period).entering(flow), endingIn: home.contains,
      producers, in: period)
  }
}
