package import LinearProgramming
package import Sourcing

/// How much of each commodity a plan can use at most. A limit above that is no limit.
///
/// Tables may have 1e9 or 1e15 where "no limit" is meant. A solver loses precision with such a number as a bound,
/// and more so as the factor of a row b ≤ most·y. So a limit above what can be used is left out, and a row that
/// needs a number gets what can be used. Reported figures are those of the tables.
///
/// **What can be used.** Take, among the best plans, one with the least activity. No producer in it can make
/// less, so one of these holds for each: all of an output is sent on; the producer is at its minimum; or a
/// contract, history or `max_decline` forces an input into its region. Let N(k) be all that is used of k and X(p)
/// all activity of process p, summed over regions and periods:
///
///     N(k) ≤ demand + stocks to be kept + forced flows + Σ_p in(p,k)·X(p)
///     X(p) ≤ Σ_k N(k)/out(p,k) + minimums + Σ_{k into p} forced(k)/in(p,k)
///
/// Each round of substituting one into the other follows the use one step back along its chain. No matter comes
/// from nothing, so a chain that returns to the same commodity in the same region can be cut short: no chain is
/// longer than the number of places, and that many rounds give a bound. With loops in the recipes it may be a large
/// one; if it is infinite, every limit stays as it is typed. Stored goods shrink, so what is used later is larger
/// by the losses over the whole horizon.
///
/// This is proven for a model whose goals are only on service and on money that is spent at most.
///
/// **Goals.** A goal on shares can be met by goods that are bought only to make the whole larger: to bring an amount
/// Q down to the share α takes a whole of Q/α, and to bring it up to α takes a purchase of all but 1 − α. Any
/// commodity of the goal's group can be bought for that, so each counts as needed as much as the most needed of
/// them, by value at the ratio of the prices. Something must use these goods, so a process that uses them runs as
/// if they were forced upon it. In a stress window, capacity and flows that a disruption multiplies by a factor can
/// be useful up to 1/factor times as much, and demand can rise. The bound is multiplied by the largest of each, and
/// by the days of a `cover` goal in years. For orders it is at least `min_capacity`.
///
/// This is argued for each goal, not proven for several goals together. So the bound has a **margin** of another
/// factor of a thousand. With a goal that requires money to be spent, every limit stays as it is typed.
package struct UsableQuantities: Sendable {
  /// Units of a commodity, and of a process's main output; infinite if there is no bound.
  private let ofCommodity: IndexedArray<Commodity, Double>
  private let ofProcess: IndexedArray<Process, Double>

  /// - Parameter deadline: when to stop; there are then no bounds.
  package init(instance: Instance, model: Model, until deadline: Deadline = .none) {
    let need = Need(instance: instance, model: model, until: deadline)
    let isKnown = !deadline.isOver && !model.asksForSpending
    let margin =
      isKnown ? 1000 * model.dilution * model.disruptionMargin(in: instance) : .infinity
    let most = need.ofCommodity.max() ?? 0
    // A commodity without need has no size of its own.
    let bound = { (need: Double) in
      need > 0 ? margin * need : most > 0 ? margin * most : .infinity
    }
    ofCommodity = need.ofCommodity.mapped(bound)
    ofProcess = need.ofProcess.mapped(bound)
  }

  /// No bounds: every limit stays as it is typed.
  static func unbounded(_ instance: Instance) -> UsableQuantities {
    UsableQuantities(
      ofCommodity: instance.commodities.mapped { _ in .infinity },
      ofProcess: instance.processes.mapped { _ in .infinity })
  }

  private init(
    ofCommodity: IndexedArray<Commodity, Double>, ofProcess: IndexedArray<Process, Double>
  ) {
    self.ofCommodity = ofCommodity
    self.ofProcess = ofProcess
  }

  /// A limit on flows or stocks of a commodity; infinite if it is none.
  func limit(_ stated: Double, of commodity: CommodityIndex) -> Double {
    stated > ofCommodity[commodity] ? .infinity : stated
  }

  /// A limit on flows of several commodities together; infinite if it is none.
  func limit(_ stated: Double, ofAll commodities: [CommodityIndex]) -> Double {
    stated > commodities.reduce(0) { $0 + ofCommodity[$1] } ? .infinity : stated
  }

  /// A limit on a producer's activity; infinite if it is none.
  func limit(_ stated: Double, of process: ProcessIndex) -> Double {
    stated > ofProcess[process] ? .infinity : stated
  }

  /// The most that can be in store, for a row that needs a number; units.
  package func most(_ stated: Double, of commodity: CommodityIndex) -> Double {
    min(stated, ofCommodity[commodity])
  }

  /// The most that a producer can usefully make, for a row that needs a number; main output a year.
  package func most(_ stated: Double, of process: ProcessIndex) -> Double {
    min(stated, ofProcess[process])
  }

  /// most(p): the largest order of a project, main output a year; at least `min_capacity`.
  package func largestOrder(of project: Project) -> Double {
    min(
      project.maxCapacity, max(project.minCapacity, most(project.maxCapacity, of: project.process)))
  }
}

