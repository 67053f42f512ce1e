import Formulation
import GLPKSolver
import LinearProgramming
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

  /// WEST has a stock of fuel for `smash` and of oil for `storm`; in `dry` either can serve EAST. Oil has no price.
  private static let fuelFromOil = [
    "commodities.csv": "commodity,unit,price\noil,t,\nfuel,t,20\n",
    "groups.csv": "group,commodity\nliquid,oil\n",
    "processes.csv": "process,stage,output\nwell,well,oil\nrefine,refinery,fuel\n",
    "recipes.csv": "process,commodity,role,quantity\nrefine,oil,input,1\n",
    "facilities.csv": """
    facility,process,region,capacity,unit_cost
    east-well,well,EAST,120,1
    west-well,well,WEST,240,1
    east-refinery,refine,EAST,120,1
    west-refinery,refine,WEST,120,1

    """,
    "demands.csv":
      "region,commodity,period,quantity,shortage_cost\n*,fuel,*,120,100\nWEST,oil,*,120,100\n",
    "stockpiles.csv": """
    stockpile,region,commodity,initial,capacity,holding_cost
    west-oil,WEST,oil,0,500,0.5
    west-fuel,WEST,fuel,0,500,0.5

    """,
    "disruptions.csv": """
    disruption,effect,region,process,factor,months
    smash,production,EAST,refine,0,12
    storm,production,WEST,well,0,12
    dry,production,EAST,well,0,12

    """,
  ]

  @Test("which good is given does not depend on units, and goods with a price are kept first")
  func otherUnits() throws {
    for factor in [1.0, 1000] {
      let sizing = try BuyListTests.sizing(
        restated: Restatement(quantities: ["oil": factor]), also: Self.fuelFromOil)
      let (sizes, all) = try transfers(sizing, .pooled)
      #expect(sizes.isReached)
      let given = { (disruption: Int, good: CommodityIndex) in
        all[disruption].filter { $0.commodity == good }.reduce(0) { $0 + $1.quantity }
      }
      #expect(abs(given(0, 1) - 90) < 1e-3)
      #expect(abs(given(2, 0) - 90 * factor) < 1e-3 * factor, "\(factor): \(given(2, 0))")
      #expect(given(2, 1) < 1e-3)
    }
  }

  @Test("stocks that are not sized can be given too")
  func notSized() throws {
    var files = Self.fuelFromOil
    files["stockpiles.csv"] = """
      stockpile,region,commodity,initial,capacity,holding_cost
      west-oil,WEST,oil,0,500,0.5
      west-fuel,WEST,fuel,200,500,0.5

      """
    let sizing = try BuyListTests.sizing(of: [0], also: files)
    let (sizes, all) = try transfers(sizing, .pooled)
    #expect(sizes.levels.count == 1)
    #expect(all[0].allSatisfy { $0.commodity == 1 && $0.from == 1 && $0.to == 0 })
    #expect(abs(all[0].reduce(0) { $0 + $1.quantity } - 90) < 1e-3)
    try checkWindows(sizing, sizes)
  }

  /// Solves each window in a new program in which sizes and draws are fixed: it must have a point. So the draws keep
  /// the balance and the limits of every stockpile, and the service level is reached with them.
  private func checkWindows(_ sizing: StockpileSizing, _ sizes: StockpileSizes) throws {
    let stress = sizing.stress
    var options = stress.options
    options.sharing = Sharing(mode: sizes.mode, members: sizing.members)
    let plan = PlanReference(
      instance: stress.instance, model: stress.model, plan: stress.plan, period: stress.period)
    try #require(sizes.isReached && !sizes.uses.isEmpty)
    for (disruption, use) in zip(sizing.disruptions, sizes.uses) {
      let draws = try #require(use).draws
      let window = SizingProgram(
        plan: plan, options: options, disruptions: [disruption], service: sizing.service - 1e-6,
        outsidersLoss: [.infinity], commodities: sizing.commodities)
      let block = try #require(window.blocks.first)
      let solution = try GLPKSolver().withSession(window.program) { session in
        for (size, level) in zip(window.sizes, sizes.levels) {
          let room = 1e-5 * max(1, level.quantity)
          try session.setBounds(size.column, lower: 0, upper: level.quantity + room)
        }
        let fix = { (column: Column, stockpile: StockpileIndex, region: RegionIndex, month: Int) in
          let rate = draws.filter {
            $0.stockpile == stockpile && $0.destination == region && $0.month == month
          }.reduce(0) { $0 + 12 * $1.quantity }
          let room = 1e-5 * max(1, rate)
          try session.setBounds(column, lower: max(0, rate - room), upper: rate + room)
        }
        for draw in block.draws {
          let owner = stress.instance.stockpiles[draw.stockpile].region
          try fix(draw.column, draw.stockpile, owner, draw.month)
        }
        for draw in block.sharedDraws {
          try fix(draw.column, draw.stockpile, draw.destination, draw.month)
        }
        return try session.solve(.standard)
      }
      #expect(solution.isOptimal, "\(sizes.mode) \(disruption.id): \(solution.termination)")
    }
  }

  @Test(
    "with what is drawn and given every member is served, within the stocks and the quota",
    arguments: [1, 2, 3, 5, 6, 7])
  func windows(seed: Int) throws {
    var network = StockedNetwork(seed: seed)
    // A second stockpile of a commodity in one region, from which little can be drawn.
    var second = network.instance.stockpiles[0]
    (second.id, second.releaseLimit, second.holdingCost) = ("second", 20, 0.05)
    network.instance.stockpiles.append(second)
    let sizing = StockpileSizing(
      stress: try SharingLawTests.runner(network), members: network.members,
      disruptions: network.instance.disruptions, service: 0.9)
    for mode in [Sharing.Mode.own, .pooled, .quota(0.3)] {
      let (sizes, all) = try transfers(sizing, mode)
      try checkWindows(sizing, sizes)
      #expect(mode != .own || all.allSatisfy(\.isEmpty))
    }
  }
}
