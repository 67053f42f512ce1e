import Foundation
import GLPKSolver
import Scenarios
import Sourcing
import Testing

/// The time to find c(S) for every coalition of ten members in a network of twelve regions, each from the basis of
/// the last one and each without a basis. Run by `PLUSONE_BENCHMARK=1 swift test --filter CoalitionBenchmark`.
struct CoalitionBenchmark {
  static let isWanted = ProcessInfo.processInfo.environment["PLUSONE_BENCHMARK"] != nil

  @Test("1,024 coalitions are solved with and without warm starts", .enabled(if: isWanted))
  func thousandCoalitions() throws {
    let network = StockedNetwork(seed: 1, regionCount: 12, memberCount: 10)
    let sizing = StockpileSizing(
      stress: try SharingLawTests.runner(network), members: network.members,
      disruptions: network.instance.disruptions, service: 0.8)
    let threads = ProcessInfo.processInfo.activeProcessorCount
    var costs: [[Double]] = []
    for startsWarm in [true, false] {
      let started = ContinuousClock.now
      let answer = try sizing.coalitionCosts(
        under: .pooled, jobs: threads, startsWarm: startsWarm)
      print(
        "1,024 coalitions,", startsWarm ? "warm:" : "cold:", ContinuousClock.now - started,
        "on \(threads) threads, \(answer.iterations) iterations")
      costs.append(answer.costs)
    }
    for (warm, cold) in zip(costs[0], costs[1]) {
      #expect(abs(warm - cold) <= 1e-6 * max(1, cold))
    }
  }
}
