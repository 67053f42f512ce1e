import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import Synchronization
import TestSupport
import Testing

/// What planning reports of its steps and of the best plan found so far.
@Suite("Progress of planning")
struct PlanProgressTests {
  private final class Log: Sendable {
    let events = Mutex<[WorkProgress.Event]>([])

    var solver: any Solver {
      ReportingSolver(
        GLPKSolver(), to: WorkProgress { [self] event in events.withLock { $0.append(event) } })
    }

    var steps: [String] {
      events.withLock { events in
        events.compactMap { if case .stepBegan(_, let name, _) = $0 { name } else { nil } }
      }
    }

    /// What was reported of searches for the plan itself.
    var searches: [SolveProgress.Search] {
      events.withLock { events in
        events.compactMap {
          guard case .solving(_, let progress?) = $0, progress.objectiveIsResult else { return nil }
          return progress.search
        }
      }
    }
  }

  private func read(_ name: String) throws -> (Instance, Model) {
    let instance = try InstanceReader.read(folder: TestPaths.case(name))
    let model = try ModelReader.read(
      file: TestPaths.case(name) + "/model.yaml", instance: instance)
    return (instance, model)
  }

  @Test("the last best plan and bound that are reported are those of the plan that is found")
  func lastReport() throws {
    var searched: [String] = []
    for name in TestPaths.caseNames where name != "infeasible" {
      let (instance, model) = try read(name)
      let log = Log()
      let result = try Planner(solver: log.solver).plan(instance, model)
      guard let last = log.searches.last else { continue }
      searched.append(name)
      #expect(last.incumbent == result.objective, "\(name)")
      #expect(last.bound == result.solution.bound, "\(name)")
    }
    #expect(searched.contains("projects-lumpy") && searched.count >= 2, "\(searched)")
  }

  @Test("with several stages only the last one is reported as the plan, and only if it is of cost")
  func stages() throws {
    var (instance, model) = try read("projects-lumpy")
    let stages = [ObjectiveStage(minimise: .cost), ObjectiveStage(minimise: .capex)]
    model.objective = stages
    let unshown = Log()
    _ = try Planner(solver: unshown.solver).plan(instance, model)
    #expect(unshown.searches.isEmpty)
    model.objective = stages.reversed()
    let shown = Log()
    let result = try Planner(solver: shown.solver).plan(instance, model)
    #expect(result.stageValues.count == 2)
    #expect(shown.searches.last?.incumbent == result.objective)
    let points = shown.searches.compactMap(\.incumbent)
    #expect(points.allSatisfy { $0 >= result.objective * (1 - 1e-9) })
  }

  @Test("the plan without goals and the plan are steps of their own")
  func steps() throws {
    let (instance, model) = try read("goal-use")
    let log = Log()
    _ = try Planner(solver: log.solver).planPair(instance, model)
    #expect(log.steps == ["finding the plan without goals", "finding the plan"])
  }
}
