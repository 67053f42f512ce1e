/// A map: where goods are made, as circles, and where they go, as lines. The reader chooses the goods.
public enum FlowMap {
  /// What one producer makes: a row of `production.csv`.
  public struct Maker: Sendable {
    /// Label of the period.
    public var period: String
    /// Id of the facility or project.
    public var producer: String
    /// Id of its region.
    public var region: String
    /// Id of the commodity that it makes.
    public var output: String
    /// Units a year.
    public var quantity: Double

    /// - Parameters:
    ///   - period: label of the period.
    ///   - producer: id of the facility or project.
    ///   - region: id of its region.
    ///   - output: id of the commodity that it makes.
    ///   - quantity: units a year.
    public init(
      period: String, producer: String, region: String, output: String, quantity: Double
    ) {
      self.period = period
      self.producer = producer
      self.region = region
      self.output = output
      self.quantity = quantity
    }
  }

  /// A flow: a row of `allocation.csv`.
  public struct Flow: Sendable {
    /// Label of the period.
    public var period: String
    /// Id of the commodity.
    public var commodity: String
    /// Id of the region that sends.
    public var origin: String
    /// Id of the region that receives.
    public var destination: String
    /// Units a year.
    public var quantity: Double

    /// - Parameters:
    ///   - period: label of the period.
    ///   - commodity: id of the commodity.
    ///   - origin: id of the region that sends.
    ///   - destination: id of the region that receives.
    ///   - quantity: units a year.
    public init(
      period: String, commodity: String, origin: String, destination: String, quantity: Double
    ) {
      self.period = period
      self.commodity = commodity
      self.origin = origin
      self.destination = destination
      self.quantity = quantity
    }
  }

  /// Where a region lies.
  public struct Place: Sendable {
    /// Degrees north.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double

    /// - Parameters:
    ///   - latitude: degrees north.
    ///   - longitude: degrees east.
    public init(latitude: Double, longitude: Double) {
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// Goods that the reader can choose.
  public struct Goods: Sendable {
    /// Id of the commodity.
    public var id: String
    /// Its name, which no other of them has.
    public var name: String
    /// Its unit.
    public var unit: String

    /// - Parameters:
    ///   - id: id of the commodity.
    ///   - name: its name, which no other of them has.
    ///   - unit: its unit.
    public init(id: String, name: String, unit: String) {
      self.id = id
      self.name = name
      self.unit = unit
    }
  }

  /// The words around the picture.
  public struct Words: Sendable {
    /// Its heading.
    public var title: String
    /// What to see.
    public var sentence: String

    /// - Parameters:
    ///   - title: its heading.
    ///   - sentence: what to see.
    public init(title: String, sentence: String) {
      self.title = title
      self.sentence = sentence
    }
  }

  /// The picture; nil if nothing that goes from region to region has a place.
  ///
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - makers: rows of `production.csv` of one period.
  ///   - flows: rows of `allocation.csv` of the same period.
  ///   - goods: what the reader can choose, the first shown one first. Other goods are not drawn.
  ///   - places: where regions lie, by id. Regions without a place are not drawn.
  ///   - middle: the longitude in the middle of the map.
  ///   - regions: names and colours.
  ///   - words: the words around the picture.
  public static func picture(
    id: String, makers: [Maker], flows: [Flow], goods: [Goods], places: [String: Place],
    middle: Double, regions: RegionColours, words: Words
  ) -> Picture? {
    let known = Dictionary(goods.map { ($0.id, $0) }) { first, _ in first }
    var named: Set<[String]> = []
    let made = madeData(makers, known, places, regions, &named)
    let moved = movedData(flows, known, places, regions, &named)
    guard let first = goods.first, !moved.rows.isEmpty else { return nil }
    return Picture(
      id: id, title: words.title, sentence: words.sentence,
      description:
        "\(words.title): a map of the world with a circle for each region that makes the chosen goods and "
        + "a line for each flow of them. \(words.sentence)",
      data: moved, further: made.rows.isEmpty ? [] : [made],
      specification: .vegaLite(
        view(goods.map(\.name), first: first.name, hasMakers: !made.rows.isEmpty, middle)))
  }

  private static func madeData(
    _ makers: [Maker], _ goods: [String: Goods], _ places: [String: Place],
    _ regions: RegionColours, _ named: inout Set<[String]>
  ) -> PictureData {
    var data = PictureData(
      of: "production",
      columns: [
        .init("_goods", "goods"), .init("_region", "region"), .init("producer", "producer"),
        .init("quantity", "made a year"), .init("_unit", "unit"), .init("period", "period"),
        .init("region", ""), .init("output", ""), .init("_role", ""), .init("_label", ""),
        .init("_longitude", ""), .init("_latitude", ""),
      ])
    for maker in makers where maker.quantity > 0 {
      guard let good = goods[maker.output], let place = places[maker.region] else { continue }
      data.add([
        .text(good.name), .text(regions.name(maker.region)), .text(maker.producer),
        .number(maker.quantity), .text(good.unit), .text(maker.period), .text(maker.region),
        .text(maker.output), .text(regions.role(maker.region).rawValue),
        .text(named.insert([good.id, maker.region]).inserted ? maker.region : ""),
        .number(place.longitude), .number(place.latitude),
      ])
    }
    return data
  }

  private static func movedData(
    _ flows: [Flow], _ goods: [String: Goods], _ places: [String: Place],
    _ regions: RegionColours, _ named: inout Set<[String]>
  ) -> PictureData {
    var data = PictureData(
      of: "allocation",
      columns: [
        .init("_goods", "goods"), .init("_from", "from"), .init("_to", "to"),
        .init("quantity", "quantity a year"), .init("_unit", "unit"), .init("period", "period"),
        .init("commodity", ""), .init("origin", ""), .init("destination", ""), .init("_role", ""),
        .init("_label", ""),
        .init("_longitude", ""), .init("_latitude", ""), .init("_longitude2", ""),
        .init("_latitude2", ""),
      ])
    for flow in flows where flow.quantity > 0 && flow.origin != flow.destination {
      guard let good = goods[flow.commodity], let from = places[flow.origin],
        let to = places[flow.destination]
      else { continue }
      data.add([
        .text(good.name), .text(regions.name(flow.origin)), .text(regions.name(flow.destination)),
        .number(flow.quantity), .text(good.unit), .text(flow.period), .text(flow.commodity),
        .text(flow.origin), .text(flow.destination),
        .text(regions.role(flow.origin).rawValue),
        .text(named.insert([good.id, flow.destination]).inserted ? flow.destination : ""),
        .number(from.longitude),
        .number(from.latitude), .number(to.longitude), .number(to.latitude),
      ])
    }
    return data
  }
}
