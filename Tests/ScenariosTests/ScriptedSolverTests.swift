import CaseSupport
import Foundation
import GLPKSolver
import Games
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@testable import Scenarios
@testable import Studies

/// Questions about plans, with solvers that stop early or are wrong.
struct ScriptedSolverTests {
  /// Asks a question with solvers that end with `termination` from the n-th solve on, for several n; the errors
  /// thrown.
  private func errors(
    _ termination: Termination, _ ask: (ScriptedSolver) throws -> Void
  ) throws -> [any Error] {
    let honest = ScriptedSolver(GLPKSolver())
    try ask(honest)
    let count = honest.requests.count
    #expect(count > 0)
    return Set([0, 1, count / 2, count - 1]).filter { $0 < count }.sorted().compactMap { last in
      let solver = ScriptedSolver(GLPKSolver()) {
        $0.number < last ? .honest : .ends(termination)
      }
      do {
        try ask(solver)
        Issue.record("no error where solve \(last) of \(count) ends with \(termination)")
        return nil
      } catch {
        return error
      }
    }
  }

  private func expectLimit(_ ask: (ScriptedSolver) throws -> Void) throws {
    for error in try errors(.timeLimit, ask) {
      #expect((error as? NoOptimum)?.termination == .timeLimit, "\(error)")
    }
    // Other endings must not be reported as a time limit.
    for error in try errors(.unbounded, ask) {
      #expect((error as? NoOptimum)?.termination == .unbounded, "\(error)")
    }
  }

  private let hits = [IslandNetwork.cut("a", [(0, 0)]), IslandNetwork.cut("b", [(1, 0)])]

  private func stress(_ solver: any Solver) throws -> (StressRunner, RegionSet) {
    let network = IslandNetwork(demands: [120, 120], stocks: [5, 5], disruptions: hits)
    let model = Model(name: "as-is", projects: [])
    let planned = try Planner(solver: GLPKSolver()).plan(network.instance, model)
    return (
      StressRunner(
        instance: network.instance, model: model, plan: try #require(planned.plan),
        options: network.options, solver: solver), network.members
    )
  }

  @Test("a stress run that does not finish is an error, with any sharing")
  func stressRun() throws {
    for mode in [Sharing.Mode.own, .pooled, .iep] {
      for fairness in [Sharing.Fairness.efficient, .maxMin] {
        try expectLimit { solver in
          let (runner, members) = try stress(solver)
          _ = try runner.run(
            hits, sharing: Sharing(mode: mode, members: members, fairness: fairness))
        }
      }
    }
  }

  @Test("stockpiles that are not sized, or a cost that is not split, are an error")
  func sizing() throws {
    try expectLimit { solver in
      let (runner, members) = try stress(solver)
      let sizing = StockpileSizing(
        stress: runner, members: members, disruptions: hits, service: 1)
      _ = try sizing.sizes(under: [.own, .pooled])
      let game = try sizing.coalitionCosts(under: .pooled).game()
      _ = try game.splits(weights: [1, 1], using: runner.solver)
    }
  }

