/// The interface to a solver library: load a program, run the simplex method once, return what it claims.
///
/// ``CheckedSolver`` makes a ``Solver`` of a backend. It checks each claim and starts the next, more careful attempt
/// when a check fails. A backend receives only programs that pass ``LinearProgram/validate()`` and have no lower
/// bound above its upper bound. Its methods may be called from any thread; a loaded problem stays on the thread that
/// loaded it.
public protocol SolverBackend: Sendable {
  /// Name and version, for reports.
  var name: String { get }

  /// What the library can do. Nothing else is requested of it.
  var capabilities: SolverCapabilities { get }

  /// The program sizes from which the methods for large programs are faster with this library.
  var tuning: SolverTuning { get }

  /// The settings with which the simplex method is tried in turn, as text for error messages. The first is the fastest;
  /// later ones are slower and more robust. Not empty.
  func attempts(for method: SolveOptions.Method) -> [String]

  /// Loads a program. Several programs may be loaded on one thread.
  func load(_ program: LinearProgram) throws(BackendFailure) -> any BackendProblem
}

extension SolverBackend {
  /// No method for large programs is used.
  public var tuning: SolverTuning { SolverTuning() }
}
