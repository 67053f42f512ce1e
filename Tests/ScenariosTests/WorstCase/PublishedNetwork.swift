import Sourcing
import TestSupport

/// A flow network whose arcs an adversary can cut, as an instance: each good at each node is a commodity, and each arc is
/// a region that makes the good at its head from the good at its tail. Sources, sinks and the price of flow are at home.
///
/// The cost of flow is a shortage: using an arc takes tolls, of which home wants as many as there are, for 1 each.
struct PublishedNetwork {
  struct Arc {
    var tail: String
    var head: String
    /// Most flow of all goods together.
    var capacity: Double
    /// The cost of a unit of each good, in the order of the goods.
    var costs: [Double]

    init(_ tail: String, _ head: String, _ capacity: Double, costs: [Double] = [0]) {
      (self.tail, self.head, self.capacity, self.costs) = (tail, head, capacity, costs)
    }

    var name: String { "region:\(tail)-\(head)" }
  }

  /// What enters or leaves the network at a node.
  struct Terminal {
    var node: String
    /// The place of the good.
    var good = 0
    var quantity: Double
  }

  private(set) var instance = Instance(
    name: "network", horizon: Horizon(years: 2030...2030, discountRate: 0))
  private let home: RegionIndex
  private var places: [String: [CommodityIndex]] = [:]
  private var tolls: CommodityIndex?

  /// - Parameter lacking: what a unit of a good that does not arrive costs.
  init(_ arcs: [Arc], from sources: [Terminal], to sinks: [Terminal], lacking: Double) {
    home = instance.addRegion("home", isHome: true)
    let goods = arcs[0].costs.indices
    for node in arcs.flatMap({ [$0.tail, $0.head] }) where places[node] == nil {
      places[node] = goods.map { instance.addCommodity("good-\($0)-at-\(node)", unit: "t") }
    }
    addTolls(arcs)
    for arc in arcs { add(arc) }
    for source in sources {
      let process = instance.addProcess(
        "supply-\(source.good)-\(source.node)", output: place(source))
      instance.addFacility(
        "from-\(source.good)-\(source.node)", process: process, region: home,
        capacity: source.quantity, unitCost: 0)
    }
    instance.setLanes(Lane())
    for sink in sinks {
      instance.setDemand(
        of: place(sink), in: home, quantity: sink.quantity, shortageCost: lacking)
    }
  }

  private func place(_ terminal: Terminal) -> CommodityIndex {
    places[terminal.node, default: []][terminal.good]
  }

  /// As many tolls as the dearest use of all arcs takes.
  private mutating func addTolls(_ arcs: [Arc]) {
    let most = arcs.reduce(0) { $0 + $1.capacity * ($1.costs.max() ?? 0) }
    guard most > 0 else { return }
    let commodity = instance.addCommodity("toll", unit: "t")
    let mint = instance.addProcess("mint", output: commodity)
    instance.addFacility("mint", process: mint, region: home, capacity: most, unitCost: 0)
    instance.setDemand(of: commodity, in: home, quantity: most, shortageCost: 1)
    tolls = commodity
  }

  private mutating func add(_ arc: Arc) {
    let id = "\(arc.tail)-\(arc.head)"
    let region = instance.addRegion(id)
    let (tails, heads) = (places[arc.tail, default: []], places[arc.head, default: []])
    for (good, cost) in arc.costs.enumerated() {
      var inputs = [Process.Term(commodity: tails[good], quantity: 1)]
      if let tolls, cost > 0 { inputs.append(.init(commodity: tolls, quantity: cost)) }
      let process = instance.addProcess(
        "carry-\(good)-\(id)", output: heads[good], inputs: inputs)
      instance.addFacility(
        "arc-\(good)-\(id)", process: process, region: region, capacity: arc.capacity, unitCost: 0)
    }
    if arc.costs.count > 1 {
      // All goods share the capacity of the arc.
      instance.quotas.append(
        Quota(
          id: id, commodities: heads.sorted(), origins: [region],
          destinations: Array(instance.regions.indices), quantity: arc.capacity))
    }
  }
}

/// The four networks of the Pyomo Gallery's examples of network interdiction, with the answers that are printed there.
struct PublishedInterdiction {
  var name: String
  var network: PublishedNetwork
  /// The loss after 0, 1 and 2 cuts.
  var losses: [Double]
  /// An arc, and a pair of arcs, that cost most.
  var worst: [Set<String>]

  private typealias Arc = PublishedNetwork.Arc

  private static func arcs(_ numbers: [(capacity: Double, cost: Double)]) -> [Arc] {
    let ends = [
      ("Start", "B"), ("Start", "C"), ("C", "B"), ("B", "End"), ("C", "D"), ("D", "End"),
    ]
    return zip(ends, numbers).map { Arc($0.0, $0.1, $1.capacity, costs: [$1.cost]) }
  }

  static let all = [
    // The largest flow is 80, 10 and 0 units; what is lost is the rest of 80.
    PublishedInterdiction(
      name: "maximum flow",
      network: PublishedNetwork(
        arcs([(10, 0), (70, 0), (30, 0), (100, 0), (40, 0), (50, 0)]),
        from: [.init(node: "Start", quantity: 80)], to: [.init(node: "End", quantity: 80)],
        lacking: 1),
      losses: [0, 70, 80], worst: [["Start-C"], ["B-End", "D-End"]]),
    // A unit that stays costs 350 at its source and 350 at its sink: 5 nodes × the largest cost.
    PublishedInterdiction(
      name: "minimum-cost flow",
      network: PublishedNetwork(
        arcs([(10, 0), (70, 10), (30, 30), (100, 0), (40, 20), (50, 70)]),
        from: [.init(node: "Start", quantity: 20), .init(node: "C", quantity: 10)],
        to: [.init(node: "End", quantity: 30)], lacking: 2 * 5 * 70),
      losses: [700, 7300, 21000], worst: [["Start-C"], ["B-End", "C-D"]]),
    PublishedInterdiction(
      name: "shortest path",
      network: PublishedNetwork(
        arcs([(1, 10), (1, 2), (1, 2), (1, 1), (1, 7), (1, 8)]),
        from: [.init(node: "Start", quantity: 1)], to: [.init(node: "End", quantity: 1)],
        lacking: 2 * 5 * 10),
      losses: [5, 17, 100], worst: [["B-End"], ["B-End", "Start-C"]]),
    PublishedInterdiction(
      name: "two goods",
      network: PublishedNetwork(
        [
          Arc("Start", "B", 20, costs: [0, 0]), Arc("Start", "C", 70, costs: [10, 100]),
          Arc("C", "B", 30, costs: [30, 300]), Arc("B", "End", 100, costs: [0, 0]),
          Arc("B", "D", 20, costs: [40, 400]), Arc("C", "D", 40, costs: [20, 200]),
          Arc("D", "End", 50, costs: [70, 700]),
        ],
        from: [
          .init(node: "Start", good: 0, quantity: 20), .init(node: "C", good: 1, quantity: 10),
        ],
        to: [.init(node: "D", good: 0, quantity: 20), .init(node: "End", good: 1, quantity: 10)],
        lacking: 2 * 5 * 700),
      losses: [3600, 9600, 143_000], worst: [["C-B"], ["B-D", "C-D"]]),
  ]
}
