import LinearProgramming
import Sourcing

extension StressRunner {
  private func disruptions(_ attacks: [Attack]) -> [Disruption] {
    attacks.map { $0.disruption(in: instance, months: options.horizonMonths) }
  }

  /// The least lost value of all regions and the figures of home under each attack.
  func homes(under attacks: [Attack], jobs: Int) throws -> [(
    world: Double, home: StressOutcome.Home
  )] {
    try solver.progress.step("home under the worst attacks", parts: attacks.count) { step in
      try inWindows(
        disruptions(attacks), sharing: options.sharing, jobs: jobs, step,
        undisturbed: { _ = try $0.leastLostValue(nil, $1) },
        disrupted: { window, attack, terms, _ in
          let found = try window.homeRange(under: attack, terms)
          return (found.world, found.home)
        }
      ).disrupted
    }
  }

  /// The loss of a measure under each attack.
  func leastLosses(
    under attacks: [Attack], _ measure: WorstCase.Measure, jobs: Int, _ step: WorkStep
  ) throws -> [Double] {
    try inWindows(
      disruptions(attacks), sharing: options.sharing, jobs: jobs, step,
      undisturbed: { _ = try $0.leastLostValue(nil, $1) },
      disrupted: { window, attack, terms, _ in
        switch measure {
        case .world: try window.leastLostValue(attack, terms)
        case .home: try window.homeRange(under: attack, terms).home.lostLeast
        }
      }
    ).disrupted
  }
}
