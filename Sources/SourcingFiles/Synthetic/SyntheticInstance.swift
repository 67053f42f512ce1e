/// Made-up instances of any size, for benchmarks and tests. The same size and seed give the same instance.
///
/// An instance has one chain of stages with a byproduct, lanes between all pairs of regions, projects with lead times,
/// stockpiles, and a goal that binds. Stage 1 is mining; the last stage makes the good that every region demands. A
/// unit of stage s takes about one unit of stage s − 1. The first region plans (`home`). The second (`rival`) makes a
/// third of everything at low cost near home, so that the limit on reliance upon it binds. Demand grows above present
/// capacity, so that projects are built.
public struct SyntheticInstance: Sendable {
  /// Numbers of regions, stages and periods.
  public struct Size: Sendable, Hashable, CustomStringConvertible {
    /// Number of regions, at least 3.
    public var regions: Int
    /// Number of stages of the chain, at least 2.
    public var stages: Int
    /// Number of periods, at least 2.
    public var periods: Int

    /// The most lanes, over all periods, as for every instance.
    static let mostLanes = 250_000_000

    /// A size; nil for fewer than 3 regions, 2 stages or 2 periods, more than 1000 of any, or too many lanes.
    public init?(regions: Int, stages: Int, periods: Int) {
      guard regions >= 3, stages >= 2, periods >= 2, max(regions, stages, periods) <= 1000,
        regions * regions * (stages + 1) * periods <= Self.mostLanes
      else { return nil }
      (self.regions, self.stages, self.periods) = (regions, stages, periods)
    }

    /// A size from a text such as `20x4x10`: regions, stages, periods. nil if the text has another form, or a size
    /// that ``init(regions:stages:periods:)`` does not take.
    public init?(_ text: String) {
      let numbers = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 3, let regions = numbers[0], let stages = numbers[1],
        let periods = numbers[2]
      else { return nil }
      self.init(regions: regions, stages: stages, periods: periods)
    }

    /// As ``init(_:)`` reads it: `20x4x10`.
    public var description: String { "\(regions)x\(stages)x\(periods)" }
  }

  /// Numbers of regions, stages and periods.
  public let size: Size
  /// From which all made-up numbers are drawn.
  public let seed: UInt64

  /// The instance of a size and a seed.
  public init(size: Size, seed: UInt64) {
    self.size = size
    self.seed = seed
  }

  /// The text of every file in the folder of the instance, by name of the file, with a `model.yaml`.
  ///
  /// - Parameter name: the `name` in `instance.yaml`.
  public func files(name: String) -> [String: String] {
    var writer = SyntheticTables(size: size, seed: seed)
    var files = writer.tables()
    files["instance.yaml"] = """
      name: \(name)
      title: Synthetic chain of \(size.regions) regions, \(size.stages) stages and \(size.periods) periods, seed \(seed)
      currency: money
      periods: {from: 1, to: \(size.periods)}
      discount_rate: 0.05
      home: \(SyntheticTables.region(0))
      parameters: {rival: \(SyntheticTables.region(1)), focus: \(SyntheticTables.good(size.stages - 1))}
      description: Made by plusone new --synthetic \(size) --seed \(seed). Every figure is made up.

      """
    files["model.yaml"] = """
      name: synthetic
      title: Keep $home below 30% reliant upon $rival for $focus
      stockpiles: hold
      goals:
        - kind: reliance
          name: reliance
          upon: $rival
          commodity: $focus
          at_most: 30%
          from: \(min(3, size.periods))
          until: last

      """
    return files
  }
}
