/// Solves linear and mixed-integer programs. Infeasible, unbounded and out of time are answers
/// (``Solution/termination``), not errors.
///
/// Everything above this protocol relies on the following, and `SolverConformance` checks it. The usual way
/// to get it is ``CheckedSolver`` over a ``SolverBackend``, which does most of it.
///
/// **Proof.** An answer `.optimal` passes ``OptimalityReferee``: its point keeps all bounds, and its duals
/// prove it. An LP called `.infeasible` has a ``Solution/certificate`` that anybody can check; a MIP may
/// have none, where only branching shows that no whole point exists. `.unbounded` comes with a feasible
/// point; a MIP whose relaxation is unbounded counts as unbounded. What cannot be proven is thrown as
/// ``SolverError/refuted(_:)``, never returned.
///
/// **Mixed-integer programs.** Values of whole columns are exact whole numbers. Row duals and reduced
/// costs are those of the LP with the whole columns fixed at these values. ``Solution/bound`` is the best
/// bound that the search told of, and no known point is better than it. A search that ends within
/// ``SolveOptions/mipGap`` is `.optimal`; with a gap of 1e9 it must so end at the first feasible point.
///
/// **Limits.** A solve ends at most about a second after its time limit or its cancellation, as
/// `.timeLimit` or `.cancelled`; a limit of 0 ends it at once. It then has a point only if that is
/// feasible (``Solution/primalStatus``), and for a MIP the bound proven so far, else NaN. A caller may
/// rely on no point and no bound after a limit.
///
/// **Bases.** A ``Solution/basis`` may be missing; callers then start from scratch. A basis that is
/// given may be shorter than the program: rows it does not know are basic, columns it does not know are
/// at their lower bound. A basis that is none (too many or too few basic variables) does no harm; one
/// with more rows or columns than the program is ``SolverError/invalidProgram(_:)``.
///
/// **Threads.** Any number of threads may solve at once, each with its own session.
///
/// **Determinism.** The same calls in the same order give the same bits, on any thread, unless a limit
/// of time or a cancellation ended one of them.
public protocol Solver: Sendable {
  /// Name and version, for reports.
  var name: String { get }

  /// What the solver can do beside solving LPs.
  var capabilities: SolverCapabilities { get }

  /// From which sizes on the faster ways of solving pay with this solver.
  var tuning: SolverTuning { get }

  /// When all that is asked of the solver is to end. Whoever does long work between solves, such as writing a
  /// program down, looks at it too.
  var deadline: Deadline { get }

  /// Solves one program, from a basis if there is one. Safe to call from any thread.
  ///
  /// - Throws: ``SolverError``.
  func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
    throws(SolverError) -> Solution

  /// Loads a program once and hands it to `body`, to be changed in place and solved again and again.
  /// The session belongs to the calling thread and ends with `body`.
  ///
  /// - Throws: what `body` throws, and ``SolverError/invalidProgram(_:)``.
  func withSession<Answer>(
    _ program: LinearProgram, _ body: (any SolverSession) throws -> Answer
  ) throws -> Answer
}

extension Solver {
  /// The plain way, whatever the size.
  public var tuning: SolverTuning { SolverTuning() }

  /// None: ``Deadline/limiting(_:)`` sets one.
  public var deadline: Deadline { .none }

  /// Solves one program with the standard options, from scratch.
  ///
  /// - Throws: ``SolverError``.
  public func solve(_ program: LinearProgram) throws(SolverError) -> Solution {
    try solve(program, options: .standard, from: nil)
  }
}
