import Sourcing
import Tables

extension WarningFinder {
  /// Processes with several outputs of which one has no price: outputs share the cost of a process in proportion to
  /// their value.
  func jointProductsWithoutPrice() -> [Problem] {
    instance.processes.filter { !$0.byproducts.isEmpty }.compactMap { process in
      for period in instance.horizon.indices {
        let free = process.outputs.filter {
          instance.commodities[$0.commodity].price[period] == 0
        }
        guard !free.isEmpty else { continue }
        let label = instance.horizon[period].label
        let names = free.map { "`\(instance.commodities[$0.commodity].id)`" }
          .joined(separator: " and ")
        let none = free.count == process.outputs.count
        let effect =
          none
          ? "in bills the main output bears all of the cost"
          : "in bills the other outputs bear all of the cost"
        return warning(
          "of the outputs of `\(process.id)`, \(names) \(free.count == 1 ? "has" : "have") no price in \(label): "
            + effect, .processes, id: ("process", process.id))
      }
      return nil
    }
  }
}
