/// What a solver can do beside solving linear programs to a proven optimum.
public struct SolverCapabilities: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Solves programs with whole columns. Without it, such a program is ``SolverError/unsupported(_:)``.
  public static let integers = SolverCapabilities(rawValue: 1 << 0)
  /// Gives the basis of an optimum, and starts from one that is given. Without it, callers solve from
  /// scratch.
  public static let bases = SolverCapabilities(rawValue: 1 << 1)
  /// Gives multipliers that prove an LP infeasible. Without it, ``CheckedSolver`` solves the least
  /// relaxation, whose duals are such multipliers.
  public static let certificates = SolverCapabilities(rawValue: 1 << 2)
  /// Gives the direction along which an LP is unbounded. Without it, ``CheckedSolver`` refuses to call a
  /// program unbounded.
  public static let rays = SolverCapabilities(rawValue: 1 << 3)

  public static let all: SolverCapabilities = [.integers, .bases, .certificates, .rays]
}
