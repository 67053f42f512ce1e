public import Sourcing
public import SourcingFiles
public import Statistics

/// The assumptions of an instance as factors of a sample: each point z is a world.
public struct WorldSpace: Sendable {
  /// The assumptions that move, in the order of `assumptions.csv`.
  public let assumptions: [Assumption]
  /// How each is drawn. Where one end of an assumption moves no number, z lies on the other side only.
  public let factors: [UncertainFactor]

  /// The space of some assumptions.
  ///
  /// - Parameters:
  ///   - assumptions: those that move; others stand at 0.
  ///   - tables: the tables that they move.
  public init(_ assumptions: [Assumption], in tables: InstanceTables) {
    self.assumptions = assumptions
    factors = assumptions.map { assumption in
      let cells = tables.movedCells(by: [assumption])
      let (falls, rises) = (
        cells.contains { $0.low != $0.nominal }, cells.contains { $0.high != $0.nominal }
      )
      return UncertainFactor(
        name: assumption.id, shape: assumption.distribution == .uniform ? .uniform : .triangular,
        range: falls == rises ? Assumption.range : falls ? -1...0 : 0...1)
    }
  }

  /// The assumptions at a point.
  ///
  /// - Parameter point: z of each assumption, in their order.
  public func places(at point: [Double]) -> [AssumptionPlace] {
    zip(assumptions, point).map { AssumptionPlace($0, at: $1) }
  }

  /// The points of a sample of worlds.
  ///
  /// - Parameters:
  ///   - samples: the number of worlds.
  ///   - seed: of the random numbers.
  public func points(samples: Int, seed: UInt64) -> [[Double]] {
    LatinHypercube(factors: factors, samples: samples, seed: seed).points
  }
}
