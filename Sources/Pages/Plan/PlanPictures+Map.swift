import Analysis
import Charts
import Reporting

/// Where goods are made and where they go, on a map.
extension PlanPictures {
  private static let mostGoods = 12
  private static let mostFlows = 250

  /// The map of the last period in which a goal holds, or of the last period; none where no region has a place.
  var map: [Picture] {
    let places = places
    let held = Set(summary.goals.flatMap(\.periods))
    guard let period = summary.periods.last(where: held.contains) ?? summary.periods.last,
      !places.isEmpty
    else { return [] }
    let links = chainRows.filter { link in
      link.period == period && link.link == "flow" && link.homeQuantity > 0
        && link.origin != link.destination
    }
    let goods = goods(links)
    let known = Set(goods.map(\.id))
    let flows = tables[.allocation].rows.filter {
      $0.text("period") == period && known.contains($0.text("commodity"))
    }.map {
      FlowMap.Flow(
        period: period, commodity: $0.text("commodity"), origin: $0.text("origin"),
        destination: $0.text("destination"), quantity: $0.number("quantity") ?? 0)
    }.filter { $0.origin != $0.destination && $0.quantity > 0 }
    let makers = tables[.production].rows.filter {
      $0.text("period") == period && known.contains($0.text("output"))
    }.map {
      FlowMap.Maker(
        period: period, producer: $0.text("producer"), region: $0.text("region"),
        output: $0.text("output"), quantity: $0.number("quantity") ?? 0)
    }.filter { $0.quantity > 0 }
    let homePlace = places.filter { isHome($0.key) }.min { $0.key < $1.key }?.value.longitude
    let drawn = largest(flows)
    let picture = FlowMap.picture(
      id: "map", makers: largest(makers), flows: drawn, goods: goods, places: places,
      middle: FlowMap.middle(for: drawn, places, preferring: homePlace ?? 0), regions: regions,
      words: .init(
        title: "Where the goods that \(home) uses are made, and who gets them, \(period)",
        sentence: mapSentence(flows, makers, goods, places, period)))
    return [picture].compactMap(\.self)
  }

  /// Where regions lie, by id.
  private var places: [String: FlowMap.Place] {
    (summary.regions ?? []).reduce(into: [:]) { places, region in
      guard let latitude = region.latitude, let longitude = region.longitude else { return }
      places[region.id] = FlowMap.Place(latitude: latitude, longitude: longitude)
    }
  }

  /// The goods that cross a border on their way to home's use: those in focus first, then those of which most money comes
  /// to home in one flow.
  private func goods(_ links: [ChainRow]) -> [FlowMap.Goods] {
    var costs: [String: (arriving: Double, any: Double)] = [:]
    for link in links {
      var cost = costs[link.commodity] ?? (0, 0)
      if isHome(link.destination), !isHome(link.origin) {
        cost.arriving = max(cost.arriving, link.homeCost)
      }
      cost.any = max(cost.any, link.homeCost)
      costs[link.commodity] = cost
    }
    let order = costs.sorted { a, b in
      let (first, second) = (summary.focus.contains(a.key), summary.focus.contains(b.key))
      if first != second { return first }
      return (b.value.arriving, b.value.any, a.key) < (a.value.arriving, a.value.any, b.key)
    }.prefix(Self.mostGoods).map(\.key)
    let names = Dictionary(grouping: order, by: words.named)
    return order.map { id in
      let name = words.named(id)
      return FlowMap.Goods(
        id: id, name: names[name]?.count == 1 ? name : "\(name) (\(id))",
        unit: summary.units[id] ?? "")
    }
  }

  private func largest(_ flows: [FlowMap.Flow]) -> [FlowMap.Flow] {
    Array(flows.sorted { $0.quantity > $1.quantity }.prefix(Self.mostFlows))
  }

  private func largest(_ makers: [FlowMap.Maker]) -> [FlowMap.Maker] {
    Array(makers.sorted { $0.quantity > $1.quantity }.prefix(Self.mostFlows))
  }

  /// The largest flow of the first goods to home, and what is not on the map.
  private func mapSentence(
    _ flows: [FlowMap.Flow], _ makers: [FlowMap.Maker], _ goods: [FlowMap.Goods],
    _ places: [String: FlowMap.Place], _ period: String
  ) -> String {
    var sentences: [String] = []
    let arriving = flows.filter {
      $0.commodity == goods.first?.id && isHome($0.destination) && !isHome($0.origin)
    }
    if let goods = goods.first,
      let most = arriving.max(by: { ($0.quantity, $1.origin) < ($1.quantity, $0.origin) })
    {
      sentences.append(
        "In \(period) most \(goods.name) comes to \(words.named(most.destination)) from \(words.named(most.origin)): "
          + "\(NumberText.amount(most.quantity)) \(goods.unit) a year.")
    }
    sentences.append("Lines have the colour of the region that sends.")
    let drawn = Set(flows.flatMap { [$0.origin, $0.destination] } + makers.map(\.region))
    let lost = drawn.filter { places[$0] == nil }.map(words.named).sorted()
    if !lost.isEmpty {
      sentences.append(
        "Not on the map, since the instance gives no place: \(lost.joined(separator: ", ")).")
    }
    if flows.count > Self.mostFlows || makers.count > Self.mostFlows {
      sentences.append(
        "The \(Self.mostFlows) largest flows and producers are drawn; all are in allocation.csv and production.csv."
      )
    }
    return sentences.joined(separator: " ")
  }
}
