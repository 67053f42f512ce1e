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
    let option = study.options[run.option]
    var variation = study.variations[run.variation]
    let options = limits(of: run)
    // One limit for all plans of the run, and for judging them.
    let deadline = Deadline(options)
    do {
      let read = { (variation: Study.Variation) in
        try ModelReader.read(
          bytes: option.modelBytes, file: option.modelFile, instance: variation.instance,
          settings: study.settings(of: run))
      }
      var model = try read(variation)
      if let moved = try variation.moved(by: model, solver: deadline.limiting(solver)) {
        variation = moved
        model = try read(moved)
      }
      let planner = Planner(solver: deadline.limiting(solver), options: options)
      let planned = try timed(&times.plan) { try plan(run, variation, model, planner) }
      return try timed(&times.stress) { .planned(try stressed(planned, variation)) }
    } catch let problems as InputProblems {
      return .badInput(problems.problems.map(\.description))
    } catch let failure as NoPlan {
      return timed(&times.explain) { explained(failure, run, until: deadline) }
    } catch let missing as NoOptimum where missing.termination.isLimit {
      return .timeLimit(seconds: timeLimit(of: run), planner: nil)
    } catch {
      return .failed("\(error)")
    }
  }

  private func limits(of run: StudyRun) -> SolveOptions {
    var options = SolveOptions()
    options.timeLimit = timeLimit(of: run).map { .seconds($0) }
    return options
  }

  private func plan(
    _ run: StudyRun, _ variation: Study.Variation, _ model: Model, _ planner: Planner
  ) throws -> PlannedRun {
    if run.coordination == .unilateral, let members = variation.members {
      let outcome = try UnilateralPlanning(
        instance: variation.instance, model: model, members: members, planner: planner
      ).plan()
      return PlannedRun(
        planning: outcome.planning, plan: outcome.plan, cost: outcome.planning.cost, stress: [],
        coordination: outcome.account)
    }
    // The plan without goals is found first, and the other one starts from it.
    let pair = try planner.planPair(variation.instance, model)
    let result = pair.plan
    guard let plan = result.plan else {
      throw NoPlan(
        instance: variation.instance, model: model, termination: result.termination, planner: nil)
    }
    var planned = PlannedRun(
      planning: result, plan: plan, cost: result.cost, stress: [],
      withoutGoals: pair.comparison)
    // The published figures are of the world as it is.
    if run.variation == 0, variation.instance.movedAssumptions.isEmpty {
      planned.checks = try CheckStanding(in: pair.withoutGoals, solver: planner.solver)
    }
    return planned
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
