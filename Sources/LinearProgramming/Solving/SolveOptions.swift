import Synchronization

/// The options of a solve: method, limits, starting points, progress.
public struct SolveOptions: Sendable {
  /// Which simplex method an LP is solved with.
  public enum Method: Sendable {
    /// Dual simplex, with primal simplex if it finds no dual feasible basis. The default, and the right choice after
    /// changes of bounds or new rows.
    case dual
    /// Primal simplex: the right choice after changes of costs, or from a feasible basis.
    case primal
  }

  /// The preferred method. A solver may use another one; the optimum is the same.
  public var method: Method = .dual
  /// Wall-clock time after which the solve stops; nil: no limit. For a MIP, up to one more second is used to complete
  /// and check the best point found.
  public var timeLimit: Duration?
  /// Simplex iterations after which the solve stops; nil: no limit.
  public var iterationLimit: Int?
  /// Relative gap |objective − bound| / |objective| at which branch and cut may stop; the result counts as optimal.
  /// With a gap of 1e9, the first feasible point is the result.
  public var mipGap = 1e-9
  /// For a MIP: whether to solve its LP relaxation instead.
  public var relaxesIntegers = false
  /// For a MIP: points that may be feasible, such as optima under another objective, one value per column. The search
  /// starts with the best feasible one. They change the solving time, not the optimum.
  public var knownPoints: [[Double]] = []
  /// A flag with which any thread can stop the solve.
  public var cancellation: Cancellation?
  /// Called from the solving thread from time to time, and once more at the end of a MIP that has a point.
  public var progress: (@Sendable (SolveProgress) -> Void)?
  /// Whether the optimum of this solve is what the user gets, and not a step on the way to it, such as a program
  /// without some of its rows. Reports of progress say so, since only then its points are worth showing.
  public var objectiveIsResult = false

  /// The standard options.
  public init() {}

  /// The standard options: no limits, a gap of 1e-9.
  public static let standard = SolveOptions()
}

/// A flag with which any thread can stop running solves. Safe to use from all threads.
public final class Cancellation: Sendable {
  private let flag = Atomic(false)
  /// A flag that is not set.
  public init() {}
  /// Sets the flag. Solves with this flag end as ``Termination/cancelled``.
  public func cancel() { flag.store(true, ordering: .relaxed) }
  /// Whether the flag is set.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
