import CaseSupport
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@testable import Formulation
@testable import Planning
@testable import Sourcing

@Suite("The separation of attacks")
struct AttackSeparationTests {
  /// The least violation under an attack at a point, below 0 if more is served than the goal asks for.
  private func violation(_ goal: AttackGoal, under attack: Attack, at point: [Double]) throws
    -> Double
  {
    var program = goal.undisturbed.program(
      at: point, closing: goal.window.columns(closedBy: attack))
    program.setBounds(goal.violation, lower: -goal.demand, upper: .infinity)
    let solution = try GLPKSolver().solve(program, options: .standard, from: nil)
    return try solution.optimum(of: "a window").objective
  }

  @Test(
    "known attacks on two targets that are a little above the floor hide no worse single region")
  func nested() throws {
    var (hidden, last) = (0, 0)
    for seed in UInt64(1)...20 {
      // The rival loses nothing if only its exports are cut, and much if it produces nothing.
      let question = try AttackQuestion(
        seed: seed, cuts: 2, "[regions, exports], by: R1", atLeast: 0.5, ", penalty: 1e-3",
        of: "R1")
      let result = try question.plan()
      try #require(result.termination == .optimal)
      let solver = GLPKSolver()
      for goal in result.program.attackGoals where goal.window.targets.count == 3 {
        let region = Attack(inOrder: goal.window.targets.filter { $0.kind == .regions })
        let exports = Attack(inOrder: goal.window.targets.filter { $0.kind == .exports })
        var point = result.solution.values
        let least = try violation(goal, under: exports, at: point)
        let most = try violation(goal, under: region, at: point)
        guard most > least + 1e-3 * goal.demand else { continue }
        let bound = try #require(goal.bound)
        point[bound.index] = least - 5e-7 * goal.demand
        var known = KnownAttacks()
        let separation = AttackSeparation([goal], solver: solver)
        let first = try separation.violated(at: point, knowing: known)
        #expect(first.map(\.subject) == [.attack(exports, on: goal.cell)])
        known.add(exports, on: goal.cell)
        let second = try separation.violated(at: point, knowing: known)
        #expect(second.first?.subject == .attack(region, on: goal.cell), "seed \(seed)")
        hidden += 1
        for recourse in second {
          if case .attack(let attack, let cell) = recourse.subject { known.add(attack, on: cell) }
        }
        last += try separation.violated(at: point, knowing: known).count
      }
    }
    #expect(hidden >= 5 && last == 0, "\(hidden), \(last)")
  }

  @Test("cuts are taken over only by a program with the same columns, not with as many")
  func sameColumns() throws {
    let question = try DisruptedQuestion(seed: 2)
    let service = "{kind: service, commodity: oxide, at_least: 0.5, penalty: 3, name: "
    let model = try question.model(
      "goals: [{kind: resilience, against: {cuts: 1, targets: stages}, of: R0, "
        + "commodity: oxide, at_least: 0.4}, \(service)a}, \(service)b}]",
      "stress: {horizon_months: 4, reroute_months: 2}")
    let program = { (left: Set<ConstraintGroup>) in
      try PlanningProgram(
        instance: question.instance, model: model, relaxed: left, until: .none)
    }
    let result = try Planner(solver: GLPKSolver()).solve(try program([.goal(1)]))
    try #require(result.termination == .optimal && !result.attacks.all.isEmpty)
    let (same, other, whole) = (
      try program([.goal(1)]), try program([.goal(2)]), try program([])
    )
    #expect(same.program.columnCount == other.program.columnCount)
    #expect(!result.attackWindows(for: same).cuts.isEmpty)
    for program in [other, whole] {
      let known = result.attackWindows(for: program)
      #expect(known.cuts.isEmpty && known.attacks.all == result.attacks.all)
    }
    // The window of an attack in the rows has columns of its own.
    let written = try PlanningProgram(
      instance: question.instance, model: model, relaxed: [.goal(1)], attacks: result.attacks,
      until: .none)
    #expect(result.attackWindows(for: written).cuts.isEmpty)
  }
}
