import Analysis
import CaseSupport
import Planning
import Sourcing
import TestSupport
import Testing

@Suite("How goals stand")
struct GoalStandingTests {
  @Test("every outcome is an entry of one standing, with its unit", arguments: SolvedCase.feasible)
  func complete(name: String) throws {
    let view = try #require(try SolvedCase(name).view)
    let standings = view.goalStandings
    #expect(standings.reduce(0) { $0 + $1.entries.count } == view.goals.count)
    for standing in standings {
      let goal = try #require(
        view.model.goals.first {
          standing.name == $0.name || standing.name.hasPrefix($0.name + "/")
        }
      )
      #expect(standing.unit == goal.kind.unit && standing.kind == goal.kind.name.rawValue)
      // A period that occurred twice would mean that two bounds were taken for one.
      #expect(Set(standing.periods).count == standing.periods.count)
      for entry in standing.entries {
        let sign: Double = standing.direction == .atMost ? 1 : -1
        let slack = sign * (entry.target - entry.achieved)
        #expect(abs(entry.slack - slack) < 1e-12 || entry.slack == max(0, slack))
        #expect(entry.isMissed == (entry.slack < -1e-6 * max(1, abs(entry.target))))
      }
    }
  }

  @Test("the bound of every month and the bound of the window are separate standings")
  func monthly() throws {
    let standings = try #require(try SolvedCase("goal-monthly").view).goalStandings
    // There are two disruptions, each with both bounds.
    #expect(standings.map(\.isEachMonth) == [false, true, false, true])
    #expect(standings[0].name == standings[1].name && standings[1].name != standings[2].name)
    #expect(standings.map { $0.entries.map(\.target) } == [[0.2], [0.24], [0.2], [0.24]])
  }

  @Test("a bound of every month without a bound of the window is shown as such")
  func monthlyAlone() throws {
    let solved = try SolvedCase("goal-monthly")
    var model = solved.model
    model.goals[0].bounds = []
    let outcomes = solved.result.goals.filter(\.isEachMonth)
    try #require(!outcomes.isEmpty)
    let view = PlanView(
      instance: solved.instance, model: model, plan: try #require(solved.result.plan),
      goals: outcomes)
    #expect(view.goalStandings.map(\.isEachMonth) == [true, true])
  }

  @Test("a shadow price is for one step of the goal's unit")
  func shadowPrice() throws {
    var steps: Set<Double> = []
    for name in ["goal-reliance", "goal-hhi", "goal-capex"] {
      let view = try #require(try SolvedCase(name).view)
      for outcome in view.goals {
        let step = view.model.goals[outcome.goal].kind.unit == .money ? 1 : 0.01
        #expect(view.shadowPrice(of: outcome) == outcome.shadowPrice.map { $0 * step })
        if outcome.shadowPrice ?? 0 != 0 { steps.insert(step) }
      }
    }
    #expect(steps == [0.01, 1])
  }

  @Test("the worst month and the window have separate achieved values")
  func achievedByMonth() throws {
    let view = try #require(try SolvedCase("goal-monthly").view)
    let achieved = PlanFigures(view).goals
    #expect(achieved.map(\.name) == view.goalStandings.map(\.title))
    for (goal, outcome) in zip(achieved, view.goals) { #expect(goal.achieved == outcome.achieved) }
    #expect(achieved.map { $0.name.hasSuffix(", each month") } == [false, true, false, true])
    // The window serves more than its worst month does.
    #expect(achieved[0].achieved > achieved[1].achieved)
  }

  @Test("a goal with the name of a part of another goal is separate from it")
  func sameName() throws {
    let solved = try SolvedCase("goal-each")
    let plan = try #require(solved.result.plan)
    let index = try #require(solved.model.goals.indices.first { solved.model.goals[$0].each })
    let own = solved.result.goals.filter { $0.goal == index }
    let subject = try #require(own.first?.subject.id)
    var model = solved.model
    var twin = model.goals[index]
    twin.name += "/\(subject)"
    twin.each = false
    model.goals.append(twin)
    let others = own.filter { $0.subject.id == subject }.map { outcome in
      var other = outcome
      other.goal = model.goals.indices.upperBound.advanced(by: -1)
      other.achievement = .value(0.5)
      return other
    }
    let view = PlanView(
      instance: solved.instance, model: model, plan: plan, goals: own + others)
    let before = PlanView(
      instance: solved.instance, model: solved.model, plan: plan, goals: own)
    #expect(view.goalStandings.count == before.goalStandings.count + 1)
    let achieved = PlanFigures(view).goals
    #expect(achieved.last?.achieved == 0.5)
    #expect(achieved.dropLast().map(\.achieved) == PlanFigures(before).goals.map(\.achieved))
  }

  @Test("a goal is met if all its bounds are met in all periods", arguments: SolvedCase.feasible)
  func met(name: String) throws {
    let view = try #require(try SolvedCase(name).view)
    let figures = PlanFigures(view)
    let missed = Set(view.goalStandings.filter { !$0.missed.isEmpty }.map(\.name))
    #expect(Set(figures.goals.filter { !$0.isMet }.map(\.name)) == missed)
    #expect(figures.goalsMet == figures.goals.count - missed.count)
    #expect(Set(figures.goals.map(\.name)).count == figures.goals.count)
  }
}
