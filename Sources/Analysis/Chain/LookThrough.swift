public import Sourcing

/// Reliance through the whole chain, with a period's flows as they are.
///
/// s(i,k), how much of commodity k made in region i depends upon the regions O, is the mean over its
/// producers, weighted by output, of 1 if i ∈ O, else the largest e(i,input) of the producer's inputs, 0
/// without inputs; e(j,k) = Σ_i f[k,i,j]·s(i,k) / Σ_i f[k,i,j] is the exposure of a use. The answer is the
/// least fixed point, 0/0 = 0: goods that go round in a loop (recycling) do not make themselves dependent.
public struct LookThrough: Sendable {
  private let view: PlanView
  private let period: PeriodIndex
  /// Where something is made, in the order of the equations.
  private var places: [Place] = []
  private var equations: MaxMeanEquations

  private typealias Maker = (process: ProcessIndex, output: Double)
  private typealias Inflow = (origin: Place, quantity: Double)

  /// Sets up the equations of one period.
  public init(_ view: PlanView, period: PeriodIndex) {
    self.view = view
    self.period = period
    let (makers, inflows) = (Self.makers(view, period), Self.inflows(view, period))
    var equation = PlaceGrid<Int?>(repeating: nil, in: view.instance)
    for (place, makers) in makers.places where !makers.isEmpty {
      equation[place] = places.count
      places.append(place)
    }
    let processes = view.instance.processes
    equations = MaxMeanEquations(
      terms: places.map { place in
        let total = makers[place].reduce(0) { $0 + $1.output }
        return makers[place].map { maker in
          MaxMeanEquations.Term(
            weight: maker.output / total,
            choices: processes[maker.process].inputs.map { input in
              let flows = inflows[input.commodity, place.region]
              let arriving = flows.reduce(0) { $0 + $1.quantity }
              return flows.compactMap { flow in
                equation[flow.origin].map { .init(index: $0, weight: flow.quantity / arriving) }
              }
            })
        }
      })
  }

  /// Producers with output by place.
  private static func makers(_ view: PlanView, _ period: PeriodIndex) -> PlaceGrid<[Maker]> {
    var makers = PlaceGrid<[Maker]>(repeating: [], in: view.instance)
    for (index, producer) in view.producers.all.indexed() {
      let output = view.plan.activity[index][period]
      guard output > 0 else { continue }
      for term in view.instance.processes[producer.process].outputs {
        makers[term.commodity, producer.region].append((producer.process, term.quantity * output))
      }
    }
    return makers
  }

  /// Flows by the place where they are used, each with the place where it is made.
  private static func inflows(_ view: PlanView, _ period: PeriodIndex) -> PlaceGrid<[Inflow]> {
    var inflows = PlaceGrid<[Inflow]>(repeating: [], in: view.instance)
    for flow in view.plan.flows(in: period) where flow.quantity > 0 {
      let origin = Place(region: flow.key.origin, commodity: flow.key.commodity)
      inflows[flow.key.commodity, flow.key.destination].append((origin, flow.quantity))
    }
    return inflows
  }

  /// s(i,k) of every place, for O = `rivals`; 0 where nothing is made.
  public func exposure(upon rivals: [RegionIndex]) -> PlaceGrid<Double> {
    let isRival = places.map { rivals.contains($0.region) }
    var exposure = PlaceGrid(repeating: 0.0, in: view.instance)
    for (place, value) in zip(places, equations.leastSolution(fixedAtOne: isRival)) {
      exposure[place] = value
    }
    return exposure
  }

  /// What flows into some regions, by the places where it is made.
  public func supply(of group: CommodityGroup, to regions: [RegionIndex]) -> [(
    place: Place, quantity: Double
  )] {
    group.members.flatMap { commodity in
      view.shares.bySource(
        CommodityGroup(id: "", members: [commodity]), to: regions, period: period
      ).indexed().lazy.filter { $0.element > 0 }.map { origin, quantity in
        (Place(region: origin, commodity: commodity), quantity)
      }
    }
  }

  /// Reliance of those who get a supply on what `exposure` was worked out for: the mean of s over it.
  public func reliance(of supply: [(place: Place, quantity: Double)], exposure: PlaceGrid<Double>)
    -> Double
  {
    var (exposed, total) = (0.0, 0.0)
    for (place, quantity) in supply {
      total += quantity
      exposed += quantity * exposure[place]
    }
    return PlanShares.share(exposed, of: total)
  }
}
