import Analysis
import Sourcing

extension ReportTable {
  /// One row for each check, in the order of `checks.csv`.
  ///
  /// - Parameters:
  ///   - figures: the checks of an instance.
  ///   - instance: the instance.
  static func checkedFigures(_ figures: [CheckedFigure], in instance: Instance) -> ReportTable {
    var table = ReportTable(.checkedFigures)
    let number = { (value: Double?) -> Cell in value.map { .number($0) } ?? .blank }
    let text = { (text: String?) -> Cell in
      text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .blank
    }
    let flag = { (flag: Bool?) -> Cell in text(flag.map { $0 ? "yes" : "no" }) }
    for figure in figures {
      let check = figure.check
      table.add(
        .text(check.id), .text(check.kind.rawValue), .text(check.commodity.id),
        .text(check.region.id), text(check.partner?.id),
        .text(instance.horizon[check.period].label), .text(check.unit(in: instance)),
        .number(check.published), .number(check.tolerance), number(figure.own?.value),
        text(figure.own?.origin.rawValue), flag(figure.ownHolds), number(figure.plan),
        number(figure.difference), flag(figure.holds), text(check.source))
    }
    return table
  }
}

extension TableDefinition {
  static let checkedFigures = TableDefinition(
    "checked_figures", places: [.validateChecksCSV, .validateChecksJSON],
    rows:
      "One row for each check of the instance's checks.csv. The judged figure is that of the plan, else the "
      + "instance's own.",
    columns: [
      .text("check", "Id of the check."),
      .text(
        "kind",
        "What the figure is of: \(PublishedCheck.Kind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))."
      ),
      .text("commodity", "Id of the commodity or group."),
      .text("region", "Id of the region or bloc."),
      .text(
        "partner", "Id of the region or bloc that supplies.",
        blank: "the kind has no partner"),
      .text("period", "Label of the period."),
      .text("unit", "Unit of the figures: `share`, the commodity's unit a year, or money for it."),
      .number("published", .checkUnit, "The published figure."),
      .number(
        "tolerance", .ratio,
        "The largest difference that is accepted: of shares the difference itself, else as a part of the published "
          + "figure."
      ),
      .number(
        "instance", .checkUnit, "The instance's own figure, without a plan.",
        blank: "the instance does not have one"),
      .text(
        "instance_from",
        "The data that it is from: "
          + "\(CheckedFigure.Own.Origin.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")).",
        blank: "`instance` is blank"),
      .yesNo(
        "instance_holds", "Whether it is within the tolerance.", blank: "`instance` is blank"),
      .number(
        "plan", .checkUnit, "The figure of the plan without goals.",
        blank:
          "there is no plan, the share is one of nothing, or the marginal cost is not known, such as where history "
          + "fixes the flows"),
      .number(
        "difference", .checkUnit, "The judged figure minus the published one.",
        blank: "there is no figure"),
      .yesNo(
        "holds", "Whether the judged figure is within the tolerance.",
        blank: "there is no figure"),
      .text("source", "Where the figure was published.", blank: "it is not said"),
    ])
}
