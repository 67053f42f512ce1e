import GLPKSolver
import Scenarios
import Sourcing
import TestSupport
import Testing

/// What members give each other from stocks of the sizes found.
struct TransferTests {
  private func transfers(_ sizing: StockpileSizing, _ mode: Sharing.Mode) throws -> (
    sizes: StockpileSizes, all: [[StockpileUse.Transfer]]
  ) {
    let sizes = try sizing.sizes(under: [mode], findsUses: true)[0]
    return (
      sizes, try sizes.uses.map { try #require($0).transfers(in: sizing.stress.instance) }
    )
  }

  @Test("a member uses its own stock first, and gets the rest from the other")
  func ownStockFirst() throws {
    let sizing = try BuyListTests.sizing(of: [0])
    let (sizes, all) = try transfers(sizing, .pooled)
    let stocks = sizes.levels.map(\.quantity)
    // 90 units in all; each member holds the half.
    for stock in stocks { #expect(abs(stock - 45) < 1e-3) }
    for (disruption, from) in [(0, RegionIndex(1)), (1, 1), (2, 0)] {
      #expect(all[disruption].allSatisfy { $0.from == from && $0.to != from })
      let sum = all[disruption].reduce(0) { $0 + $1.quantity }
      #expect(abs(sum - 45) < 1e-3, "\(sum)")
      let use = try #require(sizes.uses[disruption])
      let own = use.draws.filter {
        sizing.stress.instance.stockpiles[$0.stockpile].region == $0.destination
      }.reduce(0) { $0 + $1.quantity }
      #expect(abs(own - 45) < 1e-3, "\(own)")
    }
    // Gas and coal are not sized: EAST's stock of gas serves nobody else.
    #expect(all[3].isEmpty && all[4].isEmpty)
    #expect(try transfers(sizing, .own).all.allSatisfy(\.isEmpty))
  }

  @Test(
    "of each good and month what is given is what is received, and no more than the giver's stock",
    arguments: [1, 2, 3, 5, 6, 7])
  func balance(seed: Int) throws {
    let network = StockedNetwork(seed: seed)
    let sizing = StockpileSizing(
      stress: try SharingLawTests.runner(network), members: network.members,
      disruptions: network.instance.disruptions, service: 0.9)
    let stockpiles = network.instance.stockpiles
    for mode in [Sharing.Mode.pooled, .quota(0.3)] {
      let (sizes, all) = try transfers(sizing, mode)
      for (use, transfers) in zip(sizes.uses, all) {
        let use = try #require(use)
        for commodity in network.instance.commodities.indices {
          let largest =
            use.draws.filter { stockpiles[$0.stockpile].commodity == commodity }
            .map(\.quantity).max() ?? 0
          for month in 1...6 {
            // Given: out of stockpiles, for regions that do not own them. Received: the rows of the transfers.
            let given = use.draws.filter {
              let stockpile = stockpiles[$0.stockpile]
              return stockpile.commodity == commodity && $0.month == month
                && stockpile.region != $0.destination
            }.reduce(0) { $0 + $1.quantity }
            let received = transfers.filter { $0.commodity == commodity && $0.month == month }
              .reduce(0) { $0 + $1.quantity }
            #expect(abs(given - received) <= 1e-5 * max(1e-9, largest))
          }
        }
        for level in sizes.levels {
          let drawn = use.draws.filter { $0.stockpile == level.stockpile }
          let shared = drawn.filter {
            $0.destination != stockpiles[level.stockpile].region
          }.reduce(0) { $0 + $1.quantity }
          let room = 1e-5 * max(1, level.quantity)
          #expect(drawn.reduce(0) { $0 + $1.quantity } <= level.quantity + room)
          if mode == .quota(0.3) { #expect(shared <= 0.3 * level.quantity + room) }
        }
      }
    }
  }
}
