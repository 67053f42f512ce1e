import TestSupport
import Testing

@testable import Analysis

@Suite("Orders beside those of the plan without goals")
struct ComparedOrdersTests {
  private static let periods = ["2024", "2025", "2026", "2027"]

  private static func order(
    _ project: String, _ period: Int, _ capacity: Double, payer: String? = nil
  ) -> PlacedOrder {
    PlacedOrder(
      project: project, region: "A", programme: payer.map { "fund-\($0)" }, payer: payer,
      ordered: periods[period], ready: nil, capacity: capacity, outlay: 3 * capacity,
      support: payer == nil ? 0 : capacity)
  }

  private static func compare(_ orders: [PlacedOrder], _ other: [PlacedOrder]) -> [ComparedOrders] {
    ComparedOrders.all(orders, withoutGoals: other, periods: periods)
  }

  @Test("what both plans order in the same period is not due to the goals")
  func inPlace() throws {
    let found = Self.compare(
      [Self.order("p", 0, 5), Self.order("p", 2, 7)], [Self.order("p", 2, 7)])
    let it = try #require(found.first)
    #expect(found.count == 1)
    #expect(it.capacity.difference == 5 && it.outlay.difference == 15)
    #expect(!it.isMoved && !it.isSame)
  }

  @Test("the same capacity in another period is moved, and not due to the goals")
  func moved() throws {
    let late = [Self.order("p", 3, 4)]
    let early = [Self.order("p", 1, 4)]
    let earlier = try #require(Self.compare(early, late).first)
    #expect(earlier.earlier == 4 && earlier.later == 0)
    #expect(earlier.capacity.difference == 0 && !earlier.isSame)
    let later = try #require(Self.compare(late, early).first)
    #expect(later.earlier == 0 && later.later == 4)
  }

  @Test("capacity beyond what moved is due to the goals")
  func movedAndMore() throws {
    let it = try #require(Self.compare([Self.order("p", 0, 10)], [Self.order("p", 2, 6)]).first)
    #expect(it.earlier == 6 && it.later == 0)
    #expect(it.capacity.difference == 4)
  }

  @Test("the project with the largest difference comes first, then moved ones, then equal ones")
  func sorted() {
    let same: [PlacedOrder] = [
      Self.order("same-b", 0, 60), Self.order("same-a", 0, 60),
    ]
    let mine: [PlacedOrder] = [
      Self.order("small", 0, 1), Self.order("large", 0, 9), Self.order("moved", 0, 50),
      Self.order("same-c", 0, 70),
    ]
    let others: [PlacedOrder] = [
      Self.order("left-out", 1, 5), Self.order("moved", 1, 50), Self.order("same-c", 0, 70.0000001),
    ]
    let found = Self.compare(mine + same, others + same)
    #expect(
      found.map(\.id)
        == ["large", "left-out", "small", "moved", "same-c", "same-a", "same-b"])
    #expect(found.map(\.isSame) == [false, false, false, false, true, true, true])
    #expect(found[1].capacity.difference == -5)
  }

  @Test("the two plans exchanged give the opposite", arguments: UInt64(1)...200)
  func opposite(seed: UInt64) {
    var random = Generator(seed: seed)
    let orders = { (random: inout Generator) in
      (0..<4).compactMap { period in
        random.next(below: 3) == 0
          ? nil : Self.order("p", period, Double(random.next(below: 5)) + 1)
      }
    }
    let (mine, others) = (orders(&random), orders(&random))
    let forth = Self.compare(mine, others).first
    let back = Self.compare(others, mine).first
    #expect((forth == nil) == (mine.isEmpty && others.isEmpty))
    guard let forth, let back else { return }
    #expect(forth.earlier == back.later && forth.later == back.earlier)
    #expect(forth.capacity.difference == -back.capacity.difference)
    // In place, moved and due make up the whole capacity.
    let inPlace = mine.reduce(0) { sum, order in
      sum + min(order.capacity, others.first { $0.ordered == order.ordered }?.capacity ?? 0)
    }
    let common = inPlace + forth.earlier + forth.later
    #expect(common == min(forth.capacity.plan, forth.capacity.withoutGoals))
  }

  @Test("the share of the payer is that of the support, and support is added up by payer")
  func support() throws {
    let orders = [
      Self.order("p", 0, 6, payer: "J"), Self.order("q", 0, 3, payer: "J"),
      Self.order("r", 1, 2, payer: "A"), Self.order("s", 1, 8),
    ]
    let compared = Self.compare(orders, [])
    for it in compared { #expect(it.supportedShare == (it.id == "s" ? 0 : 1.0 / 3)) }
    #expect(compared.count == 4)
    let sums = PayerSupport.all(of: orders)
    #expect(
      sums == [PayerSupport(payer: "A", support: 2), PayerSupport(payer: "J", support: 9)])
    let other = [PayerSupport(payer: "J", support: 4), PayerSupport(payer: "U", support: 1)]
    let pairs = PayerSupport.compared(sums, withoutGoals: other)
    #expect(pairs.map(\.payer) == ["A", "J", "U"])
    #expect(pairs.map(\.support.difference) == [2, 5, -1])
  }
}

/// Random numbers from a seed.
private struct Generator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next(below limit: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % limit
  }
}
