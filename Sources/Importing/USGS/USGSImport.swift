import Sourcing
public import Tables

/// Makes facilities from the world production in the Mineral Commodity Summaries of the U.S. Geological Survey.
///
/// The capacity of a facility is the production of the last year, in the unit of the map.
public enum USGSImport {
  /// Reads files. Where several have a figure for the same country and year, that of the latest edition counts, and of
  /// one edition that of the file that comes last.
  ///
  /// - Parameters:
  ///   - files: paths of the files.
  ///   - map: which minerals are which commodities. With a map without `usgs`, every mineral is a commodity in tons.
  ///   - years: the years to read; nil: all.
  ///   - home: the region that plans in a new instance; nil: the one of the map.
  ///   - target: the folder that the import is made for.
  /// - Throws: all problems of the files and the map.
  public static func run(
    files: [String], map: ImportMap, years: Set<Int>?, home: String?, target: ImportTarget
  ) throws(InputProblems) -> ImportedInstance {
    let log = ProblemLog()
    let map = map.with(homeArgument: home, or: target.instance?.home.id)
    var mines = MineOutput(map: map, years: YearFilter(wanted: years, periods: nil), log: log)
    for file in files { mines.read(file: file) }
    mines.finish()
    try log.throwIfAny()
    let tables = MineTables(mines, target: target, folder: try target.tables())
    guard !tables.producers.isEmpty else {
      throw InputProblems([mines.summary.nothingKept(files)])
    }
    let home = target.instance == nil ? try checked(home ?? map.home, tables, map, files) : nil
    let sources = mines.summary.files.map(\.lastPathPart).joined(separator: ", ")
    return ImportedInstance(
      tables: tables.all(home: home), years: tables.years, home: home, title: map.title,
      focus: tables.focus,
      source: "U.S. Geological Survey, Mineral Commodity Summaries, data release: \(sources)",
      missing: tables.missing, summary: mines.summary)
  }

  private static func checked(
    _ home: String?, _ tables: MineTables, _ map: ImportMap, _ files: [String]
  ) throws(InputProblems) -> String {
    let file = map.file.isEmpty ? files.first ?? "" : map.file
    guard let home else {
      throw InputProblems([
        Problem(
          "which region plans? Say --home REGION, such as --home USA, or `home: REGION` in a map",
          file: file)
      ])
    }
    guard Country.coded(home) != nil || tables.producers.contains(where: { $0.region == home })
    else {
      throw map.wrongHome(
        "`\(home)` is neither a country's alpha-3 code nor a region of the map", file: file)
    }
    return home
  }
}
