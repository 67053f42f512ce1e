import GLPKSolver
import LinearProgramming
import Planning
import Scenarios
import Sourcing
import Synchronization
import Testing

/// What the sizing of stockpiles reports of its steps.
@Suite("Progress of sizing")
struct SizingProgressTests {
  private final class Log: Sendable {
    private let events = Mutex<[WorkProgress.Event]>([])

    func sizing(seed: Int) throws -> StockpileSizing {
      let network = StockedNetwork(seed: seed)
      let planned = try Planner(solver: GLPKSolver()).plan(network.instance, network.model)
      let solver = ReportingSolver(
        GLPKSolver(), to: WorkProgress { [self] event in events.withLock { $0.append(event) } })
      let stress = StressRunner(
        instance: network.instance, model: network.model, plan: try #require(planned.plan),
        solver: solver)
      return StockpileSizing(
        stress: stress, members: network.members, disruptions: network.instance.disruptions,
        service: 0.5)
    }

    /// Checks that each solve is in a step, and that all parts of each step end. Returns the names of the steps.
    func check() -> [String] {
      var open: [Int: (name: String, left: Int?)] = [:]
      var names: [String] = []
      for event in events.withLock(\.self) {
        switch event {
        case .stepBegan(let number, let name, let parts):
          open[number] = (name, parts)
          names.append(name)
        case .partEnded(let number, _): open[number]?.left? -= 1
        case .stepEnded(let number):
          #expect(open[number]?.left ?? 0 == 0, "\(open[number]?.name ?? "")")
          open[number] = nil
        case .solving(_, nil): #expect(!open.isEmpty, "after \(names.last ?? "the start")")
        case .stepNoted, .solving, .solveEnded: break
        }
      }
      return names
    }
  }

  @Test("each solve for the sizes is in a step, and the stages of each rule are its parts")
  func sizes() throws {
    let log = Log()
    _ = try log.sizing(seed: 1).sizes(under: [.own, .pooled], jobs: 2, findsUses: true)
    #expect(log.check().contains("stages of sizes under 2 rules of sharing"))
    let rights = Log()
    _ = try rights.sizing(seed: 1).sizes(under: [.iep])
    #expect(rights.check().contains("stages of sizes under a rule of sharing"))
  }

  @Test("each solve for the costs of coalitions is in a step")
  func coalitions() throws {
    let log = Log()
    _ = try log.sizing(seed: 1).coalitionCosts(under: .pooled, jobs: 2)
    #expect(log.check().contains("sizes without sharing"))
  }
}