  @Test("sizing errors say what would be right")
  func sizingErrors() {
    let sentences = [
      SizingError.noStockpiles(members: "quad"), .memberCount(13),
      .unreachable(asked: 0.9, largest: 0.5),
    ].map { "\($0)" }
    #expect(sentences[0].hasPrefix("no region of quad has a row in stockpiles.csv; add a row"))
    #expect(sentences[1].hasPrefix("a split needs from 1 to 12 members"))
    #expect(
      sentences[2].hasPrefix(
        "without sharing not every member can reach a service of 90.0%, but at most 50.0%"))
  }

  @Test("alternatives that are not found in time are an error")
  func alternatives() throws {
    let question = try Question(seed: 3)
    let plan = try question.plan([])
    try expectLimit { solver in
      _ = try AlternativesFinder(solver: solver).find(around: plan, within: .shareOfTotal(0.2))
    }
  }

  /// A solver that proves no infeasible answer.
  private let unproving = ScriptedSolver(GLPKSolver()) { _ in
    .altered { if $0.termination == .infeasible { $0.isUnproven = true } }
  }

  @Test("explanations and frontiers say if they rest on an unproven answer")
  func unproven() throws {
    let instance = try InstanceReader.read(folder: TestPaths.case("infeasible"))
    let model = try ModelReader.read(
      file: TestPaths.case("infeasible") + "/model.yaml", instance: instance)
    let range = ParameterRange(name: "none", from: 1, to: 2, isPercent: false)
    for (solver, isProven) in [(ScriptedSolver(GLPKSolver()), true), (unproving, false)] {
      let explanation = try Explainer(solver: solver).explain(instance, model)
      #expect(explanation.isUnproven == !isProven)
      let frontier = try FrontierRunner(solver: solver).run(instance, over: range, steps: 2) { _ in
        model
      }
      #expect(frontier.isUnproven == !isProven)
      #expect(frontier.steps.allSatisfy { !$0.isFeasible && $0.isUnproven == !isProven })
    }
  }

  @Test("a frontier that does not finish is an error")
  func frontier() throws {
    let question = try Question(seed: 2)
    let range = ParameterRange(name: "cap", from: 0.9, to: 0.5, isPercent: true)
    try expectLimit { solver in
      _ = try FrontierRunner(solver: solver).run(question.instance, over: range, steps: 3) {
        try question.model([
          "{kind: reliance, upon: R1, commodity: oxide, at_most: \($0), by: last}"
        ])
      }
    }
  }

  @Test(
    "an explanation says what a time limit left open",
    arguments: [("goal-reliance", true), ("infeasible", false)])
  func explanation(name: String, hasPlan: Bool) throws {
    let instance = try InstanceReader.read(folder: TestPaths.case(name))
    let model = try ModelReader.read(
      file: TestPaths.case(name) + "/model.yaml", instance: instance)
    let explain = { (solver: any Solver) in
      try Explainer(solver: solver).explain(instance, model)
    }
    let honest = ScriptedSolver(GLPKSolver())
    let whole = try explain(honest)
    #expect(whole.isComplete)
    if case .feasible = whole.finding { #expect(hasPlan) } else { #expect(!hasPlan) }
    let count = honest.requests.count
    #expect(count > 1)
    for last in 0..<count {
      let solver = ScriptedSolver(GLPKSolver()) { $0.number < last ? .honest : .ends(.timeLimit) }
      let partial = try explain(solver)
      #expect(!partial.isComplete, "solve \(last) of \(count)")
      let isUnknown = if case .unknown = partial.finding { true } else { false }
      // The first solve finds the plan without goals, and the second says whether there is one with them.
      #expect(isUnknown == (last < 2), "solve \(last) of \(count)")
    }
    #expect(throws: NoOptimum.self) {
      try explain(ScriptedSolver(GLPKSolver()) { _ in .ends(.unbounded) })
    }
  }

  @Test("if the solver fails during the explanation, the answer still says that there is no plan")
  func failedExplanation() throws {
    let instance = try InstanceReader.read(folder: TestPaths.case("infeasible"))
    let model = try ModelReader.read(
      file: TestPaths.case("infeasible") + "/model.yaml", instance: instance)
    let honest = ScriptedSolver(GLPKSolver())
    _ = try Explainer(solver: honest).explain(instance, model)
    for last in 2..<honest.requests.count {
      let solver = ScriptedSolver(GLPKSolver()) {
        $0.number < last ? .honest : .fails(.refuted("it broke\nin two"))
      }
      let explanation = try Explainer(solver: solver).explain(instance, model)
      guard case .infeasible = explanation.finding else {
        Issue.record("solve \(last)")
        continue
      }
      #expect(!explanation.isComplete && explanation.isDiagnosis)
      #expect(explanation.failure?.contains("it broke") == true)
    }
  }

  @Test("a run of a study that a limit ends at any solve is out of time")
  func study() throws {
    try withTemporaryFolder { folder in
      try write(SampleInstance.files.mapValues { Array($0.utf8) }, to: folder)
      try write(
        [
          "model.yaml": Array("name: m\ngoals: []\n".utf8),
          "study.yaml": Array(
            "name: s\ninstance: .\noptions: [{model: model.yaml}]\n".utf8),
        ], to: folder)
      let file = folder.appending(path: "study.yaml").path
      let study = try StudyReader.read(file: file, solver: GLPKSolver())
      let outcome = { (solver: any Solver) in
        StudyRunner(study: study, solver: solver, timeLimit: 100).outcome(of: study.runs[0])
      }
      let honest = ScriptedSolver(GLPKSolver())
      guard case .planned(let run) = outcome(honest).result else {
        Issue.record("no plan")
        return
      }
      #expect(!run.stress.isEmpty)
      let idle = ScriptedSolver(GLPKSolver())
      StudyRunner(study: study, solver: idle).run(study.runs, jobs: 1, while: { false }) {
        _ in Issue.record("a run that nobody wanted")
      }
      #expect(idle.requests.isEmpty)
      for last in honest.requests.indices {
        let solver = ScriptedSolver(GLPKSolver()) {
          $0.number < last ? .honest : .ends(.timeLimit)
        }
        guard case .timeLimit(let seconds, _) = outcome(solver).result else {
          Issue.record("solve \(last) of \(honest.requests.count)")
          continue
        }
        #expect(seconds == 100)
      }
    }
  }
}
