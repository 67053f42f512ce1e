import LinearProgramming
import Sourcing

/// The most that a loss rises for each unit that a stress window has less of something, in each month. Months that have
/// one copy of the variables have the same values.
///
/// A unit of k less at j in m costs at most
///
///     V[k,j,m] = max( σ[j,k],  max over producers q in j that use k of  (1/in(q,k))·Σ_o out(q,o)·S[o,j,m] )
///     S[k,i,m] = max over flows of k from i to j in m of  V[k,j,m]
///
/// because what is lacking can be taken from the shortage of final demand, or from a producer, whose outputs then lack
/// as much somewhere. σ is what one unit of shortage costs, 0 where it does not count. Where units go round in a circle
/// that multiplies them, no V is known: it is infinite.
struct UnitValues {
  private let block: StressBlock
  private let instance: Instance
  private let producers: Producers
  /// V by month.
  private var atPlace: [Int: [Place: Double]] = [:]
  /// S by month.
  private var atOrigin: [Int: [Place: Double]] = [:]

  /// The most rounds until a value counts as one that never ends to rise.
  private static let mostRounds = 500

  /// - Parameter cost: σ, what a unit of shortage at a place costs.
  init(
    of block: StressBlock, in instance: Instance, _ producers: Producers,
    shortageCost cost: (Place) -> Double
  ) {
    (self.block, self.instance, self.producers) = (block, instance, producers)
    let flows = Dictionary(grouping: block.flows, by: \.month)
    let makers = Dictionary(grouping: block.activities, by: \.month)
    var direct: [Int: [Place: Double]] = [:]
    for shortage in block.shortages {
      let place = Place(region: shortage.region, commodity: shortage.commodity)
      direct[shortage.month, default: [:]][place] = cost(place)
    }
    for month in block.spans.spans.map(\.lowerBound) {
      (atPlace[month], atOrigin[month]) = values(
        direct[month] ?? [:], flows[month] ?? [], makers[month] ?? [])
    }
  }

  /// The least V and S of one month, from below.
  private func values(
    _ direct: [Place: Double], _ flows: [StressBlock.Flow], _ makers: [StressBlock.Activity]
  ) -> (place: [Place: Double], origin: [Place: Double]) {
    var (place, origin) = (direct, [Place: Double]())
    for round in 0..<2 * Self.mostRounds {
      var rising: [Place] = []
      for flow in flows {
        let key = flow.key
        let value = place[Place(region: key.destination, commodity: key.commodity)] ?? 0
        let start = Place(region: key.origin, commodity: key.commodity)
        if value > origin[start] ?? 0 { origin[start] = value }
      }
      for maker in makers {
        let producer = producers.all[maker.producer]
        let worth = worth(of: producer, origin)
        for input in instance.processes[producer.process].inputs {
          let used = Place(region: producer.region, commodity: input.commodity)
          let value = worth / input.quantity
          guard value > (place[used] ?? 0) * (1 + 1e-12) else { continue }
          place[used] = round < Self.mostRounds ? value : .infinity
          rising.append(used)
        }
      }
      if rising.isEmpty { break }
    }
    return (place, origin)
  }

  /// Σ_o out(q,o)·S[o,j,m]: what a unit less of a producer's activity costs at most.
  private func worth(of producer: Producers.Producer, _ origin: [Place: Double]) -> Double {
    instance.processes[producer.process].outputs.reduce(0) { sum, output in
      sum + output.quantity
        * (origin[Place(region: producer.region, commodity: output.commodity)] ?? 0)
    }
  }

  /// The most that the loss rises for each unit less of every column that a target can close, for columns that are
  /// rates a year: a month has a twelfth of them. 0 of all other columns.
  func weights(columns count: Int) -> [Double] {
    var weights = [Double](repeating: 0, count: count)
    for activity in block.activities {
      weights[activity.column.index] =
        worth(of: producers.all[activity.producer], atOrigin[activity.month] ?? [:])
        * block.years(activity.month)
    }
    for flow in block.flows {
      let place = Place(region: flow.key.destination, commodity: flow.key.commodity)
      weights[flow.column.index] = value(at: place, flow.month)
    }
    for shared in block.sharedDraws {
      let commodity = instance.stockpiles[shared.stockpile].commodity
      let place = Place(region: shared.destination, commodity: commodity)
      weights[shared.column.index] = value(at: place, shared.month)
    }
    return weights
  }

  /// What a unit a year less at a place costs at most over the months that a column stands for.
  private func value(at place: Place, _ month: Int) -> Double {
    (atPlace[month]?[place] ?? 0) * block.years(month)
  }
}
