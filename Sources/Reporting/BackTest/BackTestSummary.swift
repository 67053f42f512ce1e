public import Foundation
import LinearProgramming
public import Scenarios
public import Sourcing

/// What `backtest --format json` prints.
public struct BackTestSummary: DescribedJSON {
  /// A plan that was made, or not.
  struct Attempt: DescribedJSON {
    var asOf: String
    var status: String

    enum CodingKeys: String, CodingKey, CaseIterable { case asOf, status }
    static let objectTitle = "Plan of a back-test"
  }

  /// The mean errors of a commodity, some destinations and a number of periods later.
  struct Errors: DescribedJSON {
    var commodity: String
    @Nullable var destination: String?
    var ahead: Int
    var comparisons: Int
    var plan: Double
    var stay: Double
    var trend: Double
    var worseThanStay: Bool

    enum CodingKeys: String, CodingKey, CaseIterable {
      case commodity, destination, ahead, comparisons, plan, stay, trend, worseThanStay
    }
    static let objectTitle = "Errors of a back-test"
  }

  /// The shares of one destination's supply.
  struct Comparison: DescribedJSON {
    struct Origin: DescribedJSON {
      var region: String
      var observed: Double
      var plan: Double
      var stay: Double
      var trend: Double

      enum CodingKeys: String, CodingKey, CaseIterable { case region, observed, plan, stay, trend }
      static let objectTitle = "Origin in a back-test"
    }

    var asOf: String
    var period: String
    var ahead: Int
    var commodity: String
    var destination: String
    var quantity: Double
    var origins: [Origin]

    enum CodingKeys: String, CodingKey, CaseIterable {
      case asOf, period, ahead, commodity, destination, quantity, origins
    }
    static let objectTitle = "Comparison of a back-test"
  }

  private var assumptions: [String: Double]?
  private var hindsight: Bool
  private var plans: [Attempt]
  private var errors: [Errors]
  private var comparisons: [Comparison]
  private var withoutPast: Int

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case assumptions, hindsight, plans, errors, comparisons, withoutPast
  }
  package static let objectTitle = "Back-test"

  /// The figures of a back-test of an instance.
  public init(_ test: BackTest, of instance: Instance) {
    let label = { (period: PeriodIndex) in instance.horizon[period].label }
    let id = { (region: RegionIndex) in instance.regions[region].id }
    assumptions = instance.assumptionsAsKey
    hindsight = test.terms.hindsight
    plans = test.attempts.map { Attempt(asOf: label($0.asOf), status: $0.termination.rawValue) }
    errors = test.meanErrors(in: instance).map {
      Errors(
        commodity: $0.commodity.id, destination: $0.destination.map(id), ahead: $0.ahead,
        comparisons: $0.count, plan: $0.plan, stay: $0.stay, trend: $0.trend,
        worseThanStay: $0.isWorse)
    }
    comparisons = test.comparisons.map { comparison in
      Comparison(
        asOf: label(comparison.asOf), period: label(comparison.period), ahead: comparison.ahead,
        commodity: comparison.commodity.id, destination: id(comparison.destination),
        quantity: comparison.quantity,
        origins: comparison.origins.enumerated().map { place, origin in
          Comparison.Origin(
            region: id(origin), observed: comparison.observed[place],
            plan: comparison.plan[place], stay: comparison.stay[place],
            trend: comparison.trend[place])
        })
    }
    withoutPast = test.withoutPast
  }

  /// The JSON text.
  ///
  /// - Throws: `EncodingError`.
  public func json() throws -> Data { try snakeCaseJSON(self) }
}
