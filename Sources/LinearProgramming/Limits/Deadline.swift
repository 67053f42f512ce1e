/// The time at which a time limit ends, shared by all solves of one question (wall-clock time).
public struct Deadline: Sendable {
  private let end: ContinuousClock.Instant?

  /// No limit.
  public static let none = Deadline(end: nil)

  /// A deadline that has passed.
  package static let over = Deadline(end: .now)

  private init(end: ContinuousClock.Instant?) { self.end = end }

  /// The deadline that the time limit of some options sets, counted from now.
  public init(_ options: SolveOptions) {
    end = options.timeLimit.map { ContinuousClock.now.advanced(by: $0) }
  }

  /// The earlier one of two deadlines.
  public func earlier(than other: Deadline) -> Deadline {
    guard let end, let second = other.end else { return end == nil ? other : self }
    return end < second ? self : other
  }

  /// A solver whose solves all end by this deadline; the solver itself if there is no limit.
  public func limiting(_ solver: any Solver) -> any Solver {
    end == nil ? solver : DeadlineSolver(solver, deadline: self)
  }

  /// Whether the deadline has passed.
  public var isOver: Bool { end.map { ContinuousClock.now >= $0 } ?? false }

  /// The same deadline, but at least `time` from now, so that a short last step can still be done.
  public func butNotWithin(_ time: Duration) -> Deadline {
    Deadline(end: end.map { max($0, ContinuousClock.now.advanced(by: time)) })
  }

  /// The time that is left, 0 after the deadline; nil if there is no limit.
  public var timeLeft: Duration? { end.map { max(.zero, ContinuousClock.now.duration(to: $0)) } }

  /// Throws if the deadline has passed.
  ///
  /// - Parameter question: the figure that is being computed, as a noun.
  /// - Throws: ``NoOptimum`` with ``Termination/timeLimit``.
  public func check(_ question: @autoclosure () -> String) throws(NoOptimum) {
    if isOver { throw NoOptimum(question(), .timeLimit) }
  }

  /// The options with a time limit that also ends at this deadline.
  public func apply(to options: SolveOptions) -> SolveOptions {
    guard let end else { return options }
    var rest = options
    let left = max(.milliseconds(1), ContinuousClock.now.duration(to: end))
    rest.timeLimit = options.timeLimit.map { min($0, left) } ?? left
    return rest
  }
}
