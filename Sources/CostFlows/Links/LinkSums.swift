import Sourcing

/// Adds up the links of a chain: those between the same nodes are one link.
struct LinkSums {
  /// What passes each node, money a year.
  let passing: [Double]
  /// What is spent at each node, money a year.
  let entering: [Double]
  /// The share of what is at each node that ends in use that is meant.
  let ends: [Double]
  /// Whether use of a region is meant.
  let isMeant: (RegionIndex) -> Bool

  private(set) var links: [ChainLink] = []
  private var places: [Key: Int] = [:]

  private struct Key: Hashable {
    var kind: ChainLink.Kind
    var commodity, process, origin, destination: Int
  }

  init(
    passing: [Double], entering: [Double], ends: [Double],
    isMeant: @escaping (RegionIndex) -> Bool
  ) {
    (self.passing, self.entering, self.ends) = (passing, entering, ends)
    self.isMeant = isMeant
  }

  /// Adds a link. Several producers can have the same process; all other links come once, but for what is stranded.
  mutating func add(_ link: ChainLink) {
    guard link.process != nil || link.kind == .stranded else {
      links.append(link)
      return
    }
    let key = Key(
      kind: link.kind, commodity: link.commodity?.position ?? -1,
      process: link.process?.position ?? -1, origin: link.origin?.position ?? -1,
      destination: link.destination?.position ?? -1)
    guard let place = places[key] else {
      places[key] = links.count
      links.append(link)
      return
    }
    links[place].cost += link.cost
    links[place].meantCost += link.meantCost
    if let quantity = link.quantity { links[place].quantity? += quantity }
    if let quantity = link.meantQuantity { links[place].meantQuantity? += quantity }
  }

  /// Adds goods that go from a node to another one.
  ///
  /// - Parameters:
  ///   - node: where they come from; nil if nothing of it reaches use.
  ///   - share: the part of the node's cost that they bear.
  ///   - target: where they go; nil if nothing of it reaches use, and the cost is stranded.
  ///   - stranded: the link of the cost that is stranded at the first node.
  mutating func add(
    _ kind: ChainLink.Kind, _ commodity: CommodityIndex, _ process: ProcessIndex? = nil,
    from origin: RegionIndex, to destination: RegionIndex, quantity: Double, node: Int?,
    share: Double, target: Int?, strandedAt stranded: ChainLink
  ) {
    let cost = node.map { passing[$0] * share } ?? 0
    let end = target.map { ends[$0] } ?? 0
    let reaches = target != nil
    add(
      ChainLink(
        kind: kind, commodity: commodity, process: process, origin: origin,
        destination: destination, quantity: quantity, cost: reaches ? cost : 0,
        meantQuantity: quantity * end, meantCost: reaches ? cost * end : 0))
    guard !reaches, cost != 0 else { return }
    var rest = stranded
    rest.cost = cost
    add(rest)
  }

  /// Adds goods that a region uses for itself.
  mutating func addFinal(
    _ kind: ChainLink.Kind, _ place: Place, _ quantity: Double, node: Int?, share: Double
  ) {
    let cost = node.map { passing[$0] * share } ?? 0
    let isMeant = isMeant(place.region)
    add(
      ChainLink(
        kind: kind, commodity: place.commodity, origin: place.region, destination: place.region,
        quantity: quantity, cost: cost, meantQuantity: isMeant ? quantity : 0,
        meantCost: isMeant ? cost : 0))
  }

  /// Adds what is spent at a node.
  mutating func spend(at node: Int, _ link: ChainLink) {
    guard entering[node] != 0 else { return }
    var link = link
    link.cost = entering[node]
    link.meantCost = entering[node] * ends[node]
    add(link)
  }
}
