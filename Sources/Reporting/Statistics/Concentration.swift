import Analysis
import Sourcing

extension ReportTable {
  /// How concentrated the supply of each destination is, with shares as in ``shares(_:)``.
  static func concentration(_ view: PlanView) -> ReportTable {
    var table = ReportTable(.concentration)
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

extension TableDefinition {
  static let concentration = TableDefinition(
    "concentration", places: planFolders,
    rows: "One row for each period, destination and commodity or group, as in shares.csv.",
    columns: [
      .text("period", "Label of the period."),
      .text("destination", "Id of the region or bloc that is supplied."),
      .text("commodity", "Id of the commodity or group."),
      .number("hhi_supply", .index, "HHI of all supply: Σ share_of_supply² over the origins."),
      .number("hhi_imports", .index, "HHI of imports: Σ share_of_imports² over the origins."),
      .number(
        "hhi_risk", .index, "Σ share_of_supply² × risk of the origin.",
        blank: "the risk of a supplier is not given"),
      .text(
        "largest_source",
        "Id of the region outside the destination with the largest share of supply.",
        blank: "nothing comes from outside"),
      .number("largest_share", .share, "Its share of supply; 0 if nothing comes from outside."),
    ])
}
