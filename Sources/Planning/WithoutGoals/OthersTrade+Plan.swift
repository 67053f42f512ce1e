import CostFlows
import Formulation
public import Sourcing

extension OthersTrade {
  /// What regions outside home get for themselves in a plan without goals: h(j,k) times each flow into a region j
  /// outside home, in the periods that history does not fix.
  ///
  /// h(j,k) is the part of k used in j that ends, through the plan's own production, in final use or in stocks outside
  /// home:
  ///
  ///     h(j,k)·use(j,k) = [j outside home]·(D − u + net puts) + Σ_q in(q,k)·x[q]·Σ_k' c(q,k')·g(j,k')
  ///     g(i,k) = Σ_j f[k,i,j]·h(j,k) / Σ_j f[k,i,j],   0 if nothing of k is shipped from i
  ///
  /// where use(j,k) is the sum of D − u, net puts and inputs, q runs over the producers in j, and c(q,k) is
  /// `Instance.costShares(of:in:)`. Bills follow cost by the same equations (`CostFlow`): of each unit of money that is
  /// spent on k in j, others pay h(j,k).
  ///
  /// - Parameters:
  ///   - plan: the plan without goals.
  ///   - instance: its instance.
  ///   - model: its model, with or without goals.
  public init(of plan: Plan, _ instance: Instance, _ model: Model) {
    let history = FixedHistory(
      instance: instance, isUsed: model.history == .fix, relaxed: [])
    let home = Set(instance.home.members)
    let producers = Producers(instance: instance, projects: model.projects)
    var amounts: [FlowKey: Double] = [:]
    for period in instance.horizon.indices {
      let flow = CostFlow(plan, producers, instance, in: period)
      let parts = flow.partsOfUse { !home.contains($0) }
      for it in flow.flows where !home.contains(it.key.destination) {
        let (commodity, destination) = (it.key.commodity, it.key.destination)
        let amount = parts[commodity, destination] * it.quantity
        let isFixed = history.fixes(
          commodity: commodity, destination: destination, period: period)
        if amount > 0, !isFixed { amounts[it.key] = amount }
      }
    }
    self.init(amounts: amounts)
  }
}
