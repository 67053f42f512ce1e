package import LinearProgramming
package import Sourcing

extension PlanningProgram {
  /// `cost` with penalties and without the terms of `risk`, of a decomposed program; discounted money.
  package var costWithoutRisk: LinearExpression {
    let ofRisk = Set(
      goalColumns.lazy.filter { _, states in
        switch states {
        case .lossThreshold, .excessLoss, .loss: true
        default: false
        }
      }.map(\.column.index))
    var sum = LinearExpression()
    for (index, cost) in program.cost.enumerated() where !ofRisk.contains(index) {
      sum.add(cost, Column(index))
    }
    return sum
  }

  /// What a stage minimises, as the table of stages in docs/formulation.md defines it. Money, or for `flow`
  /// units (money by value); only `cost` is discounted.
  package func expression(of quantity: ObjectiveStage.Quantity) -> LinearExpression {
    var sum = LinearExpression()
    let horizon = instance.horizon
    switch quantity {
    case .cost:
      // With penalties and risk: the costs that the LP was built with.
      for (index, cost) in program.cost.enumerated() { sum.add(cost, Column(index)) }
    case .capex, .support:
      let isSupport = if case .support = quantity { true } else { false }
      for (index, project) in instance.projects.indexed() {
        let paid = project.programme.map { instance.programmes[$0].share } ?? 0
        let share = isSupport ? paid : 1
        // An order that is never in operation costs nothing.
        for period in horizon.indices
        where !project.operation(orderedIn: period, horizon: horizon).isEmpty {
          if let order = columns.order[index][period] { sum.add(share * project.capex, order) }
          if let isOrdered = columns.isOrdered[index][period] {
            sum.add(share * project.fixedCost, isOrdered)
          }
        }
      }
    case .shortage:
      for period in horizon.indices {
        for commodity in instance.commodities.indices {
          for region in instance.regions.indices {
            guard
              let column = columns.shortage(
                region: region, commodity: commodity, period: period)
            else { continue }
            let demand = instance.demands[region: region, commodity: commodity, period: period]
            sum.add(Double(horizon[period].years) * demand.shortageCost, column)
          }
        }
      }
    case .flow(let of, let upon, let commodity, let measure, let periods):
      for period in periods {
        for member in commodity.members {
          let worth = measure.worth(of: member, in: period, instance)
          for origin in upon.members {
            for destination in of.members {
              let flow = columns.flow(
                commodity: member, origin: origin, destination: destination, period: period)
              if let flow { sum.add(Double(horizon[period].years) * worth, flow) }
            }
          }
        }
      }
    case .loss:
      return expectedLoss
    }
    return sum
  }
}
