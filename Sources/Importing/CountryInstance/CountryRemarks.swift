/// What was decided or left out, for the README and the terminal.
struct CountryRemarks {
  private let tables: CountryTables
  private let flows: CountryFlows
  private let small: SmallFlows
  private let mines: (any MineTons)?
  private let trade: ImportSummary
  private let firstYear: Int

  /// - Parameters:
  ///   - trade: what became of the rows of trade.
  ///   - firstYear: the first year of the files.
  init(
    _ tables: CountryTables, _ flows: CountryFlows, _ small: SmallFlows, trade: ImportSummary,
    mines: (any MineTons)?, firstYear: Int
  ) {
    self.trade = trade
    self.firstYear = firstYear
    self.tables = tables
    self.flows = flows
    self.small = small
    self.mines = mines
  }

  var all: [String] {
    [rival, earlierYears].compactMap(\.self) + restOfWorld + smallFlows + supply + withoutMines
      + estimates
      + withoutProjects + reading
  }

  private var reading: [String] {
    CountryReading(trade, of: "BACI").remarks
      + (mines.map { CountryReading($0.summary, of: "World Mining Data").remarks } ?? [])
  }

  private var rival: String? {
    guard let rival = tables.regions.rival else { return nil }
    let chosen =
      tables.question.rival == nil
      ? "home's largest origin over all goods; --rival names another" : "as --rival says"
    let sells = tables.flows.contains {
      $0.key.origin == rival && $0.key.destination == tables.question.home
        && $0.key.year == tables.base
    }
    return "The rival is \(tables.name(rival)), \(chosen)."
      + (sells ? "" : " It sells home none of these goods in \(tables.base).")
  }

  private var earlierYears: String? {
    guard let first = tables.toldYears.first, firstYear < first else { return nil }
    return
      "The files begin in \(firstYear). The history has the \(CountryTables.historyYears) years up to \(tables.base); costs are discounted to the start of \(first)."
  }

  /// Where the rest of the world is a large origin of home, its countries are not told apart.
  private var restOfWorld: [String] {
    tables.goods.compactMap { good in
      guard let rest = tables.shares(good).first(where: { $0.origin == CountryRegions.rest }),
        rest.share > 0.05
      else { return nil }
      return
        "\(good): \(shortText(100 * rest.share)) % of home's imports of \(tables.base) come from countries that are joined in ROW."
    }
  }

  private var smallFlows: [String] {
    tables.goods.compactMap { good in
      guard let (count, part) = small.leftOut[good] else { return nil }
      return
        "\(good): \(count) \(count == 1 ? "flow is" : "flows are") too small to matter and left out, with \(shortText(100 * part)) % of all tons."
    }
  }

  /// Exports beyond imports and production in the base year: use would be below 0.
  private var supply: [String] {
    tables.goods.compactMap { good in
      let beyond = tables.balances.places.filter { $0.good == good }.compactMap { place in
        let tons = tables.balances.balance(place, tables.base).otherSupply
        return tons > 0 ? (region: place.region, tons: tons) : nil
      }.sorted { ($1.tons, $0.region) < ($0.tons, $1.region) }
      guard let first = beyond.first else { return nil }
      let more = beyond.count == 1 ? "" : " and \(beyond.count - 1) more"
      return
        "\(good): imports + production - exports is below 0 in \(tables.name(first.region))\(more) in \(tables.base); use there is 0, and \(shortText(beyond.reduce(0) { $0 + $1.tons })) t are other supply."
    }
  }

  private var withoutMines: [String] {
    guard mines != nil else { return [] }
    return tables.goods.filter { tables.balances.making[$0] == .exporters }.map {
      "\($0): no mineral of the mining statistics is its production; --mine \($0)=MINERAL names one."
    }
  }

  private var estimates: [String] {
    tables.goods.compactMap { good in
      let own = flows.flows.filter {
        $0.key.good == good && $0.key.destination == tables.question.home
          && $0.key.year == tables.base
      }
      let all = own.reduce(0) { $0 + $1.flow.tons }
      let estimated = own.reduce(0) { $0 + $1.flow.estimated }
      guard estimated > 1e-3 * all else { return nil }
      return
        "\(good): \(shortText(100 * estimated / all)) % of home's imports of \(tables.base) have no weight; it is estimated from their value."
    }
  }

  private var withoutProjects: [String] {
    let counts = Dictionary(grouping: tables.projects, by: \.good).mapValues(\.count)
    return tables.goods.compactMap { good in
      let count = counts[good] ?? 0
      guard count < CountryTables.projectsPerGood else { return nil }
      return
        "\(good): \(count == 0 ? "no project" : "1 project"), since there \(count == 0 ? "is no producer" : "is one producer") beside home and the rival."
    }
  }
}
