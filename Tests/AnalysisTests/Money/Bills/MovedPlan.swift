import Sourcing

/// A plan as one of another instance with the same ids, in another order or in other units.
struct MovedPlan {
  let from: Instance
  let to: Instance
  /// How many units of the other instance one unit of a commodity is.
  var factor: (String) -> Double = { _ in 1 }

  /// - Parameters:
  ///   - plan: a plan of `from` and a model that allows all projects.
  func callAsFunction(_ plan: Plan) throws -> Plan {
    let (old, new) = (producers(of: from), producers(of: to))
    let activity = new.all.mapped { producer in
      let index = old.all.firstIndex { $0.id == producer.id }
      return scaled(index.map { plan.activity[$0] }, output(producer.process))
    }
    let orders = to.projects.mapped { project in
      scaled(from.projects.index(of: project.id).map { plan.orders[$0] }, output(project.process))
    }
    let isOrdered = to.projects.mapped { project in
      from.projects.index(of: project.id).map { plan.isOrdered[$0] } ?? []
    }
    let stocks = to.stockpiles.mapped { stockpile in
      let stocks = from.stockpiles.index(of: stockpile.id).map { plan.stocks[$0] } ?? []
      let factor = factor(to.commodities[stockpile.commodity].id)
      return stocks.mapped {
        Plan.Stock(level: factor * $0.level, put: factor * $0.put, draw: factor * $0.draw)
      }
    }
    return Plan(
      flows: plan.flows.map(moved).sorted { $0.key < $1.key }, activity: activity, orders: orders,
      isOrdered: isOrdered, stocks: plan.stocks.isEmpty ? [] : stocks,
      shortages: plan.shortages.map(moved).sorted {
        ($0.period, $0.commodity, $0.region) < ($1.period, $1.commodity, $1.region)
      })
  }

  private func producers(of instance: Instance) -> Producers {
    Producers(instance: instance, projects: Array(instance.projects.indices))
  }

  private func output(_ process: ProcessIndex) -> String {
    to.commodities[to.processes[process].output].id
  }

  private func scaled(_ amounts: PerPeriod<Double>?, _ commodity: String) -> PerPeriod<Double> {
    (amounts ?? []).mapped { $0 * factor(commodity) }
  }

  private func region(_ region: RegionIndex) -> RegionIndex {
    to.regions.index(of: from.regions[region].id) ?? region
  }

  private func commodity(_ commodity: CommodityIndex) -> CommodityIndex {
    to.commodities.index(of: from.commodities[commodity].id) ?? commodity
  }

  private func moved(_ flow: Plan.Flow) -> Plan.Flow {
    Plan.Flow(
      key: FlowKey(
        commodity: commodity(flow.key.commodity), origin: region(flow.key.origin),
        destination: region(flow.key.destination), period: flow.key.period),
      quantity: flow.quantity * factor(from.commodities[flow.key.commodity].id))
  }

  private func moved(_ it: Plan.Shortage) -> Plan.Shortage {
    Plan.Shortage(
      region: region(it.region), commodity: commodity(it.commodity), period: it.period,
      quantity: it.quantity * factor(from.commodities[it.commodity].id))
  }
}
