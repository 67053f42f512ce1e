import Formulation
import LinearProgramming
import Sourcing

/// What a sharing arrangement takes from the windows of one disruption in which nobody shares.
struct SharingTerms: Sendable {
  /// The most value that the regions outside the members may lose: what they lose in the efficient window
  /// without sharing. Nil where fairness does not ask for it.
  var outsidersLoss: Double?
  /// What members may give and receive under `iep`.
  var limits = SharingLimits()
  /// The rights behind the limits, by commodity, members in their bloc's order.
  var rights: [CommodityIndex: EmergencyRights] = [:]
}

/// Finds the terms of sharing in a session of the stress program without sharing, whose members are those
/// that will share and whose fairness is max-min.
struct SharingTermsFinder {
  let session: StressSession
  private let members: [RegionIndex]

  private var stress: StressProgram { session.stress }
  private var instance: Instance { stress.instance }

  init(session: StressSession) {
    self.session = session
    members = session.stress.options.sharing.members?.members ?? []
  }

  /// - Parameter disruption: nil for the undisturbed window.
  func find(_ sharing: Sharing, against disruption: Disruption?) throws -> SharingTerms {
    let factors = DisruptionFactors(instance: instance, disruption: disruption)
    var terms = SharingTerms()
    if sharing.fairness == .maxMin {
      try session.apply(factors)
      terms.outsidersLoss = try outsidersLoss()
    }
    if sharing.mode == .iep { try findRights(&terms, factors) }
    return terms
  }

  /// What the regions outside the members lose in a disruption.
  func outsidersLoss(against disruption: Disruption) throws -> Double {
    try session.apply(DisruptionFactors(instance: instance, disruption: disruption))
    return try outsidersLoss()
  }

  /// What the regions outside the members lose as the session stands: ties in the world's lost value are
  /// broken in their favour.
  func outsidersLoss() throws -> Double {
    let world = Array(instance.regions.indices)
    let outsiders = world.filter { !members.contains($0) }
    guard !outsiders.isEmpty else { return 0 }
    let least = try optimal(session.minimise(stress.lostValue(in: world), method: .dual))
    try session.lock(least)
    let theirs = try optimal(session.minimise(stress.lostValue(in: outsiders)))
    try session.unlock()
    return max(0, theirs.objective)
  }

  private func optimal(_ solution: Solution) throws -> Solution {
    try solution.optimum(of: "a stress window's lost value without sharing")
  }

  /// A_i is what a member is served with all stockpiles removed, under max-min fairness.
  private func findRights(_ terms: inout SharingTerms, _ factors: DisruptionFactors) throws {
    try session.apply(factors, hasStocks: false)
    let limit = try outsidersLoss()
    guard var fairness = MaxMinFairness(session: session) else { return }
    let markets = try fairness.raise(under: factors, outsidersAtMost: limit)
    try fairness.drop()
    for commodity in instance.commodities(stockedBy: members) {
      let served = members.map { region in
        markets.first { $0.region == region && $0.commodity == commodity }
          .map { $0.service * $0.demand } ?? 0
      }
      let rights = EmergencyRights(
        consumption: members.map { stress.windowDemand($0, commodity, under: factors) },
        supply: served, stocks: members.map { stock(of: commodity, in: $0, factors) })
      terms.rights[commodity] = rights
      for (place, region) in members.enumerated() {
        terms.limits[region: region, commodity: commodity] = rights.limit(of: place)
      }
    }
  }

  /// Starting level of a region's stockpiles of a commodity, after the disruption's factor.
  private func stock(
    of commodity: CommodityIndex, in region: RegionIndex, _ factors: DisruptionFactors
  ) -> Double {
    guard stress.reference.hasStockpiles else { return 0 }
    return instance.stockpiles.indices.reduce(0) { sum, index in
      let stockpile = instance.stockpiles[index]
      guard stockpile.region == region, stockpile.commodity == commodity else { return sum }
      return sum + stress.startingLevel(index, under: factors)
    }
  }
}
