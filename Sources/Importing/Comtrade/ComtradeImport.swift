import Sourcing
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
    let map = map.with(homeArgument: home, or: target.instance?.home.id)
    if !map.items.contains(where: { !$0.codes.isEmpty }) {
      log.add(
        "no commodity has a key `hs`; name its HS codes, such as hs: [284610, 284690]",
        file: map.file, line: 1)
    }
    var reader = ComtradeReader(
      map: map, years: YearFilter(wanted: years, periods: target.years), log: log)
    for file in files { reader.read(file: file) }
    try log.throwIfAny()
    let rows = reader.reports()
    let reports = CombinedReports(rows, summary: reader.summary)
    let resolved = WeightEstimates(MirroredFlows(reports, map: map), map: map)
    var regional = RegionalFlows(resolved, map: map, money: target.money)
    noteUnused(map, reader, &regional)
    guard !regional.flows.isEmpty else {
      throw InputProblems([regional.summary.nothingKept(files)])
    }
    regional.noteOutliers()
    return try instance(regional, map: map, home: home ?? map.home, target: target)
  }

  /// Notes codes of the map that no row has: typing errors, or files that are missing.
  private static func noteUnused(
    _ map: ImportMap, _ reader: ComtradeReader, _ flows: inout RegionalFlows
  ) {
    map.noteUnusedCodes(reader.seenAreas, &flows.summary)
    for item in map.items {
      for code in item.codes where !reader.seenCodes.contains(code) {
        let parts = (reader.parts[code] ?? []).sorted().prefix(8).joined(separator: ", ")
        flows.summary.count(
          .note,
          "HS \(code) of the map: no usable row has it"
            + (parts.isEmpty ? "" : "; its parts in the files are \(parts): name them instead"),
          at: FilePlace(file: map.file, line: item.line))
      }
    }
  }

  private static func instance(
    _ regional: RegionalFlows, map: ImportMap, home: String?, target: ImportTarget
  ) throws(InputProblems) -> ImportedInstance {
    let importers = Set(regional.flows.map(\.key.destination))
    let home = home ?? (importers.count == 1 ? importers.first : nil)
    if target.instance == nil {
      guard let home else {
        throw InputProblems([
          Problem(
            "which region plans? There are \(importers.count) importers: say `home: REGION` in the map, or --home",
            file: map.file)
        ])
      }
      try check(home, isIn: regional.regions, map)
    }
    let tables = TradeTables(regional, map: map)
    return ImportedInstance(
      tables: tables.all, years: regional.years, home: home, title: map.title,
      focus: tables.focus,
      source:
        "UN Comtrade, files \(regional.summary.files.map(\.lastPathPart).joined(separator: ", "))",
      missing: TradeTables.missing, summary: regional.summary)
  }

  private static func check(
    _ home: String, isIn regions: [String], _ map: ImportMap
  ) throws(InputProblems) {
    guard !regions.contains(home) else { return }
    if let region = map.regionOfCountry[home] {
      throw map.wrongHome(
        "`\(home)` is in the region `\(region)` of `regions`; name `\(region)`, or take \(home) out of it",
        file: map.file)
    }
    let nearest = nearestHint(to: home, among: regions, listsKnown: false)
    throw map.wrongHome(
      "no flow goes to or from `\(home)`\(nearest); import a file with its flows first, or name that file in this command too",
      file: map.file)
  }
}
