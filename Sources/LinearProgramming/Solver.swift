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

  public var method: Method = .dual
  /// Wall time after which the solve gives up; nil: none.
  public var timeLimit: Duration?
  /// Simplex iterations after which the solve gives up; nil: none.
  public var iterationLimit: Int?
  /// Relative gap at which branch and cut may stop.
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

/// A backend for linear and mixed-integer programs. Infeasible, unbounded and out of time are answers
/// (``Solution/termination``), not errors.
public protocol Solver: Sendable {
  /// Name and version, for reports.
  var name: String { get }

  /// Solves one program, from a basis if there is one. Safe to call from any thread.
  func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
    throws(SolverError) -> Solution

  /// Loads a program once and hands it to `body`, to be changed in place and solved again and again.
  /// The session belongs to the calling thread and ends with `body`.
  func withSession<Answer>(
    _ program: LinearProgram, _ body: (any SolverSession) throws -> Answer
  ) throws -> Answer
}

extension Solver {
  /// Solves one program with the standard options, from scratch.
  ///
  /// - Throws: ``SolverError``.
  public func solve(_ program: LinearProgram) throws(SolverError) -> Solution {
    try solve(program, options: .standard, from: nil)
  }
}

/// A loaded program that is changed in place between solves; each solve starts from the last basis.
public protocol SolverSession: AnyObject {
  /// The program as it stands after the changes so far.
  var program: LinearProgram { get }

  func setBounds(_ column: Column, lower: Double, upper: Double) throws(SolverError)
  func setBounds(_ row: Row, lower: Double, upper: Double) throws(SolverError)
  func setCost(_ column: Column, _ value: Double) throws(SolverError)
  /// Adds a constraint over existing columns (a cut, a lazy row, a later objective stage).
  @discardableResult
  func addRow(_ expression: LinearExpression, lower: Double, upper: Double) throws(SolverError)
    -> Row
  /// The basis that the next solve starts from; nil: the solver's own choice.
  func start(from basis: Basis?) throws(SolverError)
  func solve(_ options: SolveOptions) throws(SolverError) -> Solution
}
