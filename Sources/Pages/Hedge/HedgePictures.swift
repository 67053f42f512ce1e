import Analysis
import Charts
import Reporting
import Sourcing
import Studies

/// The pictures of orders for many worlds: the regret in each world, and what to order now and later.
struct HedgePictures {
  private let answer: HedgeAnswer
  private var hedge: Hedge { answer.hedge }
  private var words: HedgePageWords { answer.words }

  /// The most worlds, projects and options that are drawn.
  private static let most = (worlds: 60, projects: 30, options: 20)

  init(_ answer: HedgeAnswer) { self.answer = answer }

  /// The most important first.
  var all: [Picture] { [orders, regrets, others].compactMap(\.self) }

  // MARK: Regret in each world

  /// What each world pays beyond its own best plan; nil if no orders are common, or with one world.
  private var regrets: Picture? {
    guard words.until != nil, hedge.worlds.count > 1 else { return nil }
    let own = hedge.regretsOfOwnOrders
    let marked = answer.deciding.isEmpty ? Set(hedge.worst.map(\.name)) : answer.deciding
    let rows = hedge.worlds.enumerated().map { place, world in
      WorldRegrets.Row(
        world: world.name, ownCost: world.ownCost, cost: world.cost, regret: world.regret,
        ownOrdersRegret: own?[place],
        decides: marked.contains(world.name))
    }
    let ranked = rows.enumerated()
      .sorted { (-$0.element.regret, $0.offset) < (-$1.element.regret, $1.offset) }
      .map(\.element)
    let shown = Array(ranked.prefix(Self.most.worlds))
    return WorldRegrets.picture(
      of: shown,
      words: WorldRegrets.Words(
        deciding: answer.deciding.isEmpty ? "the largest regret" : "a deciding world",
        ownOrders: own == nil ? nil : "orders of the plan for “\(words.asIs)”",
        money: words.unit,
        sentence: sentence(own ?? [])
          + RowLimit.largest.rest(shown.count, of: ranked.count, "regrets", in: "regrets.csv")))
  }

  private func sentence(_ own: [Double?]) -> String {
    let worst = hedge.worst.map(\.name)
    let start =
      worst.isEmpty
      ? "In no world do the orders found cost more than its own best plan."
      : "\(words.list(worst, most: 3)) \(worst.count == 1 ? "pays" : "pay") most for the orders found: "
        + "\(words.money(hedge.worstRegret)) more than with \(worst.count == 1 ? "its own best plan" : "their own best plans")."
    let regrets = zip(hedge.worlds.map(\.name), own)
    let impossible = own.count { $0 == nil }
    let name = "the orders of the option's plan for “\(words.asIs)”"
    guard !own.isEmpty else { return start }
    if impossible > 0 {
      return "\(start) With \(name) \(words.worlds(impossible)) would have no plan."
    }
    guard let most = regrets.max(by: { $0.1 ?? 0 < $1.1 ?? 0 }), let regret = most.1,
      answer.isSeen(regret)
    else { return start }
    return "\(start) With \(name) it is up to \(NumberText.amount(regret)), in “\(most.0)”."
  }

  // MARK: Orders

  /// What to order now and what later, by project: those that cost most to build now come first.
  private var orders: Picture? {
    let outlay = { (orders: [Hedge.Order]) in orders.reduce(0) { $0 - hedge.outlay(of: $1) } }
    let ranked = hedge.orders.map(\.project).uniqued()
      .map { project in hedge.orders.filter { $0.project == project } }
      .sorted { a, b in
        let (now, then) = (a.filter(\.isCommon), b.filter(\.isCommon))
        return (now.isEmpty ? 1 : 0, outlay(now), outlay(a))
          < (then.isEmpty ? 1 : 0, outlay(then), outlay(b))
      }
    let shown = ranked.prefix(Self.most.projects).joined()
    let title =
      words.until.map {
        words.hasLater ? "What to order up to \($0), and what later" : "What to order"
      } ?? "What to order in each world"
    return WorldOrders.picture(
      of: shown.map { order in
        WorldOrders.Row(
          project: words.instance.projects[order.project].id,
          name: "\(words.project(order.project)), \(words.unit(of: order.project))",
          period: words.instance.horizon[order.period].label, capacity: order.capacity,
          isCommon: order.isCommon, least: order.least, greatest: order.greatest)
      },
      periods: WorldOrders.Periods(
        labels: words.periods, until: words.hasLater ? words.until : nil), title: title,
      sentence: sentence(on: Array(ranked.joined()))
        + RowLimit.some.rest(shown.count, of: hedge.orders.count, "orders", in: "hedge.csv"))
  }

