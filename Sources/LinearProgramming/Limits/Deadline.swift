/// The wall-clock time at which a time limit ends, shared by all solves of one question.
public struct Deadline: Sendable {
  private let end: ContinuousClock.Instant?

  /// No limit.
  public static let none = Deadline(end: nil)

  /// A time that is over.
  package static let over = Deadline(end: .now)

  private init(end: ContinuousClock.Instant?) { self.end = end }

  public init(_ options: SolveOptions) {
    end = options.timeLimit.map { ContinuousClock.now.advanced(by: $0) }
  }

  /// The earlier one of two.
  public func earlier(than other: Deadline) -> Deadline {
    guard let end, let second = other.end else { return end == nil ? other : self }
    return end < second ? self : other
  }

  /// A solver that ends every solve by this deadline; the solver itself where there is no limit.
  public func limiting(_ solver: any Solver) -> any Solver {
    end == nil ? solver : DeadlineSolver(solver, deadline: self)
  }

  /// Whether the time is over.
  public var isOver: Bool { end.map { ContinuousClock.now >= $0 } ?? false }

  /// The same, but not before some time from now: what is short and useful is not left out for a limit that
  /// is all but over.
  public func butNotWithin(_ time: Duration) -> Deadline {
    Deadline(end: end.map { max($0, ContinuousClock.now.advanced(by: time)) })
  }

  /// What is left of the time, 0 where it is over; nil: no limit.
  public var timeLeft: Duration? { end.map { max(.zero, ContinuousClock.now.duration(to: $0)) } }

  /// Ends work of which the time is over.
  ///
  /// - Parameter question: what it answers, as a noun.
  public func check(_ question: @autoclosure () -> String) throws(NoOptimum) {
    if isOver { throw NoOptimum(question(), .timeLimit) }
  }

  /// The options with what is left of the time.
  public func apply(to options: SolveOptions) -> SolveOptions {
    guard let end else { return options }
    var rest = options
    let left = max(.milliseconds(1), ContinuousClock.now.duration(to: end))
    rest.timeLimit = options.timeLimit.map { min($0, left) } ?? left
    return rest
  }
}
