/// A box of factors in which a claim fails often: where each limited factor is within its limits, whatever the others are.
/// It is found by the patient rule induction method, PRIM (Friedman and Fisher 1999; Bryant and Lempert 2010).
public struct FailureBox: Sendable, Hashable {
  /// A limited factor.
  public struct Limit: Sendable, Hashable {
    /// Its index.
    public var factor: Int
    /// The least z in the box: the lower end of the factor's range if there is no limit.
    public var from: Double
    /// The greatest z in the box: the upper end of the factor's range if there is no limit.
    public var to: Double
    /// The probability that the box would have at least as many failures by chance: if each of its points failed with the
    /// density of the box without the limits of this factor (a one-sided binomial test, rounded to 1e-12).
    public var quasiP: Double

    /// A limit that was found.
    public init(factor: Int, from: Double, to: Double, quasiP: Double) {
      self.factor = factor
      self.from = from
      self.to = to
      self.quasiP = quasiP
    }
  }

  /// Its limits, in the order of the factors; at least one.
  public var limits: [Limit]
  /// Failures in the box / all failures.
  public var coverage: Double
  /// Failures in the box / points in the box.
  public var density: Double
  /// Points in the box / all points.
  public var mass: Double

  /// A box that was found.
  public init(limits: [Limit], coverage: Double, density: Double, mass: Double) {
    self.limits = limits
    self.coverage = coverage
    self.density = density
    self.mass = mass
  }

  /// Looks for the box that explains the failures.
  ///
  /// 1. Peel: of the points in the box, remove the twentieth (at least one) with the least or the greatest z of one factor.
  ///    The end is taken whose removal leaves the greatest density of failures. Repeat until the density is 1 or the
  ///    mass is below 5 %.
  /// 2. Of all boxes passed, take the one with the greatest harmonic mean of coverage and density.
  /// 3. Drop each limit, a factor's lower or upper one, without which the density falls by less than 5 % of itself, beginning
  ///    with the one that matters least.
  /// 4. Leave out the factors whose quasi-p is above 0.05, beginning with the greatest.
  /// 5. Keep the box only if it says more than chance: see `DealtFailures`. Each quasi-p is of a limit that was chosen
  ///    because failures are dense behind it, so limits with a small one are found where nothing is to be found too.
  ///
  /// A limit is halfway between the last point that was removed and the first that was kept.
  ///
  /// - Parameters:
  ///   - points: `points[point][factor]`.
  ///   - fails: whether the claim fails at each point.
  ///   - factors: the factors, for the ends of their ranges.
  /// - Returns: nil if no point fails, if all fail, if no limit is left, or if chance finds boxes like it.
  public static func search(
    points: [[Double]], fails: [Bool], factors: [UncertainFactor]
  ) -> FailureBox? {
    precondition(points.count == fails.count, "each point fails or not")
    let peeling = Peeling(points: points, fails: fails, factorCount: factors.count)
    guard peeling.failures > 0, peeling.failures < points.count else { return nil }
    guard let box = peeling.box(), DealtFailures(peeling).areFew(like: box) else { return nil }
    let limits = box.limitedFactors.map { factor in
      Limit(
        factor: factor, from: max(box.low[factor], factors[factor].range.lowerBound),
        to: min(box.high[factor], factors[factor].range.upperBound),
        quasiP: peeling.quasiP(of: factor, in: box))
    }
    let tally = peeling.tally(box)
    return FailureBox(
      limits: limits, coverage: peeling.coverage(tally), density: tally.density,
      mass: peeling.mass(tally))
  }
}
