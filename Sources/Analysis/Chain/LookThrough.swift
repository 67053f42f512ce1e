public import Sourcing

/// Reliance through the whole chain, with a period's flows as they are.
///
/// s(i,k), how much of commodity k made in region i depends upon the regions O, is the mean over its
/// producers, weighted by output, of 1 if i ∈ O, else the largest e(i,input) of the producer's inputs, 0
/// without inputs; e(j,k) = Σ_i f[k,i,j]·s(i,k) / Σ_i f[k,i,j] is the exposure of a use. The answer is the
/// least fixed point, 0/0 = 0: goods that go round in a loop (recycling) do not make themselves dependent.
public struct LookThrough: Sendable {
  private let view: PlanView
  private let period: Int
  /// Places (commodity·regions + region) where something is made.
  private var places: [Int] = []
  private var place: [Int: Int] = [:]
  private var equations: MaxMeanEquations

  /// Sets up the equations of one period.
  public init(_ view: PlanView, period: Int) {
    self.view = view
    self.period = period
    equations = MaxMeanEquations(terms: [])
    let regionCount = view.instance.regions.count
    let makers = Self.makers(view, period)
    places = makers.keys.sorted()
    place = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    let inflows = Self.inflows(view, period)
    equations = MaxMeanEquations(
      terms: places.map { cell in
        let all = makers[cell] ?? []
        let total = all.reduce(0) { $0 + $1.output }
        return all.map { maker in
          let inputs = view.instance.processes[maker.process].inputs
          return MaxMeanEquations.Term(
            weight: maker.output / total,
            choices: inputs.map { input in
              let flows = inflows[input.commodity * regionCount + cell % regionCount] ?? []
              let arriving = flows.reduce(0) { $0 + $1.quantity }
              return flows.compactMap { flow in
                place[flow.origin].map { .init(index: $0, weight: flow.quantity / arriving) }
              }
            })
        }
      })
  }

  /// Producers with output by place.
  private static func makers(_ view: PlanView, _ period: Int)
    -> [Int: [(process: Int, output: Double)]]
  {
    var makers: [Int: [(process: Int, output: Double)]] = [:]
    for (index, producer) in view.producers.all.enumerated()
    where view.plan.activity[index][period] > 0 {
      for term in view.instance.processes[producer.process].outputs {
        let cell = term.commodity * view.instance.regions.count + producer.region
        makers[cell, default: []].append(
          (producer.process, term.quantity * view.plan.activity[index][period]))
      }
    }
    return makers
  }

  /// Flows by the place where they are used, each with the place where it is made.
  private static func inflows(_ view: PlanView, _ period: Int)
    -> [Int: [(origin: Int, quantity: Double)]]
  {
    let regionCount = view.instance.regions.count
    var inflows: [Int: [(origin: Int, quantity: Double)]] = [:]
    for flow in view.plan.flows(in: period) where flow.quantity > 0 {
      inflows[flow.key.commodity * regionCount + flow.key.destination, default: []].append(
        (flow.key.commodity * regionCount + flow.key.origin, flow.quantity))
    }
    return inflows
  }

  /// s(i,k) by place (commodity·regions + region), for O = `rivals`; 0 where nothing is made.
  public func exposure(upon rivals: [Int]) -> [Double] {
    let regionCount = view.instance.regions.count
    let isRival = places.map { rivals.contains($0 % regionCount) }
    var exposure = Array(repeating: 0.0, count: regionCount * view.instance.commodities.count)
    for (place, value) in zip(places, equations.leastSolution(fixedAtOne: isRival)) {
      exposure[place] = value
    }
    return exposure
  }

  /// What flows into some regions, by the places where it is made.
  public func supply(of group: CommodityGroup, to regions: [Int]) -> [(
    place: Int, quantity: Double
  )] {
    group.members.flatMap { commodity in
      view.shares.bySource(
        CommodityGroup(id: "", members: [commodity]), to: regions, period: period
      ).enumerated().lazy.filter { $0.element > 0 }.map { origin, quantity in
        (commodity * view.instance.regions.count + origin, quantity)
      }
    }
  }

  /// Reliance of those who get a supply on what `exposure` was worked out for: the mean of s over it.
  public func reliance(of supply: [(place: Int, quantity: Double)], exposure: [Double]) -> Double {
    var (exposed, total) = (0.0, 0.0)
    for (place, quantity) in supply {
      total += quantity
      exposed += quantity * exposure[place]
    }
    return PlanShares.share(exposed, of: total)
  }
}
