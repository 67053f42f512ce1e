import Formulation
import LinearProgramming

/// The cuts of a program's cones, round after round of solve and cut, and when that is at an end.
///
/// A cone is held by its tangents, and a solver holds a tangent to its own tolerance only. So a cone that is
/// broken again where it was cut already is as near as that tolerance lets it come: another cut would be the
/// one that is there. Whether it is near enough is asked once, at the end, in shares: they know no units.
struct CutRounds {
  /// Most rounds of one solve; Newton-like, they take a dozen.
  static let most = 500
  /// Shares of supply, or of what a share is taken of, that count as equal for a solver.
  private static let resolution = 1e-9
  /// By how much of the total a cone may be broken where more cuts do not help: ‖F‖ − √h·ΣF ≤ 1e-6·ΣF.
  private static let tolerance = 1e-6

  /// The shares at which each cone was cut last.
  private var lastCut: [Int: [Double]] = [:]

  /// The cuts that a point breaks and that can move it, each with its cone's place among the program's.
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

  /// Checks a point that no cut moves any more.
  ///
  /// - Throws: `SolverError` where it breaks a cone by more than round-off.
  func require(_ cones: [ConcentrationCone], keptAt point: [Double]) throws(SolverError) {
    let excess = cones.map { $0.relativeExcess(at: point) }.max() ?? 0
    guard excess > Self.tolerance else { return }
    throw .refuted(
      "a limit on concentration stays broken by \(excess) of the total, and no cut helps any more")
  }
}
