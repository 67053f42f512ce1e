public import Sourcing

/// Look-through reliance upon regions O: reliance through the whole chain, for the flows of a plan in one
/// period.
///
/// s(i,k), the share of commodity k made in region i that depends on O, is a mean over the producers of k in i,
/// weighted by their output of k. A producer counts 1 if i ∈ O; else it counts the largest e(i,input) of its
/// inputs, or 0 without inputs. e(j,k) = Σ_i f[k,i,j]·s(i,k) / Σ_i f[k,i,j] is the same share of the inflow of
/// k into region j. The values are the least solution of these equations, with 0/0 = 0: goods that go round in
/// a loop (recycling) add no reliance of their own.
public struct LookThrough: Sendable {
  private let view: PlanView
  private let period: PeriodIndex
  /// The places in which something is made, in the order of the equations.
  private var places: [Place] = []
  private var equations: MaxMeanEquations

  private typealias Maker = (process: ProcessIndex, output: Double)
  private typealias Inflow = (origin: Place, quantity: Double)

  /// Writes the equations of one period.
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

  /// The producers that make something, with their output, by place.
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

  /// The flows by the place where they arrive, each with the place where it starts.
  private static func inflows(_ view: PlanView, _ period: PeriodIndex) -> PlaceGrid<[Inflow]> {
    var inflows = PlaceGrid<[Inflow]>(repeating: [], in: view.instance)
    for flow in view.plan.flows(in: period) where flow.quantity > 0 {
      let origin = Place(region: flow.key.origin, commodity: flow.key.commodity)
      inflows[flow.key.commodity, flow.key.destination].append((origin, flow.quantity))
    }
    return inflows
  }

  /// s(i,k) of every place, from 0 to 1, for O = `rivals`; 0 if nothing is made.
  public func exposure(upon rivals: [RegionIndex]) -> PlaceGrid<Double> {
    let isRival = places.map { rivals.contains($0.region) }
    var exposure = PlaceGrid(repeating: 0.0, in: view.instance)
    for (place, value) in zip(places, equations.leastSolution(fixedAtOne: isRival)) {
      exposure[place] = value
    }
    return exposure
  }

  /// The flows of a group into some regions, added up by origin and commodity, units a year.
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

  /// The look-through reliance of a supply: the mean of s(i,k) over it, weighted by quantity; 0 without supply.
  ///
  /// - Parameters:
  ///   - supply: from ``supply(of:to:)``.
  ///   - exposure: s(i,k), from ``exposure(upon:)``.
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
