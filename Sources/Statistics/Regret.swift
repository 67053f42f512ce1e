/// How far each option is from the best one, world by world (Savage 1951).
///
/// In a world, the regret of an option with a plan is the distance of its value from the best value of any option there.
/// Where another option has a plan and this one has none, its regret is "no plan". Where no option has a plan, none of them
/// has regret.
public struct Regret: Sendable, Hashable {
  /// The figures of one option.
  public struct Option: Sendable, Hashable {
    /// Its largest regret; nil if it is "no plan" in some world, or if it has a plan in no world.
    public var largest: Double?
    /// Mean of its regret over the worlds where it has a plan; nil if there are none.
    public var mean: Double?
    /// In how many worlds it has no plan and another option has one.
    public var withoutPlan: Int
    /// The share of all worlds in which no option is better. Values that differ by rounding only are equal, and each of
    /// them is best.
    public var shareBest: Double

    /// Figures that were worked out.
    public init(largest: Double?, mean: Double?, withoutPlan: Int, shareBest: Double) {
      self.largest = largest
      self.mean = mean
      self.withoutPlan = withoutPlan
      self.shareBest = shareBest
    }
  }

  /// The figures of each option.
  public let options: [Option]
  /// The regret of each option in each world, `regrets[option][world]`; nil where it has no plan.
  public let regrets: [[Double?]]
  /// In how many worlds no option has a plan.
  public let worldsWithoutPlan: Int

  /// Compares options by their values.
  ///
  /// - Parameters:
  ///   - values: `values[option][world]`, each finite, or nil where the option has no plan.
  ///   - moreIsBetter: whether the best value is the greatest; else it is the least.
  ///   - size: of differences, the greatest size of the figures that were subtracted, such as costs: their rounding is
  ///     that of the figures. Values that differ by at most 1e-9 of it, or of the greatest value in size of all options
  ///     and worlds, are equal.
  public init(values: [[Double?]], moreIsBetter: Bool, size: Double = 0) {
    let worlds = values.first?.count ?? 0
    precondition(values.allSatisfy { $0.count == worlds }, "each option has all worlds")
    let best = (0..<worlds).map { world in
      let found = values.compactMap { $0[world] }
      return moreIsBetter ? found.max() : found.min()
    }
    regrets = values.map { values in
      zip(values, best).map { value, best in
        guard let value, let best else { return nil }
        return abs(value - best)
      }
    }
    let tie = 1e-9 * values.joined().compactMap { $0.map(abs) }.reduce(size, max)
    options = regrets.map { regrets in
      let known = regrets.compactMap(\.self)
      let withoutPlan = zip(regrets, best).count { $0 == nil && $1 != nil }
      return Option(
        largest: withoutPlan > 0 ? nil : known.max(),
        mean: known.isEmpty ? nil : known.reduce(0, +) / Double(known.count),
        withoutPlan: withoutPlan,
        shareBest: worlds == 0 ? 0 : Double(known.count { $0 <= tie }) / Double(worlds))
    }
    worldsWithoutPlan = best.count { $0 == nil }
  }
}
