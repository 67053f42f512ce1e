import Sourcing
import Statistics
public import Studies

extension Robustness {
  /// `robustness.csv`: one row for each option, coordination and measure, then one for each claim.
  public var table: ReportTable {
    var table = ReportTable(.robustness)
    for row in measured {
      // The change of the first option against itself says nothing.
      let regret = row.isAgainstItself ? nil : row.regret
      table.add(
        contentsOf: Self.keys(row.policy, measure: row.measure.name, claim: nil, row.count)
          + Spread.cells(row.spread)
          + [
            .number(ifAny: regret?.largest), .number(ifAny: regret?.mean),
            .number(ifAny: regret.map { Double($0.withoutPlan) }),
            .number(ifAny: regret?.shareBest), .blank,
          ])
    }
    for row in claimed {
      table.add(
        contentsOf: Self.keys(row.policy, measure: nil, claim: row.claim.text, row.count)
          + Array(repeating: .blank, count: 13) + [.number(ifAny: row.share)])
    }
    return table
  }

  private static func keys(
    _ policy: Policy, measure: String?, claim: String?, _ count: Count
  ) -> [ReportTable.Cell] {
    [
      .text(policy.option), .text(policy.coordination), measure.map { .text($0) } ?? .blank,
      claim.map { .text($0) } ?? .blank, .number(Double(count.worlds)),
      .number(Double(count.withPlan)), .number(Double(count.withoutAnswer)),
    ]
  }
}

extension ReportTable {
  /// `sampled_worlds.csv`: where each assumption stands in each sampled world.
  package static func sampledWorlds(_ worlds: StudyWorlds) -> ReportTable {
    var table = ReportTable(.sampledWorlds)
    for (name, point) in zip(worlds.allNames, worlds.allPoints) {
      for (assumption, z) in zip(worlds.sample.space.assumptions, point) {
        table.add(.text(name), .text(assumption.id), .number(z))
      }
    }
    return table
  }
}

/// The tables on the worlds of studies.
extension TableDefinition {
  private static let ofClaim = "the row is about a claim"
  private static let ofFirst = "the measure is the change of the first option against itself"
  private static let noValue = "\(ofClaim), no plan of the option has the measure, or \(ofFirst)"

  static let robustness = TableDefinition(
    "robustness", places: [.study, .studyRobustnessCSV, .studyRobustnessJSON],
    rows:
      "One row for each option, coordination and measure, then one for each option, coordination and claim of the study. "
      + "The worlds are the sampled ones without those for Sobol indices; in a study that samples none, all its variations with `as-is`. "
      + "Only worlds for which every option has a run count.",
    columns: [
      .text("option", "Name of the option."),
      .text("coordination", "`joint` or `unilateral`."),
      .text(
        "measure",
        "A figure of comparison.csv, or its change against the first option in the same world, `change_FIGURE`. If the "
          + "study has one sharing arrangement, the name ends without it.", blank: ofClaim),
      .text("claim", "The claim, as the study states it.", blank: "the row is about a measure"),
      .number("worlds", .count, "Worlds that are compared."),
      .number("with_plan", .count, "Worlds in which the option has a plan."),
      .number(
        "without_answer", .count,
        "Worlds of which that is not known: the run reached a time limit or failed. A model or data that cannot be read "
          + "give no plan."
      ),
    ] + Spread.columns(blank: noValue, deviationBlank: "\(noValue), or only one has it") + [
      .number(
        "largest_regret", .figureUnit,
        "The largest distance, in a world, from the best option that has a plan there. Of services, months, stocks and "
          + "goals met the greatest value is the best, of all other measures the least.",
        blank: "\(noValue), or it has no plan in some world in which another option has one"),
      .number(
        "mean_regret", .figureUnit, "Mean regret over the worlds with a plan.", blank: noValue),
      .number(
        "no_plan_regret", .count,
        "Worlds in which the option has no plan and another option has one.",
        blank: "\(ofClaim), or \(ofFirst)"),
      .number(
        "share_best", .share,
        "Share of all worlds, those without a plan too, in which the option has a plan and no other option is better. "
          + "Worlds in which a plan lacks the measure are left out. Each of several equal options is best.",
        blank: "\(ofClaim), or \(ofFirst)"),
      .number(
        "share_holds", .share,
        "Share of all worlds in which the claim holds. It does not hold where there is no plan.",
        blank:
          "the row is about a measure, no plan has the measure of the claim, or \(ofFirst)"),
    ])

  static let sampledWorlds = TableDefinition(
    "sampled_worlds", places: [.study],
    rows:
      "One row for each sampled world and assumption, also of the worlds for Sobol indices. Written by studies with `worlds`.",
    columns: [
      .text("world", "Name of the world, which is the variation of its runs."),
      .text("assumption", "Id of the assumption."),
      .number(
        "z", .ratio,
        "Where the assumption stands: -1 is its low end, 0 the number of the table, 1 its high end."
      ),
    ])
}
