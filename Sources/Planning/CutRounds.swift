import Formulation
import LinearProgramming

/// The rounds of cutting planes for a program's cones, and the rule that ends them.
///
/// Each cut is a tangent of its cone (outer approximation; Kelley, *Journal of the SIAM* 8 (1960)). A solver keeps a
/// cut only within its tolerance. If a point breaks a cone at the same shares as the last cut of that cone, another
/// cut would equal the last one, so none is added. At the end all cones are checked in shares, which have no unit.
struct CutRounds {
  /// The largest number of rounds of one solve. About twelve are usual.
  static let most = 500
  /// Shares that differ by less count as equal.
  private static let resolution = 1e-9
  /// The largest violation at the end, relative to the total: ‖F‖ − √h·ΣF ≤ 1e-6·ΣF.
  private static let tolerance = 1e-6

  /// The shares at which each cone was last cut.
  private var lastCut: [Int: [Double]] = [:]

  /// New cuts for the cones that a point breaks, each with the position of its cone in the program.
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

  /// Checks a point for which there are no new cuts.
  ///
  /// - Throws: `SolverError.refuted` if it breaks a cone by more than the tolerance.
  func require(_ cones: [ConcentrationCone], keptAt point: [Double]) throws(SolverError) {
    let excess = cones.map { $0.relativeExcess(at: point) }.max() ?? 0
    guard excess > Self.tolerance else { return }
    throw .refuted(
      "a limit on concentration is exceeded by \(excess) of the total, and more cuts do not change that"
    )
  }
}
