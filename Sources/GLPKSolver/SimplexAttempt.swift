import CGLPKShim
import LinearProgramming

/// The settings of one run of the simplex method. A solve makes attempts in a fixed order: the first is fast, the
/// later ones are slower and more robust.
struct SimplexAttempt: Sendable, CustomStringConvertible {
  enum Algorithm: Int32, Sendable, CaseIterable {
    /// Dual simplex with the long-step (bound flipping) ratio test, dual simplex and primal simplex with Harris'
    /// ratio test, GLPK's presolver and simplex. GLPK's primal simplex can cycle with the long-step test, so it
    /// always uses Harris' test when it continues after the dual simplex. Harris, *Mathematical Programming* 5
    /// (1973); Maros, *Computational Techniques of the Simplex Method* (2003), chapters 9 and 10.
    case dualLongStep, dualHarris, primalHarris, presolved
    /// Simplex in rational numbers, without tolerances.
    case exact
  }

  /// The starting basis: the current one, one that GLPK's crash procedure constructs, or all slacks basic.
  enum Start: Int32, Sendable, CaseIterable { case keep, crash, slack }

  var algorithm: Algorithm
  var start: Start
  /// Tolerance of primal and dual feasibility, in GLPK's scaled numbers.
  var tolerance = 1e-7
  /// Smallest pivot relative to the largest element of its row.
  var pivot = 1e-9
  /// Factor of the iteration limit (``iterationLimit(columns:rows:)``).
  var limitFactor = 1

  var description: String {
    algorithm == .exact
      ? "exact, \(start) basis" : "\(algorithm), \(start) basis, tolerance \(tolerance)"
  }

  /// The attempts for a method, in order. The second and the third start from the last basis, which is nearly optimal in
  /// most cases: with a smaller tolerance, which is quick, and with the exact simplex, which corrects all round-off.
  static func attempts(for method: SolveOptions.Method) -> [SimplexAttempt] {
    let first: Algorithm =
      switch method {
      case .dual: .dualLongStep
      case .primal: .primalHarris
      }
    return [
      SimplexAttempt(algorithm: first, start: .keep),
      SimplexAttempt(algorithm: .primalHarris, start: .keep, tolerance: 1e-9),
      SimplexAttempt(algorithm: .exact, start: .keep, tolerance: 1e-9),
      SimplexAttempt(algorithm: .dualHarris, start: .crash, tolerance: 1e-8, limitFactor: 2),
      SimplexAttempt(algorithm: .primalHarris, start: .slack, tolerance: 1e-9, limitFactor: 8),
      SimplexAttempt(
        algorithm: .dualHarris, start: .slack, tolerance: 1e-9, pivot: 1e-7, limitFactor: 8),
      SimplexAttempt(algorithm: .presolved, start: .slack, tolerance: 1e-9, limitFactor: 32),
    ]
  }

  /// Time limit of the run in milliseconds; nil: only the caller's limit.
  var timeLimit: Int32? { algorithm == .exact ? 20_000 : nil }

  /// The number of iterations after which the run is given up, about ten times the usual number. The exact simplex is
  /// slow and may cycle, so it has a smaller limit.
  func iterationLimit(columns: Int, rows: Int) -> Int {
    algorithm == .exact ? 1000 + rows / 4 : limitFactor * (5000 + 10 * rows + columns / 4)
  }
}

extension SimplexAttempt.Algorithm {
  var code: Int32 {
    switch self {
    case .dualLongStep: Int32(PLUSONE_DUAL_LONG_STEP)
    case .dualHarris: Int32(PLUSONE_DUAL_HARRIS)
    case .primalHarris: Int32(PLUSONE_PRIMAL_HARRIS)
    case .presolved: Int32(PLUSONE_PRESOLVED)
    case .exact: Int32(PLUSONE_EXACT)
    }
  }

  var isDual: Bool { self == .dualLongStep || self == .dualHarris }
}

extension SimplexAttempt.Start {
  var code: Int32 {
    switch self {
    case .keep: Int32(PLUSONE_BASIS_KEEP)
    case .crash: Int32(PLUSONE_BASIS_CRASH)
    case .slack: Int32(PLUSONE_BASIS_SLACK)
    }
  }
}
