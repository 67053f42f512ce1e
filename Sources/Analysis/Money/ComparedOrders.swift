/// What a plan orders of one project, beside what the plan without goals orders of it.
public struct ComparedOrders: Sendable {
  /// One of the orders, for what is the same in all of them.
  private let project: PlacedOrder
  /// The orders of the plan, by period.
  public let orders: [PlacedOrder]
  /// The orders of the plan without goals, by period.
  public let ordersWithoutGoals: [PlacedOrder]
  /// Capacity that both plans order, but the plan in an earlier period; units of main output a year.
  public let earlier: Double
  /// Capacity that both plans order, but the plan in a later period; units of main output a year.
  public let later: Double

  /// Id of the project.
  public var id: String { project.project }
  /// Id of the region of the project.
  public var region: String { project.region }
  /// Id of its programme; nil without one.
  public var programme: String? { project.programme }
  /// Id of the region that pays the programme; nil without a programme.
  public var payer: String? { project.payer }
  /// The share of capex that the programme pays, from 0 to 1; 0 without a programme.
  public var supportedShare: Double {
    let all = orders + ordersWithoutGoals
    return PlanDifference.ratio(all.reduce(0) { $0 + $1.support }, all.reduce(0) { $0 + $1.outlay })
  }

  /// Σ b[p,t] over the orders, units of main output a year.
  public var capacity: PlanDifference { PlanDifference(orders, ordersWithoutGoals, \.capacity) }
  /// Σ (capex(p)·b + fixed(p)·y) over the orders, undiscounted money.
  public var outlay: PlanDifference { PlanDifference(orders, ordersWithoutGoals, \.outlay) }
  /// The part of ``outlay`` that the programme pays, undiscounted money.
  public var support: PlanDifference { PlanDifference(orders, ordersWithoutGoals, \.support) }

  /// Whether both plans order the same capacity in the same periods.
  public var isSame: Bool { capacity.difference == 0 && !isMoved }
  /// Whether some capacity is ordered in both plans, but in different periods.
  public var isMoved: Bool { earlier > 0 || later > 0 }
}

extension ComparedOrders {
  /// All projects that one of two plans orders: first those of which the plans order different capacities, by the
  /// size of the difference in ``outlay``, then those ordered in other periods, then those ordered in the same way, by
  /// ``outlay``; equal ones by id.
  ///
  /// - Parameters:
  ///   - orders: the orders of the plan.
  ///   - other: the orders of the plan without goals.
  ///   - periods: the labels of all periods, in order.
  public static func all(
    _ orders: [PlacedOrder], withoutGoals other: [PlacedOrder], periods: [String]
  ) -> [ComparedOrders] {
    let places = Dictionary(
      periods.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let (mine, others) = (byProject(orders), byProject(other))
    let ids = Set(mine.keys).union(others.keys).sorted()
    let compared = ids.compactMap {
      ComparedOrders(mine[$0] ?? [], others[$0] ?? [], places: places)
    }
    return compared.map { (rank: $0.rank, orders: $0) }
      .sorted { $0.rank < $1.rank }.map(\.orders)
  }

  private static func byProject(_ orders: [PlacedOrder]) -> [String: [PlacedOrder]] {
    Dictionary(grouping: orders, by: \.project)
  }

  private init?(
    _ orders: [PlacedOrder], _ other: [PlacedOrder], places: [String: Int]
  ) {
    guard let project = orders.first ?? other.first else { return nil }
    self.project = project
    let place = { (order: PlacedOrder) in places[order.ordered] ?? 0 }
    self.orders = orders.sorted { place($0) < place($1) }
    ordersWithoutGoals = other.sorted { place($0) < place($1) }
    let moved = Self.moved(
      self.orders.map { (place($0), $0.capacity) },
      ordersWithoutGoals.map { (place($0), $0.capacity) })
    let least =
      PlanDifference.tolerance
      * max(orders.reduce(0) { $0 + $1.capacity }, other.reduce(0) { $0 + $1.capacity })
    earlier = moved.earlier > least ? moved.earlier : 0
    later = moved.later > least ? moved.later : 0
  }

  /// Capacity that both plans order in different periods. Capacity that both order in the same period stays in
  /// place; of the rest, what is ordered first in one plan is compared with what is ordered first in the other.
  private static func moved(
    _ orders: [(period: Int, capacity: Double)], _ other: [(period: Int, capacity: Double)]
  ) -> (earlier: Double, later: Double) {
    var (mine, others) = (orders, other)
    for a in mine.indices {
      for b in others.indices where mine[a].period == others[b].period {
        let common = min(mine[a].capacity, others[b].capacity)
        mine[a].capacity -= common
        others[b].capacity -= common
      }
    }
    var (earlier, later, place) = (0.0, 0.0, 0)
    for order in mine {
      var left = order.capacity
      while left > 0, place < others.count {
        let common = min(left, others[place].capacity)
        if order.period < others[place].period { earlier += common } else { later += common }
        left -= common
        others[place].capacity -= common
        if others[place].capacity <= 0 { place += 1 }
      }
    }
    return (earlier, later)
  }

  /// The place in the order of ``all(_:withoutGoals:periods:)``.
  private var rank: (Int, Double, String) {
    if capacity.difference != 0 { return (0, -abs(outlay.difference), id) }
    return (isMoved ? 1 : 2, -outlay.plan, id)
  }
}
