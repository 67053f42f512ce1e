import Sourcing
import Tables

/// What imports of trade have in common, whatever the source: checks of the map, and the tables of an instance from the
/// flows between its regions.
struct TradeImport {
  let map: ImportMap
  /// The region that plans in a new instance; nil: the only importer.
  let home: String?
  let target: ImportTarget

  /// - Parameter home: that of the command line; nil: that of the map, or of the folder's instance.
  init(map: ImportMap, home: String?, target: ImportTarget) {
    self.map = map.with(homeArgument: home, or: target.instance?.home.id)
    self.home = home ?? self.map.home
    self.target = target
  }

  /// Notes a map without codes of goods.
  static func checkCodes(_ map: ImportMap, log: ProblemLog) {
    guard !map.items.contains(where: { !$0.codes.isEmpty }) else { return }
    log.add(
      "no commodity has a key `hs`; name its HS codes, such as hs: [284610, 284690]",
      file: map.file, line: 1)
  }

  /// The instance of some flows.
  ///
  /// - Parameters:
  ///   - source: what the list of sources of a new instance says.
  ///   - map: the map with the codes that the files have.
  /// - Throws: that there are no flows, or none of home.
  func instance(
    _ regional: RegionalFlows, naming map: ImportMap, source: String
  ) throws(InputProblems) -> ImportedInstance {
    guard !regional.flows.isEmpty else {
      throw InputProblems([regional.summary.nothingKept(regional.summary.files)])
    }
    var regional = regional
    regional.noteOutliers()
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
      try check(home, isIn: regional.regions)
    }
    let tables = TradeTables(regional, map: map)
    return ImportedInstance(
      tables: tables.all, years: regional.years, home: home, title: map.title,
      focus: tables.focus, source: source, missing: TradeTables.missing,
      summary: regional.summary)
  }

  private func check(_ home: String, isIn regions: [String]) throws(InputProblems) {
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