  /// The largest order now, and the largest later one.
  private func sentence(on orders: [Hedge.Order]) -> String {
    let largest = { (orders: [Hedge.Order]) in
      orders.max { hedge.outlay(of: $0) < hedge.outlay(of: $1) }
    }
    let name = { (order: Hedge.Order) in
      "\(words.project(order.project)) in \(words.instance.horizon[order.period].label)"
    }
    let now = largest(hedge.commonOrders).map { order in
      "What costs most to build now is \(name(order)): \(NumberText.amount(order.capacity)) \(words.unit(of: order.project))."
    }
    let later = largest(hedge.laterOrders).map { order in
      "The largest order that waits is \(name(order)): \(NumberText.amount(order.least)) to \(NumberText.amount(order.greatest)) "
        + "\(words.unit(of: order.project)), depending on the world, \(NumberText.amount(order.capacity)) expected."
    }
    return [now, later, "Each project has a scale of its own."].compactMap(\.self)
      .joined(separator: " ")
  }

  // MARK: Other orders

  /// What it would come to if more were decided now, or if the orders were those of a plan that knows only one world.
  private var others: Picture? {
    guard let until = words.until, hedge.worlds.count > 1 else { return nil }
    let isOfRegret = hedge.question.criterion == .regret
    let proven = { (isProven: Bool) in isProven ? "true" : "false" }
    var common = [
      OtherOrders.Common(
        name: words.hasLater ? "the orders found, up to \(until)" : "the orders found",
        common: "until", value: hedge.value, proven: proven(hedge.isProven))
    ]
    if words.hasLater, let all = hedge.allCommon {
      common.append(
        OtherOrders.Common(
          name: "orders of all periods decided now", common: "all",
          value: all.value, proven: proven(all.isProven)))
    }
    let own = hedge.fixedOrders.prefix(Self.most.options).map { own in
      OtherOrders.Own(
        name: own.option.map { "the orders of \($0), planned for “\(words.asIs)” alone" }
          ?? "nothing, up to \(until)",
        option: own.option ?? HedgeTexts.nothing,
        value: isOfRegret ? own.worstRegret : own.expectedCost,
        worldsWithoutPlan: own.isCompared ? own.impossible.count : nil,
        ordersOtherProjects: !own.foreign.isEmpty)
    }
    return OtherOrders.picture(
      of: common, own: Array(own),
      figure: OtherOrders.Figure(
        column: isOfRegret ? "worst_regret" : "expected_cost",
        title: "\(words.criterion), \(words.unit)",
        hasZero: isOfRegret),
      sentence: otherSentence
        + RowLimit.first.rest(
          own.count, of: hedge.fixedOrders.count, "options", in: "hedge_options.csv"))
  }

  private var otherSentence: String {
    let isOfRegret = hedge.question.criterion == .regret
    let start = "With the orders found the \(words.criterion) is \(words.money(hedge.value))"
    let known = (hedge.ownOrders ?? []).compactMap { own in
      (isOfRegret ? own.worstRegret : own.expectedCost).map { (own.option ?? "", $0) }
    }
    guard let best = known.min(by: { $0.1 < $1.1 }) else { return "\(start)." }
    return
      "\(start); of the plans that know only “\(words.asIs)”, the orders of \(best.0) come nearest: "
      + "\(NumberText.amount(best.1)). In all but orders up to \(words.until ?? "") the worlds follow “\(words.option)”."
  }
}
