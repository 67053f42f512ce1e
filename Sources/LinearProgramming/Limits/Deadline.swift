/// The wall-clock time at which a time limit ends, shared by all solves of one question.
public struct Deadline: Sendable {
  private let end: ContinuousClock.Instant?

  public init(_ options: SolveOptions) {
    end = options.timeLimit.map { ContinuousClock.now.advanced(by: $0) }
  }

  /// A solver that ends every solve by this deadline; the solver itself where there is no limit.
  public func limiting(_ solver: any Solver) -> any Solver {
    end == nil ? solver : DeadlineSolver(solver, deadline: self)
  }

  /// Whether the time is over.
  public var isOver: Bool { end.map { ContinuousClock.now >= $0 } ?? false }

  /// The options with what is left of the time.
  public func apply(to options: SolveOptions) -> SolveOptions {
    guard let end else { return options }
    var rest = options
    let left = max(.milliseconds(1), ContinuousClock.now.duration(to: end))
    rest.timeLimit = options.timeLimit.map { min($0, left) } ?? left
    return rest
  }
}
