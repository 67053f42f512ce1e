import Formulation
import LinearProgramming
import Sourcing

/// The stress windows of one plan without sharing. Each is loaded into a session of its own and starts from the
/// basis of the undisturbed one.
struct WindowsWithoutSharing: Sendable {
  private let stress: StressProgram
  private let solver: any Solver
  private let options: SolveOptions
  private let basis: Basis?

  /// Solves the undisturbed window.
  ///
  /// - Throws: `SolverError`, `NoOptimum`.
  init(of runner: StressRunner) throws {
    var window = runner.options
    window.sharing = Sharing(mode: .own, fairness: .maxMin)
    let stress = try StressProgram(
      instance: runner.instance, model: runner.model, plan: runner.plan, period: runner.period,
      options: window, until: runner.solver.deadline)
    let options = runner.solveOptions
    try runner.solver.deadline.check("a stress run without sharing")
    basis = try runner.solver.withSession(stress.program) { session in
      let undisturbed = StressSession(stress, session: session, options: options)
      try undisturbed.apply(DisruptionFactors(instance: stress.instance, disruption: nil))
      let world = Array(stress.instance.regions.indices)
      return try SharingTermsFinder.optimal(
        undisturbed.minimise(stress.lostValue(in: world), method: .dual)
      ).basis
    }
    (self.stress, self.options, solver) = (stress, options, runner.solver)
  }

  /// The terms of a sharing arrangement in a disruption.
  ///
  /// - Parameter disruption: nil for the undisturbed window.
  func terms(of sharing: Sharing, against disruption: Disruption?) throws -> SharingTerms {
    guard sharing.dependsOnPlan else { return SharingTerms() }
    return try find(among: sharing.members) { try $0.find(sharing, against: disruption) }
  }

  /// The lost value of the regions outside some members in a disruption, money.
  func outsidersLoss(of members: RegionSet, against disruption: Disruption) throws -> Double {
    try find(among: members) { try $0.outsidersLoss(against: disruption) }
  }

  private func find<Answer>(
    among members: RegionSet?, _ question: (SharingTermsFinder) throws -> Answer
  ) throws -> Answer {
    try solver.deadline.check("a stress run without sharing")
    return try solver.withSession(stress.program) { session in
      try question(
        SharingTermsFinder(
          session: StressSession(stress, session: session, options: options, basis: basis),
          members: members?.members ?? []))
    }
  }
}

/// The terms of one sharing arrangement in the disruptions of a runner.
struct SharingTermsOfRunner: Sendable {
  private let sharing: Sharing
  private let unshared: WindowsWithoutSharing?
  /// The same if every supplier allocates pro rata, where the rights under `iep` differ.
  private let unsharedProRata: WindowsWithoutSharing?

  init(_ runner: StressRunner, _ sharing: Sharing) throws {
    self.sharing = sharing
    unshared = sharing.dependsOnPlan ? try WindowsWithoutSharing(of: runner) : nil
    var rationed = runner
    rationed.options.allocation = .proRata
    let differs =
      sharing.mode == .iep && runner.findsMarketLimits && runner.options.allocation == .efficient
    unsharedProRata = differs ? try WindowsWithoutSharing(of: rationed) : nil
  }

  /// - Parameter disruption: nil for the undisturbed window.
  func terms(against disruption: Disruption?) throws -> SharingTerms {
    var terms = try unshared?.terms(of: sharing, against: disruption) ?? SharingTerms()
    terms.limitsProRata = try unsharedProRata?.terms(of: sharing, against: disruption).limits
    return terms
  }
}

/// Finds the terms of sharing among some members, in a session of the stress program without sharing and with
/// fairness `max_min`.
private struct SharingTermsFinder {
  let session: StressSession
  let members: [RegionIndex]

  private var stress: StressProgram { session.stress }
  private var instance: Instance { stress.instance }

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

  /// The lost value of the regions outside the members in a disruption, money.
  func outsidersLoss(against disruption: Disruption) throws -> Double {
    try session.apply(DisruptionFactors(instance: instance, disruption: disruption))
    return try outsidersLoss()
  }

  /// The lost value of the regions outside the members with the session's bounds, money: the least at which the
  /// lost value of all regions together is least.
  func outsidersLoss() throws -> Double {
    let world = Array(instance.regions.indices)
    let outsiders = world.filter { !members.contains($0) }
    guard !outsiders.isEmpty else { return 0 }
    let least = try Self.optimal(session.minimise(stress.lostValue(in: world), method: .dual))
    try session.lock(least)
    let theirs = try Self.optimal(session.minimise(stress.lostValue(in: outsiders)))
    try session.unlock()
    return max(0, theirs.objective)
  }

  static func optimal(_ solution: Solution) throws -> Solution {
    try solution.optimum(of: "a stress window's lost value without sharing")
  }

  /// Finds the rights of each commodity. A_i is the demand of member i that is served with all stockpiles
  /// removed, under max-min fairness.
  private func findRights(_ terms: inout SharingTerms, _ factors: DisruptionFactors) throws {
    try session.apply(factors, hasStocks: false)
    let limit = try outsidersLoss()
    guard var fairness = MaxMinFairness(session: session, members: members) else { return }
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

  /// The starting level of a region's stockpiles of a commodity after the disruption's factor, units.
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
