import Sourcing

/// What can be made and used where in one period, so that lanes on which nothing can flow are left out
/// of the LP.
///
/// A producer is *able* if it has capacity and each of its inputs can reach it: an able producer makes the input
/// at the origin of an open lane, or a stockpile gives it. This is a greatest fixed point, because a process
/// may use some of its own output: every producer with capacity counts as able until one of its inputs cannot
/// reach it. A producer that is not able has activity 0 in every feasible plan. A flow is 0 if no able producer
/// makes the commodity at its origin, or if nothing can use it at its destination. To leave these out changes
/// neither the optimum nor the duals of the other rows.
struct Reach {
  /// Whether the producer's activity may be positive.
  private(set) var isAble: IndexedArray<Producers.Producer, Bool>
  /// Whether the commodity can be made in the region.
  private var isMade: PlaceGrid<Bool>
  /// Whether the commodity has a use in the region.
  private var isUsed: PlaceGrid<Bool>

  /// - Parameters:
  ///   - hasCapacity: whether each producer may have capacity in the period.
  ///   - stockedPlaces: where a stockpile can deliver to.
  ///   - canStore: whether putting goods into stockpiles is a use of them.
  ///   - served: the places whose demand matters; nil: all. Then nothing counts as used, and no producer as able, from
  ///     which none of them can get anything.
  init(
    instance: Instance, producers: Producers,
    hasCapacity: IndexedArray<Producers.Producer, Bool>, period: PeriodIndex,
    stockedPlaces: Set<Place>, canStore: Bool, serving served: Set<Place>? = nil
  ) {
    isMade = PlaceGrid(repeating: false, in: instance)
    isAble = hasCapacity
    var changed = true
    while changed {
      changed = false
      isMade = Self.made(instance, producers, isAble)
      let arrives = Self.arrivals(instance, isMade, stockedPlaces, period: period)
      for (index, producer) in producers.all.indexed() where isAble[index] {
        let inputs = instance.processes[producer.process].inputs
        guard !inputs.allSatisfy({ arrives[$0.commodity, producer.region] }) else { continue }
        isAble[index] = false
        changed = true
      }
    }
    if let served {
      (isAble, isUsed) = Self.serving(served, instance, producers, isAble, period: period)
      isMade = Self.made(instance, producers, isAble)
    } else {
      isUsed = Self.used(instance, producers, isAble, period: period, canStore: canStore)
    }
  }

  /// The able producers from which some places can get something, at any number of stages, and what they and these
  /// places use: a least fixed point.
  private static func serving(
    _ places: Set<Place>, _ instance: Instance, _ producers: Producers,
    _ isAble: IndexedArray<Producers.Producer, Bool>, period: PeriodIndex
  ) -> (isAble: IndexedArray<Producers.Producer, Bool>, isUsed: PlaceGrid<Bool>) {
    var isUsed = PlaceGrid(repeating: false, in: instance)
    var isServing = isAble.mapped { _ in false }
    var new = places.filter {
      instance.demands[region: $0.region, commodity: $0.commodity, period: period].quantity > 0
    }.sorted()
    for place in new { isUsed[place.commodity, place.region] = true }
    while !new.isEmpty {
      let reached = new
      new = []
      for (index, producer) in producers.all.indexed() where isAble[index] && !isServing[index] {
        let process = instance.processes[producer.process]
        let serves = reached.contains { place in
          process.outputs.contains { $0.commodity == place.commodity }
            && instance.lanes[
              commodity: place.commodity, origin: producer.region, destination: place.region,
              period: period] != nil
        }
        guard serves else { continue }
        isServing[index] = true
        for input in process.inputs where !isUsed[input.commodity, producer.region] {
          isUsed[input.commodity, producer.region] = true
          new.append(Place(region: producer.region, commodity: input.commodity))
        }
      }
    }
    return (isServing, isUsed)
  }

  /// What able producers use, what is demanded and what stockpiles take.
  private static func used(
    _ instance: Instance, _ producers: Producers,
    _ isAble: IndexedArray<Producers.Producer, Bool>, period: PeriodIndex, canStore: Bool
  ) -> PlaceGrid<Bool> {
    var isUsed = PlaceGrid(repeating: false, in: instance)
    for (index, producer) in producers.all.indexed() where isAble[index] {
      for input in instance.processes[producer.process].inputs {
        isUsed[input.commodity, producer.region] = true
      }
    }
    for commodity in instance.commodities.indices {
      for region in instance.regions.indices
      where instance.demands[region: region, commodity: commodity, period: period].quantity > 0 {
        isUsed[commodity, region] = true
      }
    }
    if canStore {
      for stockpile in instance.stockpiles { isUsed[stockpile.commodity, stockpile.region] = true }
    }
    return isUsed
  }

  /// What the able producers make.
  private static func made(
    _ instance: Instance, _ producers: Producers, _ isAble: IndexedArray<Producers.Producer, Bool>
  ) -> PlaceGrid<Bool> {
    var isMade = PlaceGrid(repeating: false, in: instance)
    for (index, producer) in producers.all.indexed() where isAble[index] {
      for term in instance.processes[producer.process].outputs {
        isMade[term.commodity, producer.region] = true
      }
    }
    return isMade
  }

  /// Where a commodity can arrive: from where it is made over an open lane, or out of a stockpile.
  private static func arrivals(
    _ instance: Instance, _ isMade: PlaceGrid<Bool>, _ stockedPlaces: Set<Place>,
    period: PeriodIndex
  ) -> PlaceGrid<Bool> {
    var arrives = PlaceGrid(repeating: false, in: instance)
    for place in stockedPlaces { arrives[place.commodity, place.region] = true }
    for (origin, isMade) in isMade.places where isMade {
      for destination in instance.regions.indices where !arrives[origin.commodity, destination] {
        let lane = instance.lanes[
          commodity: origin.commodity, origin: origin.region, destination: destination,
          period: period]
        arrives[origin.commodity, destination] = lane != nil
      }
    }
    return arrives
  }

  func made(_ commodity: CommodityIndex, in region: RegionIndex) -> Bool {
    isMade[commodity, region]
  }

  func used(_ commodity: CommodityIndex, in region: RegionIndex) -> Bool {
    isUsed[commodity, region]
  }
}
