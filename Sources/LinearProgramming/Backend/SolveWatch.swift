/// Watches over one solve: clock, cancellation, progress, and the count of iterations.
///
/// A library's own limits should stop it in good order; what cannot be stopped so is stopped hard
/// (``mustStop``) when it is cancelled, or has overrun its time by a second.
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

  public var isCancelled: Bool { options.cancellation?.isCancelled ?? false }
  public var isOutOfTime: Bool { deadline.map { clock.now >= $0 } ?? false }

  /// What is left of the time, below 0 if it is over; nil: no limit.
  public var timeLeft: Duration? { deadline.map { $0 - clock.now } }

  /// What is left of the caller's iterations; nil: no limit.
  public var iterationsLeft: Int? { options.iterationLimit.map { max(0, $0 - iterations) } }

  /// Whether a call that does not stop by itself is to be broken off.
  public var mustStop: Bool {
    isCancelled || (deadline.map { clock.now >= $0 + .seconds(1) } ?? false)
  }

  /// Whether anybody wants to stop the solve, or to hear how far it is.
  public var isNeeded: Bool {
    options.cancellation != nil || options.progress != nil || deadline != nil
  }

  /// Why a stopped solve was stopped.
  public var reasonToStop: Termination { isCancelled ? .cancelled : .timeLimit }

  /// Says how far the current call is: its iterations; for a MIP, best objective and relative gap.
  public func report(iterations: Int, incumbent: Double?, gap: Double?) {
    options.progress?(
      SolveProgress(
        iterations: self.iterations + iterations, elapsed: clock.now - began,
        incumbent: incumbent, gap: gap))
  }
}
