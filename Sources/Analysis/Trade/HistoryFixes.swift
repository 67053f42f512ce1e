import Formulation
import Sourcing

extension PlanView {
  /// Labels of the periods in which history fixes all flows of a commodity or group into home. History fixes the
  /// flows of a commodity into a region in a period for which it has a row; commodities that a region of home does not
  /// use do not count. Empty if the model ignores history.
  func periodsFixedByHistory(_ group: CommodityGroup) -> [String] {
    let history = FixedHistory(
      instance: instance, isUsed: model.history == .fix, relaxed: [])
    let used = group.members.flatMap { commodity in
      let single = CommodityGroup(id: "", members: [commodity])
      return instance.home.members.filter { hasUse(single, in: [$0]) }
        .map { Place(region: $0, commodity: commodity) }
    }
    guard !used.isEmpty else { return [] }
    return instance.horizon.indices.filter { period in
      used.allSatisfy {
        history.fixes(commodity: $0.commodity, destination: $0.region, period: period)
      }
    }.map { instance.horizon[$0].label }
  }
}
