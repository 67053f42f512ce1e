/// Flows that are too small to matter: statistics have thousands of a few kilograms, which come and go from year to year.
///
/// Of each good and year, the smallest flows into home are left out as long as they are together at most
/// ``homePart`` of home's imports, so that no share of home changes by a tenth of a point. Of the flows into other regions
/// those below ``otherPart`` of the world's trade are left out, as long as they are together at most ``otherSum`` of it.
struct SmallFlows: Sendable {
  static let homePart = 2e-4
  static let otherPart = 1e-4
  static let otherSum = 5e-3

  private(set) var kept: [(key: CountryFlows.Key, flow: CountryFlows.Flow)] = []
  /// How many are left out of each good, and what part of all tons they have.
  private(set) var leftOut: [String: (count: Int, part: Double)] = [:]

  init(_ flows: [(key: CountryFlows.Key, flow: CountryFlows.Flow)], home: String) {
    var small: Set<CountryFlows.Key> = []
    var tons: [String: (all: Double, small: Double)] = [:]
    let years = Dictionary(grouping: flows) { [$0.key.good, String($0.key.year)] }
    for (group, flows) in years.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let all = flows.reduce(0) { $0 + $1.flow.tons }
      let into = flows.filter { $0.key.destination == home }
      let imports = into.reduce(0) { $0 + $1.flow.tons }
      let others = flows.filter { $0.key.destination != home }
      let found =
        Self.smallest(of: into, upTo: Self.homePart * imports, each: .infinity)
        + Self.smallest(of: others, upTo: Self.otherSum * all, each: Self.otherPart * all)
      small.formUnion(found.map(\.key))
      let old = tons[group[0]] ?? (0, 0)
      tons[group[0]] = (old.all + all, old.small + found.reduce(0) { $0 + $1.flow.tons })
    }
    kept = flows.filter { !small.contains($0.key) }
    for (good, keys) in Dictionary(grouping: small, by: \.good) {
      let sums = tons[good] ?? (1, 0)
      leftOut[good] = (keys.count, sums.small / sums.all)
    }
  }

  /// The smallest flows that are together at most so much, each below a limit.
  private static func smallest(
    of flows: [(key: CountryFlows.Key, flow: CountryFlows.Flow)], upTo most: Double,
    each limit: Double
  ) -> [(key: CountryFlows.Key, flow: CountryFlows.Flow)] {
    var sum = 0.0
    return Array(
      flows.sorted { ($0.flow.tons, $0.key) < ($1.flow.tons, $1.key) }.prefix { _, flow in
        sum += flow.tons
        return sum <= most && flow.tons < limit
      })
  }
}
