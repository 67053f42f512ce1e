import Sourcing

/// The key figures of a plan in all disruptions under one sharing arrangement.
public struct StressFigures: Sendable, Codable {
  /// Means over a year in which each disruption strikes with its probability, and nothing happens with the
  /// rest.
  public struct Expected: Sendable, Codable {
    /// 1 − Σ p·(1 − service), of all demand.
    public var service: Double
    /// The same of home's demand.
    public var homeService: Double
    /// Σ p·lost value of the world, money.
    public var lostValue: Double
    /// Conditional value at risk of the world's lost value, money.
    public var conditionalValueAtRisk: Double

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case service, homeService, lostValue, conditionalValueAtRisk
    }
  }

  /// As `Sharing.label` names it.
  public var sharing: String
  /// nil where no disruption has a probability above 0.
  public var expected: Expected?
  /// In the disruption that serves least of all demand.
  public var worstService: Double
  /// In the disruption that serves least of home's demand.
  public var worstHomeService: Double
  /// The world's lost value in the worst disruption, money.
  public var worstLostValue: Double
  /// Months that home's worst market can go without a shortage in the worst disruption; the horizon means that or more.
  public var timeToSurvive: Int
  /// Length of the window.
  public var horizonMonths: Int
  /// Value of what left stockpiles for others, in the disruption where that is most.
  public var stockShared: Double

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case sharing, expected, worstService, worstHomeService, worstLostValue
    case timeToSurvive, horizonMonths, stockShared
  }

  /// - Parameters:
  ///   - disruptions: all under one arrangement; nil is returned where there are none.
  ///   - cvarLevel: α of the conditional value at risk.
  public init?(_ disruptions: [DisruptionFigures], cvarLevel: Double) {
    guard let first = disruptions.first else { return nil }
    sharing = first.sharing.label
    horizonMonths = first.horizonMonths
    expected = Expected(disruptions, cvarLevel: cvarLevel)
    worstService = disruptions.map(\.service).min() ?? 1
    worstHomeService = disruptions.map(\.homeService).min() ?? 1
    worstLostValue = disruptions.map(\.lostValue).max() ?? 0
    timeToSurvive = disruptions.map(\.timeToSurvive).min() ?? 0
    stockShared = disruptions.map(\.stockShared).max() ?? 0
  }

  /// One for each sharing arrangement, in the order in which they first appear.
  public static func byArrangement(_ disruptions: [DisruptionFigures], cvarLevel: Double)
    -> [StressFigures]
  {
    var seen: Set<String> = []
    let labels = disruptions.map(\.sharing.label).filter { seen.insert($0).inserted }
    return labels.compactMap { label in
      StressFigures(disruptions.filter { $0.sharing.label == label }, cvarLevel: cvarLevel)
    }
  }
}

extension StressFigures.Expected {
  init?(_ disruptions: [DisruptionFigures], cvarLevel: Double) {
    guard disruptions.contains(where: { $0.probability ?? 0 > 0 }) else { return nil }
    let mean = { (value: (DisruptionFigures) -> Double) in
      disruptions.reduce(0) { $0 + ($1.probability ?? 0) * value($1) }
    }
    service = 1 - mean { 1 - $0.service }
    homeService = 1 - mean { 1 - $0.homeService }
    let loss = LossDistribution(
      disruptions.map { (probability: $0.probability ?? 0, loss: $0.lostValue) })
    lostValue = loss.mean
    conditionalValueAtRisk = loss.conditionalValueAtRisk(level: cvarLevel)
  }
}
