import Formulation
import Foundation
import GLPKSolver
import LinearProgramming
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@testable import Planning

/// Planning with solvers that stop early, or have fewer capabilities than GLPK.
struct ScriptedSolverTests {
  private func question(_ name: String) throws -> (Instance, Model) {
    let folder = CaseTests.folder.appending(path: name)
    let instance = try InstanceReader.read(folder: folder.path())
    return (
      instance,
      try ModelReader.read(file: folder.appending(path: "model.yaml").path(), instance: instance)
    )
  }

  /// One stage, several stages, cuts of cones, stress windows in the rows and decomposed, goals whose achievement
  /// needs solves, lumpy projects.
  static let cases = [
    "plain", "objective", "goal-hhi", "goal-resilience", "risk", "goal-chain", "goal-monthly",
    "projects-lumpy", "everything",
  ]

  @Test("a time limit at any solve ends as a time limit, without a plan", arguments: cases)
  func timeLimit(name: String) throws {
    let (instance, model) = try question(name)
    for decomposition in [Decomposition.never, .always] {
      for strategy in [StartStrategy.plain, .periods] {
        let plan = { (solver: any Solver) in
          try Planner(solver: solver, decomposition: decomposition, strategy: strategy)
            .plan(instance, model)
        }
        let honest = ScriptedSolver(GLPKSolver())
        let whole = try plan(honest)
        let count = honest.requests.count
        // Each of the first solves, one in the middle, and the last one, which may be for the achievement of a goal.
        for last in Set(Array(0..<min(count, 6)) + [count / 2, count - 1]) {
          let solver = ScriptedSolver(GLPKSolver()) {
            $0.number < last ? .honest : .ends(.timeLimit)
          }
          let result = try plan(solver)
          if whole.termination == .optimal {
            #expect(result.termination == .timeLimit, "solve \(last) of \(count)")
          }
          #expect(result.plan == nil && result.goals.isEmpty, "solve \(last) of \(count)")
        }
      }
    }
  }

  @Test(
    "a figure that is not known in time is not reported as 0",
    arguments: ["goal-chain", "goal-chainleast", "goal-resilience", "goal-monthly"])
  func judging(name: String) throws {
    let (instance, model) = try question(name)
    let planner = { (solver: any Solver) in Planner(solver: solver, decomposition: .never) }
    let honest = ScriptedSolver(GLPKSolver())
    let whole = try planner(honest).plan(instance, model)
    #expect(whole.termination == .optimal)
    #expect(whole.goals.contains { $0.achieved > 0 })
    // The planning program is solved first. The other solves are for the achievement of goals.
    let program = try planner(honest).program(for: instance, model).program
    let judging = try #require(
      honest.requests.firstIndex { $0.program.columnCount < program.columnCount })
    #expect(judging > 0)
    let solver = ScriptedSolver(GLPKSolver()) {
      $0.number < judging ? .honest : .ends(.timeLimit)
    }
    let result = try planner(solver).plan(instance, model)
    #expect(result.termination == .timeLimit)
    #expect(result.plan == nil && result.goals.isEmpty)
    #expect(result.solution.isOptimal && result.objective == whole.objective)

    let wrong = ScriptedSolver(GLPKSolver()) {
      $0.number < judging ? .honest : .ends(.infeasible)
    }
    #expect(throws: NoOptimum.self) { try planner(wrong).plan(instance, model) }
  }

  @Test("one time limit is for all solves of a plan together, including those that check goals")
  func sharedLimit() throws {
    let (instance, model) = try question("goal-resilience")
    var options = SolveOptions()
    options.timeLimit = .seconds(100)
    let solver = ScriptedSolver(GLPKSolver())
    _ = try Planner(solver: solver, options: options, decomposition: .always)
      .plan(instance, model)
    let limits = solver.requests.map(\.options.timeLimit)
    #expect(limits.count > 2)
    for (earlier, later) in zip(limits, limits.dropFirst()) {
      let (earlier, later) = (try #require(earlier), try #require(later))
      #expect(later <= .seconds(100) && later <= earlier)
    }
  }

  @Test("without bases and certificates the plans are the same", arguments: CaseTests.names)
  func withoutBases(name: String) throws {
    let expected = try CaseTests.expectation(name)
    let (instance, model) = try question(name)
    for strategy in [StartStrategy.automatic, .periods] {
      let solver = ScriptedSolver(GLPKSolver(), capabilities: [.integers, .rays])
      let result = try Planner(solver: solver, strategy: strategy).plan(instance, model)
      #expect(result.termination.rawValue == expected.status)
      #expect(result.solution.basis == nil)
      if let objective = expected.objective {
        #expect(abs(result.objective - objective) <= 1e-6 * max(1, abs(objective)))
      }
    }
  }

  @Test(
    "a dense tableau plans too",
    arguments: ["plain", "quota", "byproduct", "stockpile", "goal-reliance", "infeasible"])
  func denseTableau(name: String) throws {
    let expected = try CaseTests.expectation(name)
    let (instance, model) = try question(name)
    let result = try Planner(solver: CheckedSolver(DenseSimplex())).plan(instance, model)
    #expect(result.termination.rawValue == expected.status)
    if let objective = expected.objective {
      #expect(abs(result.objective - objective) <= 1e-6 * max(1, abs(objective)))
    }
  }

  @Test("a solver says from which sizes on the faster methods pay")
  func tuning() throws {
    let (instance, model) = try question("plain")
    let program = try Planner(solver: GLPKSolver()).program(for: instance, model)
    let columns = program.program.columnCount
    #expect(instance.horizon.count > 1)
    for (least, capabilities, expected) in [
      (columns, SolverCapabilities.all, true), (columns + 1, .all, false), (0, [.integers], false),
    ] {
      let solver = ScriptedSolver(
        GLPKSolver(), capabilities: capabilities,
        tuning: SolverTuning(columnsWorthSplitting: least))
      #expect(program.startsByPeriod(.automatic, with: solver) == expected)
    }
    let (stressed, risky) = try question("risk")
    let windows = Decomposition.windowCount(stressed, risky)
    #expect(windows > 0)
    for (least, expected) in [(windows, true), (windows + 1, false)] {
      let tuning = SolverTuning(blocksWorthDecomposing: least)
      #expect(Decomposition.automatic.applies(to: stressed, risky, with: tuning) == expected)
    }
    #expect(SolverTuning().columnsWorthSplitting == .max)
  }
}
