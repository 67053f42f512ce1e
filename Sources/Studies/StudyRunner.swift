import Analysis
public import LinearProgramming
import Parallel
import Planning
import Scenarios
import Sourcing
import SourcingFiles
import Tables

/// Carries out the runs of a study. Each is sequential and depends on nothing but its inputs, so the
/// results are the same however many are carried out at once.
public struct StudyRunner: Sendable {
  /// The study.
  public let study: Study
  /// Solves all programs of the runs.
  public let solver: any Solver
  /// Seconds for the plan of each run; nil: none.
  public var timeLimit: Double?
  /// Most seconds for the explanation of a run without a plan. It has what is left of the run's limit too, a
  /// second at least.
  public var explanationLimit = 60.0
  /// The plans of the instance as it is, from which those of sampled worlds start; nil if the study samples none.
  let asIsPlans: AsIsPlans?

  /// A runner of a study.
  ///
  /// - Parameters:
  ///   - study: the study.
  ///   - solver: solves all programs.
  ///   - timeLimit: seconds for the plan of each run; nil: none.
  public init(study: Study, solver: any Solver, timeLimit: Double? = nil) {
    self.study = study
    self.solver = solver
    self.timeLimit = timeLimit
    asIsPlans = study.worlds.map { _ in AsIsPlans(options: study.options.count) }
  }

  /// The seconds that a run's plan may take: the option's own limit, else the study's.
  public func timeLimit(of run: StudyRun) -> Double? {
    study.options[run.option].timeLimit ?? timeLimit
  }

  /// Carries out runs on several threads and passes each outcome to `deliver`, on the thread of the run, when it is
  /// there.
  ///
  /// - Parameters:
  ///   - runs: the runs, in the order in which they are started.
  ///   - jobs: the number of threads.
  ///   - goesOn: called before each run; if it returns false, the remaining runs are left out.
  ///   - deliver: takes an outcome. Several threads can call it at the same time.
  public func run(
    _ runs: [StudyRun], jobs: Int, while goesOn: @escaping @Sendable () -> Bool = { true },
    deliver: @escaping @Sendable (RunOutcome) -> Void
  ) {
    forEachInParallel(runs, jobs: jobs) { if goesOn() { deliver(outcome(of: $0)) } }
  }

  /// Carries out one run.
  public func outcome(of run: StudyRun) -> RunOutcome {
    let started = ContinuousClock.now
    var times = RunTimes()
    let result = result(of: run, times: &times)
    times.total = (ContinuousClock.now - started) / .seconds(1)
    return RunOutcome(run: run, result: result, times: times)
  }

  private func result(of run: StudyRun, times: inout RunTimes) -> RunOutcome.Result {
    // Its time is not that of this run.
    let start = study.isSampled(run) ? asIsPair(for: run) : nil
    let options = limits(of: run)
    // One limit for all plans of the run, and for judging them.
    let deadline = Deadline(options)
    do {
      let planner = Planner(solver: deadline.limiting(solver), options: options)
      let (variation, model) = try study.question(of: run, planner.solver)
      let planned = try timed(&times.plan) {
        try plan(run, variation, model, planner, from: start)
      }
      return try timed(&times.stress) { .planned(try stressed(planned, variation)) }
    } catch let problems as InputProblems {
      return .badInput(problems.problems.map(\.description))
    } catch let failure as NoPlan {
      if study.isSampled(run), failure.termination == .infeasible {
        return .noPlanInWorld(planner: failure.planner)
      }
      return timed(&times.explain) { explained(failure, run, until: deadline) }
    } catch let missing as NoOptimum where missing.termination.isLimit {
      return .timeLimit(seconds: timeLimit(of: run), planner: nil)
    } catch {
      return .failed("\(error)")
    }
  }

  func limits(of run: StudyRun) -> SolveOptions {
    var options = SolveOptions()
    options.timeLimit = timeLimit(of: run).map { .seconds($0) }
    return options
  }

  private func stressed(_ planned: PlannedRun, _ variation: Study.Variation) throws -> PlannedRun {
    guard !variation.disruptions.isEmpty else { return planned }
    var planned = planned
    let runner = StressRunner(
      instance: planned.instance, model: planned.model, plan: planned.plan, solver: solver)
    for sharing in variation.sharing {
      let run = try runner.runUnchecked(variation.disruptions, sharing: sharing)
      planned.stress += run.disrupted
      planned.undisturbed.append(run.undisturbed)
    }
    return planned
  }

  private func explained(_ failure: NoPlan, _ run: StudyRun, until deadline: Deadline)
    -> RunOutcome.Result
  {
    switch failure.termination {
    case .infeasible:
      var options = SolveOptions()
      let most = Duration.seconds(explanationLimit)
      let left = deadline.butNotWithin(.seconds(1)).timeLeft
      options.timeLimit = left.map { min($0, most) } ?? most
      do {
        let explanation = try Explainer(solver: solver, options: options)
          .explainUnchecked(failure.instance, failure.model)
        return .infeasible(
          RunOutcome.Infeasibility(
            instance: failure.instance, model: failure.model, explanation: explanation,
            planner: failure.planner))
      } catch {
        return .failed("no feasible plan; its explanation failed: \(error)")
      }
    case .timeLimit, .iterationLimit, .cancelled:
      return .timeLimit(seconds: timeLimit(of: run), planner: failure.planner)
    case .unbounded, .optimal:
      return .failed("the solver stopped with \(failure.termination.rawValue)")
    }
  }
}
