import Analysis
import Formulation
import Sourcing

extension ConstraintGroup {
  /// All groups of an instance and a model. Groups that say most to a planner come first: goals, contracts, history,
  /// budgets, quotas, least outputs, capacities, then the others.
  static func all(in instance: Instance, _ model: Model) -> [ConstraintGroup] {
    var groups: [ConstraintGroup] = model.goals.indices
      .filter { !model.goals[$0].isSoft }.map { .goal($0) }
    groups += instance.contracts.indices.map { .contract($0) }
    groups += historyGroups(instance, model)
    groups += instance.programmes.indices.map { .budget(programme: $0) }
    groups += instance.quotas.map(\.id).uniqued().map { .quota($0) }
    groups += instance.facilities.indices
      .filter { instance.facilities[$0].minimum.contains { $0 > 0 } }.map { .facilityMinimum($0) }
    groups += instance.commodities.indices.map { .producerCapacity(commodity: $0) }
    groups += instance.commodities.indices.map { .laneCapacity(commodity: $0) }
    if model.maxDecline != nil { groups.append(.maxDecline) }
    if model.othersTrade?.amounts.isEmpty == false { groups.append(.othersKeep) }
    if model.stockpiles != .none { groups += instance.stockpiles.indices.map { .stockLevels($0) } }
    return groups
  }

  private static func historyGroups(_ instance: Instance, _ model: Model) -> [ConstraintGroup] {
    guard model.history == .fix else { return [] }
    return instance.history.map {
      .history(commodity: $0.commodity, destination: $0.destination)
    }.uniqued()
  }
}