/// All that is used of each commodity, and made by each process, in all periods together.
private struct Need {
  private(set) var ofCommodity: IndexedArray<Commodity, Double>
  private(set) var ofProcess: IndexedArray<Process, Double>

  init(instance: Instance, model: Model, until deadline: Deadline) {
    var forced = Self.forcedFlows(instance, model)
    self.init(instance, model, forced, until: deadline)
    // What goals need of one stage of a chain is needed of the stages before it; the margin covers the rest.
    for _ in 0..<2 {
      let wanted = model.wanted(ofCommodity, in: instance)
      guard wanted.contains(where: { $0 > 0 }) else { return }
      forced = IndexedArray(zip(forced, wanted).map { max($0, $1) })
      self.init(instance, model, forced, until: deadline)
    }
  }

  private init(
    _ instance: Instance, _ model: Model, _ forced: IndexedArray<Commodity, Double>,
    until deadline: Deadline
  ) {
    let direct = Self.direct(instance, model, forced)
    let idle = Self.activityWithoutNeed(instance, forced)
    ofCommodity = direct
    ofProcess = idle
    // Without loops they no longer change after as many rounds as the longest chain has stages.
    for _ in 0..<(instance.commodities.count * instance.regions.count) where !deadline.isOver {
      let before = ofCommodity
      ofProcess = idle
      ofCommodity = direct
      for (index, process) in instance.processes.indexed() {
        for term in process.outputs {
          ofProcess[index] += before[term.commodity] / term.quantity
        }
        for term in process.inputs {
          ofCommodity[term.commodity] += term.quantity * ofProcess[index]
        }
      }
      let isSettled = zip(ofCommodity, before).allSatisfy { $0 <= $1 * (1 + 1e-9) }
      if isSettled { return }
    }
  }

  /// Demand, stocks to be kept and forced flows of each commodity.
  private static func direct(
    _ instance: Instance, _ model: Model, _ forced: IndexedArray<Commodity, Double>
  ) -> IndexedArray<Commodity, Double> {
    var need = forced
    for commodity in instance.commodities.indices {
      need[commodity] += demand(of: commodity, instance)
    }
    guard model.stockpiles != .none else { return need }
    let years = instance.horizon.periods.reduce(0) { $0 + Double($1.years) }
    var kept = IndexedArray<Commodity, Double>(repeating: 1, count: instance.commodities.count)
    for stockpile in instance.stockpiles {
      need[stockpile.commodity] += max(stockpile.minimum, stockpile.final)
      kept[stockpile.commodity] = min(
        kept[stockpile.commodity], power(1 - stockpile.loss, years))
    }
    for commodity in instance.commodities.indices where need[commodity] > 0 {
      need[commodity] /= kept[commodity]
    }
    return need
  }

  /// Σ of demand over all regions and periods, × years where a period is longer than a year.
  private static func demand(of commodity: CommodityIndex, _ instance: Instance) -> Double {
    instance.horizon.indices.reduce(0) { sum, period in
      let years = max(1, Double(instance.horizon[period].years))
      return instance.regions.indices.reduce(sum) {
        $0 + years
          * instance.demands[region: $1, commodity: commodity, period: period].quantity
      }
    }
  }

  /// Flows that contracts, history or `max_decline` force, needed or not.
  private static func forcedFlows(_ instance: Instance, _ model: Model)
    -> IndexedArray<Commodity, Double>
  {
    var forced = IndexedArray<Commodity, Double>(repeating: 0, count: instance.commodities.count)
    for contract in instance.contracts {
      forced[contract.commodity] += contract.quantity * Double(contract.periods.count)
    }
    if model.history == .fix {
      for flow in instance.history { forced[flow.commodity] += flow.quantity }
    }
    if model.maxDecline != nil {
      for commodity in instance.commodities.indices {
        forced[commodity] += demand(of: commodity, instance)
      }
    }
    return forced
  }

