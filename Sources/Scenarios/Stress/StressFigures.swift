import Analysis
import Sourcing

/// The key figures of a plan over all disruptions under one sharing arrangement.
public struct StressFigures: Sendable, Codable {
  /// Means over a year in which disruption ω happens with its probability p_ω. With probability 1 − Σp there is no
  /// disruption, and nothing is lost.
  public struct Expected: Sendable, Codable {
    /// 1 − Σ_ω p_ω·(1 − service_ω), with the service level of all regions.
    public var service: Double
    /// Σ_ω p_ω·(the least lost value of home in ω), money.
    public var homeLostLeast: Double
    /// Σ_ω p_ω·(the greatest lost value of home in ω), money.
    public var homeLostMost: Double
    /// 1 − Σ_ω p_ω·(1 − service_ω), with the service level of home if it loses most.
    public var homeServiceLeast: Double
    /// 1 − Σ_ω p_ω·(1 − service_ω), with the service level of home if it loses least.
    public var homeServiceMost: Double
    /// 1 − Σ_ω p_ω·(1 − service_ω), with the service level of home in the solution found.
    public var homeService: Double
    /// Σ_ω p_ω·L_ω, with L_ω the lost value of all regions, money.
    public var lostValue: Double
    /// CVaR_α of the lost value L of all regions, money: min over η ≥ 0 of
    /// η + Σ_ω p_ω·max(L_ω − η, 0) / (1 − α).
    public var conditionalValueAtRisk: Double

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case service, homeService, lostValue, conditionalValueAtRisk
      case homeLostLeast, homeLostMost, homeServiceLeast, homeServiceMost
    }
  }

  /// The arrangement, as `Sharing.label`.
  public var sharing: String
  /// nil if no disruption has a probability above 0.
  public var expected: Expected?
  /// The least service level of all regions in a disruption.
  public var worstService: Double
  /// The least service level of home in a disruption, in the solution found.
  public var worstHomeService: Double
  /// The figures of home in the disruption in which each is worst.
  public var worstHome: WorstHome
  /// The service level of all regions in the window without a disruption. Below 1 the times to survive mean little.
  public var undisturbedService: Double
  /// The greatest lost value of all regions in a disruption, money.
  public var worstLostValue: Double
  /// The shortest time to survive of a market of home in a disruption, months; ``horizonMonths`` means that or
  /// more.
  public var timeToSurvive: Int
  /// Length of the window, months.
  public var horizonMonths: Int
  /// The same if every supplier allocates pro rata (``StressOutcome/Home/timeToSurviveProRata``); nil if it was not
  /// computed in every disruption.
  public var timeToSurviveProRata: Int?
  /// The greatest value, in a disruption, of what left stockpiles for other regions, money.
  public var stockShared: Double

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case sharing, expected, worstService, worstHomeService, worstLostValue
    case timeToSurvive, timeToSurviveProRata, horizonMonths, stockShared, worstHome
    case undisturbedService
  }

  /// The range of home's loss and service in the disruption in which each is worst. Least and most are those of
  /// ``StressOutcome/Home``.
  public struct WorstHome: Sendable, Codable {
    /// The greatest least lost value of home in a disruption, money.
    public var lostLeast: Double
    /// The greatest lost value of home in a disruption, money.
    public var lostMost: Double
    /// The least service level of home in a disruption, if home loses most.
    public var serviceLeast: Double
    /// The least service level of home in a disruption, if home loses least.
    public var serviceMost: Double

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case lostLeast, lostMost, serviceLeast, serviceMost
    }

    init(_ disruptions: [DisruptionFigures]) {
      lostLeast = disruptions.map(\.home.lostLeast).max() ?? 0
      lostMost = disruptions.map(\.home.lostMost).max() ?? 0
      serviceLeast = disruptions.map(\.home.serviceLeast).min() ?? 1
      serviceMost = disruptions.map(\.home.serviceMost).min() ?? 1
    }
  }

  /// The key figures of some disruptions; nil if there are none.
  ///
  /// - Parameters:
  ///   - disruptions: the figures of each disruption, all under one arrangement.
  ///   - undisturbedService: the service level of all regions in the window without a disruption.
  ///   - cvarLevel: α of the conditional value at risk.
  public init?(
    _ disruptions: [DisruptionFigures], undisturbedService: Double, cvarLevel: Double
  ) {
    self.undisturbedService = undisturbedService
    guard let first = disruptions.first else { return nil }
    sharing = first.sharing.label
    horizonMonths = first.horizonMonths
    expected = Expected(disruptions, cvarLevel: cvarLevel)
    worstService = disruptions.map(\.service).min() ?? 1
    worstHomeService = disruptions.map(\.home.service).min() ?? 1
    worstHome = WorstHome(disruptions)
    worstLostValue = disruptions.map(\.lostValue).max() ?? 0
    timeToSurvive = disruptions.map(\.timeToSurvive).min() ?? 0
    let rationed = disruptions.compactMap(\.home.timeToSurviveProRata)
    timeToSurviveProRata = rationed.count == disruptions.count ? rationed.min() : nil
    stockShared = disruptions.map(\.stockShared).max() ?? 0
  }

  /// The key figures for each sharing arrangement, in the order in which the arrangements first appear.
  ///
  /// - Parameters:
  ///   - disruptions: the figures of each disruption under each arrangement.
  ///   - undisturbed: the figures of the window without a disruption under each arrangement; an
  ///     arrangement that is not among them has no key figures.
  ///   - cvarLevel: α of the conditional value at risk.
  public static func byArrangement(
    _ disruptions: [DisruptionFigures], undisturbed: [DisruptionFigures], cvarLevel: Double
  ) -> [StressFigures] {
    disruptions.map(\.sharing.label).uniqued().compactMap { label in
      undisturbed.first { $0.sharing.label == label }.flatMap {
        StressFigures(
          disruptions.filter { $0.sharing.label == label }, undisturbedService: $0.service,
          cvarLevel: cvarLevel)
      }
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
    homeLostLeast = mean { $0.home.lostLeast }
    homeLostMost = mean { $0.home.lostMost }
    homeServiceLeast = 1 - mean { 1 - $0.home.serviceLeast }
    homeServiceMost = 1 - mean { 1 - $0.home.serviceMost }
    homeService = 1 - mean { 1 - $0.home.service }
    let loss = LossDistribution(
      disruptions.map { (probability: $0.probability ?? 0, loss: $0.lostValue) })
    lostValue = loss.mean
    conditionalValueAtRisk = loss.conditionalValueAtRisk(level: cvarLevel)
  }
}
