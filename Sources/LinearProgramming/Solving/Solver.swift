/// Solves linear and mixed-integer programs. Infeasible, unbounded and out of time are results
/// (``Solution/termination``), not errors.
///
/// `SolverConformance` checks the following rules. ``CheckedSolver`` over a ``SolverBackend`` implements most of them.
///
/// **Proof.** A result `.optimal` passes ``OptimalityReferee``: the point keeps all bounds, and its duals prove that
/// it is optimal. An infeasible LP has a ``Solution/certificate``. An infeasible MIP has none if only branching
/// proves it, and is marked ``Solution/isUnproven`` if nothing does. `.unbounded` comes with a feasible point; a MIP
/// with an unbounded relaxation counts as unbounded. A solver throws ``SolverError/refuted(_:)`` if a check fails.
///
/// **Mixed-integer programs.** Values of integer columns are exact whole numbers. Row duals and reduced costs are
/// those of the LP with the integer columns fixed at these values. ``Solution/bound`` is the best bound that the
/// search reported; no known point is better than it. A search that ends within ``SolveOptions/mipGap`` is
/// `.optimal`; with a gap of 1e9 it ends at the first feasible point.
///
/// **Limits.** A solve ends at most about one second after its time limit or cancellation, as `.timeLimit` or
/// `.cancelled`; a limit of 0 ends it at once. It then has a point only if that is feasible
/// (``Solution/primalStatus``). Its bound is the one proven so far, or NaN. Callers must not expect a point or a
/// bound after a limit.
///
/// **Bases.** A ``Solution/basis`` may be missing; callers then start without one. A given basis may be shorter than
/// the program: the slacks of the other rows are basic, the other columns are at their lower bound. Statuses that are
/// no basis (too many or too few basic variables) are allowed. A basis with more rows or columns than the program is
/// ``SolverError/invalidProgram(_:)``.
///
/// **Threads.** Any number of threads may solve at once, each with its own session.
///
/// **Determinism.** The same calls in the same order give the same bits on any thread, unless a time limit or a
/// cancellation ended one of them.
public protocol Solver: Sendable {
  /// Name and version, for reports.
  var name: String { get }

  /// What the solver can do besides solving LPs.
  var capabilities: SolverCapabilities { get }

  /// The program sizes from which the methods for large programs are faster with this solver.
  var tuning: SolverTuning { get }

  /// The time at which all solves must end. Code with long work between solves, such as building a program, checks it
  /// too.
  var deadline: Deadline { get }

  /// Where the work that is done with the solver reports its progress. Code with many solves, or with long work between
  /// them, reports its steps.
  var progress: WorkProgress { get }

  /// Solves one program, from a basis if there is one. May be called from any thread.
  ///
  /// - Throws: ``SolverError``.
  func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
    throws(SolverError) -> Solution

  /// Loads a program once, for `body` to change and solve repeatedly. The session belongs to the calling thread and
  /// ends with `body`.
  ///
  /// - Throws: the errors of `body`, and ``SolverError/invalidProgram(_:)``.
  func withSession<Answer>(
    _ program: LinearProgram, _ body: (any SolverSession) throws -> Answer
  ) throws -> Answer
}

extension Solver {
  /// No method for large programs is used.
  public var tuning: SolverTuning { SolverTuning() }

  /// No deadline; ``Deadline/limiting(_:)`` sets one.
  public var deadline: Deadline { .none }

  /// Nothing is reported; a ``ReportingSolver`` reports.
  public var progress: WorkProgress { .none }

  /// Solves one program with the standard options, without a starting basis.
  ///
  /// - Throws: ``SolverError``.
  public func solve(_ program: LinearProgram) throws(SolverError) -> Solution {
    try solve(program, options: .standard, from: nil)
  }
}