  /// What producers make because of their minimums, or to use what is forced.
  private static func activityWithoutNeed(
    _ instance: Instance, _ forced: IndexedArray<Commodity, Double>
  ) -> IndexedArray<Process, Double> {
    var activity = instance.processes.mapped { process in
      process.inputs.reduce(0) { $0 + forced[$1.commodity] / $1.quantity }
    }
    for facility in instance.facilities {
      activity[facility.process] += facility.minimum.reduce(0, +)
    }
    return activity
  }
}

extension Model {
  /// Whether a goal requires money to be spent: then any amount can be useful.
  fileprivate var asksForSpending: Bool {
    goals.contains { goal in
      goal.kind.unit == .money && goal.bounds.contains { $0.direction == .atLeast }
    }
  }

  /// How much of each commodity goals can make useful to buy: as much as is needed of any commodity that counts
  /// instead of it; 0 if no goal counts it.
  fileprivate func wanted(
    _ need: IndexedArray<Commodity, Double>, in instance: Instance
  ) -> IndexedArray<Commodity, Double> {
    var wanted = need.mapped { _ in 0.0 }
    // Flows before a disruption can be larger than what is used of them.
    let isAgainstAny = goals.contains {
      !$0.kind.disruptions.isEmpty || $0.kind.attackBudget != nil
    }
    if risk != nil || isAgainstAny { wanted = need }
    // A commodity can count instead of another, and that one instead of a third.
    for _ in instance.commodities.indices {
      let before = wanted
      for goal in goals where goal.kind.addsGroup {
        for group in goal.commodities {
          goal.raise(&wanted, of: group, need, in: instance)
        }
      }
      if wanted == before { break }
    }
    return wanted
  }

  /// The factor by which goals can make more of a commodity useful than is used, at least 1.
  fileprivate var dilution: Double {
    goals.reduce(1) { most, goal in
      let targets = goal.bounds.flatMap { $0.target.values.compactMap(\.self) }
      switch goal.kind {
      case .reliance, .largestSource, .hhi:
        return targets.flatMap { [$0, 1 - $0] }.filter { $0 > 0 }.reduce(most) { max($0, 1 / $1) }
      case .plusOne(_, let sources):
        // What is bought beside the least of each source.
        return targets.flatMap { [$0, 1 - Double(sources) * $0] }.filter { $0 > 0 }
          .reduce(most) { max($0, 1 / $1) }
      case .cover:
        return targets.reduce(most) { max($0, $1 / 365) }
      case .service, .capex, .subsidy, .cost, .resilience:
        return most
      }
    }
  }

  /// The factor by which disruptions can make more capacity and larger flows useful, at least 1. For a disruption
  /// in a goal or in `risk`: the factors on demand, divided by those on capacity and flows. For the others, under
  /// which only a finished plan is stressed: the factors on demand.
  fileprivate func disruptionMargin(in instance: Instance) -> Double {
    let foreseen = Set(goals.flatMap(\.kind.disruptions) + (risk?.against ?? []))
    return instance.disruptions.indexed().reduce(1) { most, entry in
      max(most, entry.element.margin(isForeseen: foreseen.contains(entry.index)))
    }
  }
}

extension Goal.Kind {
  /// Whether a good of a group can count instead of another.
  fileprivate var addsGroup: Bool {
    switch self {
    case .reliance, .largestSource, .hhi, .plusOne, .cover: true
    case .service, .capex, .subsidy, .cost, .resilience: false
    }
  }
}

extension Goal {
  /// Raises what is wanted of each commodity of a group to what is needed or wanted of any of them, by value at the
  /// ratio of the prices.
  fileprivate func raise(
    _ wanted: inout IndexedArray<Commodity, Double>, of group: CommodityGroup,
    _ need: IndexedArray<Commodity, Double>, in instance: Instance
  ) {
    let most = group.members.map { (member: $0, amount: max(need[$0], wanted[$0])) }
    guard measure == .value else {
      let largest = most.map(\.amount).max() ?? 0
      for member in group.members { wanted[member] = largest }
      return
    }
    for period in periods {
      let prices = most.map { instance.commodities[$0.member].price[period] }
      let counted = zip(most, prices).filter { $0.1 > 0 }
      let worth = counted.map { $0.0.amount * $0.1 }.max() ?? 0
      for (entry, price) in counted {
        wanted[entry.member] = max(wanted[entry.member], worth / price)
      }
    }
  }
}

extension Disruption {
  fileprivate func margin(isForeseen: Bool) -> Double {
    effects.reduce(1) { margin, effect in
      switch effect.kind {
      case .demand: margin * max(1, effect.factor)
      case .production, .exports, .lane:
        isForeseen && effect.factor > 0 ? margin / effect.factor : margin
      case .stock: margin
      }
    }
  }
}
