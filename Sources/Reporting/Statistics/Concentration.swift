import Analysis
import Sourcing

extension ReportTable {
  /// How concentrated supply is, with shares as in shares.csv.
  ///
  /// hhi_supply = Σ share_of_supply², hhi_imports = Σ share_of_imports² (0 to 1),
  /// hhi_risk = Σ share_of_supply²·risk (blank where a supplier's risk is not given),
  /// largest_source: the region outside the destination with the largest share of supply.
  static func concentration(_ view: PlanView) -> ReportTable {
    var table = ReportTable(
      .concentration,
      columns: [
        "period", "destination", "commodity", "hhi_supply", "hhi_imports", "hhi_risk",
        "largest_source", "largest_share",
      ])
    let places = view.suppliedPlaces
    for period in view.instance.horizon.indices {
      for (destination, group, _) in places {
        let supply = view.supply(of: group, to: destination, period: period)
        table.add(
          view.label(period), .text(destination.id), .text(group.id),
          .number(supply.concentration), .number(supply.concentrationOfImports),
          supply.concentrationRisk.map { .number($0) } ?? .blank,
          supply.largestSource.map { .text(view.instance.regions[$0].id) } ?? .blank,
          .number(supply.largestShare))
      }
    }
    return table
  }
}
