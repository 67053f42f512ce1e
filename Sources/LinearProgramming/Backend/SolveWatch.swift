/// The limits and the progress of one solve: clock, cancellation, count of iterations.
///
/// The library's own time limit should end a call normally. A call that does not end is interrupted (``mustStop``) when
/// the solve is cancelled, or one second after the time limit. Used on one thread.
public final class SolveWatch {
  private let options: SolveOptions
  private let clock = ContinuousClock()
  private let began: ContinuousClock.Instant
  private let deadline: ContinuousClock.Instant?
  /// Simplex iterations of the calls that have ended.
  public var iterations = 0

  /// Starts the clock.
  public init(_ options: SolveOptions) {
    self.options = options
    let now = clock.now
    began = now
    deadline = options.timeLimit.map { now + $0 }
  }

  /// Whether the solve has been cancelled.
  public var isCancelled: Bool { options.cancellation?.isCancelled ?? false }
  /// Whether the time limit has been reached.
  public var isOutOfTime: Bool { deadline.map { clock.now >= $0 } ?? false }

  /// The time that is left, negative after the limit; nil if there is no limit.
  public var timeLeft: Duration? { deadline.map { $0 - clock.now } }

  /// The iterations that the caller's limit leaves; nil if there is no limit.
  public var iterationsLeft: Int? { options.iterationLimit.map { max(0, $0 - iterations) } }

  /// Whether a call that is still running must be interrupted.
  public var mustStop: Bool {
    isCancelled || (deadline.map { clock.now >= $0 + .seconds(1) } ?? false)
  }

  /// Whether the solve can be stopped or has to report progress.
  public var isNeeded: Bool {
    options.cancellation != nil || options.progress != nil || deadline != nil
  }

  /// The termination of a solve that was stopped: cancelled or out of time.
  public var reasonToStop: Termination { isCancelled ? .cancelled : .timeLimit }

  /// What is known of the optimum of the MIP that is being solved; nil of a linear program.
  var known: KnownRange?

  /// Reports the progress of the current call of the library.
  ///
  /// - Parameters:
  ///   - iterations: of this call.
  ///   - incumbent: the objective of its best point, in the terms of the program that the library got through
  ///     ``BackendProblem``; nil without one.
  ///   - bound: its proven bound, in the same terms; nil without one.
  public func report(iterations: Int, incumbent: Double?, bound: Double?) {
    guard let progress = options.progress else { return }
    progress(
      SolveProgress(
        iterations: self.iterations + iterations, elapsed: clock.now - began,
        search: known?.search(incumbent: incumbent, bound: bound),
        objectiveIsResult: options.objectiveIsResult))
  }

  /// Reports the result of a MIP: its point and its bound.
  func report(result: Solution) {
    guard known != nil, result.primalStatus == .feasible else { return }
    known = nil
    options.progress?(
      SolveProgress(
        iterations: result.iterations, elapsed: clock.now - began,
        search: SolveProgress.Search(
          incumbent: result.objective, bound: result.bound.isFinite ? result.bound : nil),
        objectiveIsResult: options.objectiveIsResult))
  }
}
