public import Sourcing

/// What one order of a project costs, undiscounted.
public struct OrderFigures: Sendable, Hashable {
  /// b[p,t], units of main output a year.
  public var capacity: Double
  /// capex(p)·b[p,t], money.
  public var capex: Double
  /// fixed(p)·y[p,t], money; 0 if nothing is ordered.
  public var fixedCost: Double
  /// share(g)·(capex(p)·b + fixed(p)·y), the money that the programme of the project pays; 0 without a programme.
  public var support: Double

  /// capex(p)·b + fixed(p)·y, money.
  public var outlay: Double { capex + fixedCost }

  /// The figures of what a plan orders of a project in a period.
  public init(of project: ProjectIndex, in period: PeriodIndex, plan: Plan, instance: Instance) {
    let it = instance.projects[project]
    let outlay = plan.outlay(of: project, in: period, instance)
    capacity = plan.orders[project][period]
    (capex, fixedCost) = (outlay.capex, outlay.fixed)
    support = (it.programme.map { instance.programmes[$0].share } ?? 0) * (capex + fixedCost)
  }
}
