import Analysis
import CaseSupport
import Formulation
import GLPKSolver
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
    #expect(achieved.map { $0.name.hasSuffix(", in each month") } == [false, true, false, true])
    // The window serves more than its worst month does.
    #expect(achieved[0].achieved > achieved[1].achieved)
  }

  /// A buys 80 of metal: 60 that B makes from B's ore, and 20 that B makes from C's ore. All of it touches B, and
  /// 60 of 80 only B.
  @Test("through the chain, at_most and at_least bound two figures of one plan")
  func chainWithBothBounds() throws {
    let (instance, plan) = ChainOfThree.planned
    var model = Model(
      name: "m", projects: [],
      goals: [
        Goal(
          name: "chain", kind: .reliance(upon: ChainOfThree.b, basis: .supply, trace: .chain),
          of: instance.home, commodities: [CommodityGroup(id: "metal", members: [1])],
          periods: [0],
          bounds: [
            Goal.Bound(.atMost, Target(constant: 0.9, periodCount: 1)),
            Goal.Bound(.atLeast, Target(constant: 0.7, periodCount: 1)),
          ])
      ])
    func view() throws -> PlanView {
      let judged = try PlanningResult(
        judging: plan, in: PlanningProgram(instance: instance, model: model),
        solver: GLPKSolver())
      return PlanView(instance: instance, model: model, plan: plan, goals: judged.goals)
    }
    let both = PlanFigures(try view())
    #expect(both.goals.map(\.name) == ["chain, at most", "chain, at least"])
    #expect(both.goals.map(\.isMet) == [false, true])
    #expect(
      isClose(both.goals[0].achieved, 1, within: 1e-9)
        && isClose(both.goals[1].achieved, 0.75, within: 1e-9))
    #expect(both.goalsMet == 1)
    // A goal with one bound has one figure, and its own name.
    model.goals[0].bounds.removeLast()
    #expect(PlanFigures(try view()).goals.map(\.name) == ["chain"])
    // Direct reliance is one figure, whatever bounds it has.
    model.goals[0].kind = .reliance(upon: ChainOfThree.b, basis: .supply, trace: .direct)
    model.goals[0].bounds.append(Goal.Bound(.atLeast, Target(constant: 0.7, periodCount: 1)))
    let direct = PlanFigures(try view()).goals
    #expect(direct.map(\.name) == ["chain"] && isClose(direct[0].achieved, 1, within: 1e-9))
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
