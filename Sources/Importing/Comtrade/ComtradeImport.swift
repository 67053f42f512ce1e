public import Tables

/// Makes regions, history, lanes and other tables from files of UN Comtrade.
///
/// Quantities are net weights in the unit of the map; the cost of a lane is value / net weight. Where importer and
/// exporter report the same flow, the figure of the importer counts. A weight that nobody reports is estimated from the
/// value; the `source` of such a row begins with `assumption:`. A cell that cannot be read is not known, and ends
/// nothing.
public enum ComtradeImport {
  /// Reads files of UN Comtrade.
  ///
  /// - Parameters:
  ///   - files: paths of the files.
  ///   - map: which HS codes are which commodities.
  ///   - years: the years to read; nil: all.
  ///   - home: the region that plans in a new instance; nil: the one of the map, else the only importer. It is never
  ///     one of the map's `others`, nor is the home of the instance in the folder.
  ///   - target: the folder that the import is made for.
  /// - Throws: all problems of the files and the map.
  public static func run(
    files: [String], map: ImportMap, years: Set<Int>?, home: String?, target: ImportTarget
  ) throws(InputProblems) -> ImportedInstance {
    let log = ProblemLog()
    let trade = TradeImport(map: map, home: home, target: target)
    let map = trade.map
    TradeImport.checkCodes(map, log: log)
    var reader = ComtradeReader(
      map: map, known: Set(map.itemsByCode.keys),
      years: YearFilter(wanted: years, periods: target.years), log: log)
    for file in files { reader.read(file: file) }
    try log.throwIfAny()
    let rows = reader.yearlyReports()
    reader.noteUnused(map)
    let reports = CombinedReports(rows, summary: reader.summary)
    let resolved = WeightEstimates(MirroredFlows(reports, map: map).resolved, map: map)
    let regional = RegionalFlows(resolved, map: map, money: target.money, from: .comtrade)
    let names = regional.summary.files.map(\.lastPathPart).joined(separator: ", ")
    return try trade.instance(regional, naming: map, source: "UN Comtrade, files \(names)")
  }
}
