import Analysis

/// The attacks in which least can be served, for the legend of a table of goals.
struct WorstAttackText {
  /// The goals of a table that are against any attack, with the entries that it shows.
  private let rows: [(goal: GoalStanding, entry: GoalStanding.Entry)]

  /// - Parameter rows: those of a table of goals.
  init(_ rows: [(goal: GoalStanding, entry: GoalStanding.Entry)]) {
    self.rows = rows.filter { $0.goal.cuts != nil && $0.entry.attack != nil }
  }

  /// What is achieved by goals against any attack: an entry for each largest number of targets.
  var legend: [(term: String, meaning: String)] {
    rows.compactMap(\.goal.cuts).uniqued().map { cuts in
      if cuts == 0 {
        return (
          "achieved with nothing cut",
          "largest share of demand that can be served without any cut, if the region of the goal is served before all "
            + "others"
        )
      }
      let limit = AttackText.targets(atMost: cuts)
      return (
        "achieved against any attack on \(limit)",
        "largest share of demand that can be served in the worst attack, if the region of the goal is served before all "
          + "others; the worst attack: \(attacks(cuts))"
      )
    }
  }

  /// `stage:CHN/mining`; where rows differ, each with its rows.
  private func attacks(_ cuts: Int) -> String {
    let ofCuts = rows.filter { $0.goal.cuts == cuts }
    let attacks = ofCuts.compactMap(\.entry.attack).uniqued()
    guard attacks.count > 1 else { return attacks.joined() }
    return attacks.map { attack in
      let names = ofCuts.filter { $0.entry.attack == attack }.map { row in
        row.goal.title + (row.entry.period.map { ", \($0)" } ?? "")
      }
      return "\(attack) (\(names.joined(separator: "; ")))"
    }.joined(separator: ", ")
  }
}
