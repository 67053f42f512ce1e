public import Tables

/// An instance of a country and the goods that it imports, made from trade statistics and, if there are any, from mining
/// statistics: the texts of its files.
///
/// Regions are home, its 12 largest origins, the 12 largest other importers, and the rest of the world. Use is imports +
/// production − exports. All rows have a basis and a source or the reason of an assumption.
public struct CountryInstance: Sendable {
  /// The text of each file, by its name.
  public var files: [String: String]
  /// What was decided or left out, one sentence each.
  public var remarks: [String]
  /// The base year.
  public var year: Int
  /// The country that home wants to depend on less: its alpha-3 code; nil: there is none.
  public var rival: String?

  /// Makes an instance.
  ///
  /// - Parameters:
  ///   - question: the country, its goods and the base year.
  ///   - records: the trade of the goods between all countries; each code is a good of its own.
  ///   - mines: output of mines; nil: exporters are the producers.
  ///   - descriptions: descriptions of goods by code; empty: they are not known.
  /// - Throws: all reasons for which there is no such instance: home imports nothing of a good, no row has a weight, the
  ///   files lack the base year, or the rival is home.
  public static func make(
    _ question: CountryQuestion, records: TradeRecords, mines: (any MineTons)?,
    descriptions: [String: String] = [:]
  ) throws(InputProblems) -> CountryInstance {
    let all = CountryFlows(records, goods: question.goods)
    let base = try CountryChecks(question, all, records).base()
    let flows = all.since(base - CountryTables.historyYears + 1)
    let regions = CountryRegions(
      flows, home: question.home, goods: question.goods.map(\.id), rival: question.rival, base: base
    )
    let small = SmallFlows(flows.joined(regions.region), home: question.home)
    let joined = small.kept
    let balances = GoodBalances(
      joined, regions: regions, question: question, years: flows.years, base: base, mines: mines)
    let tables = CountryTables(
      question: question, base: base, flows: joined, regions: regions, balances: balances,
      costs: LaneCosts(joined, base: base),
      sources: CountrySources(tradeFiles: records.summary.files, years: flows.years, mines: mines),
      trade: all.trade, names: flows.names,
      descriptions: question.goods.reduce(into: [:]) { texts, good in
        if good.codes.count == 1 { texts[good.id] = descriptions[good.codes[0]] }
      })
    let texts = CountryTexts(tables: tables)
    let remarks = CountryRemarks(
      tables, flows, small, trade: records.summary, mines: mines, firstYear: all.years.first ?? base
    ).all
    var files = tables.all.merging(texts.all) { $1 }
    files["README.md"] = CountryReadme(tables: tables, texts: texts, remarks: remarks).text
    return CountryInstance(files: files, remarks: remarks, year: base, rival: regions.rival)
  }
}
