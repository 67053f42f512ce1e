/// How much of the value of imports becomes flows: of each commodity into each region in each year.
///
/// The value to compare with is that of the row for the world, without what a country imports from itself or from its
/// own region. Where the files have no such row it is the sum of all rows read. Flows that only exporters report first
/// fill what the row for the world has beyond all rows read, since they are the same trade; what is more comes on top.
struct ValueAccount {
  /// Imports of one HS code by one country.
  struct Source: Hashable {
    var code: String
    var reporter: Country
    var year: Int

    init(code: String, reporter: Country, year: Int) {
      self.code = code
      self.reporter = reporter
      self.year = year
    }

    init(_ trade: CountryTrade) {
      self.init(code: trade.code, reporter: trade.destination, year: trade.year)
    }
  }

  /// US dollars.
  private struct Sums {
    var world: Double?
    /// Of all rows but those of the world and of the country itself.
    var read = 0.0
    var isRead = false
    /// Of the country itself.
    var own = 0.0
    /// From other countries of its region.
    var inside = 0.0
    /// What only exporters report.
    var exporters = 0.0
    /// What only exporters report, from other countries of the region.
    var insideOfExporters = 0.0
    var weighed = 0.0
    var estimated = 0.0
    var first: FilePlace

    /// What the importer reports, and what exporters report beyond that.
    var parts: (imports: Double, more: Double) {
      guard let world else { return (max(0, read - inside), exporters) }
      let unexplained = max(0, world - own - read)
      let unexplainedInside = min(unexplained, insideOfExporters)
      return (
        max(0, world - own - inside - unexplainedInside),
        max(0, exporters - (unexplained - unexplainedInside))
      )
    }
  }

  private var sums: [Source: Sums] = [:]

  mutating func addWorld(_ value: Double, _ source: Source, at place: FilePlace) {
    sums[source, default: Sums(first: place)].world = (sums[source]?.world ?? 0) + value
  }

  mutating func addRead(_ value: Double, _ source: Source, at place: FilePlace) {
    sums[source, default: Sums(first: place)].read += value
    sums[source]?.isRead = true
  }

  mutating func addOwn(_ value: Double, _ source: Source, at place: FilePlace) {
    sums[source, default: Sums(first: place)].own += value
  }

  mutating func addInside(_ value: Double, _ trade: CountryTrade) {
    sums[Source(trade)]?.inside += value
  }

  mutating func addInsideOfExporters(_ value: Double, _ trade: CountryTrade) {
    sums[Source(trade)]?.insideOfExporters += value
  }

  mutating func addExporters(_ value: Double, _ trade: CountryTrade, at place: FilePlace) {
    sums[Source(trade), default: Sums(first: place)].exporters += value
  }

  mutating func addWeighed(_ value: Double, _ trade: CountryTrade, at place: FilePlace) {
    sums[Source(trade), default: Sums(first: place)].weighed += value
  }

  mutating func addEstimated(_ value: Double, _ trade: CountryTrade, at place: FilePlace) {
    sums[Source(trade), default: Sums(first: place)].estimated += value
  }

  /// The shares by commodity, year and region, in this order.
  func shares(_ map: ImportMap) -> [(share: ValueShare, first: FilePlace)] {
    let items = map.itemsByCode
    var found: [[String]: (share: ValueShare, first: FilePlace)] = [:]
    for (source, sum) in sums.sorted(by: { $0.value.first < $1.value.first }) {
      guard let commodity = items[source.code]?.commodity else { continue }
      let region = map.region(of: source.reporter)
      let key = [commodity, String(source.year), region]
      var entry =
        found[key]
        ?? (ValueShare(commodity: commodity, destination: region, year: source.year), sum.first)
      let (imports, more) = sum.parts
      entry.share.total += imports + more
      entry.share.weighed += sum.weighed
      entry.share.estimated += sum.estimated
      if sum.isRead || sum.world != nil {
        entry.share.bases.insert(sum.world == nil ? .rows : .world)
      }
      if more > 0 { entry.share.bases.insert(.exporters) }
      found[key] = entry
    }
    return found.values.filter { $0.share.total > 0 }.sorted { $0.share < $1.share }
  }
}
