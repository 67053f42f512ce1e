import Scenarios
import Sourcing

/// The tables of the report on worst cases.
extension WorstCaseReport {
  /// A column of figures of an attack.
  private struct Column {
    var name: String
    var meaning: String?
    /// Of a row: the loss, the attack if something is cut, and the figures of home.
    var text: (Figures) -> String
  }

  /// An attack on a row.
  private struct Figures {
    var attack: Attack
    var loss: Double
    var outcome: WorstCase.Outcome?
    var home: StressOutcome.Home?
    /// The most targets that are cut.
    var cuts: Int
    var isProven = true
    /// Its place among the worst.
    var rank = 1
  }

  // MARK: Tables

  /// The worst attack for each number of cuts.
  mutating func addCurve() {
    let outcomes = [nil] + found.worst.map(\.outcome)
    let rows = zip(found.curve, outcomes).map { point, outcome in
      Figures(
        attack: point.attack, loss: point.loss, outcome: outcome, home: point.home,
        cuts: point.cuts, isProven: point.isProven)
    }
    let columns = ofAttack + ofOtherPlan + (found.isProven ? [] : [proof])
    add(
      grid(rows, columns, key: "cuts") { "\($0.cuts)" },
      heading: "The worst attack for each number of cuts")
    addLegend(legend(columns))
  }

  /// The worst attacks with the most cuts, after a smaller one that costs more.
  mutating func addTop() {
    let largest = found.largestAttack
    guard found.top.count > 1 else { return }
    let ranked = found.rankedAtMost
    let rows = ranked.map {
      Figures(
        attack: $0.outcome.attack, loss: $0.outcome.loss, outcome: $0.outcome,
        home: $0.outcome.home, cuts: largest, rank: $0.rank)
    }
    let targets = largest == 1 ? "one target" : "\(largest) targets"
    let start =
      found.isProven ? "The \(found.top.count) worst attacks" : "The worst attacks found"
    let isFirstSmaller = ranked.count > found.top.count
    let heading =
      "\(start) on \(targets)" + (isFirstSmaller ? ", after one on fewer that costs more" : "")
    add(grid(rows, ofAttack, key: "rank") { "\($0.rank)" }, heading: heading)
    if found.attackCount ?? .max > found.top.count {
      addNote(
        "no other attack on \(targets) costs more than \(NumberText.amount(max(0, found.topBound)))"
      )
    }
  }

  /// How many attacks there are, and how many of them were solved.
  mutating func addCounts() {
    let (count, largest) = (found.attackCount, found.largestAttack)
    let attacks =
      count.map { "\(NumberText.whole($0)) attack\($0 == 1 ? "" : "s")" }
      ?? "1,000,000,000,000,000 or more attacks"
    let targets = found.targets.count
    let how =
      found.isProven
      ? "what they show proves that no other attack costs more" : "then the time limit came"
    addBlank()
    add(
      "There \(targets == 1 ? "is 1 target" : "are \(NumberText.whole(targets)) targets"), and \(attacks) on \(largest) of them. "
        + "Of the attacks of all sizes \(NumberText.whole(found.solved)) were solved; \(how).")
  }

  /// The rows of attacks, each with a row for every target.
  private func grid(
    _ rows: [Figures], _ columns: [Column], key: String, _ first: (Figures) -> String
  ) -> TextGrid {
    var grid = TextGrid([key, "target", Self.alone] + columns.map(\.name), keyCount: 2)
    for row in rows {
      let targets = row.attack.targets
      let singles = row.outcome?.singleLosses
      let start = targets.first.map { $0.name(in: instance) } ?? "none"
      grid.add(
        [first(row), start, targets.isEmpty ? "-" : single(singles, 0)]
          + columns.map { $0.text(row) })
      for (place, target) in targets.enumerated().dropFirst() {
        grid.add(
          ["", target.name(in: instance), single(singles, place)] + columns.map { _ in "" })
      }
    }
    return grid
  }

  private func single(_ losses: [Double]?, _ place: Int) -> String {
    losses.map { NumberText.amount($0[place]) } ?? "-"
  }

  // MARK: Columns

  private static let alone = "alone"

  private var ofAttack: [Column] {
    let synergy = Column(
      name: "synergy",
      meaning:
        "what the cuts cost together beyond the sum of what each costs alone, all measured from the loss without any cut; "
        + "below 0 if one cut makes another less harmful"
    ) { row in
      row.outcome.flatMap(found.synergy).map(NumberText.signed) ?? "-"
    }
    return [loss, synergy] + (hasDemand ? ofHome : [])
  }

  private var loss: Column {
    switch found.measure {
    case .world:
      Column(
        name: "world loses",
        meaning: "least lost value of all regions and all commodities under the attack"
      ) { NumberText.amount($0.loss) }
    case .home:
      Column(
        name: "\(home) loses",
        meaning: "least lost value of all demand of \(home) (home) under the attack, if it is "
          + runner.options.servedFirst
      ) { NumberText.amount($0.loss) }
    }
  }

  private var ofHome: [Column] {
    let worst = "the world loses least, and \(home) comes last where that leaves a choice"
    let lost =
      found.measure == .home
      ? Column(name: "\(home) loses at most", meaning: "the same in the worst case: \(worst)") {
        $0.home.map { NumberText.amount($0.lostMost) } ?? "-"
      }
      : Column(
        name: "\(home) loses",
        meaning: "lost value of all demand of \(home) (home), from the best case (it is "
          + "\(runner.options.servedFirst)) to the worst (\(worst))"
      ) { $0.home.map { RangeText.amount($0.lostLeast, $0.lostMost) } ?? "-" }
    return [
      lost,
      Column(
        name: "\(home) service",
        meaning:
          "share of that demand that is served, weighted by shortage cost, in the same two cases"
      ) { row in
        row.home.map { ServiceText.range(best: $0.serviceMost, worst: $0.serviceLeast) } ?? "-"
      },
    ]
  }

  private var ofOtherPlan: [Column] {
    guard let other = compared.withoutGoals else { return [] }
    let points = other.curve
    return [
      Column(
        name: "without goals",
        meaning:
          "the loss in the worst attack under the plan without goals, for the same number of cuts; its targets may be others"
      ) { row in
        points.last { $0.cuts <= row.cuts }.map {
          NumberText.amount($0.loss) + ($0.isProven ? "" : " (not proven)")
        } ?? "-"
      }
    ]
  }

  private var proof: Column {
    Column(
      name: "proven",
      meaning: "whether it is proven that no attack with at most this number of cuts costs more"
    ) {
      $0.isProven ? "yes" : "no"
    }
  }

  private func legend(_ columns: [Column]) -> [(term: String, meaning: String)] {
    [(Self.alone, "the loss if this target alone is cut")]
      + columns.compactMap { column in column.meaning.map { (column.name, $0) } }
  }
}
