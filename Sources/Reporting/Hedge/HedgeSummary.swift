public import Foundation
import Sourcing
public import Studies

/// What `hedge --format json` prints.
public struct HedgeSummary: DescribedJSON, Sendable {
  /// How the search ended.
  enum Status: String {
    /// Common orders were found.
    case found
    /// No common orders are possible in all worlds.
    case noCommonOrders = "no_common_orders"
    /// No world has a plan of its own.
    case noPlan = "no_plan"
  }

  /// An order.
  struct Order: DescribedJSON, Codable, Sendable {
    var project: String
    var period: String
    var capacity: Double
    var common: Bool
    var least: Double
    var greatest: Double

    enum CodingKeys: String, CodingKey, CaseIterable {
      case project, period, capacity, common, least, greatest
    }
    static let objectTitle = "Order for many worlds"
  }

  /// A world with the common orders.
  struct World: DescribedJSON, Codable, Sendable {
    var world: String
    var probability: Double
    var ownCost: Double
    var hedgeCost: Double
    var regret: Double
    @Nullable var ownOrdersRegret: Double?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case world, probability, ownCost, hedgeCost, regret, ownOrdersRegret
    }
    static let objectTitle = "World with common orders"
  }

  /// A world and what is different in it.
  struct ChangedWorld: DescribedJSON, Codable, Sendable {
    var world: String
    var changes: [String]

    enum CodingKeys: String, CodingKey, CaseIterable { case world, changes }
    static let objectTitle = "World and what is different in it"
  }

  /// The value of the criterion if some orders are common.
  struct Commitment: DescribedJSON, Codable, Sendable {
    var common: String
    @Nullable var value: Double?
    var proven: Bool

    enum CodingKeys: String, CodingKey, CaseIterable { case common, value, proven }
    static let objectTitle = "Value of waiting"
  }

  /// How the own orders of an option would have fared.
  struct OptionEntry: DescribedJSON, Codable, Sendable {
    var option: String
    @Nullable var worstRegret: Double?
    @Nullable var expectedCost: Double?
    @Nullable var worldsWithoutPlan: [String]?
    @Nullable var worstWorld: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case option, worstRegret, expectedCost, worldsWithoutPlan, worstWorld
    }
    static let objectTitle = "Own orders of an option"
  }

  private var study: String
  private var instance: String
  private var option: String
  @Nullable private var until: String?
  private var minimise: String
  private var status: String
  private var orders: [Order] = []
  @Nullable private var worstRegret: Double?
  private var worstWorlds: [String] = []
  @Nullable private var expectedCost: Double?
  @Nullable private var expectedOwnCost: Double?
  @Nullable private var valueOfKnowing: Double?
  @Nullable private var bound: Double?
  private var proven = true
  private var waiting: [Commitment] = []
  private var worlds: [World] = []
  private var leftOut: [String] = []
  @Nullable private var deciding: [ChangedWorld]?
  @Nullable private var options: [OptionEntry]?
  private var conflict: [ChangedWorld] = []

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case study, instance, option, until, minimise, status, orders, worstRegret, worstWorlds
    case expectedCost, expectedOwnCost, valueOfKnowing, bound, proven, waiting, worlds, leftOut
    case deciding, options, conflict
  }
  package static let objectTitle = "What to order now"

  /// The figures of what was found.
  ///
  /// - Parameters:
  ///   - result: what was found.
  ///   - question: what was asked.
  public init(_ result: HedgeResult, of question: HedgeQuestion) {
    let words = HedgeWords(question)
    let changes = WorldChanges(question.study)
    let changed = { (world: String) in
      ChangedWorld(world: world, changes: changes.texts(of: world))
    }
    study = question.study.name
    instance = question.study.variations[0].instance.name
    option = question.study.options[question.option].name
    minimise = question.criterion.rawValue
    status =
      switch result {
      case .found: Status.found.rawValue
      case .noCommonOrders: Status.noCommonOrders.rawValue
      case .noPlan: Status.noPlan.rawValue
      }
    until = words.until
    switch result {
    case .found(let hedge):
      fill(with: hedge)
      deciding = hedge.deciding?.map(changed)
    case .noCommonOrders(let worlds, let leftOut):
      conflict = worlds.map(changed)
      self.leftOut = leftOut.map(\.name)
    case .noPlan: break
    }
  }

  private mutating func fill(with hedge: Hedge) {
    orders = hedge.orders.map {
      Order(
        project: hedge.instance.projects[$0.project].id,
        period: hedge.instance.horizon[$0.period].label, capacity: $0.capacity,
        common: $0.isCommon, least: $0.least, greatest: $0.greatest)
    }
    worstRegret = hedge.worstRegret
    worstWorlds = hedge.worst.map(\.name)
    expectedCost = hedge.expectedCost
    expectedOwnCost = hedge.expectedOwnCost
    valueOfKnowing = hedge.valueOfKnowing
    bound = HedgeWords.bound(of: hedge)
    proven = hedge.isProven
    waiting = Self.waiting(of: hedge)
    let own = hedge.regretsOfOwnOrders
    worlds = hedge.worlds.enumerated().map { place, world in
      World(
        world: world.name, probability: world.probability, ownCost: world.ownCost,
        hedgeCost: world.cost, regret: world.regret, ownOrdersRegret: own?[place])
    }
    leftOut = hedge.leftOut.map(\.name)
    options = hedge.ownOrders.map { _ in hedge.fixedOrders }?.map {
      OptionEntry(
        option: $0.option ?? HedgeTexts.nothing, worstRegret: $0.worstRegret,
        expectedCost: $0.expectedCost,
        worldsWithoutPlan: $0.isCompared ? $0.impossible : nil,
        worstWorld: hedge.worstWorld(of: $0)?.name)
    }
  }

  /// The value of the criterion by which orders are the same in all worlds.
  static func waiting(of hedge: Hedge) -> [Commitment] {
    [
      Commitment(common: "none", value: hedge.valueWithoutCommonOrders, proven: true),
      Commitment(common: "until", value: hedge.value, proven: hedge.isProven),
    ]
      + (hedge.allCommon.map {
        [Commitment(common: "all", value: $0.value, proven: $0.isProven)]
      } ?? [])
  }

  /// The JSON text.
  ///
  /// - Throws: `EncodingError`.
  public func json() throws -> Data { try snakeCaseJSON(self) }
}
