public import Scenarios
import Sourcing

/// The tables of the worst cases of a plan.
public struct WorstTables: Sendable {
  /// The worst attacks, one row each.
  public var attacks = ReportTable(.worst)
  /// What the worst attack costs over the number of cuts, of the plan and of the plan without goals.
  public var curve = ReportTable(.worstCurve)

  /// Both of them.
  public var all: [ReportTable] { [attacks, curve] }

  /// The tables of what was found.
  ///
  /// - Parameters:
  ///   - found: the worst cases.
  ///   - runner: the runner of the plan.
  public init(_ found: ComparedWorstCases, runner: StressRunner) {
    let instance = runner.instance
    let hasDemand = instance.hasDemand(in: instance.home, runner.period)
    for row in found.plan.ranked {
      let outcome = row.outcome
      attacks.add(
        contentsOf: [
          .number(Double(row.cuts)), .number(Double(row.rank)),
          .text(outcome.attack.name(in: instance)), .number(outcome.loss),
        ] + Self.home(outcome.home, hasDemand: hasDemand) + [
          .number(ifAny: found.plan.synergy(of: outcome)), Self.flag(row.isProven),
        ])
    }
    for (plan, points) in found.curves {
      for point in points {
        let name = point.attack.name(in: instance)
        curve.add(
          contentsOf: [
            .text(plan.rawValue), .number(Double(point.cuts)), name.isEmpty ? .blank : .text(name),
            .number(point.loss), .number(point.bound),
          ] + Self.home(point.home, hasDemand: hasDemand) + [Self.flag(point.isProven)])
      }
    }
  }

  private static func home(
    _ home: StressOutcome.Home?, hasDemand: Bool
  ) -> [ReportTable.Cell] {
    [
      .number(ifAny: home?.lostLeast), .number(ifAny: home?.lostMost),
      .number(ifAny: hasDemand ? home?.serviceMost : nil),
    ]
  }

  private static func flag(_ value: Bool) -> ReportTable.Cell { .text(value ? "true" : "false") }
}

/// The plans whose worst cases are compared, as tables and JSON name them.
package enum ComparedPlan: String, Sendable, CaseIterable {
  /// The plan of the model.
  case withGoals = "with_goals"
  /// The plan of the model without its goals.
  case withoutGoals = "without_goals"
}

extension ComparedWorstCases {
  /// The loss over the number of cuts, of each plan.
  package var curves: [(plan: ComparedPlan, points: [WorstCase.Point])] {
    [(.withGoals, plan.curve)] + (withoutGoals.map { [(.withoutGoals, $0.curve)] } ?? [])
  }
}

/// Texts on worst cases that tables and JSON have in common.
enum WorstTexts {
  static let cuts = "The most targets that are cut at once."
  static let rank =
    "1 is the attack that costs most of those on at most `cuts` targets. The others are ranked among the attacks with most "
    + "targets."
  static let targets =
    "What is cut, joined by `;`: `region:CHN`, `stage:CHN/separation`, `exports:CHN/oxide`"
  static let loss =
    "The least lost value over the window that the attack leaves: of all regions, or of home alone with `--measure home`."
  static let bound =
    "No attack on at most `cuts` targets costs more than this. It is the loss if it is proven."
  static let service =
    "Share of home's demand over the window that is served if home loses home_lost_least, weighted by shortage cost."
  static let synergy =
    "What the cuts cost together beyond the sum of what each costs alone, all measured from the loss without any cut. It is "
    + "below 0 if one cut makes another less harmful."
  static let late = "the time limit came first"
  static let noCut = "nothing is cut, or no attack was found in time"
  static let noService = "home has no final demand in the period, or the time limit came first"
  static let proven = "Whether it is proven that no attack on at most `cuts` targets costs more."
  static let plan =
    "`with_goals`: the plan of the model. `without_goals`: the plan without goals, if the model has goals."
}

extension TableDefinition {
  private static let ofHome: [ResultColumn] = [
    .number("home_lost_least", .money, HomeTexts.lostLeast, blank: WorstTexts.late),
    .number("home_lost_most", .money, HomeTexts.lostMost, blank: WorstTexts.late),
    .number("service", .share, WorstTexts.service, blank: WorstTexts.noService),
  ]

  static let worst = TableDefinition(
    "worst", places: [.worstFolder, .worstCSV],
    rows:
      "One row for each number of cuts below `--cuts`, with the worst attack, then one row for each of the `--top` worst "
      + "attacks with `--cuts` targets, the largest loss first; equal losses in the order of the names. Where not as many "
      + "targets can be cut at once, attacks have fewer. If an attack on fewer targets costs more than all of these, it comes "
      + "before them with rank 1. That happens where a region costs more than some of its parts.",
    columns: [
      .number("cuts", .count, WorstTexts.cuts),
      .number("rank", .count, WorstTexts.rank),
      .text("targets", WorstTexts.targets + "."),
      .number("loss", .money, WorstTexts.loss),
    ] + ofHome + [
      .number("synergy", .money, WorstTexts.synergy, blank: WorstTexts.late),
      .flag("proven", "Whether it is proven that no other attack has this place."),
    ])

  static let worstCurve = TableDefinition(
    "worst_curve", places: [.worstFolder],
    rows:
      "One row for each plan and number of cuts from 0 to `--cuts`, or to the most targets that can be "
      + "cut at once if these are fewer: the worst attack.",
    columns: [
      .text("plan", WorstTexts.plan),
      .number("cuts", .count, WorstTexts.cuts),
      .text("targets", WorstTexts.targets + ".", blank: WorstTexts.noCut),
      .number("loss", .money, WorstTexts.loss),
      .number("bound", .money, WorstTexts.bound),
    ] + ofHome + [.flag("proven", WorstTexts.proven)])
}
