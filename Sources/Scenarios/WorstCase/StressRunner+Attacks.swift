import Formulation
import LinearProgramming
import Sourcing

/// What is lost in a window.
struct HomeLoss: Sendable {
  /// The least lost value of all regions, money.
  var world: Double
  /// The figures of home.
  var home: StressOutcome.Home

  init(_ found: (world: Double, home: StressOutcome.Home)) {
    (world, home) = found
  }
}

extension StressWindows<HomeLoss> {
  /// What is lost under each attack; nil where the time limit came first. The first attacks are solved first.
  func losses(under attacks: [Attack], jobs: Int) throws -> [HomeLoss?] {
    try runner.solver.progress.step("home under the worst attacks", parts: attacks.count) { step in
      try solve(runner.disruptions(attacks), jobs: jobs, step) { window, attack, terms in
        try ifInTime { try HomeLoss(window.homeRange(under: attack, terms)) }
      }
    }
  }
}

/// The result of some work; nil if the time limit came first.
func ifInTime<Answer>(_ work: () throws -> Answer) throws -> Answer? {
  do { return try work() } catch let stopped as NoOptimum where stopped.termination.isLimit {
    return nil
  }
}

extension StressRunner {
  fileprivate func disruptions(_ attacks: [Attack]) -> [Disruption] {
    attacks.map { $0.disruption(in: instance, months: options.horizonMonths) }
  }

  /// The windows of attacks, with what is lost without a cut.
  ///
  /// - Parameter program: that of these windows.
  func homeWindows(_ program: StressProgram) throws -> StressWindows<HomeLoss> {
    try StressWindows(self, sharing: options.sharing, program: program) {
      try HomeLoss($0.homeRange(under: nil, $1))
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
