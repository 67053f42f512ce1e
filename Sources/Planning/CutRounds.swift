import Formulation
import LinearProgramming

/// The cuts of a program's cones, in rounds of solving and cutting, and when these end.
///
/// A solver keeps a tangent cut only within its tolerance. So a point can break a cone where the cone has a cut
/// already; another cut there would be the same one, and none is added. At the end the remaining violation is
/// checked in shares, which do not depend on units.
struct CutRounds {
  /// Most rounds of one solve; they converge as Newton's method does, in about a dozen.
  static let most = 500
  /// Differences of shares up to this are none for a solver.
  private static let resolution = 1e-9
  /// By how much of the total a cone may be broken at the end: ‖F‖₂ − √h·ΣF − v ≤ 1e-6·ΣF.
  private static let tolerance = 1e-6

  /// The shares at which each cone was last cut.
  private var lastCut: [Int: [Double]] = [:]

  /// The cuts that a point breaks and that can move it, each with the place of its cone.
  mutating func cuts(of cones: [ConcentrationCone], at point: [Double])
    -> [(cone: Int, cut: ConcentrationCone.Cut)]
  {
    cones.enumerated().compactMap { place, cone in
      guard let cut = cone.violatedCut(at: point) else { return nil }
      let shares = cone.shares(at: point)
      let last = lastCut[place] ?? []
      let hasMoved =
        last.isEmpty || zip(last, shares).contains { abs($0 - $1) > Self.resolution }
      guard hasMoved else { return nil }
      lastCut[place] = shares
      return (place, cut)
    }
  }

  /// Checks a point that no cut moves.
  ///
  /// - Throws: `SolverError` if it breaks a cone by more than the tolerance.
  func require(_ cones: [ConcentrationCone], keptAt point: [Double]) throws(SolverError) {
    let excess = Self.excess(of: cones, at: point)
    guard excess > Self.tolerance else { return }
    throw .refuted(
      "a limit on concentration is exceeded by \(excess) of the total, and more cuts do not change that"
    )
  }

  /// Whether a point keeps all cones within the tolerance.
  func areKept(_ cones: [ConcentrationCone], at point: [Double]) -> Bool {
    !point.isEmpty && Self.excess(of: cones, at: point) <= Self.tolerance
  }

  private static func excess(of cones: [ConcentrationCone], at point: [Double]) -> Double {
    cones.map { $0.relativeExcess(at: point) }.max() ?? 0
  }
}
