import Sourcing
public import Statistics

/// Which worlds a study draws, as numbers alone: enough to draw them again without its instance.
public struct DrawnWorlds: Sendable, Hashable {
  /// How each assumption that moves is drawn; the name of a factor is the id of its assumption.
  public var factors: [UncertainFactor]
  /// The title of each of them; empty where it has none.
  public var titles: [String]
  /// The number of sampled worlds.
  public var samples: Int
  /// Seed of the random numbers.
  public var seed: UInt64
  /// N of the Sobol design, which has N·(n + 2) worlds for n assumptions; 0: there is none.
  public var sobol: Int

  /// Worlds to be drawn. The properties describe the parameters.
  public init(
    factors: [UncertainFactor], titles: [String], samples: Int, seed: UInt64, sobol: Int = 0
  ) {
    self.factors = factors
    self.titles = titles
    self.samples = samples
    self.seed = seed
    self.sobol = sobol
  }

  /// The worlds of a sample of an instance, and those of a Sobol design with the same seed.
  init(_ sample: WorldSample, sobol: Int) {
    self.init(
      factors: sample.space.factors, titles: sample.space.assumptions.map(\.title),
      samples: sample.count, seed: sample.seed, sobol: sobol)
  }

  /// z of each assumption in each sampled world: a Latin hypercube.
  public var points: [[Double]] {
    LatinHypercube(factors: factors, samples: samples, seed: seed).points
  }

  /// The worlds for Sobol indices. The same N and seed give the design of `sensitivity --sobol`.
  public var design: SobolDesign { SobolDesign(factors: factors, samples: sobol, seed: seed) }

  /// The name of each sampled world, `world-001` and so on: its number from 1 with as many digits as the last one has,
  /// at least 3.
  public var names: [String] { Self.names("world", samples, digits: 3) }

  /// The name of each world for Sobol indices, `sobol-0001` and so on, in the order of ``design``.
  public var sobolNames: [String] { Self.names("sobol", sobol * (factors.count + 2), digits: 4) }

  private static func names(_ word: String, _ count: Int, digits: Int) -> [String] {
    let width = max(digits, String(count).count)
    return (0..<count).map { place in
      let number = String(place + 1)
      return "\(word)-" + String(repeating: "0", count: max(0, width - number.count)) + number
    }
  }
}
