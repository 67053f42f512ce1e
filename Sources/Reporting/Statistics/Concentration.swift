import Sourcing

extension ReportTable {
  /// How concentrated supply is, with shares as in shares.csv.
  ///
  /// hhi_supply = Σ share_of_supply², hhi_imports = Σ share_of_imports² (0 to 1),
  /// hhi_risk = Σ share_of_supply²·risk (blank where a supplier's risk is not given),
  /// largest_source: the region outside the destination with the largest share of supply.
  static func concentration(_ view: PlanView) -> ReportTable {
    var table = ReportTable(
      "concentration",
      columns: [
        "period", "destination", "commodity", "hhi_supply", "hhi_imports", "hhi_risk",
        "largest_source", "largest_share",
      ])
    let regions = view.instance.regions
    let places = view.suppliedPlaces
    for period in view.instance.horizon.indices {
      for (destination, group, _) in places {
        let supply = view.shares.bySource(group, to: destination.members, period: period)
        let abroad = supply.indices.map { destination.members.contains($0) ? 0 : supply[$0] }
        let share = shares(of: supply)
        let isRiskKnown = supply.indices.allSatisfy { supply[$0] == 0 || regions[$0].risk != nil }
        let risk = share.enumerated().reduce(0) {
          $0 + $1.element * $1.element * (regions[$1.offset].risk ?? 0)
        }
        // The largest, of equals the first by id.
        let largest = abroad.indices.filter { abroad[$0] > 0 }.min {
          abroad[$0] == abroad[$1] ? regions[$0].id < regions[$1].id : abroad[$0] > abroad[$1]
        }
        table.add(
          view.label(period), .text(destination.id), .text(group.id),
          .number(sumOfSquares(share)), .number(sumOfSquares(shares(of: abroad))),
          isRiskKnown ? .number(risk) : .blank,
          largest.map { .text(regions[$0].id) } ?? .blank,
          .number(largest.map { share[$0] } ?? 0))
      }
    }
    return table
  }

  private static func shares(of amounts: [Double]) -> [Double] {
    let total = amounts.reduce(0, +)
    return amounts.map { PlanShares.share($0, of: total) }
  }

  private static func sumOfSquares(_ values: [Double]) -> Double {
    values.reduce(0) { $0 + $1 * $1 }
  }
}
