/// What a solver library must be able to do so that ``CheckedSolver`` makes a ``Solver`` of it: load a
/// program, run the simplex method once, and say what it found. It proves nothing: its claims are judged,
/// and where one does not pass it is asked again with more care.
///
/// A backend gets programs that have passed ``LinearProgram/validate()``, without crossed bounds.
public protocol SolverBackend: Sendable {
  /// Name and version, for reports.
  var name: String { get }

  /// What the library can do. What is not claimed here is not asked for.
  var capabilities: SolverCapabilities { get }

  /// From which sizes on the faster ways of solving pay with this library.
  var tuning: SolverTuning { get }

  /// Its ways of running the simplex method, in words for error messages: first the fastest, then slower
  /// ones that hold where the earlier ones stall or end in a doubtful answer. Not empty.
  func careLevels(for method: SolveOptions.Method) -> [String]

  /// Loads a program. A thread may have several loaded at once.
  func load(_ program: LinearProgram) throws(BackendFailure) -> any BackendProblem
}

extension SolverBackend {
  /// The plain way, whatever the size.
  public var tuning: SolverTuning { SolverTuning() }
}

/// A program in a solver library, used on the one thread that loaded it.
///
/// Columns that must be whole have the bounds of ``LinearProgram/wholeBounds(of:)``: the whole numbers
/// inside. Numbers that come back are in the program's own units, whatever scaling the library uses.
public protocol BackendProblem: AnyObject {
  /// Takes over what changed since the program was loaded, or last updated.
  func update(to program: LinearProgram, _ changes: ProgramChanges) throws(BackendFailure)

  /// The basis that the next run starts from, of the program's full size; nil: the library's own choice.
  /// It need not be a basis; a run that cannot start from it is ``SimplexClaim/stuck(_:)``.
  func setBasis(_ basis: Basis?) throws(BackendFailure)

  /// Runs the simplex method once, on the relaxation if columns must be whole, from the basis that was
  /// set or the last one. It ends by the limits of the watch, and adds its iterations to them.
  ///
  /// - Parameter care: position in ``SolverBackend/careLevels(for:)``.
  func runSimplex(_ method: SolveOptions.Method, care: Int, _ watch: SolveWatch)
    throws(BackendFailure) -> SimplexClaim

  /// The basis after a run; nil: the library has none.
  func basis() throws(BackendFailure) -> Basis?

  /// x after a run, one a column.
  func point() throws(BackendFailure) -> [Double]

  /// After a run that claims an optimum: d(objective)/d(right-hand side), one a row, and
  /// cost − Aᵀ·rows, one a column, for minimising and maximising alike.
  func duals() throws(BackendFailure) -> (rows: [Double], columns: [Double])

  /// After a run that claims infeasibility: multipliers of the rows, of either sign, that may prove it.
  ///
  /// - Parameter candidate: from 0; the likeliest first. Nil: there are no more.
  func farkasMultipliers(_ candidate: Int) throws(BackendFailure) -> [Double]?

  /// After a run that claims unboundedness: the direction of the columns, of either sign; nil: unknown.
  func ray() throws(BackendFailure) -> [Double]?

  /// Branch and cut, after a run that ended in an optimum of the relaxation.
  func branchAndCut(_ request: BranchRequest, _ watch: SolveWatch)
    throws(BackendFailure) -> BranchOutcome
}

/// What a run of the simplex method claims.
public enum SimplexClaim: Sendable, Equatable {
  case optimal, infeasible, unbounded
  /// The time is over, or the run was cancelled; whether the last point keeps all bounds.
  case outOfTime(isFeasible: Bool)
  /// The caller's iterations are used up; whether the last point keeps all bounds.
  case outOfIterations(isFeasible: Bool)
  /// It came to no end, for this reason.
  case stuck(String)
}

/// What branch and cut is to do.
public struct BranchRequest: Sendable {
  /// Relative gap at which it may stop.
  public var gap: Double
  /// The most by which a value may differ from a whole number and count as whole.
  public var integrality: Double
  /// A feasible point to begin with, its whole columns exactly whole.
  public var start: [Double]?
  /// Without cuts and heuristics: it has failed with them.
  public var isCareful: Bool

  public init(
    gap: Double, integrality: Double, start: [Double]? = nil, isCareful: Bool = false
  ) {
    self.gap = gap
    self.integrality = integrality
    self.start = start
    self.isCareful = isCareful
  }
}

/// What branch and cut ended with.
public struct BranchOutcome: Sendable {
  public enum Ending: Sendable {
    /// The whole tree is searched: the incumbent is an optimum.
    case searched
    /// The incumbent is within the gap of the bound.
    case withinGap
    /// The whole tree is searched, and has no whole point.
    case infeasible
    /// The time is over, or the search was cancelled.
    case stopped
    /// As `stopped`, and all problems of this thread are gone: they are to be loaded anew.
    case stoppedHard
  }

  public var ending: Ending
  /// The best point, whole to within the integrality asked for; nil: none, or none better than the start.
  public var incumbent: [Double]?
  /// Proven bound on the objective; nil: none.
  public var bound: Double?

  public init(ending: Ending, incumbent: [Double]? = nil, bound: Double? = nil) {
    self.ending = ending
    self.incumbent = incumbent
    self.bound = bound
  }
}
