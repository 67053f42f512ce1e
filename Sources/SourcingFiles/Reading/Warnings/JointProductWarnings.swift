import Sourcing
import Tables

extension WarningFinder {
  /// Joint products without a price that bear nothing in bills: outputs share the cost of a process in proportion to
  /// their value, and where none has a price the main output bears all (`Instance.costShares(of:in:)`).
  func jointProductsWithoutPrice() -> [Problem] {
    instance.commodities.indices.compactMap { commodity in
      instance.horizon.indices.lazy.compactMap { jointProduct(commodity, in: $0) }.first
    }
  }

  private func jointProduct(_ commodity: CommodityIndex, in period: PeriodIndex) -> Problem? {
    guard !hasPrice(commodity, in: period) else { return nil }
    let joint = instance.processes.filter { process in
      !process.byproducts.isEmpty && process.outputs.contains { $0.commodity == commodity }
    }
    let beside = joint.filter { process in
      process.outputs.contains { hasPrice($0.commodity, in: period) }
    }
    // Where no output has a price, the main output bears all and is no problem.
    let underMain = joint.filter { process in
      process.output != commodity
        && !process.outputs.contains { hasPrice($0.commodity, in: period) }
    }
    let bearers =
      described(beside.map(\.id), "in bills those bear its part of the cost")
      + described(
        underMain.map(\.id), "none of which has a price: in bills the main output bears all cost")
    guard !bearers.isEmpty else { return nil }
    let id = instance.commodities[commodity].id
    return warning(
      "`\(id)` has no price in \(instance.horizon[period].label) and is made together with other outputs "
        + bearers.joined(separator: ", and with outputs "), .commodities, id: ("commodity", id))
  }

  private func hasPrice(_ commodity: CommodityIndex, in period: PeriodIndex) -> Bool {
    instance.commodities[commodity].price[period] != 0
  }

  /// The processes in brackets and what it means for bills; empty without processes.
  private func described(_ processes: [String], _ meaning: String) -> [String] {
    guard let first = processes.first else { return [] }
    let more = processes.count > 1 ? " and \(processes.count - 1) more" : ""
    let link = meaning.hasPrefix("in ") ? ": " : ", "
    return ["(`\(first)`\(more))\(link)\(meaning)"]
  }
}
