import CGLPKShim
import LinearProgramming

/// One way of running the simplex method. A solve climbs a ladder of them: the first is fast, and the
/// later ones are slower but hold where the earlier ones stall or end in a doubtful answer.
struct SimplexRung: Sendable, CustomStringConvertible {
  enum Algorithm: Int32, Sendable, CaseIterable {
    /// Dual simplex with the long-step ratio test. The primal simplex can cycle with that test, so
    /// what the dual leaves open the primal settles with Harris' test.
    case dualLongStep, dualHarris, primalHarris, presolved
    /// In rational numbers, without any tolerance.
    case exact
  }

  enum Start: Int32, Sendable, CaseIterable { case keep, crash, slack }

  var algorithm: Algorithm
  var start: Start
  /// Of primal and dual feasibility, in GLPK's scaled numbers.
  var tolerance = 1e-7
  /// Least pivot relative to the largest element of its row.
  var pivot = 1e-9
  /// Multiple of the ladder's iteration guard after which the run counts as stuck.
  var patience = 1

  var description: String {
    algorithm == .exact
      ? "exact, \(start) basis" : "\(algorithm), \(start) basis, tolerance \(tolerance)"
  }

  /// The ladder for a method.
  static func ladder(for method: SolveOptions.Method) -> [SimplexRung] {
    let first: Algorithm =
      switch method {
      case .dual: .dualLongStep
      case .primal: .primalHarris
      }
    return [
      SimplexRung(algorithm: first, start: .keep),
      SimplexRung(algorithm: .exact, start: .keep, tolerance: 1e-9),
      SimplexRung(algorithm: .dualHarris, start: .crash, tolerance: 1e-8, patience: 2),
      SimplexRung(algorithm: .primalHarris, start: .slack, tolerance: 1e-9, patience: 8),
      SimplexRung(algorithm: .dualHarris, start: .slack, tolerance: 1e-9, pivot: 1e-7, patience: 8),
      SimplexRung(algorithm: .presolved, start: .slack, tolerance: 1e-9, patience: 32),
    ]
  }

  /// Most time for a run, in milliseconds; nil: what is left of the caller's.
  var timeLimit: Int32? { algorithm == .exact ? 20_000 : nil }

  /// Iterations after which a run of a program counts as stuck: about ten times what is usual. The exact method is slow and
  /// may cycle; it is asked for a second opinion near an optimum.
  func guardLimit(columns: Int, rows: Int) -> Int {
    algorithm == .exact ? 1000 + rows / 4 : patience * (5000 + 10 * rows + columns / 4)
  }
}

extension SimplexRung.Algorithm {
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

extension SimplexRung.Start {
  var code: Int32 {
    switch self {
    case .keep: Int32(PLUSONE_BASIS_KEEP)
    case .crash: Int32(PLUSONE_BASIS_CRASH)
    case .slack: Int32(PLUSONE_BASIS_SLACK)
    }
  }
}
