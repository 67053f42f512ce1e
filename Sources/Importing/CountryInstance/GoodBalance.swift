/// What a region makes, takes, sends and uses of a good in a year, in metric tons.
///
///     use = imports + production − exports
///
/// What is exported beyond production passes through: re-exports, at most the imports. What is exported beyond both is
/// other supply: production that the statistics do not have, or stocks. So no use is below 0.
struct GoodBalance: Sendable, Hashable {
  var imports: Double
  var exports: Double
  var production: Double

  /// Imports that leave again.
  var reexports: Double { max(0, min(exports - production, imports)) }
  /// Exports beyond production and imports.
  var otherSupply: Double { max(0, exports - production - imports) }
  /// Production that stays.
  var own: Double { max(0, production - exports) }
  /// Final demand.
  var use: Double { imports - reexports + own }
}

/// The balances of all regions and goods in all years with data.
struct GoodBalances: Sendable {
  /// A good in a region.
  struct Place: Hashable, Comparable, Sendable {
    var good: String
    var region: String

    static func < (a: Self, b: Self) -> Bool { (a.good, a.region) < (b.good, b.region) }
  }

  /// Where the production of a good comes from.
  enum Making: Sendable, Hashable {
    /// Mines: the mineral, with its content.
    case mines(GoodMinerals.Entry)
    /// The regions that export more than they import in the recent years make what they export.
    case exporters
  }

  let years: [Int]
  let making: [String: Making]
  private let balances: [Place: [Int: GoodBalance]]
  /// The places with production in some year.
  let producers: Set<Place>

  init(
    _ flows: [(key: CountryFlows.Key, flow: CountryFlows.Flow)], regions: CountryRegions,
    question: CountryQuestion, years: [Int], base: Int, mines: (any MineTons)?
  ) {
    self.years = years
    let ids = regions.countries + [CountryRegions.rest]
    var traded: [Place: [Int: (imports: Double, exports: Double)]] = [:]
    for (key, flow) in flows {
      // The sums are of the numbers that the tables have.
      let tons = significant(flow.tons)
      let (from, to) = (
        Place(good: key.good, region: key.origin), Place(good: key.good, region: key.destination)
      )
      traded[from, default: [:]][key.year, default: (0, 0)].exports += tons
      traded[to, default: [:]][key.year, default: (0, 0)].imports += tons
    }
    var making: [String: Making] = [:]
    var balances: [Place: [Int: GoodBalance]] = [:]
    for good in question.goods {
      let output = MineOutputs(question.mineral(of: good), mines, regions)
      making[good.id] = output.map { .mines($0.entry) } ?? .exporters
      for id in ids {
        let place = Place(good: good.id, region: id)
        let years = traded[place] ?? [:]
        let recent = years.filter { $0.key <= base && $0.key > base - CountryRegions.recentYears }
        let isNetExporter =
          recent.values.reduce(0) { $0 + $1.exports } > recent.values.reduce(0) { $0 + $1.imports }
        for year in self.years {
          let (imports, exports) = years[year] ?? (0, 0)
          var production = significant(
            output?.tons(in: id, year: year) ?? (isNetExporter ? exports : 0))
          // A difference that is only rounding is none.
          if abs(production - exports) < 1e-6 * exports { production = exports }
          balances[place, default: [:]][year] = GoodBalance(
            imports: imports, exports: exports, production: production)
        }
      }
    }
    self.making = making
    self.balances = balances
    producers = Set(balances.filter { $0.value.values.contains { $0.production > 0 } }.keys)
  }

  /// The balance of the latest year with data up to a year; of the first one, if there is none.
  func balance(_ place: Place, _ year: Int) -> GoodBalance {
    balances[place]?[dataYear(year)] ?? GoodBalance(imports: 0, exports: 0, production: 0)
  }

  /// The latest year with data up to a year.
  func dataYear(_ year: Int) -> Int { years.last { $0 <= year } ?? years.first ?? year }

  /// The places with trade or production, in order.
  var places: [Place] {
    balances.filter { entry in
      entry.value.values.contains { $0.imports > 0 || $0.exports > 0 || $0.production > 0 }
    }.keys.sorted()
  }
}

/// The output of the mines of one good by region.
private struct MineOutputs {
  let entry: GoodMinerals.Entry
  private let mines: any MineTons
  private let years: [Int]
  private let regions: CountryRegions
  private let others: [String]

  /// nil if the good has no mineral, or no country has a figure of it.
  init?(_ entry: GoodMinerals.Entry?, _ mines: (any MineTons)?, _ regions: CountryRegions) {
    guard var entry, let mines, let mineral = mines.mineral(named: entry.mineral) else {
      return nil
    }
    entry.mineral = mineral
    let countries = Country.all.map(\.code)
    let years = mines.years(of: mineral).filter { year in
      countries.contains { (mines.tons(of: mineral, in: $0, year: year) ?? 0) > 0 }
    }
    guard !years.isEmpty else { return nil }
    self.entry = entry
    self.mines = mines
    self.years = years
    self.regions = regions
    others = countries.filter { regions.region(of: $0) == CountryRegions.rest }
  }

  /// Metric tons of the good; of a year without figures those of the nearest year with some.
  func tons(in region: String, year: Int) -> Double {
    let nearest = years.min { (abs($0 - year), $0) < (abs($1 - year), $1) } ?? year
    let countries = region == CountryRegions.rest ? others : [region]
    return countries.reduce(0) {
      $0 + (mines.tons(of: entry.mineral, in: $1, year: nearest) ?? 0)
    } / entry.content
  }
}
