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
