/// What can be made and used where in one period, so that lanes on which nothing can flow are left out
/// of the LP.
///
/// A producer is *able* if it has capacity and each of its inputs can reach it: made by an able producer
/// at the origin of an open lane, or drawn from a stockpile. That is a least fixed point; outside it a
/// producer's activity is 0 in every feasible plan (loops cannot feed themselves: free matter is an
/// error), and so is a flow from where nobody able makes the commodity or to where nothing could use it.
/// Leaving those out changes no optimum and no dual of what remains.
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
    stockedPlaces: Set<PlanningBuilder.Place>, canStore: Bool
  ) {
    let regionCount = instance.regions.count
    self.regionCount = regionCount
    let cellCount = regionCount * instance.commodities.count
    isAble = Array(repeating: false, count: producers.all.count)
    isMade = Array(repeating: false, count: cellCount)
    isUsed = Array(repeating: false, count: cellCount)

    // `arrives`: the commodity can reach the region, from an origin or out of a stockpile.
    var arrives = Array(repeating: false, count: cellCount)
    for place in stockedPlaces { arrives[place.commodity * regionCount + place.region] = true }

    var waiting = producers.all.indices.filter { hasCapacity[$0] }
    var changed = true
    while changed {
      changed = false
      waiting.removeAll { index in
        let producer = producers.all[index]
        let process = instance.processes[producer.process]
        guard process.inputs.allSatisfy({ arrives[$0.commodity * regionCount + producer.region] })
        else { return false }
        isAble[index] = true
        changed = true
        for term in process.outputs {
          let made = term.commodity * regionCount + producer.region
          guard !isMade[made] else { continue }
          isMade[made] = true
          for destination in 0..<regionCount
          where instance.lanes[
            commodity: term.commodity, origin: producer.region, destination: destination,
            period: period] != nil
          {
            arrives[term.commodity * regionCount + destination] = true
          }
        }
        return true
      }
    }

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
  }

  func made(_ commodity: Int, in region: Int) -> Bool { isMade[commodity * regionCount + region] }
  func used(_ commodity: Int, in region: Int) -> Bool { isUsed[commodity * regionCount + region] }
}
