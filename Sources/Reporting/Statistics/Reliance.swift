import Analysis
import Sourcing

extension ReportTable {
  /// Reliance of home and the blocs that goals name upon every region and named bloc.
  ///
  /// direct_supply = F(O,M) / F(W,M), direct_imports = F(O∖M,M) / F(W∖M,M), look_through: reliance upon O
  /// at any stage of the chain (`LookThrough`), hidden = look_through − direct_supply.
  static func reliance(_ view: PlanView) -> ReportTable {
    var table = ReportTable(
      .reliance,
      columns: [
        "period", "of", "upon", "commodity", "direct_supply", "direct_imports", "look_through",
        "hidden",
      ])
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
