public import Sourcing

/// For whom each good is used in one period of a plan.
///
/// h(j,k) is the part of k used in j that ends, through the plan's own production, in final use or in stocks outside
/// home:
///
///     h(j,k)·use(j,k) = [j outside home]·(D − u + net puts) + Σ_q in(q,k)·x[q]·Σ_k' c(q,k')·g(j,k')
///     g(i,k) = Σ_j f[k,i,j]·h(j,k) / Σ_j f[k,i,j],   0 if nothing of k is shipped from i
///     c(q,k) = out(q,k)·price_k / Σ_k' out(q,k')·price_k',   1 for the main output if none has a price
///
/// where use(j,k) is the sum of D − u, net puts and inputs, and q runs over the producers in j.
struct OthersUse {
  let instance: Instance
  let plan: Plan
  let producers: Producers
  let period: PeriodIndex
  /// The flows above round-off, by origin and commodity.
  private let shipped: PlaceGrid<[Plan.Flow]>

  /// - Parameter producers: those of the plan.
  init(_ plan: Plan, _ instance: Instance, _ producers: Producers, in period: PeriodIndex) {
    (self.instance, self.plan, self.producers, self.period) = (instance, plan, producers, period)
    var shipped = PlaceGrid<[Plan.Flow]>(repeating: [], in: instance)
    for flow in plan.flowsAboveRoundOff(in: period) {
      shipped[flow.key.commodity, flow.key.origin].append(flow)
    }
    self.shipped = shipped
  }

  /// h(j,k), from 0 to 1, for every place; 0 where nothing is used.
  func shares() -> PlaceGrid<Double> {
    var equations = PlaceGrid(repeating: DownstreamShares.Equation(), in: instance)
    var use = finalUse()
    for (place, quantity) in use.places where !instance.home.members.contains(place.region) {
      equations[place].exit = quantity
    }
    for (index, producer) in producers.all.indexed() {
      let activity = plan.activity[index][period]
      guard activity > 0 else { continue }
      let process = instance.processes[producer.process]
      let destinations = destinations(of: process, in: producer.region)
      for input in process.inputs {
        let place = Place(region: producer.region, commodity: input.commodity)
        let quantity = input.quantity * activity
        use[place] += quantity
        for (node, part) in destinations { equations[place].add(quantity * part, node) }
      }
    }
    let solved = DownstreamShares.solve(
      zip(equations.places, use.places).map { entry, use in entry.value.divided(by: use.value) })
    var shares = PlaceGrid(repeating: 0.0, in: instance)
    for (node, entry) in use.places.enumerated() { shares[entry.place] = solved[node] }
    return shares
  }

  /// D − u + net puts of every place, units a year.
  private func finalUse() -> PlaceGrid<Double> {
    var use = PlaceGrid(repeating: 0.0, in: instance)
    for commodity in instance.commodities.indices {
      for region in instance.regions.indices {
        use[commodity, region] =
          instance.demands[region: region, commodity: commodity, period: period].quantity
      }
    }
    for shortage in plan.shortages(in: period) {
      use[shortage.commodity, shortage.region] = max(
        0, use[shortage.commodity, shortage.region] - shortage.quantity)
    }
    for (stockpile, stocks) in zip(instance.stockpiles, plan.stocks) {
      use[stockpile.commodity, stockpile.region] += stocks[period].put
    }
    return use
  }

  /// Where a unit of a process's cost goes: the parts that arrive in each place, by its number in a grid.
  private func destinations(of process: Process, in region: RegionIndex) -> [(Int, Double)] {
    var parts: [(Int, Double)] = []
    for (commodity, share) in costShares(of: process) {
      let flows = shipped[commodity, region]
      let total = flows.reduce(0) { $0 + $1.quantity }
      for flow in flows where total > 0 {
        let node =
          commodity.position * instance.regions.count + flow.key.destination.position
        parts.append((node, share * flow.quantity / total))
      }
    }
    return parts
  }

  /// c(q,k): the part of a process's cost that each output bears, by value; the main output bears all if none has a
  /// price.
  private func costShares(of process: Process) -> [(CommodityIndex, Double)] {
    let worth = process.outputs.map { output in
      (output.commodity, output.quantity * instance.commodities[output.commodity].price[period])
    }
    let total = worth.reduce(0) { $0 + $1.1 }
    guard total > 0 else { return [(process.output, 1)] }
    return worth.map { ($0.0, $0.1 / total) }
  }
}

extension DownstreamShares.Equation {
  /// The equation of a share, from that of the amount; of no use it is 0.
  fileprivate func divided(by use: Double) -> DownstreamShares.Equation {
    guard use > 0 else { return DownstreamShares.Equation() }
    return DownstreamShares.Equation(exit: exit / use, weights: weights.mapValues { $0 / use })
  }
}

extension OthersTrade {
  /// What regions outside home get for themselves in a plan without goals: h(j,k) times each flow above round-off into
  /// a region j outside home, in the periods that history does not fix.
  ///
  /// - Parameters:
  ///   - plan: the plan without goals.
  ///   - instance: its instance.
  ///   - model: its model, with or without goals.
  public init(of plan: Plan, _ instance: Instance, _ model: Model) {
    struct Inflow: Hashable {
      var commodity: CommodityIndex
      var destination: RegionIndex
      var period: PeriodIndex
    }
    let fixed = Set(
      (model.history == .fix ? instance.history : []).map {
        Inflow(commodity: $0.commodity, destination: $0.destination, period: $0.period)
      })
    let home = Set(instance.home.members)
    let producers = Producers(instance: instance, projects: model.projects)
    var amounts: [FlowKey: Double] = [:]
    for period in instance.horizon.indices {
      let shares = OthersUse(plan, instance, producers, in: period).shares()
      for flow in plan.flowsAboveRoundOff(in: period) where !home.contains(flow.key.destination) {
        let (commodity, destination) = (flow.key.commodity, flow.key.destination)
        let amount = shares[commodity, destination] * flow.quantity
        let inflow = Inflow(commodity: commodity, destination: destination, period: period)
        if amount > 0, !fixed.contains(inflow) { amounts[flow.key] = amount }
      }
    }
    self.init(amounts: amounts)
  }
}
