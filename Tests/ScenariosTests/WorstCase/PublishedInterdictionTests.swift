import CaseSupport
import GLPKSolver
import Planning
import Testing

@testable import Scenarios
@testable import Sourcing

@Suite("Published interdiction problems")
struct PublishedInterdictionTests {
  private func worst(_ instance: Instance) throws -> WorstCase {
    var model = Model(for: instance)
    model.stress.rerouteMonths = 0
    let result = try Planner(solver: GLPKSolver()).plan(instance, model)
    return try WorstCaseFinder(
      runner: try #require(StressRunner(result, solver: GLPKSolver())),
      budget: AttackBudget(cuts: 2)
    ).find(top: 100)
  }

  @Test("the worst cut and the worst two are those that were printed", arguments: 0...3)
  func published(place: Int) throws {
    let example = PublishedInterdiction.all[place]
    let instance = example.network.instance
    let found = try worst(instance)
    let losses = [found.undisturbed] + found.worst.compactMap { $0.outcome?.loss }
    #expect(losses.count == 3 && found.isProven)
    for (loss, printed) in zip(losses, example.losses) {
      #expect(isClose(loss, printed), "\(example.name): \(losses)")
    }
    // Every arc is a target, and the printed pair is one of the worst.
    #expect(found.targets.count == instance.regions.count - 1)
    let pair = found.top.first { outcome in
      Set(outcome.attack.targets.map { instance.regions[$0.region].id }) == example.worst[1]
    }
    #expect(isClose(try #require(pair).loss, example.losses[2]))
    // The printed single arc costs as much by itself.
    let single = found.top.compactMap { outcome -> Double? in
      let ids = outcome.attack.targets.map { instance.regions[$0.region].id }
      return ids.firstIndex { [$0] == example.worst[0] }.flatMap { outcome.singleLosses?[$0] }
    }.first
    #expect(isClose(try #require(single), example.losses[1]))
  }
}
