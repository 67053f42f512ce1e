/// What a solver can do besides solving linear programs to a proven optimum.
public struct SolverCapabilities: OptionSet, Sendable {
  /// One bit per capability.
  public let rawValue: Int

  /// A set given by its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Solves programs with integer columns. Without it, such a program is ``SolverError/unsupported(_:)``.
  public static let integers = SolverCapabilities(rawValue: 1 << 0)
  /// Returns the basis of an optimum and starts from a given basis. Without it, each solve starts without a basis.
  public static let bases = SolverCapabilities(rawValue: 1 << 1)
  /// Returns multipliers that prove an LP infeasible. Without it, ``CheckedSolver`` solves the ``LeastRelaxation``,
  /// whose duals are such multipliers.
  public static let certificates = SolverCapabilities(rawValue: 1 << 2)
  /// Returns the direction along which an LP is unbounded. Without it, ``CheckedSolver`` throws
  /// ``SolverError/refuted(_:)`` for an unbounded program.
  public static let rays = SolverCapabilities(rawValue: 1 << 3)

  /// All capabilities.
  public static let all: SolverCapabilities = [.integers, .bases, .certificates, .rays]
}
