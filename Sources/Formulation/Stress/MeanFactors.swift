import Sourcing

/// The mean factors of several disruptions, by their probabilities. With the rest of the probability every factor
/// is 1.
struct MeanFactors: Sendable {
  let cases: [(probability: Double, factors: DisruptionFactors)]
  /// Months in which every lane is limited to its planned flow anyway.
  let rerouteMonths: Int

  /// The months after which some factor changes.
  var lastMonths: Set<Int> { Set(cases.flatMap(\.factors.lastMonths) + [rerouteMonths]) }

  private var rest: Double { max(0, 1 - cases.reduce(0) { $0 + $1.probability }) }

  func mean(_ factor: (DisruptionFactors) -> Double) -> Double {
    cases.reduce(rest) { $0 + $1.probability * factor($1.factors) }
  }

  /// The mean factor of a lane. In the months of `reroute_months`, where every flow is limited to its planned
  /// flow, a case without a factor counts as 1. Later it is nil, no limit, if some case has no limit.
  func lane(month: Int, _ factor: (DisruptionFactors) -> Double?) -> Double? {
    let factors = cases.map { factor($0.factors) }
    let isAlways = rest <= 1e-12 && factors.allSatisfy { $0 != nil }
    guard isAlways || (month <= rerouteMonths && factors.contains { $0 != nil }) else { return nil }
    return zip(cases, factors).reduce(rest) { $0 + $1.0.probability * ($1.1 ?? 1) }
  }
}

extension DisruptionFactors {
  /// The mean disruption: one whose every factor is its expected value.
  init(instance: Instance, mean disruptions: [Disruption], rerouteMonths: Int) {
    self.init(instance: instance, disruption: nil)
    mean = MeanFactors(
      cases: disruptions.map {
        ($0.probability ?? 0, DisruptionFactors(instance: instance, disruption: $0))
      }, rerouteMonths: rerouteMonths)
  }
}
