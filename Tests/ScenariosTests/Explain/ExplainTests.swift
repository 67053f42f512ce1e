import CaseSupport
import Formulation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@testable import Scenarios

@Suite("Explain")
struct ExplainTests {
  private func explain(_ instance: Instance, _ model: Model) throws -> Explanation {
    try Explainer(solver: GLPKSolver()).explain(instance, model)
  }

  private func isFeasible(
    _ instance: Instance, _ model: Model, relaxed: Set<ConstraintGroup> = []
  ) throws -> Bool {
    let program = PlanningProgram(instance: instance, model: model, relaxed: relaxed)
    return try Planner(solver: GLPKSolver()).solve(program).termination == .optimal
  }

  /// The whole conflict is infeasible, and feasible without any one of its members.
  private func expectIrreducible(_ conflict: Conflict, _ instance: Instance, _ model: Model) throws
  {
    let all = Set(ConstraintGroup.all(in: instance, model))
    let members = Set(conflict.members.map(\.group))
    #expect(conflict.isIrreducible)
    #expect(members.isSubset(of: all))
    #expect(try !isFeasible(instance, model, relaxed: all.subtracting(members)))
    for member in members {
      #expect(
        try isFeasible(instance, model, relaxed: all.subtracting(members).union([member])),
        "without \(member)")
    }
  }

  private func expectSuggestionsHold(
    _ advice: TargetRelaxation, _ instance: Instance, _ model: Model
  ) throws {
    let amounts = { (changes: [TargetChange], less: Double) in
      Dictionary(
        uniqueKeysWithValues: changes.map {
          (
            AdjustableTarget(goal: $0.goal, direction: $0.direction, isEachMonth: $0.isEachMonth),
            max(0, $0.change - less * $0.unit.resolution(at: $0.change / $0.relativeChange))
          )
        })
    }
    if !advice.joint.isEmpty {
      #expect(try isFeasible(instance, model.loosened(by: amounts(advice.joint, 0))))
      for place in advice.joint.indices {
        var less = amounts(advice.joint, 0)
        less.merge(amounts([advice.joint[place]], 5)) { $1 }
        #expect(try !isFeasible(instance, model.loosened(by: less)))
      }
    }
    for entry in advice.alone {
      let change = entry.change
      if entry.isEnough {
        #expect(try isFeasible(instance, model.loosened(by: amounts([change], 0))))
        #expect(try !isFeasible(instance, model.loosened(by: amounts([change], 5))))
      } else {
        #expect(try !isFeasible(instance, model, relaxed: [.goal(change.goal)]))
      }
    }
    let cheapestAlone = advice.alone.filter(\.isEnough).map(\.change.relativeChange).min()
    if let cheapestAlone { #expect(try #require(advice.total) <= cheapestAlone + 1e-9) }
  }

  @Test("in the case without a plan, two caps and the service level conflict")
  func infeasibleCase() throws {
    let instance = try InstanceReader.read(folder: TestPaths.case("infeasible"))
    let model = try ModelReader.read(
      file: TestPaths.case("infeasible") + "/model.yaml", instance: instance)
    let explanation = try explain(instance, model)
    guard case .infeasible(let conflict?, let advice?) = explanation.finding else {
      Issue.record("expected a conflict and advice")
      return
    }
    try expectIrreducible(conflict, instance, model)
    #expect(!advice.joint.isEmpty && !advice.alone.isEmpty)
    #expect(conflict.members.map(\.group) == [.goal(0), .goal(1), .goal(2)])
    #expect(conflict.members[0].places.compactMap(\.period) == [1])
    try expectSuggestionsHold(advice, instance, model)
    // Only the rival and one more region can supply: the two caps must add up to 100 %.
    #expect(isClose(try #require(advice.total), 0.12 / 0.61))
  }

  /// Of the seeds of ``randomConflicts(seed:)``, those whose goals can be met together.
  private static let withoutConflict: Set<UInt64> = [1, 2, 8, 10, 12, 13, 15, 16]

  @Test(
    "conflicts of random instances are irreducible, and suggestions make them feasible",
    arguments: seeds)
  func randomConflicts(seed: UInt64) throws {
    let question = try Question(seed: seed, isLumpy: seed.isMultiple(of: 4))
    let goals = [
      Question.reliance(0.15), Question.service(0.97),
      "{kind: largest_source, commodity: oxide, at_most: 25%, by: last}",
      "{kind: capex, at_most: 150}",
    ]
    let model = try question.model(goals, "stockpiles: none")
    let explanation = try explain(question.instance, model)
    #expect(explanation.isComplete)
    switch explanation.finding {
    case .feasible(_, let accounts):
      #expect(Self.withoutConflict.contains(seed))
      #expect(accounts.count == goals.count)
    case .infeasible(let conflict, let advice):
      #expect(!Self.withoutConflict.contains(seed))
      try expectIrreducible(#require(conflict), question.instance, model)
      try expectSuggestionsHold(#require(advice), question.instance, model)
    case .unknown:
      Issue.record("no limit was set")
    }
  }

  @Test("shares of several sources that add up to more than 100 % are lowered to equal parts")
  func sourcesGiveWay() throws {
    var found = 0
    for seed in seeds.prefix(8) {
      let question = try Question(seed: seed)
      let model = try question.model([
        "{kind: plus_one, commodity: oxide, beyond: R1, sources: 2, each_at_least: 60%, by: last}",
        Question.service(0.3),
      ])
      let explanation = try explain(question.instance, model)
      guard case .infeasible(let conflict?, let advice?) = explanation.finding else { continue }
      try expectIrreducible(conflict, question.instance, model)
      try expectSuggestionsHold(advice, question.instance, model)
      guard let change = advice.alone.first(where: { $0.isEnough && $0.change.goal == 0 })?.change
      else { continue }
      #expect(change.suggested[0] <= 0.5 + 1e-6)
      found += change.suggested[0] > 0.01 ? 1 : 0
    }
    #expect(found > 0)
  }

  @Test("the cost of a goal is what solving without it saves", arguments: Array(seeds.prefix(8)))
  func costOfGoals(seed: UInt64) throws {
    let question = try Question(seed: seed, isLumpy: seed.isMultiple(of: 4))
    let goals = [
      Question.reliance(0.3), "{kind: hhi, commodity: oxide, at_most: 0.6, by: last}",
      "{kind: plus_one, commodity: oxide, beyond: R1, each_at_least: 15%, by: last}",
      "{kind: reliance, upon: R1, commodity: oxide, at_most: 50%, trace: chain, in: 2021}",
    ]
    let explanation = try explain(question.instance, question.model(goals))
    guard case .feasible(let result, let accounts) = explanation.finding else {
      Issue.record("no plan: \(explanation.finding)")
      return
    }
    #expect(accounts.count == goals.count)
    for (place, account) in accounts.enumerated() {
      var others = goals
      others.remove(at: place)
      let without = try #require(try question.cost(others))
      #expect(isClose(try #require(account.objectiveWithout), without), "\(account.name)")
      #expect(without <= result.objective + 1e-6 * abs(result.objective))
    }
  }

  @Test("a time limit that is too short is reported")
  func timeLimit() throws {
    let question = try Question(seed: 1)
    var options = SolveOptions()
    options.timeLimit = .nanoseconds(1)
    let explainer = Explainer(solver: GLPKSolver(), options: options)
    let explanation = try explainer.explain(
      question.instance, question.model([Question.reliance(0.2)]))
    guard case .unknown = explanation.finding else {
      Issue.record("a nanosecond was enough: \(explanation.finding)")
      return
    }
    #expect(!explanation.isComplete && !explanation.isDiagnosis)
  }
}
