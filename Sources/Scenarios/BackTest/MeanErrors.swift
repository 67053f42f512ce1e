public import Sourcing

/// The mean errors of a plan and of two naive forecasts, in percentage points, over all periods in which plans were made.
public struct MeanErrors: Sendable {
  /// Whose supply it is of.
  public var commodity: CommodityGroup
  /// Who is supplied; nil: all destinations together.
  public var destination: RegionIndex?
  /// How many periods later, from 1.
  public var ahead: Int
  /// How many comparisons the means are of.
  public var count: Int
  /// The mean error of the plans.
  public var plan: Double
  /// The mean error if shares stay.
  public var stay: Double
  /// The mean error if shares follow their trend.
  public var trend: Double

  /// Whether the plans are worse than shares that stay, by more than rounding.
  public var isWorse: Bool { plan > stay + Self.tolerance }
  /// Whether the plans are better than shares that stay, by more than rounding.
  public var isBetter: Bool { plan < stay - Self.tolerance }
  /// Errors that differ by less, in percentage points, are equal.
  private static let tolerance = 1e-6

  /// The mean errors of comparisons of one commodity, a number of periods later.
  ///
  ///     error = Σ_c weight_c·error_c / Σ_c weight_c
  ///
  /// - Parameters:
  ///   - comparisons: c, at least one.
  ///   - destination: who is supplied, in all of them; nil: they are of several destinations.
  init(of comparisons: [BackTest.Comparison], into destination: RegionIndex?) {
    commodity = comparisons[0].commodity
    self.destination = destination
    ahead = comparisons[0].ahead
    count = comparisons.count
    let weights = comparisons.map { destination == nil ? $0.quantity : 1 }
    let total = weights.reduce(0, +)
    let mean = { (forecast: KeyPath<BackTest.Comparison, [Double]>) in
      zip(weights, comparisons).reduce(0) {
        $0 + $1.0 / total * $1.1.error(of: $1.1[keyPath: forecast])
      }
    }
    (plan, stay, trend) = (mean(\.plan), mean(\.stay), mean(\.trend))
  }
}

extension BackTest {
  /// Mean errors for each commodity, destination and number of periods later, sorted by them (by id). The first rows of
  /// a commodity are of all its destinations, weighted by the observed quantity; those of one destination count each
  /// comparison alike.
  ///
  /// - Parameter instance: the instance that was tested.
  public func meanErrors(in instance: Instance) -> [MeanErrors] {
    let goods = Dictionary(grouping: comparisons, by: \.commodity).sorted { $0.key.id < $1.key.id }
    return goods.flatMap { _, comparisons in
      let byDestination = Dictionary(grouping: comparisons, by: \.destination).sorted {
        instance.regions[$0.key].id < instance.regions[$1.key].id
      }
      return Self.byAhead(comparisons, into: nil)
        + byDestination.flatMap { Self.byAhead($1, into: $0) }
    }
  }

  private static func byAhead(_ comparisons: [Comparison], into destination: RegionIndex?)
    -> [MeanErrors]
  {
    Dictionary(grouping: comparisons, by: \.ahead).sorted { $0.key < $1.key }.map {
      MeanErrors(of: $1, into: destination)
    }
  }
}
