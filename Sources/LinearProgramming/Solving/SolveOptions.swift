import Synchronization

/// What a solver may be told beside the program.
public struct SolveOptions: Sendable {
  /// Which simplex method an LP is solved with.
  public enum Method: Sendable {
    /// Dual simplex that falls back to primal: the best plain setting, and right after bounds changed.
    case dual
    /// Primal simplex: right after costs changed or columns were freed.
    case primal
  }

  /// Advice: a solver with one method may ignore it, which costs time and never the optimum.
  public var method: Method = .dual
  /// Wall time after which the solve gives up; nil: none. The best point that the search for whole numbers
  /// has found by then is still completed and proven, in a second more.
  public var timeLimit: Duration?
  /// Simplex iterations after which the solve gives up; nil: none.
  public var iterationLimit: Int?
  /// Relative gap |objective − bound| / |objective| at which branch and cut may stop. With a gap of 1e9,
  /// the first feasible point is the answer, and counts as optimal.
  public var mipGap = 1e-9
  /// For a MIP: points that may be feasible, such as optima under another objective; the search begins
  /// with the best of those that are. They change how long it takes, never its answer.
  public var knownPoints: [[Double]] = []
  /// Set from any thread to make the solve stop soon.
  public var cancellation: Cancellation?
  /// Called now and then from the solving thread.
  public var progress: (@Sendable (SolveProgress) -> Void)?

  public init() {}

  public static let standard = SolveOptions()
}

/// How far a solve has come.
public struct SolveProgress: Sendable {
  public var iterations: Int
  public var elapsed: Duration
  /// For a MIP: best objective so far, and relative gap; nil before the first incumbent.
  public var incumbent: Double?
  public var gap: Double?

  public init(iterations: Int, elapsed: Duration, incumbent: Double? = nil, gap: Double? = nil) {
    self.iterations = iterations
    self.elapsed = elapsed
    self.incumbent = incumbent
    self.gap = gap
  }
}

/// A flag by which any thread asks running solves to stop.
public final class Cancellation: Sendable {
  private let flag = Atomic(false)
  public init() {}
  /// Asks the solves that hold this flag to stop.
  public func cancel() { flag.store(true, ordering: .relaxed) }
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
