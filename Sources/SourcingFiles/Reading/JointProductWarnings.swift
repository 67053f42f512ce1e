import Sourcing
import Tables

extension WarningFinder {
  /// Commodities without a price that come with other outputs of a process: outputs share the cost of a process in
  /// proportion to their value (`Instance.costShares(of:in:)`).
  func jointProductsWithoutPrice() -> [Problem] {
    instance.commodities.indexed().compactMap { index, commodity in
      guard let period = instance.horizon.indices.first(where: { commodity.price[$0] == 0 })
      else { return nil }
      let joint = instance.processes.filter { process in
        !process.byproducts.isEmpty && process.outputs.contains { $0.commodity == index }
      }
      guard let first = joint.first else { return nil }
      let more = joint.count > 1 ? " and \(joint.count - 1) more" : ""
      return warning(
        "`\(commodity.id)` has no price in \(instance.horizon[period].label) and is made together with other outputs "
          + "(`\(first.id)`\(more)): in bills those bear its part of the cost; "
          + "the main output, where none has a price",
        .commodities, id: ("commodity", commodity.id))
    }
  }
}
