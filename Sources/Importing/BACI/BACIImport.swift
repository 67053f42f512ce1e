public import Tables

/// Makes regions, history, lanes and other tables from files of BACI, the database of CEPII that reconciles what exporters
/// and importers report to the UN.
///
/// Quantities are weights in the unit of the map; the cost of a lane is value / weight, without the costs of transport. A
/// weight that the file does not have is estimated from the value; the `source` of such a row begins with
/// `assumption:`.
public enum BACIImport {
  /// Reads files of BACI.
  ///
  /// - Parameters:
  ///   - files: paths of the files, all of one edition of the Harmonized System.
  ///   - countries: path of the list of countries of the release.
  ///   - map: which HS codes are which commodities. A code of two or four digits stands for all that it begins.
  ///   - years: the years to read; nil: all.
  ///   - home: the region that plans in a new instance; nil: the one of the map, else the only importer. It is never
  ///     one of the map's `others`, nor is the home of the instance in the folder.
  ///   - target: the folder that the import is made for.
  /// - Throws: all problems of the files, the list and the map.
  public static func run(
    files: [String], countries: String, map: ImportMap, years: Set<Int>?, home: String?,
    target: ImportTarget
  ) throws(InputProblems) -> ImportedInstance {
    let log = ProblemLog()
    let trade = TradeImport(map: map, home: home, target: target)
    TradeImport.checkCodes(map, log: log)
    var reader = BACIReader(
      wanted: Set(map.itemsByCode.keys), map: trade.map,
      countries: BACICountries(file: countries, log: log),
      years: YearFilter(wanted: years, periods: target.years), log: log)
    reader.read(files)
    try log.throwIfAny()
    let map = reader.goods.naming(trade.map)
    let rows = reader.takeRows()
    let flows = BACIFlows.resolved(rows, reader, map: map)
    var regional = RegionalFlows(
      WeightEstimates(flows, map: map), map: map, money: target.money, from: .baci,
      reconciled: { BACIRelease(file: $0).words })
    reader.noteUnused(trade.map, &regional.summary)
    return try trade.instance(regional, naming: map, source: source(reader))
  }

  private static func source(_ reader: BACIReader) -> String {
    let releases = Set(reader.releases.map(\.words)).sorted().joined(separator: "; ")
    let names = reader.files.map(\.lastPathPart).joined(separator: ", ")
    return "CEPII, \(releases), licence Etalab 2.0: \(names)"
  }

  /// The list of countries of the release that is in the folder of a file: `country_codes_V202401b.csv`. If the folder has
  /// several, that of the release of the file, or else the last by name; nil if there is none.
  public static func listOfCountries(beside file: String) -> String? {
    BACIRelease.list("country_codes", beside: file)
  }
}
