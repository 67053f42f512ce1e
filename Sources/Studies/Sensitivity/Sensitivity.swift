public import Statistics

/// How measures of a policy move with the assumptions, and where claims about it break.
public struct Sensitivity: Sendable {
  /// The worlds in which one assumption is at an end, all others nominal.
  public struct Ends: Sendable {
    /// At the low end.
    public var low: WorldValues
    /// At the high end.
    public var high: WorldValues

    /// |high − low| of a measure; nil where an end has no value.
    public func swing(of measure: Int) -> Double? {
      guard let low = low.values[measure], let high = high.values[measure] else { return nil }
      return abs(high - low)
    }
  }

  /// The sampled worlds.
  public struct Sample: Sendable {
    /// `points[world][assumption]`.
    public var points: [[Double]]
    /// Of each world.
    public var values: [WorldValues]
    /// How each measure is spread over the worlds in which it has a value; nil if there is none.
    public var spreads: [Spread?]
    /// `correlations[measure][assumption]`: partial rank correlations over the same worlds.
    public var correlations: [[Double?]]
    /// For each claim the share of all worlds in which it holds.
    public var shares: [Double]
    /// The boxes of assumptions in which claims fail often, and in which there is often no plan.
    public var boxes: ClaimBoxes
    /// For each measure, the size above which one of its ``correlations`` is taken for different from 0: the critical
    /// value of the worlds in which it has a value; nil where these are too few.
    public var criticalValues: [Double?]

    /// The share of worlds with a plan.
    public var shareWithPlan: Double {
      Double(values.count(where: \.hasPlan)) / Double(max(1, values.count))
    }
  }

  /// What was asked.
  public var question: SensitivityQuestion
  /// The nominal world.
  public var nominal: WorldValues
  /// For each assumption.
  public var ends: [Ends]
  /// `breaks[claim][assumption]`: the place nearest to the nominal one at which the claim no longer holds, or begins to
  /// if it fails in the nominal world; nil if there is none.
  public var breaks: [[Double?]]
  /// nil if no worlds were sampled.
  public var sample: Sample?
  /// For each measure; empty if they were not asked for.
  public var sobol: [SobolIndices]
  /// Whether any world that was planned has a plan.
  public var hasPlan: Bool

  /// The boxes that were found, each with what fails in it: the text of the claim, or `no plan`, which comes first.
  public var namedBoxes: [(failure: String, box: FailureBox)] {
    (sample?.boxes.named(question.claims) ?? []).map { ($0.failure, $0.box) }
  }

  /// Whether a claim holds in the nominal world.
  public func holdsNominally(_ claim: Claim) -> Bool { question.holds(claim, nominal) }

  /// The assumptions in the order of a tornado: first those with an end at which a measure has no value, then by swing,
  /// the largest first. Equal ones stay in their order.
  public func order(by measure: Int) -> [Int] {
    ends.indices.sorted { first, second in
      let (a, b) = (ends[first].swing(of: measure), ends[second].swing(of: measure))
      switch (a, b) {
      case (nil, nil): return first < second
      case (nil, _): return true
      case (_, nil): return false
      case (let a?, let b?): return (-a, first) < (-b, second)
      }
    }
  }

  /// Whether an assumption alone moves a measure between its ends by more than rounding, or has an end without a value.
  public func moves(_ assumption: Int, _ measure: Int) -> Bool {
    let ends = ends[assumption]
    guard let low = ends.low.values[measure], let high = ends.high.values[measure],
      let nominal = nominal.values[measure]
    else { return true }
    let size = max(abs(nominal), question.sizes[measure], abs(low), abs(high))
    return max(abs(low - nominal), abs(high - nominal)) > 1e-9 * size
  }
}
