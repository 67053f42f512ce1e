import EarlyWarning
import Foundation
import GLPKSolver
import Importing
import Planning
import Scenarios
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// Ten alerts on Japan's rare earths, priced with a plan that has goals and with the plan without goals. Run by
/// `PLUSONE_BENCHMARK=1 swift test --filter AlertPricingBenchmark`.
struct AlertPricingBenchmark {
  static let isWanted = ProcessInfo.processInfo.environment["PLUSONE_BENCHMARK"] != nil

  @Test("ten alerts are timed", .enabled(if: isWanted))
  func tenAlerts() throws {
    let instance = try InstanceReader.read(folder: TestPaths.instance("japan-rare-earths"))
    let model = try ModelReader.read(file: TestPaths.model("diversified"), instance: instance)
    let pair = try Planner(solver: GLPKSolver()).planPair(instance, model)
    let pricer = AlertPricer(
      plan: try #require(StressRunner(pair.plan, solver: GLPKSolver())),
      withoutGoals: pair.comparison.flatMap { StressRunner($0, solver: GLPKSolver()) })
    let goods = ["dytb_oxide", "ndpr_oxide", "ndpr_metal", "yttrium_oxide", "smgd_oxide"]
    for year in [2025, 2030] {
      let alerts = goods.flatMap { good in
        [0.5, 1].map { fall in
          (alert: Alert.fallen(good, from: "CHN", by: fall, in: year), urgency: Alert.Class.c)
        }
      }
      for jobs in [1, 2] {
        let started = ContinuousClock.now
        let priced = try pricer.price(alerts, jobs: jobs)
        print("\(priced.count) alerts, \(year), \(jobs) threads:", ContinuousClock.now - started)
        guard jobs == 1 else { continue }
        for it in priced {
          print(
            it.urgency.rawValue, it.alert.good, it.alert.fall ?? 0,
            it.price.map { "\($0.plan) without: \(String(describing: $0.withoutGoals))" }
              ?? it.unpriced ?? "",
            it.price?.covers.map { "\($0.kind) \($0.id) \($0.amount) \($0.ready)" } ?? [])
        }
      }
    }
  }
}
