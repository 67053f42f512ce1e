package import Sourcing

/// The flows that history fixes. Where history has any row for (commodity, destination, period), every flow of the
/// commodity into the destination is fixed in that period: to the row's quantity, or to 0 from an origin
/// without a row.
package struct FixedHistory {
  private struct Inflow: Hashable {
    var commodity: CommodityIndex
    var destination: RegionIndex
    var period: PeriodIndex
  }
  private var observed: [Inflow: [RegionIndex: Double]] = [:]

  /// The flows that the history of an instance fixes.
  ///
  /// - Parameters:
  ///   - isUsed: whether the model fixes observed flows; else nothing is fixed.
  ///   - relaxed: groups of data that are left out.
  package init(instance: Instance, isUsed: Bool, relaxed: Set<ConstraintGroup>) {
    guard isUsed else { return }
    for flow in instance.history
    where !relaxed.contains(
      .history(commodity: flow.commodity, destination: flow.destination))
    {
      let inflow = Inflow(
        commodity: flow.commodity, destination: flow.destination, period: flow.period)
      observed[inflow, default: [:]][flow.origin] = flow.quantity
    }
  }

  /// Whether any flow is fixed at all.
  var isAnything: Bool { !observed.isEmpty }

  /// Whether flows of the commodity into the destination are fixed in the period.
  package func fixes(commodity: CommodityIndex, destination: RegionIndex, period: PeriodIndex)
    -> Bool
  {
    !observed.isEmpty
      && observed[Inflow(commodity: commodity, destination: destination, period: period)] != nil
  }

  /// The fixed flow from an origin, 0 without a row; nil if nothing is fixed.
  func flow(_ key: FlowKey) -> Double? {
    guard !observed.isEmpty else { return nil }
    let inflow = Inflow(
      commodity: key.commodity, destination: key.destination, period: key.period)
    return observed[inflow].map { $0[key.origin] ?? 0 }
  }
}
