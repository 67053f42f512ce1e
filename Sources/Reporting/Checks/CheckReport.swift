public import Analysis
public import Sourcing

/// The checks of an instance against published figures, as a report.
public struct CheckReport: CollectedReport {
  /// What it says, from top to bottom.
  public internal(set) var blocks: [ReportBlock] = []
  private let figures: [CheckedFigure]
  private let instance: Instance

  /// The report on the checks of an instance.
  ///
  /// - Parameters:
  ///   - figures: the checks; empty for an instance without any.
  ///   - instance: the instance.
  ///   - plan: the plan, in words, such as `the plan without goals`; nil if there is none.
  public init(_ figures: [CheckedFigure], in instance: Instance, plan: String?) {
    self.figures = figures
    self.instance = instance
    guard !figures.isEmpty else {
      add("\(instance.name) has no checks.csv with published figures to compare with.")
      return
    }
    addVerdict(plan)
    addBlank()
    addFigures()
    addLegend(figures.map { ($0.check.id, meaning(of: $0.check)) })
    addLegend(legend)
  }

  /// The checks as `--format csv` prints them.
  public var table: ReportTable { .checkedFigures(figures, in: instance) }

  private mutating func addVerdict(_ plan: String?) {
    let standing = CheckStanding(figures)
    if let plan {
      let areAll = standing.held == standing.judged
      add(CheckText.sentence(standing, in: plan) + ".", areAll ? .heading : .bad)
    } else {
      let found = figures.compactMap(\.holds)
      add(
        "Checks against published figures: there is no plan to compare with; "
          + "\(found.count { $0 }) of \(found.count) hold by the figures of the instance itself.",
        .bad)
    }
  }

  private mutating func addFigures() {
    var grid = TextGrid([
      "check", "published", "tolerance", "instance", "holds", "plan", "difference", "holds",
    ])
    let word = { (flag: Bool?) in flag.map { $0 ? "yes" : "no" } ?? "-" }
    for figure in figures {
      let check = figure.check
      grid.add([
        check.id, check.text(check.published), check.toleranceText,
        figure.own.map { "\(check.text($0.value)) (\($0.origin.rawValue))" } ?? "-",
        word(figure.ownHolds), figure.plan.map(check.text) ?? "-",
        figure.difference.map(check.signedDifferenceText) ?? "-", word(figure.holds),
      ])
    }
    add(grid)
  }

  private func meaning(of check: PublishedCheck) -> String {
    let source = check.source.isEmpty ? "" : " (\(check.source))"
    return check.meaning(in: instance) + source
  }

  private var legend: [(term: String, meaning: String)] {
    [
      (
        "instance",
        "the instance's own figure, without a plan: a share of supply from its history, use from its final demand, "
          + "output and its shares from capacity, of which less may be used, a cost from its prices. The first "
          + "`holds` is about it"
      ),
      (
        "plan",
        "the figure of the plan without goals. In periods that history fixes, its flows are those of the history"
      ),
      (
        "difference, holds",
        "the plan, or the instance where the plan has no figure, minus the published figure: in percentage points of "
          + "shares, in percent of other figures; and whether that is within the tolerance"
      ),
    ]
  }
}
