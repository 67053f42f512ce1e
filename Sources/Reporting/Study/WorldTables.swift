import Statistics
public import Studies

extension StudyBoxes {
  /// `boxes.csv` of a study: one row for each limit of each box.
  public var table: ReportTable {
    var table = ReportTable(.studyBoxes)
    for it in found {
      let rows = it.box.cells(failure: it.failure) { worlds?.factors[$0].name ?? "" }
      for cells in rows {
        table.add(
          contentsOf: [.text(it.policy.option), .text(it.policy.coordination)] + cells)
      }
    }
    return table
  }
}

extension StudyIndices {
  /// `indices.csv` of a study: two rows for each option, coordination, measure and assumption.
  public var table: ReportTable {
    var table = ReportTable(.studyIndices)
    let factors = worlds?.factors ?? []
    for it in found {
      for (assumption, factor) in factors.enumerated() {
        let rows = it.indices.cells(
          of: assumption, id: factor.name, measure: it.measure.name)
        for cells in rows {
          table.add(
            contentsOf: [.text(it.policy.option), .text(it.policy.coordination)] + cells)
        }
      }
    }
    return table
  }
}

/// The tables on what decides the figures of options in sampled worlds.
extension TableDefinition {
  private typealias Meaning = SensitivityMeaning
  private static let policy: [ResultColumn] = [
    .text("option", "Name of the option."),
    .text("coordination", "`joint` or `unilateral`."),
  ]

  static let studyBoxes = TableDefinition(
    "boxes", variant: "of a study", places: [.study, .studyBoxesCSV, .studyBoxesJSON],
    rows:
      "One row for each option, coordination, and limited assumption of a box: of the box in which a claim often fails, and "
      + "of that in which the option often has no plan. The worlds are the sampled ones without those of Sobol indices "
      + "and those in which the run of the option reached a time limit or failed. A claim that fails in all of "
      + "them or in none, or whose failures no box explains, "
      + "has no rows. Written by studies with `worlds`.",
    columns: policy + boxColumns)

  static let studyIndices = TableDefinition(
    "indices", variant: "of a study", places: [.study, .studyIndicesCSV, .studyIndicesJSON],
    rows:
      "Two rows for each option, coordination, measure and assumption: its Sobol indices. The worlds are those that are "
      + "sampled for them. The change of the first option against itself has no rows. Written by studies with `sobol` in "
      + "`worlds`.",
    columns: policy + [
      .text(
        "measure",
        "A figure of comparison.csv, or its change against the first option in the same world, as in robustness.csv."
      ),
      .text("assumption", Meaning.assumption),
      .text("index", "`first`: first-order Sobol index. `total`: total Sobol index."),
      .number("value", .index, "The index, from 0 to 1 but for chance.", blank: Meaning.noIndex),
      .number("low", .index, Meaning.indexLow, blank: "it has no value"),
      .number("high", .index, Meaning.indexHigh, blank: "it has no value"),
      .number(
        "missing", .count,
        "Worlds in which the measure has no value; if there are any, the index is blank."),
    ])
}
