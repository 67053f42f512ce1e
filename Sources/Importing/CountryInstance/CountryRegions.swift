import Foundation

/// The regions of an instance: home, its largest origins, the largest other importers, and the rest of the world.
struct CountryRegions: Sendable {
  /// The id of the rest of the world.
  static let rest = "ROW"
  /// How many origins, and how many other importers, are regions of their own.
  static let mostOfAKind = 12
  /// How many years, up to the base year, decide who is large.
  static let recentYears = 3

  let home: String
  /// Alpha-3 codes by size, home and importers left out.
  let origins: [String]
  let importers: [String]
  /// Home's largest origin over all goods, or the one that the question names; nil: home has no single origin.
  let rival: String?

  /// Each good counts alike: the size of a country is the mean over the goods of its share, in tons of the recent years, of
  /// home's imports (origins) or of the world's (importers). The largest origin of each good and a rival that is named come
  /// first.
  init(_ flows: CountryFlows, home: String, goods: [String], rival named: String?, base: Int) {
    self.home = home
    let recent = flows.flows.filter {
      $0.key.year <= base && $0.key.year > base - Self.recentYears
    }
    let into = recent.filter { $0.key.destination == home }
    let sizes = Self.sizes(into, of: \.origin)
    let firsts = goods.compactMap { good -> String? in
      Self.sizes(into.filter { $0.key.good == good }, of: \.origin).first?.place
    }
    var chosen: [String] = []
    for place in [named].compactMap(\.self) + sizes.map(\.place).filter(firsts.contains)
      + sizes.map(\.place)
    where !chosen.contains(place) && place != home && chosen.count < Self.mostOfAKind {
      chosen.append(place)
    }
    let order = sizes.map(\.place)
    origins = chosen.sorted {
      (order.firstIndex(of: $0) ?? order.count) < (order.firstIndex(of: $1) ?? order.count)
    }
    let taken = Set(chosen + [home])
    importers = Array(
      Self.sizes(
        recent.filter { !taken.contains($0.key.destination) }, of: \.destination, in: recent
      )
      .map(\.place).prefix(Self.mostOfAKind))
    rival = named ?? sizes.first?.place
  }

  /// All regions but the rest of the world: home, then origins, then importers.
  var countries: [String] { [home] + origins + importers }

  /// The region of a country.
  func region(of country: String) -> String { members.contains(country) ? country : Self.rest }

  private var members: Set<String> { Set(countries) }

  /// Sums over the goods of the shares of places in the tons of each good, the largest first.
  private static func sizes(
    _ flows: [(key: CountryFlows.Key, flow: CountryFlows.Flow)],
    of place: KeyPath<CountryFlows.Key, String>,
    in all: [(key: CountryFlows.Key, flow: CountryFlows.Flow)]? = nil
  ) -> [(place: String, size: Double)] {
    var wholes: [String: Double] = [:]
    for (key, flow) in all ?? flows { wholes[key.good, default: 0] += flow.tons }
    var sizes: [String: Double] = [:]
    for (key, flow) in flows {
      sizes[key[keyPath: place], default: 0] += flow.tons / (wholes[key.good] ?? 1)
    }
    return sizes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}
