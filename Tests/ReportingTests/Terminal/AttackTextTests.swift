import Testing

@testable import Analysis
@testable import Reporting
@testable import Sourcing

/// How reports name attacks.
@Suite("Attacks in words")
struct AttackTextTests {
  private func standing(_ name: String, cuts: Int?, _ attacks: [String?]) -> GoalStanding {
    GoalStanding(
      name: name, kind: Goal.KindName.resilience.rawValue, unit: .share, direction: .atLeast,
      isEachMonth: false,
      entries: zip(["2025", "2026"], attacks).map { period, attack in
        GoalStanding.Entry(
          period: period, target: 0.5, achieved: 0.6, slack: 0.1, isBinding: false, isMissed: false,
          shadowPrice: nil, isMetByServingLess: false, unservedShare: nil, withoutGoals: nil,
          attack: attack)
      }, cuts: cuts)
  }

  private func rows(_ goals: GoalStanding...) -> [(goal: GoalStanding, entry: GoalStanding.Entry)] {
    goals.flatMap { goal in goal.entries.map { (goal, $0) } }
  }

  @Test("one attack is named alone, several with the rows in which they are worst")
  func legend() {
    let same = WorstAttackText(
      rows(standing("a", cuts: 2, ["region:X;region:Y", "region:X;region:Y"])))
    #expect(same.legend.map(\.term) == ["achieved against any attack on at most 2 targets"])
    #expect(same.legend[0].meaning.hasSuffix("the worst attack: region:X;region:Y"))
    let other = WorstAttackText(
      rows(standing("a", cuts: 1, ["region:X", "none"]), standing("b", cuts: nil, [nil, nil])))
    #expect(other.legend.map(\.term) == ["achieved against any attack on 1 target"])
    #expect(
      other.legend[0].meaning.hasSuffix(
        "region:X (a, over the window, 2025), none (a, over the window, 2026)"))
  }

  @Test("goals against other things add nothing")
  func none() {
    #expect(WorstAttackText(rows(standing("b", cuts: nil, [nil, nil]))).legend.isEmpty)
  }

  @Test("the verdict says that the goal is against any attack")
  func verdict() {
    let verdict = VerdictText(periods: ["2025", "2026"])
    let met = verdict.sentences([standing("a", cuts: 1, ["region:X", "region:X"])]).map(\.text)
    #expect(
      met == [
        "Goal met in every period: a, over the window, at least 50.0% in any attack on 1 target."
      ])
    var goal = standing("a", cuts: 3, ["region:X", "region:X"])
    goal.entries[1].isMissed = true
    goal.entries[1].achieved = 0.4
    #expect(
      verdict.sentences([goal]).map(\.text) == [
        "Goal missed in 2026: a, over the window, at least 50.0% in any attack on at most 3 targets; achieved 40.0%."
      ])
  }

  @Test("with no cut at all, verdict and legend name no attack")
  func withoutCuts() {
    let goal = standing("a", cuts: 0, ["none", "none"])
    #expect(goal.underAttack == " with nothing cut")
    #expect(WorstAttackText(rows(goal)).legend.map(\.term) == ["achieved with nothing cut"])
  }

  @Test("targets are read for people with the names of regions and commodities")
  func names() {
    var names = Names()
    names.regions = ["CHN": "China", "USA": "United States (all)"]
    names.commodities = ["dy": "Dysprosium oxide"]
    #expect(names.attack("region:CHN") == "all production in China")
    #expect(
      names.attack("exports:CHN/dy;stage:USA/deep_sea;region:XYZ")
        == "exports of dysprosium oxide from China, deep sea in the United States and all production in XYZ"
    )
    #expect(names.attack("none") == "nothing" && names.attack("") == "nothing")
  }
}
