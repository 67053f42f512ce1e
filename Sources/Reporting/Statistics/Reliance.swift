import Analysis
import Sourcing

extension ReportTable {
  /// Reliance of home and the blocs that goals name upon every region and named bloc. F(O, M) is what flows
  /// from O to M, W is the world; `LookThrough` in Analysis has the look-through formula.
  static func reliance(_ view: PlanView) -> ReportTable {
    var table = ReportTable(.reliance)
    for period in view.instance.horizon.indices {
      for figures in view.reliance(in: period) {
        table.add(
          view.label(period), .text(figures.subject.id), .text(figures.upon.id),
          .text(figures.group.id), .number(figures.direct), .number(figures.directOfImports),
          .number(figures.lookThrough), .number(figures.hidden))
      }
    }
    return table
  }
}

extension TableDefinition {
  static let reliance = TableDefinition(
    "reliance", places: planFolders,
    rows: "One row for each period, region or bloc that relies (home, and those that goals are "
      + "about or name), region or bloc upon which it relies, and commodity or group that it uses.",
    columns: [
      .text("period", "Label of the period."),
      .text("of", "Id of the region or bloc that relies."),
      .text("upon", "Id of the region or bloc upon which it relies."),
      .text("commodity", "Id of the commodity or group."),
      .number(
        "direct_supply", .share,
        "Direct reliance: share of all supply that comes from "
          + "`upon`."),
      .number(
        "direct_imports", .share,
        "Direct reliance of imports: what comes from `upon` outside `of`, as a share of all that comes from "
          + "outside `of`."),
      .number(
        "look_through", .share,
        "Look-through reliance: also counts where the inputs were made, through the whole chain."),
      .number("hidden", .share, "Hidden reliance: look_through − direct_supply."),
    ])
}
