public import Statistics

/// What is asked of a function from places of assumptions to measures. The function need not plan anything.
public struct SensitivityQuestion: Sendable {
  /// How each assumption is drawn, and where it can lie.
  public var factors: [UncertainFactor]
  /// Where each stands in the nominal world.
  public var nominal: [Double]
  /// What is compared.
  public var measures: [PlanMeasure]
  /// The usual size of the figure of each measure, which tells what is rounding.
  public var sizes: [Double]
  /// Comparisons of these measures. The measure of each is among ``measures``.
  public var claims: [Claim]
  /// The number of sampled worlds; 0: none.
  public var samples: Int
  /// Of the random numbers.
  public var seed: UInt64
  /// Whether Sobol indices are worked out, from samples·(n + 2) worlds.
  public var sobol: Bool

  /// A question. The properties describe the parameters. Without `nominal` all assumptions stand at 0; without `sizes`
  /// the sizes are 0.
  public init(
    factors: [UncertainFactor], nominal: [Double]? = nil, measures: [PlanMeasure],
    sizes: [Double]? = nil, claims: [Claim] = [], samples: Int = 0,
    seed: UInt64 = WorldSample.usualSeed, sobol: Bool = false
  ) {
    self.factors = factors
    self.nominal = nominal ?? factors.map { _ in 0 }
    self.measures = measures
    self.sizes = sizes ?? measures.map { _ in 0 }
    self.claims = claims
    self.samples = samples
    self.seed = seed
    self.sobol = sobol
  }

  /// The nominal world with one assumption at another place. Where one end moves no number, its place is the
  /// nominal one.
  ///
  /// - Parameters:
  ///   - factor: which assumption.
  ///   - z: its place.
  public func point(moving factor: Int, to z: Double) -> [Double] {
    var point = nominal
    let range = factors[factor].range
    point[factor] = min(max(z, range.lowerBound), range.upperBound)
    return point
  }

  /// The index of the measure that a claim is about.
  func measure(of claim: Claim) -> Int? { measures.firstIndex(of: claim.measure) }

  /// Whether a claim holds in a world; it does not where there is no plan.
  ///
  /// - Parameters:
  ///   - claim: one of ``claims``.
  ///   - values: of the world.
  public func holds(_ claim: Claim, _ values: WorldValues) -> Bool {
    guard let measure = measure(of: claim) else { return false }
    return claim.holds(values.values[measure], size: sizes[measure])
  }
}
