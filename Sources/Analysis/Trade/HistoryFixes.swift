import Sourcing

extension PlanView {
  /// Labels of the periods in which history fixes all flows of a commodity or group into home. History fixes the
  /// flows of a commodity into a region in a period for which it has a row; commodities that a region of home does not
  /// use do not count. Empty if the model ignores history.
  func periodsFixedByHistory(_ group: CommodityGroup) -> [String] {
    guard model.history == .fix else { return [] }
    let members = Set(instance.home.members)
    var observed: [PeriodIndex: Set<Place>] = [:]
    for flow in instance.history
    where members.contains(flow.destination) && group.members.contains(flow.commodity) {
      observed[flow.period, default: []].insert(
        Place(region: flow.destination, commodity: flow.commodity))
    }
    let used = group.members.flatMap { commodity in
      let single = CommodityGroup(id: "", members: [commodity])
      return instance.home.members.filter { hasUse(single, in: [$0]) }
        .map { Place(region: $0, commodity: commodity) }
    }
    guard !used.isEmpty, !observed.isEmpty else { return [] }
    return instance.horizon.indices
      .filter { observed[$0]?.isSuperset(of: used) ?? false }
      .map { instance.horizon[$0].label }
  }
}
