import CaseSupport
import GLPKSolver
import Planning
import Scenarios
import Sourcing
import Testing

@testable import Reporting

@Suite("The report on alternatives")
struct AlternativesReportTests {
  private let solved: SolvedCase
  private let found: Alternatives

  init() throws {
    solved = try SolvedCase("projects")
    found = try AlternativesFinder(solver: GLPKSolver())
      .find(around: solved.result, within: .shareOfTotal(0.01))
  }

  private func lines(_ alternatives: Alternatives) -> [String] {
    AlternativesReport(alternatives, of: solved.instance, solved.model).lines().map(\.text)
  }

  private func project(
    _ verdict: Alternatives.Verdict, withoutGoals other: Alternatives.Verdict
  ) throws -> Alternatives.Project {
    var project = try #require(found.projects.first)
    project.built.verdict = verdict
    var built = project.built
    built.verdict = other
    project.withoutGoals = built
    return project
  }

  @Test("a must that is no must without the goals is one by policy, and stands first")
  func byPolicy() throws {
    #expect(try project(.must, withoutGoals: .option).isDueToGoals)
    #expect(try project(.must, withoutGoals: .never).isDueToGoals)
    #expect(try !project(.must, withoutGoals: .must).isDueToGoals)
    #expect(try !project(.option, withoutGoals: .never).isDueToGoals)
    var changed = found
    changed.projects = [
      try project(.never, withoutGoals: .never), try project(.option, withoutGoals: .option),
      try project(.must, withoutGoals: .must), try project(.must, withoutGoals: .option),
    ]
    let text = lines(changed)
    let head = try #require(text.firstIndex { $0.hasPrefix("  project") })
    let words = ["always, by policy", "always, anyway", "sometimes", "never"]
    for (place, word) in words.enumerated() {
      #expect(text[head + 1 + place].contains(" \(word) "), "\(text[head + 1 + place])")
    }
    #expect(text.contains { $0.hasPrefix("  always, by policy: ") })
    changed.projects.removeLast()
    let without = lines(changed).joined(separator: " ")
    #expect(without.contains("No project is a must by policy") && !without.contains(", by policy"))
  }

  @Test("musts are never cut, and of the others a few are shown")
  func cut() throws {
    let (must, option) = (
      try project(.must, withoutGoals: .must), try project(.option, withoutGoals: .option)
    )
    let never = try project(.never, withoutGoals: .never)
    var changed = found
    let rows = { (alternatives: Alternatives, word: String) in
      lines(alternatives).count { $0.contains(" \(word) ") && !$0.contains(":") }
    }
    changed.projects =
      Array(repeating: never, count: 5) + Array(repeating: option, count: 30) + [must]
    #expect(rows(changed, "always, anyway") == 1 && rows(changed, "sometimes") == 11)
    #expect(
      lines(changed).contains(
        "and 24 more (built: 19 sometimes, 5 never); --format csv has all"))
    changed.projects = Array(repeating: must, count: 30) + [option]
    #expect(rows(changed, "always, anyway") == 30 && rows(changed, "sometimes") == 0)
  }

  @Test("missed soft goals are in the first line, and their penalties are no cost of the plan")
  func soft() throws {
    let solved = try SolvedCase("goal-soft")
    var model = solved.model
    for goal in model.goals.indices { model.goals[goal].penalty = 0.01 }
    let result = try Planner(solver: GLPKSolver()).plan(solved.instance, model)
    let found = try AlternativesFinder(solver: GLPKSolver())
      .find(around: result, within: .shareOfTotal(0.01))
    let beyond = try #require(found.costOfGoalsBeyondPlan)
    #expect(isClose(beyond, result.objective - result.cost) && beyond > 1e-3)
    let text = AlternativesReport(found, of: solved.instance, model).lines().map(\.text)
    #expect(text.first?.hasPrefix("Goal missed") == true)
    let joined = text.map { $0.trimmingPrefix { $0 == " " } }.joined(separator: " ")
    #expect(joined.contains("All plans that cost at most"))
    #expect(joined.contains(" with the penalties for missed goals: "))
    let parts =
      " in the cost of the plan and \(NumberText.amount(beyond)) in penalties for missed goals"
    #expect(joined.contains(parts), "\(joined)")
  }
}
