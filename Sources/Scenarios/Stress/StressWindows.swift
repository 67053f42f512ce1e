import Formulation
import LinearProgramming
import Parallel
import Sourcing

/// The windows of a runner under one sharing arrangement, once the window without a disruption is solved.
///
/// The window of each disruption has a session of its own and starts from the basis of the undisturbed one. So the result
/// of a disruption does not depend on the number of threads or on the other disruptions.
struct StressWindows<Undisturbed: Sendable>: Sendable {
  /// What was found without a disruption.
  let undisturbed: Undisturbed
  /// The runner of the windows.
  let runner: StressRunner
  private let stress: StressProgram
  private let terms: SharingTermsOfRunner
  private let costs: StressCosts
  private let basis: Basis?

  /// Solves the window without a disruption.
  ///
  /// - Parameters:
  ///   - runner: the plan, the period and the window.
  ///   - sharing: the sharing arrangement.
  ///   - written: the program of these windows, if it is written already.
  ///   - undisturbed: what is found in the window without a disruption.
  init(
    _ runner: StressRunner, sharing: Sharing, program written: StressProgram? = nil,
    undisturbed: (StressWindow, SharingTerms) throws -> Undisturbed
  ) throws {
    var options = runner.options
    options.sharing = sharing
    let stress =
      try written
      ?? StressProgram(
        instance: runner.instance, model: runner.model, plan: runner.plan, period: runner.period,
        options: options, until: runner.solver.deadline)
    let finder = try SharingTermsOfRunner(runner, sharing)
    let terms = try finder.terms(against: nil)
    let costs = StressCosts(of: stress)
    let first = try runner.inWindow(of: stress, costs) { window in
      (answer: try undisturbed(window, terms), basis: window.session.basis)
    }
    (self.undisturbed, basis) = (first.answer, first.basis)
    (self.runner, self.stress, self.terms, self.costs) = (runner, stress, finder, costs)
  }

  /// Solves the window of each disruption on up to `jobs` threads. Each is a part of `step`.
  func solve<Answer: Sendable>(
    _ disruptions: [Disruption], jobs: Int, _ step: WorkStep,
    _ work: @Sendable (StressWindow, Disruption, SharingTerms) throws -> Answer
  ) throws -> [Answer] {
    try inParallel(disruptions, jobs: jobs) { disruption in
      try step.part {
        let terms = try terms.terms(against: disruption)
        return try runner.inWindow(of: stress, costs, from: basis) { window in
          try work(window, disruption, terms)
        }
      }
    }
  }
}

extension StressRunner {
  /// Loads the program into a session and solves a window that starts from a basis. After the deadline no program is
  /// loaded any more, which takes time.
  fileprivate func inWindow<Answer>(
    of stress: StressProgram, _ costs: StressCosts, from basis: Basis? = nil,
    _ work: (StressWindow) throws -> Answer
  ) throws -> Answer {
    try solver.deadline.check("a stress run")
    return try solver.withSession(stress.program) { session in
      try work(
        StressWindow(
          session: StressSession(
            stress, session: session, options: solveOptions, basis: basis),
          costs: costs, findsMarketLimits: findsMarketLimits))
    }
  }
}
