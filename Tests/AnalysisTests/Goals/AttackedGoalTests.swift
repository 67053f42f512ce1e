import Analysis
import CaseSupport
import Foundation
import Sourcing
import Testing

/// What is said of goals against any attack.
@Suite("Goals against any attack")
struct AttackedGoalTests {
  @Test("their standings have the most targets of an attack, and each period its worst attack")
  func standings() throws {
    let view = try #require(try SolvedCase("cuts-1").view)
    let attacked = view.goalStandings.filter { $0.cuts != nil }
    #expect(attacked.map(\.cuts) == [1] && attacked.map(\.kind) == ["resilience"])
    let named = view.goals.compactMap { outcome -> String? in
      guard case .attack(let attack)? = outcome.threat else { return nil }
      return attack.name(in: view.instance)
    }
    try #require(!named.isEmpty && named.allSatisfy { $0.hasPrefix("region:R") })
    #expect(attacked.flatMap(\.entries).map(\.attack) == named)
    let others = view.goalStandings.filter { $0.cuts == nil }
    #expect(!others.isEmpty && others.flatMap(\.entries).allSatisfy { $0.attack == nil })
  }

  @Test("figures of the plan have the worst attack of the last period")
  func achieved() throws {
    let view = try #require(try SolvedCase("cuts-1").view)
    let goals = PlanFigures(view).goals
    let last = view.goalStandings.first { $0.cuts != nil }?.entries.last?.attack
    #expect(last != nil && goals.compactMap(\.attack) == [last])
  }

  @Test("what an earlier version wrote is read without attacks")
  func earlier() throws {
    let view = try #require(try SolvedCase("goal-monthly").view)
    let data = try JSONEncoder().encode(view.goalStandings)
    let text = String(decoding: data, as: UTF8.self)
    #expect(!text.contains("attack") && !text.contains("cuts"))
    let read = try JSONDecoder().decode([GoalStanding].self, from: data)
    #expect(read.allSatisfy { $0.cuts == nil && $0.entries.allSatisfy { $0.attack == nil } })
  }
}
