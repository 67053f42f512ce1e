import Sourcing

/// What can be made and used where in one period, so that lanes on which nothing can flow are left out
/// of the LP.
///
/// A producer is *able* if it has capacity and each of its inputs can reach it: made by an able producer
/// at the origin of an open lane, or drawn from a stockpile. That is a greatest fixed point, since a loop
/// may feed itself (a process that uses some of its own output): all with capacity count as able until an
/// input is found that nobody able can send. What is taken out has activity 0 in every feasible plan, and
/// so has a flow from where nobody able makes the commodity or to where nothing could use it. Leaving
/// those out changes no optimum and no dual of what remains.
struct Reach {
  /// Whether the producer's activity may be positive.
  private(set) var isAble: [Bool]
  /// Whether the commodity can be made in the region, at commodity·regions + region.
  private(set) var isMade: [Bool]
  /// Whether the commodity has a use in the region, at commodity·regions + region.
  private(set) var isUsed: [Bool]

  private let regionCount: Int

  /// - Parameters:
  ///   - hasCapacity: whether each producer may have capacity in the period.
  ///   - stockedPlaces: where a stockpile can deliver to.
  ///   - canStore: whether putting goods into stockpiles is a use of them.
  init(
    instance: Instance, producers: Producers, hasCapacity: [Bool], period: Int,
    stockedPlaces: Set<Place>, canStore: Bool
  ) {
    let regionCount = instance.regions.count
    self.regionCount = regionCount
    isMade = []
    isAble = hasCapacity
    var changed = true
    while changed {
      changed = false
      isMade = Self.made(instance, producers, isAble)
      let arrives = Self.arrivals(instance, isMade, stockedPlaces, period: period)
      for (index, producer) in producers.all.enumerated() where isAble[index] {
        let inputs = instance.processes[producer.process].inputs
        guard !inputs.allSatisfy({ arrives[$0.commodity * regionCount + producer.region] })
        else { continue }
        isAble[index] = false
        changed = true
      }
    }

    isUsed = Self.used(instance, producers, isAble, period: period, canStore: canStore)
  }

  /// What able producers use, what is demanded and what stockpiles take, at commodity·regions + region.
  private static func used(
    _ instance: Instance, _ producers: Producers, _ isAble: [Bool], period: Int, canStore: Bool
  ) -> [Bool] {
    let regionCount = instance.regions.count
    var isUsed = Array(repeating: false, count: regionCount * instance.commodities.count)
    for (index, producer) in producers.all.enumerated() where isAble[index] {
      for input in instance.processes[producer.process].inputs {
        isUsed[input.commodity * regionCount + producer.region] = true
      }
    }
    for commodity in instance.commodities.indices {
      for region in 0..<regionCount
      where instance.demands[region: region, commodity: commodity, period: period].quantity > 0 {
        isUsed[commodity * regionCount + region] = true
      }
    }
    if canStore {
      for stockpile in instance.stockpiles {
        isUsed[stockpile.commodity * regionCount + stockpile.region] = true
      }
    }
    return isUsed
  }

  /// What the able producers make, at commodity·regions + region.
  private static func made(_ instance: Instance, _ producers: Producers, _ isAble: [Bool]) -> [Bool]
  {
    let regionCount = instance.regions.count
    var isMade = Array(repeating: false, count: regionCount * instance.commodities.count)
    for (index, producer) in producers.all.enumerated() where isAble[index] {
      for term in instance.processes[producer.process].outputs {
        isMade[term.commodity * regionCount + producer.region] = true
      }
    }
    return isMade
  }

  /// Where a commodity can arrive: from where it is made over an open lane, or out of a stockpile.
  private static func arrivals(
    _ instance: Instance, _ isMade: [Bool], _ stockedPlaces: Set<Place>, period: Int
  ) -> [Bool] {
    let regionCount = instance.regions.count
    var arrives = Array(repeating: false, count: isMade.count)
    for place in stockedPlaces { arrives[place.commodity * regionCount + place.region] = true }
    for cell in isMade.indices where isMade[cell] {
      let (commodity, origin) = (cell / regionCount, cell % regionCount)
      for destination in 0..<regionCount where !arrives[commodity * regionCount + destination] {
        let lane = instance.lanes[
          commodity: commodity, origin: origin, destination: destination, period: period]
        arrives[commodity * regionCount + destination] = lane != nil
      }
    }
    return arrives
  }

  func made(_ commodity: Int, in region: Int) -> Bool { isMade[commodity * regionCount + region] }
  func used(_ commodity: Int, in region: Int) -> Bool { isUsed[commodity * regionCount + region] }
}
