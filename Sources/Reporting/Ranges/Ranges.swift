public import Sourcing
import Statistics
public import Studies

/// How far the main figures of a plan move with the assumptions of its instance: the same model, planned in a sample of
/// worlds.
public struct Ranges: Codable, Sendable {
  /// One figure: that of the plan, and its spread over the worlds with a plan.
  public struct Figure: Codable, Sendable {
    /// Name of the measure (`PlanMeasure/name`).
    public var measure: String
    /// Whose figure it is and of what, for people.
    public var title: String
    /// The figure of the plan.
    @Nullable public var nominal: Double?
    /// Mean of the worlds; nil where no world has a value, as all that follows.
    @Nullable public var mean: Double?
    /// Standard deviation; nil of one world too.
    @Nullable public var sd: Double?
    /// The least value.
    @Nullable public var least: Double?
    /// The 5 % quantile.
    @Nullable public var q05: Double?
    /// The 25 % quantile.
    @Nullable public var q25: Double?
    /// The 50 % quantile.
    @Nullable public var median: Double?
    /// The 75 % quantile.
    @Nullable public var q75: Double?
    /// The 95 % quantile.
    @Nullable public var q95: Double?
    /// The greatest value.
    @Nullable public var greatest: Double?

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case measure, title, nominal, mean, sd, least, q05, q25, median, q75, q95, greatest
    }

    /// A figure. The properties describe the parameters.
    init(measure: String, title: String, nominal: Double?, _ spread: Spread?) {
      (self.measure, self.title, self.nominal) = (measure, title, nominal)
      mean = spread?.mean
      sd = spread?.standardDeviation
      least = spread?.least
      q05 = spread?.q05
      q25 = spread?.q25
      median = spread?.median
      q75 = spread?.q75
      q95 = spread?.q95
      greatest = spread?.greatest
    }
  }

  /// The number of worlds.
  public var worlds: Int
  /// Seed of the random numbers.
  public var seed: UInt64
  /// How many of the worlds have a plan.
  public var withPlan: Int
  /// Ids of the assumptions that move.
  public var assumptions: [String]
  /// The figures that the plan has.
  public var measures: [Figure]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case worlds, seed
    case withPlan = "with_plan"
    case assumptions, measures
  }

  /// The ranges of a sample. Measures that the nominal plan does not have are left out.
  ///
  /// - Parameters:
  ///   - worlds: the sampled worlds.
  ///   - instance: the nominal instance.
  public init(_ worlds: SampledWorlds, of instance: Instance) {
    self.worlds = worlds.worlds.count
    seed = worlds.sample.seed
    withPlan = worlds.plannedCount
    assumptions = worlds.sample.space.assumptions.map(\.id)
    let titles = MeasureTitles(instance)
    measures = worlds.measures.indices.compactMap { place in
      guard let nominal = worlds.nominal.values[place] else { return nil }
      let measure = worlds.measures[place]
      return Figure(
        measure: measure.name, title: titles.title(of: measure), nominal: nominal,
        worlds.spread(at: place))
    }
  }
}
