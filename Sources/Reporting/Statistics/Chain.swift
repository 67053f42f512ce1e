import Analysis
import CostFlows
import Sourcing

extension ReportTable {
  /// The links of the chain, with their goods and what these have cost so far.
  static func chain(_ view: PlanView) -> ReportTable {
    var table = ReportTable(.chain)
    let instance = view.instance
    let ids = { (id: String?) -> Cell in id.flatMap { $0.isEmpty ? nil : .text($0) } ?? .blank }
    let order = LinkOrder(instance)
    for period in instance.horizon.indices {
      let links = view.chainLinks(in: period).map { (link: $0, key: order.key(of: $0)) }
        .sorted { $0.key < $1.key }.map(\.link)
      for link in links {
        table.add(
          view.label(period), .text(link.kind.rawValue),
          ids(link.commodity.map { instance.commodities[$0].id }),
          ids(link.process.map { instance.processes[$0].id }),
          ids(link.process.map { instance.processes[$0].stage }),
          ids(link.origin.map { instance.regions[$0].id }),
          ids(link.destination.map { instance.regions[$0].id }), .number(ifAny: link.quantity),
          .number(link.cost), .number(ifAny: link.meantQuantity), .number(link.meantCost))
      }
    }
    return table
  }
}

/// The order of links in the table: by kind, then by the ids of commodity, process, origin and destination.
private struct LinkOrder {
  private let kinds: [ChainLink.Kind: Int]
  private let commodities: [Int]
  private let processes: [Int]
  private let regions: [Int]

  init(_ instance: Instance) {
    kinds = Dictionary(uniqueKeysWithValues: ChainLink.Kind.allCases.enumerated().map { ($1, $0) })
    commodities = Self.ranks(instance.commodities.map(\.id))
    processes = Self.ranks(instance.processes.map(\.id))
    regions = Self.ranks(instance.regions.map(\.id))
  }

  /// The place of each id among all of them.
  private static func ranks(_ ids: [String]) -> [Int] {
    var ranks = Array(repeating: 0, count: ids.count)
    for (rank, place) in ids.indices.sorted(by: { ids[$0] < ids[$1] }).enumerated() {
      ranks[place] = rank
    }
    return ranks
  }

  func key(of link: ChainLink) -> (Int, Int, Int, Int, Int) {
    (
      kinds[link.kind] ?? 0, link.commodity.map { commodities[$0.position] } ?? -1,
      link.process.map { processes[$0.position] } ?? -1,
      link.origin.map { regions[$0.position] } ?? -1,
      link.destination.map { regions[$0.position] } ?? -1
    )
  }
}

extension TableDefinition {
  static let chain = TableDefinition(
    "chain", places: planFolders,
    rows:
      "One row for each link of the chain in each period. Its nodes are what is made of a commodity in a region, what is "
      + "used of it in a region, and a process in a region. What enters goods of a region adds up to what leaves them, in "
      + "units and in money; the money that enters a process, with what is spent there, to what leaves it. Goods that are "
      + "rounding of the solver (below 1e-9 of the largest quantity of the commodity) are left out.",
    columns: [
      .text("period", "Label of the period."),
      .text(
        "link",
        "`flow` (made in a region to used in a region), `input` (used to a process), `output` (process to made), `use` "
          + "(used to final use), `stored` (used to stocks that grow), `drawn` (from stocks that shrink to used; paid for when "
          + "it went in), `discarded` (made and not shipped; what is shipped bears its cost), `spent` (money spent at a node), "
          + "or `stranded` (cost at a node that reaches no use)."),
      .text(
        "commodity", "Id of the commodity.",
        blank: "what is spent or stranded at a process"),
      .text("process", "Id of the process.", blank: "the link has none"),
      .text(
        "stage", "Stage of the process: its label in processes.csv.",
        blank: "the link has no process, or the process no stage"),
      .text(
        "origin", "Id of the region where it begins.",
        blank: "what is spent or stranded at goods that are used"),
      .text(
        "destination", "Id of the region where it ends.",
        blank: "what is stranded at goods that are made, or discarded"),
      .number("quantity", .unitsAYear, "The goods.", blank: "what is spent or stranded"),
      .number(
        "cost", .moneyAYear,
        "What the goods have cost up to this link, at average cost, or what is spent or stranded; undiscounted. The lane's "
          + "cost and tariff of a flow are spent where it arrives. What region j uses and stores is its bill for goods in "
          + "bills.csv: without holding, shortages, what programmes pay, what it gets under contracts, and what is spent "
          + "where nothing reaches use, which is not in this table. See docs/formulation.md, Bills."
      ),
      .number(
        "home_quantity", .unitsAYear,
        "The part of the quantity that ends in home's final use or growing stocks, also as part of other goods.",
        blank: "what is spent or stranded"),
      .number("home_cost", .moneyAYear, "The part of the cost that ends there, undiscounted."),
    ])
}
